using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Domain.Zones;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Platform.Web;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>zone add|extent|list</c>: the zones that parcels lie in; a new register has none.</summary>
internal static class ZoneVerb
{
    private static readonly Uri Zones = new("/api/zones", UriKind.Relative);

    private static readonly Argument<string> Code = new("CODE") { Description = "代码，简短且不再改动：字母、数字、连字符 · a short code that never changes: letters, digits, hyphens" };

    private static readonly Option<string> Name = new("--name") { Description = "名称 · name in Chinese", Required = true };

    private static readonly Option<string?> NameEn = new("--name-en") { Description = "英文名称，缺省同中文 · name in English" };

    private static readonly Option<string> Kind = new("--kind")
    {
        Description = $"类别：{string.Join("、", ZoneKinds.All)} · its kind",
        DefaultValueFactory = _ => "park",
    };

    private static readonly Option<string?> Parent = new("--parent") { Description = "上级区域的代码 · code of the zone that it lies in", HelpName = "CODE" };

    private static readonly Option<string?> County = new("--county") { Description = "县级行政区划代码，缺省同上级 · county code; that of the zone above when absent", HelpName = "NNNNNN" };

    private static readonly Argument<string> Extent = new("FILE")
    {
        Description = "GeoJSON、GeoPackage、FlatGeobuf、KML 或打包为 zip 的 Shapefile；各个面合为一个范围 · GeoJSON, GeoPackage, FlatGeobuf, KML or a zipped shapefile; its areas are united",
    };

    public static Command Command { get; } = new("zone", "区域 · zones that parcels lie in")
    {
        Verb.Of("add", "新建区域 · make a zone", AddAsync, Code, Name, NameEn, Kind, Parent, County),
        Verb.Of("extent", "以文件中的面为区域的范围 · give a zone its extent from the areas of a file", ExtentAsync, Code, Extent),
        Verb.Of("list", "列出区域 · list the zones", ListAsync),
    };

    private static async Task<int> AddAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var server = await LocalServer.StartAsync(arguments, stop);
        var above = arguments.GetValue(Parent);
        var parent = above is null ? null : (await PresentAsync(server, stop)).Where(zone => zone.GetProperty("code").GetString() == above).Select(zone => (long?)zone.GetProperty("id").GetInt64()).FirstOrDefault();
        if (above is not null && parent is null)
        {
            return ConsoleHost.RefuseArguments([$"没有代码为“{OneLine.Of(above)}”的区域 · there is no zone of that code"]);
        }

        var code = arguments.GetRequiredValue(Code);
        using var answer = await server.Client.PostAsJsonAsync(
            Zones, new { code, nameZh = arguments.GetRequiredValue(Name), nameEn = arguments.GetValue(NameEn), kind = arguments.GetValue(Kind), parentId = parent, countyCode = arguments.GetValue(County) }, stop);
        if (!answer.IsSuccessStatusCode)
        {
            await Refused.WriteAsync(answer, stop);
            return ConsoleHost.Failed;
        }

        await Console.Out.WriteLineAsync($"已建立区域 {OneLine.Of(code)}。Zone {OneLine.Of(code)} is made.");
        return ConsoleHost.Succeeded;
    }

    private static async Task<int> ExtentAsync(ParseResult arguments, CancellationToken stop)
    {
        var (code, path) = (arguments.GetRequiredValue(Code), arguments.GetRequiredValue(Extent));
        if (await Refused.IsMissingAsync(path))
        {
            return ConsoleHost.Failed;
        }

        await using var server = await LocalServer.StartAsync(arguments, stop);
        var zone = (await PresentAsync(server, stop)).Where(one => one.GetProperty("code").GetString() == code).Select(one => (JsonElement?)one).FirstOrDefault();
        if (zone is not { } found)
        {
            return ConsoleHost.RefuseArguments([$"没有代码为“{OneLine.Of(code)}”的区域 · there is no zone of that code"]);
        }

        var id = found.GetProperty("id").GetInt64();
        await using var file = File.OpenRead(path);
        using var request = new HttpRequestMessage(HttpMethod.Put, FormattableString.Invariant($"{Zones}/{id}/extent"))
        {
            Content = new StreamContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
        };
        request.Headers.IfMatch.Add(new(FormattableString.Invariant($"\"z{id}-v{found.GetProperty("version").GetInt32()}\"")));
        using var answer = await server.Client.SendAsync(request, stop);
        if (!answer.IsSuccessStatusCode)
        {
            await Refused.WriteAsync(answer, stop);
            return ConsoleHost.Failed;
        }

        var extent = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        var (hectares, outside) = (extent.GetProperty("areaSquareMetres").GetDouble() / 10_000, extent.GetProperty("parcelsOutside").GetInt64());
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"区域 {OneLine.Of(code)} 的范围已设定，{hectares:#,0.##} 公顷；范围之外的宗地 {outside} 宗。Zone {OneLine.Of(code)} has its extent, {hectares:#,0.##} ha; parcels outside it: {outside}."));
        return ConsoleHost.Succeeded;
    }

    private static async Task<int> ListAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var server = await LocalServer.StartAsync(arguments, stop);
        var table = new Table().AddColumns("代码 · code", "名称 · name", "类别 · kind", "县 · county", "宗地 · parcels", "范围 · extent");
        foreach (var zone in await PresentAsync(server, stop))
        {
            string[] cells = ["code", "nameZh", "kind", "countyCode", "parcelCount"];
            table.AddRow([.. cells.Select(cell => Markup.Escape(OneLine.Of(zone.GetProperty(cell).ToString()))), zone.GetProperty("hasExtent").GetBoolean() ? "✓" : ""]);
        }

        AnsiConsole.Write(table);
        return ConsoleHost.Succeeded;
    }

    private static async Task<IReadOnlyList<JsonElement>> PresentAsync(LocalServer server, CancellationToken stop) => [.. (await server.Client.GetFromJsonAsync<JsonElement>(Zones, stop)).EnumerateArray()];
}
