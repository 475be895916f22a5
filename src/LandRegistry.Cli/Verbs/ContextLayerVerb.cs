using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Platform.Web;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>context-layer add|list|remove</c>: the user's own layers under the parcels.</summary>
internal static class ContextLayerVerb
{
    private static readonly Uri Layers = new("/api/context-layers", UriKind.Relative);

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "图层文件，可多个：GeoJSON、GeoPackage、FlatGeobuf、KML 或打包为 zip 的 Shapefile · files, one layer each: GeoJSON, GeoPackage, FlatGeobuf, KML or a zipped shapefile",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Argument<string[]> Named = new("LAYER") { Description = "图层编号或名称，可多个 · numbers or names of layers", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> Name = new("--name") { Description = "图层名称，仅一个文件时可用；默认为文件名 · name, for one file only; the file's name when absent" };

    private static readonly Option<string> Source = new("--source") { Description = "数据来源：何单位、何处、何日 · whose data it is, from where and of when", Required = true };

    private static readonly Option<string?> Licence = new("--licence") { Description = "使用条件 · on what terms it may be used" };

    private static readonly Option<string?> Colour = new("--colour") { Description = "线条颜色 · colour of its lines", HelpName = "#rrggbb" };

    public static Command Command { get; } = new("context-layer", "自有图层 · layers of your own on the map")
    {
        Verb.Of("add", "添加图层 · add layers", AddAsync, Files, Name, Source, Licence, Colour),
        Verb.Of("list", "列出图层 · list the layers", ListAsync),
        Verb.Of("remove", "撤下图层 · take layers away", RemoveAsync, Named),
    };

    private static async Task<int> AddAsync(ParseResult arguments, CancellationToken stop)
    {
        var (files, name) = (arguments.GetRequiredValue(Files), arguments.GetValue(Name));
        if (name is not null && files.Length > 1)
        {
            return ConsoleHost.RefuseArguments(["--name 只用于一个文件 · --name is for one file"]);
        }

        await using var server = await LocalServer.StartAsync(arguments, stop);
        var exit = ConsoleHost.Succeeded;
        foreach (var path in files)
        {
            if (await Refused.IsMissingAsync(path))
            {
                exit = ConsoleHost.Failed;
                continue;
            }

            await using var file = File.OpenRead(path);
            using var body = new StreamContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
            using var answer = await server.Client.PostAsync(Described(arguments, name ?? Path.GetFileNameWithoutExtension(path)), body, stop);
            if (!answer.IsSuccessStatusCode)
            {
                await Console.Error.WriteLineAsync(path);
                await Refused.WriteAsync(answer, stop);
                exit = ConsoleHost.Failed;
                continue;
            }

            var layer = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"图层 {Id(layer)} “{layer.GetProperty("name")}” 已添加，{layer.GetProperty("featureCount")} 个图形。Layer {Id(layer)} is added."));
        }

        return exit;
    }

    private static async Task<int> ListAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var server = await LocalServer.StartAsync(arguments, stop);
        var table = new Table().AddColumns("编号 · number", "名称 · name", "来源 · source", "使用条件 · licence", "图形 · shapes");
        foreach (var layer in await PresentAsync(server, stop))
        {
            string[] cells = ["id", "name", "source", "licence", "featureCount"];
            table.AddRow([.. cells.Select(cell => Markup.Escape(OneLine.Of(layer.GetProperty(cell).ToString())))]);
        }

        AnsiConsole.Write(table);
        return ConsoleHost.Succeeded;
    }

    private static async Task<int> RemoveAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var server = await LocalServer.StartAsync(arguments, stop);
        var present = await PresentAsync(server, stop);
        var exit = ConsoleHost.Succeeded;
        foreach (var wanted in arguments.GetRequiredValue(Named))
        {
            var meant = present.Where(layer => Id(layer).ToString(CultureInfo.InvariantCulture) == wanted).ToList();
            meant = meant.Count > 0 ? meant : [.. present.Where(layer => layer.GetProperty("name").GetString() == wanted)];
            if (meant.Count != 1)
            {
                await Console.Error.WriteLineAsync(meant.Count == 0 ? $"没有图层 {wanted}。There is no layer {wanted}." : $"名为 {wanted} 的图层不止一个，请用编号。Several layers are called {wanted}; use the number.");
                exit = ConsoleHost.Failed;
                continue;
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, FormattableString.Invariant($"{Layers}/{Id(meant[0])}/withdraw"));
            request.Headers.IfMatch.Add(new(FormattableString.Invariant($"\"l{Id(meant[0])}-v{meant[0].GetProperty("version").GetInt32()}\"")));
            using var answer = await server.Client.SendAsync(request, stop);
            if (!answer.IsSuccessStatusCode)
            {
                await Refused.WriteAsync(answer, stop);
                exit = ConsoleHost.Failed;
                continue;
            }

            await Console.Out.WriteLineAsync($"图层 {Id(meant[0])} 已撤下。Layer {Id(meant[0])} is taken away.");
        }

        return exit;
    }

    private static Uri Described(ParseResult arguments, string name)
    {
        var words = new (string Name, string? Value)[]
        {
            ("name", name), ("source", arguments.GetRequiredValue(Source)), ("licence", arguments.GetValue(Licence)), ("colour", arguments.GetValue(Colour)),
        };
        return new($"{Layers}?{string.Join('&', words.Where(word => word.Value is not null).Select(word => $"{word.Name}={Uri.EscapeDataString(word.Value!)}"))}", UriKind.Relative);
    }

    private static async Task<List<JsonElement>> PresentAsync(LocalServer server, CancellationToken stop) =>
        (await server.Client.GetFromJsonAsync<List<JsonElement>>(Layers, stop))!;

    private static long Id(JsonElement layer) => layer.GetProperty("id").GetInt64();
}
