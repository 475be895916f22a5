using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using CsvHelper;
using LandRegistry.Server.Tests.Imports;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Exports;

/// <summary>Formulas in the words of the register stay words in every file that a spreadsheet program opens, whichever route hands it out.</summary>
public sealed class SheetInjectionTests : ImportJourneyTest
{
    private const string Formula = "=cmd|'/C calc'!A0";

    // Each begins with a character that some spreadsheet program takes for the beginning of a formula.
    private static readonly string[] Begins = ["=", "+", "-", "@", "\t", "\r"];

    [Fact]
    public async Task No_cell_of_any_sheet_that_the_server_hands_out_is_a_formula()
    {
        var import = await FillAsync();
        var (routes, telling) = (0, new List<string>());
        foreach (var (path, mediaType) in await SheetRoutesAsync())
        {
            var address = path.Replace("{id}", $"{import}", StringComparison.Ordinal);
            foreach (var format in mediaType == "text/csv" ? new[] { "" } : ["format=csv", "format=xlsx"])
            {
                using var answer = await Client.GetAsync(new Uri($"{address}{(format.Length > 0 ? "?" + format : "")}", UriKind.Relative));
                Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                var file = await answer.Content.ReadAsByteArrayAsync();
                var found = format == "format=xlsx" ? await FormulasInWorkbookAsync(file, address) : FormulasInText(file, address);
                routes++;
                if (found)
                {
                    telling.Add($"{address} {format}");
                }
            }
        }

        // The silence above is not that of empty sheets.
        Assert.True(routes >= 12, $"only {routes} files");
        Assert.True(telling.Count >= 10, $"only these have the words: {string.Join(", ", telling)}");
    }

    /// <summary>The hostile words in every kind of record that some sheet lists.</summary>
    private async Task<long> FillAsync()
    {
        var zone = await Register.AddZoneAsync("Z1");
        var parcel = await Register.AddParcelAsync(zone, 0, "idle", name: Formula);
        var other = await Register.AddParcelAsync(zone, 1, "reserved", name: Formula);
        await Register.WriteAsync("update registry.parcel set officer = $2, address = $2, remarks = $2 where id = any ($1)", new[] { parcel, other }, Formula);
        await Register.AddHolderAsync(parcel, Formula);
        await Register.WriteAsync("insert into registry.money_line (parcel_id, kind, on_day, amount_yuan, party, change_id) values ($1, 'payment', '2026-02-01', 12, $2, 0)", parcel, Formula);
        await PostAsync($"/api/parcels/{other}/cases", new { stage = "watched", officer = Formula, number = Formula, reason = Formula });
        await PostAsync("/api/projects", new { name = Formula, investor = Formula, reason = Formula });
        using var stranger = Register.NewClient();
        using var attempt = await stranger.TrySignInAsync(Formula, "wrong");
        var judged = await JudgeAsync(await SendAsync($"编号,名称,面积（亩）,状态,wkt\r\nA1,{Formula},{Formula},{Formula},\"{Square(114.2)}\"\r\n"), "Z1");
        return judged.GetProperty("id").GetInt64();
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>The routes that answer with a sheet, as the OpenAPI document says: a new one is looked at from its first day.</summary>
    private async Task<IReadOnlyList<(string Path, string MediaType)>> SheetRoutesAsync()
    {
        var document = await Client.GetJsonAsync("/openapi/v1.json");
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               where path.Value.TryGetProperty("get", out _)
               from answer in path.Value.GetProperty("get").GetProperty("responses").EnumerateObject()
               where answer.Name == "200" && answer.Value.TryGetProperty("content", out _)
               from content in answer.Value.GetProperty("content").EnumerateObject()
               where content.Name is "text/csv" || content.Name.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal)
               select (path.Name, content.Name),
        ];
    }

    private static bool FormulasInText(byte[] file, string address)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(file)), CultureInfo.InvariantCulture);
        var tells = false;
        while (csv.Read())
        {
            foreach (var cell in csv.Parser.Record!)
            {
                Assert.True(IsHarmless(cell), $"{address}: {cell}");
                tells |= cell.Contains(Formula, StringComparison.Ordinal);
            }
        }

        return tells;
    }

    private static bool IsHarmless(string cell) =>
        !Begins.Any(begin => cell.StartsWith(begin, StringComparison.Ordinal)) || decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static async Task<bool> FormulasInWorkbookAsync(byte[] file, string address)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        var tells = false;
        foreach (var sheet in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await sheet.OpenAsync());
            var cells = System.Xml.Linq.XDocument.Parse(await reader.ReadToEndAsync()).Descendants().Where(element => element.Name.LocalName == "c").ToList();
            Assert.DoesNotContain(cells.SelectMany(cell => cell.Descendants()), element => element.Name.LocalName == "f");
            foreach (var cell in cells.Where(cell => cell.Value.Contains(Formula, StringComparison.Ordinal)))
            {
                Assert.True(cell.Attribute("t")?.Value == "inlineStr", $"{address}: {cell}");
                tells = true;
            }
        }

        return tells;
    }
}
