using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Imports;

/// <summary>A test that walks the import journey over HTTP, as the screen does.</summary>
public abstract class ImportJourneyTest : RegisterTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>A CSV with one row a parcel: key, name, code, mu, status and a square of 0.001 degrees at a longitude.</summary>
    protected static string Csv(params (string Id, string Name, string Mu, string Status, double West)[] rows)
    {
        var text = new StringBuilder("编号,名称,面积（亩）,状态,wkt\r\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Id},{row.Name},{row.Mu},{row.Status},\"{Square(row.West)}\"\r\n");
        }

        return text.ToString();
    }

    protected static string Square(double west, double side = 0.001) => string.Create(CultureInfo.InvariantCulture,
        $"POLYGON (({west:0.######} 30.5,{west + side:0.######} 30.5,{west + side:0.######} {30.5 + side:0.######},{west:0.######} {30.5 + side:0.######},{west:0.######} 30.5))");

    /// <summary>Sends a file and waits until it was looked at.</summary>
    protected async Task<JsonElement> SendAsync(byte[] content, string name = "file.csv", string query = "")
    {
        using var answer = await Client.PostAsync(new Uri($"/api/imports?fileName={Uri.EscapeDataString(name)}{query}", UriKind.Relative), new ByteArrayContent(content));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await SettledAsync((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64());
    }

    protected Task<JsonElement> SendAsync(string text, string name = "file.csv") => SendAsync(Encoding.UTF8.GetBytes(text), name);

    /// <summary>Takes the step and waits until its work is done.</summary>
    protected async Task<JsonElement> StepAsync(JsonElement import, string step, object body)
    {
        var id = import.GetProperty("id").GetInt64();
        using var answer = await Client.PostAsJsonAsync(new Uri($"/api/imports/{id}/{step}", UriKind.Relative), body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await SettledAsync(id);
    }

    /// <summary>The dry run by the choices that were guessed, in a zone.</summary>
    protected Task<JsonElement> JudgeAsync(JsonElement import, string? zone, object? crs = null, long? campaign = null) =>
        StepAsync(import, "judge", Choices(import, zone, crs, campaign));

    protected static Dictionary<string, object?> Choices(JsonElement import, string? zone, object? crs = null, long? campaign = null)
    {
        var choices = import.GetProperty("choices").EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value);
        choices["zone"] = zone;
        choices["source"] = "county";
        choices["campaignId"] = campaign;
        if (crs is not null)
        {
            choices["crs"] = crs;
        }
        else if (import.GetProperty("file").GetProperty("crs") is { ValueKind: JsonValueKind.Object } found)
        {
            choices["crs"] = found.GetProperty("proposals")[0].GetProperty("choice");
        }

        return choices;
    }

    /// <summary>Sends, judges and commits.</summary>
    protected async Task<JsonElement> ImportAsync(string text, string? zone, long? campaign = null) =>
        await StepAsync(await JudgeAsync(await SendAsync(text), zone, null, campaign), "commit", new { reason = "test" });

    protected async Task<JsonElement> SettledAsync(long id)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var import = await Client.GetJsonAsync($"/api/imports/{id}");
            if (import.GetProperty("phase").GetString() is not ("inspecting" or "judging" or "matching" or "committing"))
            {
                return import;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    protected static string Phase(JsonElement import) => import.GetProperty("phase").GetString()!;

    /// <summary>new, changed, unchanged, refused, excluded.</summary>
    protected static (int New, int Changed, int Unchanged, int Refused, int Excluded) Counts(JsonElement import)
    {
        var counts = import.GetProperty("counts");
        var lists = (counts.GetProperty("new").GetInt32(), counts.GetProperty("changed").GetInt32(), counts.GetProperty("unchanged").GetInt32(),
            counts.GetProperty("refused").GetInt32(), counts.GetProperty("excluded").GetInt32());
        Assert.Equal(counts.GetProperty("rows").GetInt32(), lists.Item1 + lists.Item2 + lists.Item3 + lists.Item4 + lists.Item5);
        return lists;
    }

    protected Task<JsonElement> IssuesAsync(JsonElement import) => Client.GetJsonAsync($"/api/imports/{import.GetProperty("id").GetInt64()}/issues");

    protected async Task<List<JsonElement>> RowsAsync(JsonElement import, string effect) =>
        [.. (await Client.GetJsonAsync($"/api/imports/{import.GetProperty("id").GetInt64()}/rows?effect={effect}")).GetProperty("items").EnumerateArray()];

    protected Task<long> CountAsync() => Register.AskAsync<long>("select count(*) from registry.parcel where ended_on is null");
}
