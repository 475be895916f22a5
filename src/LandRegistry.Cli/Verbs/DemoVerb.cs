using System.CommandLine;
using System.Globalization;
using LandRegistry.Server.Demo;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>demo</c>: lays out an invented development zone and loads its register.</summary>
internal static class DemoVerb
{
    private static readonly Option<int> Parcels = new("--parcels")
    {
        Description = $"宗地数，1 至 {DemoOptions.MostParcels} · how many parcels",
        DefaultValueFactory = _ => DemoOptions.FirstStartParcels,
        Validators =
        {
            found =>
            {
                // What is no number at all is refused by the parser itself.
                if (found.Tokens is [var token]
                    && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parcels)
                    && parcels is < 1 or > DemoOptions.MostParcels)
                {
                    found.AddError($"--parcels 应在 1 至 {DemoOptions.MostParcels} 之间。--parcels is from 1 to {DemoOptions.MostParcels}.");
                }
            },
        },
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "随机种子，同一种子得到同一登记 · seed; the same seed gives the same register",
        DefaultValueFactory = _ => DemoOptions.FirstStartSeed,
    };

    private static readonly Option<string> Zone = new("--zone")
    {
        Description = "演示县的代号，再加一个演示区时须另取 · code of the demo county; a second one needs its own",
        DefaultValueFactory = _ => DemoOptions.FirstZoneCode,
    };

    public static Command Command { get; } =
        Verb.Of("demo", "生成并装入虚构的演示园区 · generate and load an invented demo zone", RunAsync, Parcels, Seed, Zone);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var database = await Verb.OpenRegisterAsync(arguments, stop);
        await using var source = RegistryDataSource.Create(database.ConnectionString);
        var options = new DemoOptions(
            arguments.GetValue(Parcels),
            arguments.GetValue(Seed),
            RegisterDay.Today(TimeProvider.System),
            arguments.GetRequiredValue(Zone));
        var outcome = await WithBarAsync(progress => DemoZone.LoadAsync(source, options, progress, stop));
        await (outcome.Loaded ? Console.Out : Console.Error).WriteLineAsync($"{outcome.TextZh}{outcome.TextEn}");
        return outcome.Loaded ? ConsoleHost.Succeeded : ConsoleHost.Failed;
    }

    /// <summary>The bar goes to stderr, as all progress does.</summary>
    private static Task<DemoOutcome> WithBarAsync(Func<IProgress<DemoProgress>, Task<DemoOutcome>> load) =>
        AnsiConsole.Create(new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(Console.Error),
                Ansi = Console.IsErrorRedirected ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = Console.IsErrorRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            })
            .Progress()
            .AutoClear(enabled: true)
            .StartAsync(context => load(new Bar(context.AddTask("demo"))));

    private sealed class Bar(ProgressTask task) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Done;
            task.Description = $"{value.TextZh} {value.TextEn}";
        }
    }
}
