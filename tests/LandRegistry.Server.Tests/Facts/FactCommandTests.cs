using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Facts;

public sealed class FactCommandTests : FactTest
{
    private static readonly object Agreed = new { type = "contract", number = "HT-1", signedOn = "2024-01-10", agreedCommencementOn = "2024-06-01", priceYuan = 1_000_000 };

    [Fact]
    public async Task A_fact_entered_is_listed_with_source_document_version_and_who_recorded_it()
    {
        var paper = await EnterAsync("document", new { type = "delivery-confirmation", number = "交1号" });
        await EnterAsync("delivery", new { onDay = "2024-02-01", source = "交地确认书", documentId = Id(paper), reason = "补录" });

        var fact = (await Client.GetJsonAsync($"/api/parcels/{Parcel}/facts")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("kind").GetString() == "delivery");

        Assert.Equal("2024-02-01", fact.GetProperty("fields").GetProperty("onDay").GetString());
        Assert.Equal("交地确认书", fact.GetProperty("fields").GetProperty("source").GetString());
        Assert.Equal("交1号", fact.GetProperty("document").GetProperty("number").GetString());
        Assert.Equal(1, fact.GetProperty("version").GetInt32());
        Assert.Equal(("tester", "EnterFact", "补录"), (fact.GetProperty("change").GetProperty("actor").GetString(), fact.GetProperty("change").GetProperty("command").GetString(), fact.GetProperty("change").GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task All_faults_of_an_entry_are_answered_at_once()
    {
        using var answer = await TryEnterAsync("contract", new
        {
            type = "lease", signedOn = "2024-02-30", priceYuan = -1, termYears = 1.5, agreedCommencementOn = "2025-02-01", agreedCompletionOn = "2025-01-01", colour = "red", buildingDensityMax = 3,
        });

        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(
            ["agreedCompletionOn", "buildingDensityMax", "colour", "priceYuan", "signedOn", "termYears", "type"],
            problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_correction_keeps_the_former_version_and_needs_the_present_one()
    {
        var entered = await EnterAsync("contract", Agreed);

        using var corrected = await CorrectAsync(entered, new { type = "contract", number = "HT-1", signedOn = "2024-01-10", agreedCommencementOn = "2024-09-01", reason = "核对原件" });
        using var stale = await CorrectAsync(entered, new { type = "contract", reason = "旧版本" });

        var now = await corrected.JsonAsync();
        Assert.Equal((2, "2024-09-01", JsonValueKind.Null), (now.GetProperty("version").GetInt32(), now.GetProperty("fields").GetProperty("agreedCommencementOn").GetString(), now.GetProperty("fields").GetProperty("priceYuan").ValueKind));
        var problem = await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.Equal("2024-09-01", problem.GetProperty("current").GetProperty("fields").GetProperty("agreedCommencementOn").GetString());
        Assert.Equal("2024-06-01", await Register.AskAsync<string>("select facts ->> 'agreed_commencement_on' from registry.record_history where record_kind = 'contract'"));
    }

    [Fact]
    public async Task Of_two_who_correct_a_fact_at_once_one_wins_and_the_other_is_shown_what_stands()
    {
        var entered = await EnterAsync("contract", Agreed);

        var answers = await Task.WhenAll(new[] { "2024-07-01", "2024-08-01" }.Select(day =>
            CorrectAsync(entered, new { type = "contract", number = "HT-1", signedOn = "2024-01-10", agreedCommencementOn = day, reason = "同时更正" })));

        var won = answers.Single(answer => answer.StatusCode == HttpStatusCode.OK);
        var lost = answers.Single(answer => answer.StatusCode != HttpStatusCode.OK);
        var current = (await lost.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version")).GetProperty("current");
        Assert.Equal((await won.JsonAsync()).GetRawText(), current.GetRawText());
        Assert.Equal(2, current.GetProperty("version").GetInt32());
        Assert.Equal(1, await Register.AskAsync<long>("select count(*) from registry.record_history where record_kind = 'contract'"));
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Fact]
    public async Task Unknown_figures_are_savable_and_stay_unknown_and_are_never_zero()
    {
        var contract = await EnterAsync("contract", new { type = "contract", signedOn = "2024-01-10" });
        await EnterAsync("progress", new { asOf = "2024-06-01", note = "只有文字，没有数据" });

        var money = await Client.GetJsonAsync($"/api/parcels/{Parcel}/money");

        foreach (var member in new[] { "priceYuan", "developableAreaSquareMetres", "totalInvestmentYuan" })
        {
            Assert.False(contract.GetProperty("fields").TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number, member);
        }

        Assert.Equal(JsonValueKind.Null, money.GetProperty("balances").GetProperty("price").GetProperty("openYuan").ValueKind);
        Assert.Equal("unknown", (await ClockAsync()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_fact_withdrawn_counts_for_nothing_and_stays_in_the_history()
    {
        var entered = await EnterAsync("contract", Agreed);
        Assert.Equal("A", (await ClockAsync()).GetProperty("kind").GetString());

        using var withdrawn = await WithdrawAsync(entered);

        var now = await withdrawn.JsonAsync();
        Assert.True(now.GetProperty("withdrawn").GetBoolean());
        Assert.Equal("unknown", (await ClockAsync()).GetProperty("kind").GetString());
        Assert.Empty((await Client.GetJsonAsync($"/api/parcels/{Parcel}/facts")).GetProperty("items").EnumerateArray());
        Assert.Single((await Client.GetJsonAsync($"/api/parcels/{Parcel}/facts?withdrawn=true")).GetProperty("items").EnumerateArray());
        Assert.Equal(1L, await Register.AskAsync<long>("select count(*) from registry.record_history where record_kind = 'contract' and facts ->> 'withdrawn' = 'false'"));
        using var again = await WithdrawAsync(now);
        await again.AssertProblemAsync(HttpStatusCode.Conflict, "fact-already-withdrawn");
    }

    [Fact]
    public async Task A_fact_of_tomorrow_is_refused_but_an_agreed_day_may_lie_ahead()
    {
        using var refused = await TryEnterAsync("delivery", new { onDay = "2026-06-16" });
        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "fact-in-future");

        await EnterAsync("contract", new { type = "contract", agreedCommencementOn = "2027-01-01" });
    }

    [Fact]
    public async Task A_publication_is_withdrawn_only_where_one_stands()
    {
        using var none = await TryEnterAsync("publication_withdrawn", new { onDay = "2026-01-01" });
        Assert.Equal("Order 53 Article 11", (await none.AssertProblemAsync(HttpStatusCode.Conflict, "nothing-published")).GetProperty("article").GetString());

        await EnterAsync("publication", new { onDay = "2026-01-01" });
        await EnterAsync("publication_withdrawn", new { onDay = "2026-02-01" });
    }

    [Fact]
    public async Task Compensation_is_not_settled_beyond_what_is_due_and_the_ledger_balances()
    {
        await EnterAsync("money", new { type = "compensation_due", onDay = "2025-01-01", amountYuan = 500_000.50 });
        using var tooMuch = await TryEnterAsync("money", new { type = "compensation_settled", onDay = "2025-02-01", amountYuan = 500_001 });
        await EnterAsync("money", new { type = "compensation_settled", onDay = "2025-02-01", amountYuan = 200_000.25 });
        await EnterAsync("contract", Agreed);
        await EnterAsync("money", new { type = "payment", onDay = "2025-02-01", amountYuan = 400_000 });

        var balances = (await Client.GetJsonAsync($"/api/parcels/{Parcel}/money")).GetProperty("balances");

        await tooMuch.AssertProblemAsync(HttpStatusCode.Conflict, "settled-over-due");
        Assert.Equal(300_000.25m, balances.GetProperty("compensation").GetProperty("openYuan").GetDecimal());
        Assert.Equal(600_000m, balances.GetProperty("price").GetProperty("openYuan").GetDecimal());
        Assert.Contains("compensation-settled", await BlockingAsync());
    }

    [Fact]
    public async Task An_inspection_keeps_its_place_and_its_photographs()
    {
        var visit = await EnterAsync("inspection", new { onDay = "2026-06-01", inspector = "演示巡查一组", seen = "围挡未拆", longitude = 114.0505, latitude = 30.5005 });
        var photo = await EnterAsync("document", new { type = "photo", inspectionId = Id(visit) });

        var shown = (await Client.GetJsonAsync($"/api/parcels/{Parcel}/facts")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("kind").GetString() == "inspection");

        Assert.Equal((114.0505, 30.5005), (shown.GetProperty("fields").GetProperty("longitude").GetDouble(), shown.GetProperty("fields").GetProperty("latitude").GetDouble()));
        Assert.Equal(Id(photo), Assert.Single(shown.GetProperty("photos").EnumerateArray()).GetInt64());
    }

    [Fact]
    public async Task A_document_on_which_a_fact_rests_is_not_withdrawn_and_another_parcels_is_not_cited()
    {
        var paper = await EnterAsync("document", new { type = "other", title = "纪要" });
        await EnterAsync("filing", new { onDay = "2025-01-01", documentId = Id(paper) });
        var other = await Register.AddParcelAsync(await Register.AddZoneAsync("Z2"), place: 5);

        using var inUse = await WithdrawAsync(paper);
        using var elsewhere = await TryEnterAsync("filing", new { onDay = "2025-01-01", documentId = Id(paper) }, other);

        await inUse.AssertProblemAsync(HttpStatusCode.Conflict, "document-in-use");
        await elsewhere.AssertProblemAsync(HttpStatusCode.Conflict, "document-not-of-parcel");
    }

    [Fact]
    public async Task Every_field_of_every_kind_is_a_member_of_the_documented_fields_and_of_the_record()
    {
        var kinds = (await Client.GetJsonAsync("/api/law")).GetProperty("factKinds").EnumerateArray().ToList();
        var members = typeof(LandRegistry.Server.Facts.FactFields).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet();

        var fields = kinds.SelectMany(kind => kind.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!)).Distinct().ToList();

        Assert.Equal(27, kinds.Count);
        Assert.Equal(members.Order(), fields.Order());
    }

    [Theory, InlineData("/api/parcels/1/facts/colour"), InlineData("/api/parcels/999/facts/delivery")]
    public async Task An_unknown_kind_or_parcel_is_not_found(string path)
    {
        using var answer = await Client.PostAsync(path, new { onDay = "2025-01-01" }, null);

        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    private Task<JsonElement> ClockAsync() => Client.GetJsonAsync($"/api/parcels/{Parcel}/clock");
}
