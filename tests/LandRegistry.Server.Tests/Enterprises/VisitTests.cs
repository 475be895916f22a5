using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Enterprises;

public sealed class VisitTests : RegisterTest
{
    private long _parcel;
    private long _enterprise;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _parcel = await Register.AddParcelAsync(await Register.AddZoneAsync(), status: "suspected", name: "示例地块");
        _enterprise = await Register.AddHolderAsync(_parcel, "甲示例有限公司");
    }

    [Fact]
    public async Task Visits_are_counted_as_visits_and_as_premises_and_what_was_found_less_put_right_is_open()
    {
        await DoAsync("visits", new { kind = "inspection", visitor = "示例干部", premises = "一号车间", seen = "逐项检查", source = "检查记录", findings = new[] { new { found = "消防通道堵塞", dueOn = "2026-06-10" }, new { found = "台账不全", dueOn = "2026-12-31" } } });
        var file = await DoAsync("visits", new { kind = "call", visitor = "示例干部", premises = "一号车间", seen = "走访", source = "走访" });
        var second = file.GetProperty("visits")[1].GetProperty("findings")[1];

        file = await DoAsync($"findings/{second.GetProperty("id").GetInt64()}/rectify", new { on = "2026-06-01", reason = "已补齐" });

        Assert.Equal((2, 1, 1, 50m), Counts(file.GetProperty("findings")));
        Assert.True(file.GetProperty("visits")[1].GetProperty("findings")[0].GetProperty("isLate").GetBoolean());
        var totals = await Client.GetJsonAsync("/api/enterprises/visit-totals?from=2026-01-01&to=2026-12-31");
        Assert.Equal((2, 1, 1), (totals.GetProperty("visits").GetInt32(), totals.GetProperty("premises").GetInt32(), totals.GetProperty("enterprises").GetInt32()));
        Assert.Equal((2, 1, 1, 50m), Counts(totals.GetProperty("findings")));
        Assert.Equal(["finding_overdue"], await ReasonsAsync());
    }

    [Fact]
    public async Task A_visit_that_the_plan_asks_for_and_nobody_made_is_overdue_and_puts_the_enterprise_on_the_watch_list()
    {
        await DoAsync("visit-plan", new { everyDays = 15, visitor = "示例干部", reason = "监督员每月两次" });
        Assert.Empty(await ReasonsAsync());
        Register.Clock.Advance(TimeSpan.FromDays(16));

        Assert.Equal(["visit_overdue"], await ReasonsAsync());
        Assert.Equal(1, (await Client.GetJsonAsync("/api/enterprises/visit-totals")).GetProperty("overdue").GetInt32());
        var file = await DoAsync("visits", new { kind = "call", visitor = "示例干部", seen = "补访", source = "走访" });

        Assert.False(file.GetProperty("isOverdue").GetBoolean());
        Assert.Empty(await ReasonsAsync());
        file = await DoAsync("visit-plan", new { everyDays = 30, visitor = "示例干部", reason = "改为每月一次" });
        Assert.Equal(30, file.GetProperty("plan").GetProperty("everyDays").GetInt32());
        file = await DoAsync("visit-plan", new { reason = "已销号" });
        Assert.Equal(JsonValueKind.Null, file.GetProperty("plan").ValueKind);
    }

    [Fact]
    public async Task The_watch_list_is_kept_by_hand_and_by_rule_and_says_why()
    {
        await DoAsync("watch", new { isWatched = true, reason = "反映欠薪" });
        Assert.Equal(["marked"], await ReasonsAsync());
        await Register.WriteAsync("update registry.enterprise set operating_state = 'stopped' where id = $1", _enterprise);

        Assert.Equal(["marked", "stopped"], await ReasonsAsync());
        Assert.Single((await Client.GetJsonAsync("/api/enterprises/watched?reason=stopped")).GetProperty("items").EnumerateArray());
        Assert.Empty((await Client.GetJsonAsync("/api/enterprises/watched?reason=zombie")).GetProperty("items").EnumerateArray());
        var file = await DoAsync("watch", new { isWatched = false, reason = "已解决" });
        Assert.Equal(JsonValueKind.Null, file.GetProperty("mark").ValueKind);
        Assert.Equal(["stopped"], await ReasonsAsync());
        await Register.WriteAsync("update registry.enterprise set operating_state = 'normal' where id = $1", _enterprise);
        Assert.Empty((await Client.GetJsonAsync("/api/enterprises/watched")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_card_has_the_cases_of_the_enterprises_land()
    {
        using var opened = await Client.PostAsync($"/api/parcels/{_parcel}/cases", new { reason = "监测发现" }, null);
        Assert.True(opened.StatusCode == HttpStatusCode.Created, await opened.Content.ReadAsStringAsync());

        var one = Assert.Single((await FileAsync()).GetProperty("cases").EnumerateArray());

        Assert.Equal((_parcel, "示例地块"), (one.GetProperty("parcelId").GetInt64(), one.GetProperty("parcelName").GetString()));
        Assert.NotEqual("", one.GetProperty("stageName").GetProperty("zh").GetString());
    }

    private static (int Found, int Rectified, int Open, decimal Rate) Counts(JsonElement counts) =>
        (counts.GetProperty("found").GetInt32(), counts.GetProperty("rectified").GetInt32(), counts.GetProperty("open").GetInt32(), counts.GetProperty("rate").GetDecimal());

    private Task<JsonElement> FileAsync() => Client.GetJsonAsync($"/api/enterprises/{_enterprise}/visits");

    private async Task<List<string?>> ReasonsAsync() => [.. (await FileAsync()).GetProperty("watch").EnumerateArray().Select(reason => reason.GetProperty("code").GetString())];

    private async Task<JsonElement> DoAsync(string command, object body)
    {
        var version = (await FileAsync()).GetProperty("version").GetInt32();
        using var answer = await Client.PostAsync($"/api/enterprises/{_enterprise}/{command}", body, $"\"p{_enterprise}-v{version}\"");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{command}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()} {string.Join('\n', Register.Log.Complaints)}");
        return await answer.JsonAsync();
    }
}
