using System.CommandLine;
using LandRegistry.Server.Launch;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>audit verify</c>: whether a line of the audit trail was altered or removed.</summary>
internal static class AuditVerb
{
    private static readonly Option<string?> Head = new("--head") { Description = "以前记下的末条哈希 · hash of the last line, noted before", HelpName = "HASH" };

    public static Command Command { get; } = Make();

    private static Command Make()
    {
        var audit = new Command("audit", "审计记录 · the audit trail");
        audit.Subcommands.Add(Verb.Of("verify", "校验哈希链 · walk the chain of hashes", RunAsync, Head));
        return audit;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var database = await Verb.OpenRegisterAsync(arguments, stop);
        await using var accounts = AccountConsole.Open(database.ConnectionString, RegistryOptions.Read(arguments).DataFolder);
        var verdict = await accounts.VerifyAuditAsync(stop);
        if (!verdict.IsWhole)
        {
            foreach (var at in verdict.Breaks)
            {
                await Console.Error.WriteLineAsync(at.Missing > 0
                    ? $"审计记录自第 {at.Link} 条起缺 {at.Missing} 条。{at.Missing} lines are missing from line {at.Link} on."
                    : $"审计记录第 {at.Link} 条被改动。Line {at.Link} was altered.");
            }

            if (verdict.HasMore)
            {
                await Console.Error.WriteLineAsync("其后还有断开处。There are further breaks.");
            }

            return ConsoleHost.Failed;
        }

        if (arguments.GetValue(Head) is { } noted && !await accounts.HasAuditHashAsync(noted, stop))
        {
            await Console.Error.WriteLineAsync("记下的哈希不在链中：其后的记录已被删除或改写。The hash that was noted is not in the chain: lines at its end were removed or rewritten.");
            return ConsoleHost.Failed;
        }

        AnsiConsole.WriteLine($"{verdict.Sealed} {verdict.Head}");
        return ConsoleHost.Succeeded;
    }
}
