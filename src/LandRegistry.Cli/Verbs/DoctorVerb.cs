using System.CommandLine;
using LandRegistry.Cli.Doctor;
using LandRegistry.Server.Launch;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>doctor</c>: looks at everything the register needs and says what to do about what is amiss.</summary>
internal static class DoctorVerb
{
    public static Command Command { get; } = Verb.Of("doctor", "检查运行环境和数据库 · check the machine and the database", RunAsync);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var options = RegistryOptions.Read(arguments);
        List<Finding> findings = [.. MachineChecks.Run(options), .. await DatabaseChecks.RunAsync(options, stop)];
        var table = new Table().RoundedBorder().AddColumns("项目 Check", "结果 Result", "发现 Found", "怎么办 What to do");
        foreach (var finding in findings)
        {
            table.AddRow(finding.Subject.EscapeMarkup(), Word(finding.Severity), finding.Seen.EscapeMarkup(), finding.Advice.EscapeMarkup());
        }

        AnsiConsole.Write(table);
        return findings.Exists(finding => finding.Severity == Severity.Fault) ? ConsoleHost.Failed : ConsoleHost.Succeeded;
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Fine => "[green]正常 ok[/]",
        Severity.Warning => "[yellow]注意 warning[/]",
        _ => "[red]故障 fault[/]",
    };
}
