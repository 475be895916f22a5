using System.CommandLine;
using LandRegistry.Server.Launch;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>migrate</c>: brings the database to the schema of this program.</summary>
internal static class MigrateVerb
{
    public static Command Command { get; } = Verb.Of("migrate", "更新数据库结构 · bring the database to this program's schema", RunAsync);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var options = RegistryOptions.Read(arguments);
        await using var database = await OpenDatabase.OpenAsync(options.DataFolder, options.Database, ConsoleHost.Progress, stop);
        var run = await RegisterUpgrade.RunAsync(database, options, ConsoleHost.Progress, stop);
        foreach (var migration in run)
        {
            AnsiConsole.WriteLine(migration);
        }

        AnsiConsole.WriteLine($"已执行 {run.Count} 个结构更新。{run.Count} migrations run.");
        return ConsoleHost.Succeeded;
    }
}
