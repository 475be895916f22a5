using System.Text.Json;
using LandRegistry.Domain.Law;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Store;
using LandRegistry.Server.Tests.Cases;
using LandRegistry.Server.Tests.Facts;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Clocks;

/// <summary>A province's variant of the law is a file: taken at start, answered by at once, left when it goes.</summary>
public sealed class LawFilesTests : FactTest
{
    // The sample county is 990101. Idle after two years, suspicions investigated within 20 days, and a cause of its own.
    private const string Variant = """
        { "id": "p-99", "title": { "zh": "示例省实施办法", "en": "Measures of the Sample Province" }, "extends": "cn-order-53", "counties": ["99"],
          "editions": [ { "from": "2012-07-01",
            "terms": [
              { "code": "idle-after", "years": 2, "who": "clock", "article": "Sample Measures Article 3", "zh": "满两年", "en": "Two full years" },
              { "code": "investigate", "days": 20, "who": "authority", "article": "Sample Measures Article 4", "zh": "二十日内调查", "en": "Investigate within 20 days" } ],
            "causes": [ { "code": "court-seizure", "side": "government", "unlessIdleBefore": true, "article": "Sample Measures Article 5", "zh": "司法查封", "en": "Seized by a court" } ] } ] }
        """;

    [Fact]
    public async Task Taking_a_file_computes_the_stored_answers_anew_for_its_counties_only()
    {
        var elsewhere = await ElsewhereAsync();
        foreach (var parcel in new[] { Parcel, elsewhere })
        {
            await EnterAsync("contract", new { type = "contract", signedOn = "2024-01-10", agreedCommencementOn = "2024-06-01" }, parcel);
        }

        await TakeAsync(Variant);

        Assert.Equal(("2026-06-01", "2025-06-01"), (await SuspectedAsync(Parcel), await SuspectedAsync(elsewhere)));
        Assert.Equal("cn-order-53, p-99", await Register.AskAsync<string>("select law from registry.answer_basis"));
        var clock = await Client.GetJsonAsync($"/api/parcels/{Parcel}/clock?asOf=2026-05-31");
        Assert.Equal("none", clock.GetProperty("kind").GetString());
        Assert.Equal("A", (await Client.GetJsonAsync($"/api/parcels/{elsewhere}/clock?asOf=2026-05-31")).GetProperty("kind").GetString());
        Assert.Contains("Sample Measures Article 3", (await Client.GetJsonAsync($"/api/parcels/{Parcel}/clock")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_after_it_follows_the_file_and_taking_it_away_gives_the_national_answers_back()
    {
        await TakeAsync(Variant);
        await EnterAsync("contract", new { type = "contract", signedOn = "2024-01-10", agreedCommencementOn = "2024-06-01" });
        var under = await SuspectedAsync(Parcel);

        await TakeAsync();

        Assert.Equal(("2026-06-01", "2025-06-01"), (under, await SuspectedAsync(Parcel)));
        Assert.Equal(1, await Register.AskAsync<long>("select count(*) from registry.law_file where ended_at is not null"));
    }

    [Fact]
    public async Task The_forms_know_the_causes_of_the_file_and_a_parcel_its_own_law()
    {
        var elsewhere = await ElsewhereAsync();
        await TakeAsync(Variant);

        var (general, own, other) = (await Client.GetJsonAsync("/api/law"), await Client.GetJsonAsync($"/api/law?parcel={Parcel}"), await Client.GetJsonAsync($"/api/law?parcel={elsewhere}"));
        await EnterAsync("stoppage", new { fromOn = "2026-01-01", causes = new[] { "court-seizure" } });

        Assert.Equal(("cn-order-53", "p-99", "cn-order-53"), (NameOf(general), NameOf(own), NameOf(other)));
        Assert.Equal((true, true, false), (Knows(general), Knows(own), Knows(other)));
        Assert.Equal(["cn-order-53", "p-99"], general.GetProperty("books").EnumerateArray().Select(NameOf));
    }

    [Fact]
    public async Task A_file_with_faults_is_refused_by_name_and_place_and_the_law_stays()
    {
        await TakeAsync(Variant);
        var broken = Variant.Replace("\"years\": 2", "\"years\": -2", StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<LawFilesException>(() => TakeAsync(broken));

        Assert.Contains("sample.json  editions[0].terms[0].years", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, LaunchFaults.Explain(refused));
        Assert.Contains("p-99", (await RegisterLaw.OfAsync(Register.Database, CancellationToken.None)).Names, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_in_the_data_folder_counts_for_the_private_register_and_another_one_has_to_be_there()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Register.DataFolder, "laws")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "sample.json"), Variant);

        Assert.Equal(["sample.json"], new LaunchOptions { DataFolder = Register.DataFolder, Database = null, Laws = null }.ReadLaws()!.Select(file => file.Name));
        Assert.Null(new LaunchOptions { DataFolder = Register.DataFolder, Database = "Host=office", Laws = null }.ReadLaws());
        Assert.Throws<LaunchException>(() => new LaunchOptions { DataFolder = Register.DataFolder, Laws = folder + "-gone" }.ReadLaws());
    }

    [Fact]
    public async Task The_example_file_is_taken_and_holds_for_its_county()
    {
        await TakeAsync(await File.ReadAllTextAsync(Repository.PathOf("data", "laws", "example-province.json")));

        var law = await Client.GetJsonAsync($"/api/law?parcel={Parcel}");

        Assert.Equal(20, law.GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("code").GetString() == "investigate").GetProperty("count").GetInt32());
        Assert.Equal("2024-01-01", law.GetProperty("from").GetString());
    }

    private static string NameOf(JsonElement law) => law.GetProperty("id").GetString()!;

    private static bool Knows(JsonElement law) => law.GetProperty("causes").EnumerateArray().Any(cause => cause.GetProperty("code").GetString() == "court-seizure");

    private async Task TakeAsync(params string[] texts) =>
        await RegistryDatabase.MigrateAsync(Register.Database, [.. texts.Select(text => new LawText("sample.json", text))]);

    private async Task<long> ElsewhereAsync()
    {
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync("Z2"), place: 3);
        await Register.WriteAsync("update registry.parcel set code = null, county_code = '110101' where id = $1", parcel);
        return parcel;
    }

    private Task<string> SuspectedAsync(long parcel) =>
        Register.AskAsync<string>("select min(from_on)::text from registry.clock_segment where parcel_id = $1 and kind = 'A'", parcel);
}

/// <summary>What a change of the law does to cases.</summary>
public sealed class LawFilesOfCasesTests : CaseTest
{
    [Fact]
    public async Task Deadlines_of_cases_are_computed_anew_by_the_law_taken_and_the_list_of_the_day_cites_it()
    {
        const string Variant = """
            { "id": "p-99", "title": { "zh": "示例省实施办法", "en": "Measures of the Sample Province" }, "extends": "cn-order-53", "counties": ["99"],
              "editions": [ { "from": "2012-07-01", "terms": [
                { "code": "investigate", "days": 20, "who": "authority", "article": "Sample Measures Article 4", "zh": "二十日内调查", "en": "Investigate within 20 days" } ] } ] }
            """;
        var id = await OpenAsync(await NeverStartedAsync("2025-05-15"));
        var before = await DueAsync();

        await RegistryDatabase.MigrateAsync(Register.Database, [new("sample.json", Variant)]);

        Assert.Equal(("2026-07-01", "2026-06-21"), (before, await DueAsync()));
        var item = (await Client.GetJsonAsync("/api/today?kind=case_deadline")).GetProperty("days")[0].GetProperty("items")[0];
        Assert.Equal("Sample Measures Article 4", item.GetProperty("article").GetString());
        Assert.Equal("2026-06-21", (await CaseAsync(id)).GetProperty("nextDue").GetString());
    }

    private Task<string> DueAsync() => Register.AskAsync<string>("select due_on::text from registry.case_deadline where code = 'investigate'");
}
