using System.Text.Json;
using LandRegistry.Server.Platform.Web;

namespace LandRegistry.Cli;

/// <summary>Says at the console why the register did not do what was asked.</summary>
internal static class Refused
{
    /// <summary>The problem's words in both languages, every fault of a request on a line of its own.</summary>
    public static async Task WriteAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        using var body = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(stop), cancellationToken: stop);
        var problem = body.RootElement;
        await Console.Error.WriteLineAsync($"{Word(problem, "titleZh")}：{Word(problem, "detailZh")}");
        await Console.Error.WriteLineAsync($"{Word(problem, "title")}: {Word(problem, "detail")}");
        if (problem.TryGetProperty("faults", out var faults) && faults.ValueKind == JsonValueKind.Array)
        {
            foreach (var fault in faults.EnumerateArray())
            {
                await Console.Error.WriteLineAsync($"  {Word(fault, "field")}: {Word(fault, "messageZh")} {Word(fault, "message")}");
            }
        }
    }

    /// <summary>Says that there is no such file; true where there is none.</summary>
    public static async Task<bool> IsMissingAsync(string path)
    {
        if (File.Exists(path))
        {
            return false;
        }

        await Console.Error.WriteLineAsync($"找不到文件“{path}”。/ There is no file \"{path}\".");
        return true;
    }

    private static string? Word(JsonElement problem, string name) => problem.TryGetProperty(name, out var word) ? OneLine.Of(word.GetString()) : null;
}
