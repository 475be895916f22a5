using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Platform.Web;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>field export|return</c>: hands parcels out for work in the field and takes them back.</summary>
internal static class FieldVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = "外业数据包文件（.gpkg） · the file of the package" };

    private static readonly Option<string> Name = new("--name") { Description = "数据包名称 · name of the package", Required = true };

    private static readonly Option<string?> Filter = new("--filter") { Description = "筛选，写法同接口，如 \"zone=3&status=idle\" · filter as the API has it", HelpName = "QUERY" };

    private static readonly Option<string?> Reason = new("--reason") { Description = "理由；给出时写入登记，否则只比对 · why; with it the return is taken over, without it only compared" };

    private static readonly Option<string?> Conflicts = new("--conflicts")
    {
        Description = "冲突一律取 field（外业）或 office（登记） · whose value stands in every conflict", HelpName = "field|office",
    };

    public static Command Command { get; } = new("field", "外业数据包 · work in the field")
    {
        Verb.Of("export", "生成外业数据包 · make a field package", ExportAsync, File, Name, Filter),
        Verb.Of("return", "比对并交回外业数据包 · compare a returned package and take it over", ReturnAsync, File, Reason, Conflicts),
    };

    private static async Task<int> ExportAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var server = await LocalServer.StartAsync(arguments, stop);
        using var made = await server.Client.PostAsJsonAsync(new Uri("/api/field-packages?" + arguments.GetValue(Filter), UriKind.Relative), new { name = arguments.GetRequiredValue(Name) }, stop);
        if (!made.IsSuccessStatusCode)
        {
            await Refused.WriteAsync(made, stop);
            return ConsoleHost.Failed;
        }

        var package = await made.Content.ReadFromJsonAsync<JsonElement>(stop);
        using var content = await server.Client.GetAsync(new Uri(FormattableString.Invariant($"/api/field-packages/{package.GetProperty("id").GetInt64()}/file"), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, stop);
        content.EnsureSuccessStatusCode();
        var to = arguments.GetRequiredValue(File);
        return await SavedFile.WriteAsync(to, content.Content, _ => $"已写入 {to}，{package.GetProperty("parcelCount").GetInt64()} 宗。{to} is written.", stop);
    }

    private static async Task<int> ReturnAsync(ParseResult arguments, CancellationToken stop)
    {
        var path = arguments.GetRequiredValue(File);
        if (await Refused.IsMissingAsync(path))
        {
            return ConsoleHost.Failed;
        }

        await using var server = await LocalServer.StartAsync(arguments, stop);
        await using var file = System.IO.File.OpenRead(path);
        using var body = new StreamContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var taken = await server.Client.PostAsync(new Uri("/api/field-returns", UriKind.Relative), body, stop);
        if (!taken.IsSuccessStatusCode)
        {
            await Refused.WriteAsync(taken, stop);
            return ConsoleHost.Failed;
        }

        var returned = await taken.Content.ReadFromJsonAsync<JsonElement>(stop);
        await PrintAsync(returned);
        return arguments.GetValue(Reason) is { } reason ? await ApplyAsync(server, taken, returned, reason, arguments.GetValue(Conflicts), stop) : ConsoleHost.Succeeded;
    }

    private static async Task<int> ApplyAsync(LocalServer server, HttpResponseMessage taken, JsonElement returned, string reason, string? conflicts, CancellationToken stop)
    {
        var choices = conflicts is null ? [] : returned.GetProperty("parcels").EnumerateArray()
            .SelectMany(parcel => parcel.GetProperty("values").EnumerateArray().Where(value => value.GetProperty("outcome").GetString() == "conflict")
                .Select(value => new { parcelId = parcel.GetProperty("parcelId").GetInt64(), field = value.GetProperty("field").GetString(), take = conflicts })).ToList();
        using var request = new HttpRequestMessage(HttpMethod.Post, FormattableString.Invariant($"/api/field-returns/{returned.GetProperty("id").GetInt64()}/apply")) { Content = JsonContent.Create(new { reason, choices }) };
        request.Headers.IfMatch.Add(taken.Headers.ETag!);
        using var answer = await server.Client.SendAsync(request, stop);
        if (!answer.IsSuccessStatusCode)
        {
            await Refused.WriteAsync(answer, stop);
            return ConsoleHost.Failed;
        }

        var change = (await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("changeId");
        var isNew = change.ValueKind != JsonValueKind.Null && change.GetRawText() != returned.GetProperty("changeId").GetRawText();
        await Console.Out.WriteLineAsync(!isNew ? "登记库没有变化。The register is unchanged." : $"记为变更 {change}。Recorded as change {change}.");
        return ConsoleHost.Succeeded;
    }

    /// <summary>Every value that somebody changed, one a line.</summary>
    private static async Task PrintAsync(JsonElement returned)
    {
        foreach (var parcel in returned.GetProperty("parcels").EnumerateArray())
        {
            foreach (var value in parcel.GetProperty("values").EnumerateArray())
            {
                await Console.Out.WriteLineAsync(string.Join('\t', parcel.GetProperty("parcelId"), parcel.GetProperty("code"), value.GetProperty("field"), value.GetProperty("outcome"), Shown(value, "base"), Shown(value, "inField"), Shown(value, "inOffice")));
                await PrintRefusalsAsync(value);
            }
        }

        foreach (var drawn in returned.GetProperty("drawn").EnumerateArray())
        {
            await PrintDrawnAsync(drawn);
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"未变 unchanged {returned.GetProperty("unchanged")}, 冲突 conflicts {returned.GetProperty("conflicts")}, 不合规则 refused {returned.GetProperty("refused")}, 未采纳的行 left out {returned.GetProperty("leftOut")}"));
    }

    private static async Task PrintDrawnAsync(JsonElement drawn)
    {
        var outcome = drawn.GetProperty("parcelId") is { ValueKind: JsonValueKind.Number } parcel ? $"#{parcel}" : "-";
        var zone = drawn.GetProperty("zone") is { ValueKind: JsonValueKind.Object } named ? $"{named.GetProperty("zh")} {named.GetProperty("en")}" : "-";
        await Console.Out.WriteLineAsync(string.Join('\t', "新绘 drawn", outcome, Shown(drawn, "name"), OneLine.Of(zone), drawn.GetProperty("shape").GetProperty("type")));
        await PrintRefusalsAsync(drawn);
    }

    private static async Task PrintRefusalsAsync(JsonElement of)
    {
        foreach (var detail in of.GetProperty("refusals").EnumerateArray().Select(refusal => refusal.GetProperty("detail")))
        {
            await Console.Out.WriteLineAsync($"\t{detail.GetProperty("zh")} {detail.GetProperty("en")}");
        }
    }

    private static string Shown(JsonElement value, string name) => value.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? OneLine.Of(text.GetString()) : value.GetProperty(name).ValueKind == JsonValueKind.Null ? "-" : "(GeoJSON)";
}
