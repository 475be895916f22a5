using System.CommandLine;
using System.Diagnostics;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Store;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>recompute</c>: computes the idle clock and the readiness of every parcel anew.</summary>
internal static class RecomputeVerb
{
    public static Command Command { get; } =
        Verb.Of("recompute", "重新计算全部闲置计时和净地条件 · compute every idle clock and readiness anew", RunAsync);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var database = await Verb.OpenRegisterAsync(arguments, stop);
        await using var source = RegistryDataSource.Create(database.ConnectionString);
        var watch = Stopwatch.StartNew();
        var parcels = await WithBarAsync(progress => Recomputation.RunAsync(source, TimeProvider.System.GetUtcNow(), progress, stop));
        var seconds = watch.Elapsed.TotalSeconds;
        AnsiConsole.WriteLine(FormattableString.Invariant($"已计算 {parcels} 宗地，用时 {seconds:0.0} 秒。{parcels} parcels computed in {seconds:0.0} s."));
        return ConsoleHost.Succeeded;
    }

    /// <summary>The bar goes to stderr, as all progress does.</summary>
    private static Task<long> WithBarAsync(Func<IProgress<AnswerProgress>, Task<long>> work) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
            .Progress()
            .AutoClear(enabled: true)
            .StartAsync(context => work(new Bar(context.AddTask("闲置计时、净地条件 clocks, readiness"))));

    private sealed class Bar(ProgressTask task) : IProgress<AnswerProgress>
    {
        public void Report(AnswerProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Done;
        }
    }
}
