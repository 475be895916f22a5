using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Server.Launch;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>undo</c>: takes a change back, an import for instance, unless something was built on it since.</summary>
internal static class UndoVerb
{
    private static readonly Argument<long> Change = new("CHANGE") { Description = "变更编号，导入结束时打印 · number of the change, as an import prints it at its end" };

    private static readonly Option<string> Reason = new("--reason") { Description = "理由，记入变更历史 · on what grounds; kept with the change", Required = true };

    public static Command Command { get; } = Verb.Of("undo", "撤销一次变更，例如一次导入 · take a change back, an import for instance", RunAsync, Change, Reason);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var server = await LocalServer.StartAsync(arguments, stop);
        var change = arguments.GetRequiredValue(Change);
        using var answer = await server.Client.PostAsJsonAsync(new Uri(FormattableString.Invariant($"/api/changes/{change}/undo"), UriKind.Relative), new { reason = arguments.GetRequiredValue(Reason) }, stop);
        if (!answer.IsSuccessStatusCode)
        {
            await Refused.WriteAsync(answer, stop);
            return ConsoleHost.Failed;
        }

        var undo = (await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("id").GetInt64();
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"变更 {change} 已撤销，记为变更 {undo}。Change {change} is undone by change {undo}."));
        return ConsoleHost.Succeeded;
    }
}
