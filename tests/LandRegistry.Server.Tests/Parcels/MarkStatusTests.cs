using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Parcels;

public sealed class MarkStatusTests : RegisterTest
{
    private static readonly object Suspect = new { to = "suspected", reason = "两年未动工", effectiveDate = "2026-06-01" };

    private long _parcel;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _parcel = await Register.AddParcelAsync(await Register.AddZoneAsync(), name: "示例地块");
    }

    [Fact]
    public async Task A_legal_mark_is_in_card_list_counts_and_history()
    {
        using var answer = await MarkAsync(Suspect);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"\"p{_parcel}-v2\"", answer.Headers.ETag!.Tag);
        var card = await Client.GetJsonAsync($"/api/parcels/{_parcel}");
        Assert.Equal("suspected", card.GetProperty("status").GetString());
        Assert.Equal("2026-06-01", card.GetProperty("statusSince").GetString());
        Assert.Single((await Client.GetJsonAsync("/api/parcels?status=suspected")).GetProperty("items").EnumerateArray());
        Assert.Equal("suspected", (await Client.GetJsonAsync("/api/parcels/summary?by=status")).GetProperty("groups")[0].GetProperty("key").GetString());
        var newest = (await Client.GetJsonAsync($"/api/parcels/{_parcel}/history")).GetProperty("items")[0];
        Assert.Equal("tester", newest.GetProperty("actor").GetString());
        Assert.Equal("MarkStatus", newest.GetProperty("command").GetString());
        Assert.Equal("两年未动工", newest.GetProperty("reason").GetString());
        Assert.Equal("2026-06-01", newest.GetProperty("effectiveDate").GetString());
        var changed = newest.GetProperty("fields").EnumerateArray().ToDictionary(field => field.GetProperty("field").GetString()!);
        Assert.Equal(["status", "statusSince"], changed.Keys.Order());
        Assert.Equal("in_use", changed["status"].GetProperty("before").GetString());
        Assert.Equal("suspected", changed["status"].GetProperty("after").GetString());
    }

    [Fact]
    public async Task A_move_that_the_table_forbids_is_refused_by_its_article_and_changes_nothing()
    {
        using var answer = await MarkAsync(new { to = "ready", reason = "急" });

        var problem = await answer.AssertProblemAsync(HttpStatusCode.Conflict, "status-move-forbidden");
        Assert.Equal("Order 53 Article 21", problem.GetProperty("article").GetString());
        Assert.Contains("可再出让", problem.GetProperty("detailZh").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, await Register.AskAsync<int>("select version from registry.parcel where id = $1", _parcel));
    }

    [Fact]
    public async Task A_mark_on_a_stale_version_is_answered_with_the_row_as_it_is()
    {
        var seen = await ETagAsync();
        using var first = await MarkAsync(Suspect, seen);
        using var second = await MarkAsync(Suspect, seen);

        var problem = await second.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.Equal("suspected", problem.GetProperty("current").GetProperty("status").GetString());
        Assert.Equal(2, problem.GetProperty("current").GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("W/\"p1-v1\""), InlineData("\"p2-v1\""), InlineData("*")]
    public async Task An_If_Match_that_is_not_of_this_version_is_stale(string tag)
    {
        using var answer = await MarkAsync(Suspect, tag);

        await answer.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Fact]
    public async Task A_mark_without_If_Match_needs_one()
    {
        using var answer = await Client.PostAsync($"/api/parcels/{_parcel}/status", Suspect, null);

        await answer.AssertProblemAsync(HttpStatusCode.PreconditionRequired, "version-needed");
    }

    [Fact]
    public async Task All_faults_of_a_mark_are_answered_at_once()
    {
        using var answer = await MarkAsync(new { to = "gone", reason = " ", effectiveDate = "2026-02-30", idleKind = "C" });

        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        var fields = problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "to", "reason", "effectiveDate", "idleKind" }, fields);
    }

    [Theory]
    [InlineData("2026-06-16", "effective-date-in-future"), InlineData("2024-12-31", "effective-date-before-status")]
    public async Task A_mark_holds_neither_from_tomorrow_nor_from_before_the_present_status(string day, string code)
    {
        using var answer = await MarkAsync(new { to = "suspected", reason = "x", effectiveDate = day });

        await answer.AssertProblemAsync(HttpStatusCode.Conflict, code);
    }

    [Fact]
    public async Task A_body_that_is_not_the_JSON_asked_for_is_malformed()
    {
        foreach (var body in new[] { "{", "[]", "{\"to\":1,\"reason\":\"x\"}", "{\"to\":\"suspected\",\"reason\":\"x\",\"colour\":\"red\"}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/parcels/{_parcel}/status")
            {
                Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
            };
            request.Headers.TryAddWithoutValidation("If-Match", await ETagAsync());
            using var answer = await Client.SendAsync(request);

            await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        }
    }

    [Fact]
    public async Task Of_two_marks_at_once_one_wins_and_the_other_is_told()
    {
        var seen = await ETagAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => MarkAsync(Suspect, seen)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        Assert.Equal(2L, await Register.AskAsync<long>("select count(*) from registry.parcel_status_mark where parcel_id = $1", _parcel));
    }

    [Fact]
    public async Task Kind_and_cause_of_idleness_come_with_the_determination_and_go_when_it_ends()
    {
        await Register.WriteAsync("update registry.parcel set status = 'investigating' where id = $1", _parcel);

        using var determined = await MarkAsync(new { to = "idle", reason = "认定", idleKind = "B", idleCause = "government" });
        using var disposing = await MarkAsync(new { to = "disposing", reason = "延期" });
        var kept = await disposing.JsonAsync();
        using var used = await MarkAsync(new { to = "in_use", reason = "复工" });

        Assert.Equal("B", (await determined.JsonAsync()).GetProperty("idleKind").GetString());
        Assert.Equal("government", kept.GetProperty("idleCause").GetString());
        Assert.Equal(JsonValueKind.Null, (await used.JsonAsync()).GetProperty("idleKind").ValueKind);
    }

    [Fact]
    public async Task The_card_offers_each_legal_move_and_explains_each_other()
    {
        var card = await Client.GetJsonAsync($"/api/parcels/{_parcel}");

        var moves = card.GetProperty("moves").EnumerateArray().ToList();
        Assert.Equal(10, moves.Count);
        Assert.Equal(
            ["suspected", "low_efficiency"],
            moves.Where(move => move.GetProperty("allowed").GetBoolean()).Select(move => move.GetProperty("to").GetString()));
        Assert.All(moves, move => Assert.NotEqual("", move.GetProperty("rule").GetProperty("titleZh").GetString()));
    }

    [Fact]
    public async Task A_hold_is_put_shown_filtered_and_released()
    {
        using var held = await Client.PostAsync($"/api/parcels/{_parcel}/hold", new { reason = "规划调整", until = "2026-12-31" }, await ETagAsync());
        var onHold = await Client.GetJsonAsync("/api/parcels?onHold=true");
        using var released = await Client.PostAsync($"/api/parcels/{_parcel}/release", new { reason = "规划已定" }, await ETagAsync());
        using var again = await Client.PostAsync($"/api/parcels/{_parcel}/release", new { reason = "再次" }, await ETagAsync());

        Assert.Equal("2026-12-31", (await held.JsonAsync()).GetProperty("hold").GetProperty("until").GetString());
        Assert.Single(onHold.GetProperty("items").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, (await released.JsonAsync()).GetProperty("hold").ValueKind);
        await again.AssertProblemAsync(HttpStatusCode.Conflict, "parcel-not-on-hold");
    }

    [Fact]
    public async Task A_card_that_the_caller_has_is_not_sent_again()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/parcels/{_parcel}");
        request.Headers.TryAddWithoutValidation("If-None-Match", await ETagAsync());
        using var answer = await Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    private async Task<string> ETagAsync()
    {
        using var answer = await Client.GetAsync(new Uri($"/api/parcels/{_parcel}", UriKind.Relative));
        return answer.Headers.ETag!.Tag;
    }

    private async Task<HttpResponseMessage> MarkAsync(object mark, string? seen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/parcels/{_parcel}/status") { Content = System.Net.Http.Json.JsonContent.Create(mark) };
        request.Headers.TryAddWithoutValidation("If-Match", seen ?? await ETagAsync());
        return await Client.SendAsync(request);
    }
}
