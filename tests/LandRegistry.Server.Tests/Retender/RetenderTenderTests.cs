using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LandRegistry.Server.Tests.Tenders;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Retender;

/// <summary>What the list says of the tenders of its parcels.</summary>
public sealed class RetenderTenderTests : TenderTest
{
    private const string Columns = "&column=tenderStage&column=tenderMethod&column=round&column=closesOn&column=nextDueOn&column=winner&column=awardPrice";

    private static readonly object Listing = new { method = "listing", plannedOn = "2026-04-01", number = "2026-07号", opensOn = "2026-04-25", closesOn = "2026-05-06", reason = "年度计划" };

    [Fact]
    public async Task Land_on_offer_says_how_far_its_tender_is_and_land_that_is_sold_who_got_it_at_which_price()
    {
        await MakeReadyAsync();
        Assert.Equal(JsonValueKind.Null, (await RowAsync("ready")).GetProperty("tender").ValueKind);
        var tender = await PlanAsync(Listing);
        Assert.Equal(("planned", "announce", "2026-04-05"), Stand(await RowAsync("ready")));

        tender = await MoveAsync(tender, new { to = "announced", on = "2026-04-04" });

        var offered = await RowAsync("in_tender");
        Assert.Equal(("announced", "begin-bidding", "2026-04-25"), Stand(offered));
        var said = offered.GetProperty("tender");
        Assert.Equal((1, "2026-07号", "listing", "2026-05-06"), (said.GetProperty("round").GetInt32(), said.GetProperty("number").GetString(), said.GetProperty("method").GetString(), said.GetProperty("closesOn").GetString()));
        Assert.Equal(("Order 39 Article 8", "authority"), (said.GetProperty("next").GetProperty("article").GetString(), said.GetProperty("next").GetProperty("who").GetString()));
        tender = await MoveAsync(tender, new { to = "opened", on = "2026-04-25" });
        tender = await MoveAsync(tender, new { to = "closed", on = "2026-05-06", bidders = 2 });
        tender = await MoveAsync(tender, new { to = "awarded", on = "2026-05-06", winner = "示例受让企业", priceYuan = 1_500_000 });
        tender = await MoveAsync(tender, new { to = "published", on = "2026-05-08" });
        var sold = await RowAsync("sold");
        Assert.Equal(("published", "sign-contract", "2026-05-20"), Stand(sold));
        Assert.Equal(("示例受让企业", 1_500_000m), (sold.GetProperty("tender").GetProperty("winner").GetString(), sold.GetProperty("tender").GetProperty("priceYuan").GetDecimal()));

        await MoveAsync(tender, new { to = "contracted", on = "2026-05-12", contractNumber = "合同9号" });
        Assert.Equal(("contracted", "full-payment", "2027-05-12"), Stand(await RowAsync("sold")));
    }

    [Fact]
    public async Task Land_that_nobody_took_says_so_until_its_next_round_is_planned()
    {
        await MakeReadyAsync();
        var tender = await MoveAsync(await PlanAsync(Listing), new { to = "announced", on = "2026-04-04" });
        await MoveAsync(tender, new { to = "failed", on = "2026-05-01" });

        Assert.Equal(("failed", null, null), Stand(await RowAsync("ready")));
        await PlanAsync(Listing);

        var row = await RowAsync("ready");
        Assert.Equal(("planned", 2), (row.GetProperty("tender").GetProperty("stage").GetString(), row.GetProperty("tender").GetProperty("round").GetInt32()));
    }

    [Fact]
    public async Task A_tender_that_came_to_its_end_at_capacity_is_no_tender_of_the_land_as_it_is_now()
    {
        await MakeReadyAsync();
        var tender = await PlanAsync(Listing);

        await Register.WriteAsync("update registry.tender set stage = 'at_capacity', ended_on = '2026-05-01' where id = $1", tender.GetProperty("id").GetInt64());

        Assert.Equal(JsonValueKind.Null, (await RowAsync("ready")).GetProperty("tender").ValueKind);
    }

    [Fact]
    public async Task The_file_of_the_list_says_it_too_and_prices_only_to_who_may_read_money()
    {
        await MakeReadyAsync();
        await EnterAsync("supply_conditions", new { onDay = "2026-03-01", pricePerMuYuan = 180_000, priceBasis = "appraisal" });
        var tender = await PlanAsync(Listing);
        foreach (var step in new object[]
        {
            new { to = "announced", on = "2026-04-04" }, new { to = "opened", on = "2026-04-25" }, new { to = "closed", on = "2026-05-06", bidders = 2 },
            new { to = "awarded", on = "2026-05-06", winner = "示例受让企业", priceYuan = 1_500_000 }, new { to = "published", on = "2026-05-08" },
        })
        {
            tender = await MoveAsync(tender, step);
        }

        Assert.Equal(["交易环节,交易方式,轮次,截止日,下一期限,竞得人,成交价（元）", "结果已公布,挂牌,1,2026-05-06,2026-05-20,示例受让企业,1500000.00"], await CsvAsync(Client, Columns));
        Assert.Equal(["Tender stage,Method,Round,Bidding ends,Next deadline,Winner,\"Price of the award, yuan\"", "Result published,Listing,1,2026-05-06,2026-05-20,示例受让企业,1500000.00"], await CsvAsync(Client, Columns + "&language=en"));

        using var script = await WithoutMoneyAsync();
        using var asked = await script.GetAsync(new Uri("/api/retender/export?section=sold&format=csv&column=price", UriKind.Relative));
        await asked.AssertProblemAsync(System.Net.HttpStatusCode.BadRequest, "malformed-request");
        Assert.DoesNotContain("元", (await CsvAsync(script, ""))[0].Replace("吨标煤/万元", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("示例受让企业", (await CsvAsync(script, ""))[1], StringComparison.Ordinal);
        var seen = (await new RetenderReading(script).RowsAsync("section=sold")).Single();
        Assert.Equal((JsonValueKind.Null, "示例受让企业"), (seen.GetProperty("tender").GetProperty("priceYuan").ValueKind, seen.GetProperty("tender").GetProperty("winner").GetString()));
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("conditions").GetProperty("pricePerMuYuan").ValueKind);
    }

    /// <summary>A token that may read and take out lists, but read no money.</summary>
    private async Task<HttpClient> WithoutMoneyAsync()
    {
        using var leader = await Register.NewPersonAsync("list-leader", ("leader", null));
        using var made = await leader.PostAsJsonAsync("/api/me/tokens", new { name = "lists", actions = new[] { "read", "export" }, days = 10 });
        var script = Register.NewClient();
        script.DefaultRequestHeaders.Authorization = new("Bearer", (await made.JsonAsync()).GetProperty("token").GetString());
        return script;
    }

    private static async Task<string[]> CsvAsync(HttpClient client, string columns)
    {
        var bytes = await client.GetByteArrayAsync(new Uri("/api/retender/export?section=sold&format=csv" + columns, UriKind.Relative));
        return Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<JsonElement> RowAsync(string section) => (await new RetenderReading(Client).RowsAsync($"section={section}")).Single();

    private static (string? Stage, string? Code, string? Due) Stand(JsonElement row)
    {
        var tender = row.GetProperty("tender");
        var next = tender.GetProperty("next");
        return next.ValueKind == JsonValueKind.Null
            ? (tender.GetProperty("stage").GetString(), null, null)
            : (tender.GetProperty("stage").GetString(), next.GetProperty("code").GetString(), next.GetProperty("dueOn").GetString());
    }
}
