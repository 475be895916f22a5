using System.CommandLine;
using LandRegistry.Server.Imports;
using LandRegistry.Server.Store;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>import</c>: loads a register of somebody else. Exit codes: 0 all rows loaded, 1 some refused, 2 the file refused.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = "要导入的文件 · the file to import" };

    private static readonly Option<string> Profile = new("--profile")
    {
        Description = $"配置名（{string.Join("、", ProfileCatalog.Names)}）或配置文件路径 · name of a profile, or path of your own",
        HelpName = "NAME|PATH",
        Required = true,
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "逐行问题报告写入此 CSV · write what was found, row by row, into this CSV",
        HelpName = "PATH.csv",
    };

    private static readonly Option<string?> Zone = new("--zone")
    {
        Description = "全部归入此区域，不按配置建区 · put all rows in this zone instead of the profile's",
        HelpName = "CODE",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "只检查，不写入 · check only, keep nothing",
    };

    public static Command Command { get; } =
        Verb.Of("import", "导入外部清册 · import a register", RunAsync, File, Profile, Report, Zone, DryRun);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var load = ProfileCatalog.Load(arguments.GetRequiredValue(Profile));
        if (load.Profile is null)
        {
            ImportScreen.PrintFaults(AnsiConsole.Console, load.Faults);
            return ImportScreen.FileRefused;
        }

        await using var register = await Verb.OpenRegisterAsync(arguments, stop);
        await using var database = RegistryDataSource.Create(register.ConnectionString);
        var request = new ImportRequest(arguments.GetRequiredValue(File), load.Profile, Environment.UserName)
        {
            ZoneCode = arguments.GetValue(Zone),
            DryRun = arguments.GetValue(DryRun),
        };
        return await new ImportScreen(database, TimeProvider.System, AnsiConsole.Console).RunAsync(request, arguments.GetValue(Report), stop);
    }
}
