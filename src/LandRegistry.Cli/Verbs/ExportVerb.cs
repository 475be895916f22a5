using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Server.Launch;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>export</c>: hands rows out as a file, as the buttons on screen do.</summary>
internal static class ExportVerb
{
    private static readonly Dictionary<string, string> Routes = new(StringComparer.Ordinal)
    {
        ["parcels"] = "/api/exports/parcels", ["money"] = "/api/exports/money", ["cases"] = "/api/cases/export",
        ["enterprises"] = "/api/enterprises/export", ["strategies"] = "/api/enterprises/export?of=strategies", ["retender"] = "/api/retender/export",
    };

    private static readonly Argument<string> Noun = new("NOUN") { Description = $"导出内容 · what to export: {string.Join(", ", Routes.Keys)}" };

    private static readonly Option<string> To = new("--out", "-o") { Description = "写入的文件 · the file to write", HelpName = "PATH", Required = true };

    private static readonly Option<string?> Format = new("--format") { Description = "格式，默认取文件扩展名 · format: xlsx csv geojson gpkg shp txt kml; by the file's ending when absent" };

    private static readonly Option<string?> Crs = new("--crs") { Description = "EPSG 代码、zone 或 zone-prefixed（宗地所在 3 度带） · EPSG code, or the parcel's own 3-degree zone" };

    private static readonly Option<string?> Encoding = new("--encoding") { Description = "shp 与 txt 的编码：GBK、GB18030、UTF-8 · encoding of shp and txt" };

    private static readonly Option<string?> Language = new("--language") { Description = "表头与文字的语言：zh、en · language of heads and words" };

    private static readonly Option<string?> Values = new("--values") { Description = "代码写成文字或保留：words、codes · codes in words or as they are" };

    private static readonly Option<string[]> Columns = new("--column") { Description = "列，可多次给出 · column; repeat for several" };

    private static readonly Option<string?> Filter = new("--filter")
    {
        Description = "筛选与排序，写法同接口，如 \"status=idle&zone=3&sort=-area\" · filter and order as the API has them", HelpName = "QUERY",
    };

    public static Command Command { get; } = Verb.Of(
        "export", "按筛选导出为文件 · export what a filter matches", RunAsync, Noun, To, Format, Crs, Encoding, Language, Values, Columns, Filter);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        if (!Routes.TryGetValue(arguments.GetRequiredValue(Noun), out var route))
        {
            return ConsoleHost.RefuseArguments([$"NOUN 应为 {string.Join("、", Routes.Keys)} 之一。NOUN is one of {string.Join(", ", Routes.Keys)}."]);
        }

        await using var server = await LocalServer.StartAsync(arguments, stop);
        var asked = arguments.GetRequiredValue(To);
        using var answer = await server.Client.GetAsync(new Uri(AddressOf(arguments, route, asked), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, stop);
        if (!answer.IsSuccessStatusCode)
        {
            await Refused.WriteAsync(answer, stop);
            return ConsoleHost.Failed;
        }

        // Shapefiles, and boundary files of several zones, come in an archive, whatever name was asked for.
        var named = answer.Content.Headers.ContentDisposition;
        var isArchive = (named?.FileNameStar ?? named?.FileName)?.Trim('"').EndsWith(".zip", StringComparison.OrdinalIgnoreCase) == true;
        var to = isArchive && !asked.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? Path.ChangeExtension(asked, ".zip") : asked;
        var written = await SavedFile.WriteAsync(to, answer.Content, bytes => $"已写入 {to}（{bytes:#,0} 字节）。{to} is written.", stop);
        if (written == ConsoleHost.Succeeded && route == Routes["parcels"])
        {
            await PrintLeftOutAsync(server, AddressOf(arguments, route + "/check", asked), stop);
        }

        return written;
    }

    /// <summary>What a boundary file leaves out, and what a shapefile cuts; nothing for the other formats.</summary>
    private static async Task PrintLeftOutAsync(LocalServer server, string address, CancellationToken stop)
    {
        var isBoundaryText = address.Contains("format=txt", StringComparison.Ordinal);
        if (!isBoundaryText && !address.Contains("format=shp", StringComparison.Ordinal))
        {
            return;
        }

        var check = await server.Client.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), stop);
        if (isBoundaryText && check.GetProperty("points").GetInt64() is > 0 and var points)
        {
            await Console.Out.WriteLineAsync($"{points:#,0} 宗只有点位、没有界址，未写入坐标文件。{points:#,0} parcels are known by a point, have no boundary and are left out.");
        }

        foreach (var field in check.GetProperty("fields").EnumerateArray().Where(field => field.GetProperty("cut").GetInt64() > 0))
        {
            await Console.Out.WriteLineAsync($"“{field.GetProperty("title").GetProperty("zh")}”有 {field.GetProperty("cut")} 处超过 254 字节，已截短。{field.GetProperty("cut")} text(s) of \"{field.GetProperty("title").GetProperty("en")}\" were cut at 254 bytes.");
        }
    }

    private static string AddressOf(ParseResult arguments, string route, string to)
    {
        var parts = new List<string>();
        if (arguments.GetValue(Filter) is { Length: > 0 } filter)
        {
            parts.Add(filter.TrimStart('?', '&'));
        }

        var ending = Path.GetExtension(to).TrimStart('.').ToLowerInvariant();
        Add("format", arguments.GetValue(Format) ?? (ending == "zip" ? "shp" : ending));
        Add("crs", arguments.GetValue(Crs));
        Add("encoding", arguments.GetValue(Encoding));
        Add("language", arguments.GetValue(Language));
        Add("values", arguments.GetValue(Values));
        foreach (var column in arguments.GetValue(Columns) ?? [])
        {
            Add("column", column);
        }

        return $"{route}{(route.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{string.Join('&', parts)}";

        void Add(string name, string? value)
        {
            if (value is { Length: > 0 })
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}
