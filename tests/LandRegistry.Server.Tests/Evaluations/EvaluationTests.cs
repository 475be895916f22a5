using System.Net;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Evaluations;

public sealed class EvaluationTests : RegisterTest
{
    [Fact]
    public async Task Grades_are_quantiles_of_those_graded_and_the_others_say_why_not()
    {
        await EnterprisesAsync(20);
        var unknown = await Register.AddHolderAsync(await Register.AddParcelAsync(await Register.AddZoneAsync("Z9"), 90), "无数据示例有限公司");

        var run = await RunAsync(new { ruleSet = "dezhou-2024", from = "2025-01-01", to = "2025-12-31" });

        var items = run.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal("AAAABBBBBBBBBBCCCCCD", string.Concat(items.Take(20).Select(item => item.GetProperty("grade").GetString())));
        Assert.Equal((4, 10, 5, 1, 1), Counts(run.GetProperty("counts")));
        Assert.Equal("示例20有限公司", items[0].GetProperty("enterpriseName").GetString());
        Assert.Equal(unknown, items[20].GetProperty("enterpriseId").GetInt64());
        // Neither its tax nor its output nor its age is known.
        Assert.Equal(3, items[20].GetProperty("notGraded").GetArrayLength());
    }

    [Fact]
    public async Task Re_run_with_other_weights_it_says_who_moves()
    {
        await EnterprisesAsync(4);
        var byOutput = new
        {
            id = "own", title = new { zh = "按产值", en = "By output" }, source = "本地", quote = "试算", basis = "owned", minimumMu = 0, minimumAgeYears = 0,
            shares = new { a = 0.25, b = 0.5, c = 0.25 }, indicators = new[] { new { figure = "output_yuan", perMu = true, weight = 100, threshold = 1_000_000_000 } },
        };

        using var answer = await Client.PostAsync("/api/evaluations/compare", new { before = new { ruleSet = "dezhou-2024" }, after = new { rules = byOutput }, from = "2025-01-01", to = "2025-12-31" }, null);
        var comparison = await answer.JsonAsync();

        var top = comparison.GetProperty("items").EnumerateArray().First();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(comparison.GetProperty("moved").GetInt32(), comparison.GetProperty("items").GetArrayLength());
        Assert.Equal(("示例1有限公司", "A", 1), (top.GetProperty("enterpriseName").GetString(), top.GetProperty("after").GetString(), top.GetProperty("rankAfter").GetInt32()));
        Assert.NotEqual("A", top.GetProperty("before").GetString());
    }

    [Fact]
    public async Task Months_that_fill_the_year_are_summed_and_a_gap_leaves_the_figure_unknown()
    {
        await EnterprisesAsync(1);
        await Register.WriteAsync("update registry.enterprise_metric set withdrawn = true where name = 'tax_yuan'");
        foreach (var (from, to) in new[] { ("2025-01-01", "2025-06-30"), ("2025-07-01", "2025-12-31") })
        {
            await Register.WriteAsync("insert into registry.enterprise_metric (enterprise_id, name, from_on, to_on, amount, is_estimated, source, change_id) select id, 'tax_yuan', $1::date, $2::date, 500000, $3, 'test', 0 from registry.enterprise",
                Day(from), Day(to), to == "2025-12-31");
        }

        var whole = await RunAsync(new { ruleSet = "dezhou-2024", from = "2025-01-01", to = "2025-12-31" });
        await Register.WriteAsync("update registry.enterprise_metric set from_on = '2025-07-02' where from_on = '2025-07-01'");
        var gap = await RunAsync(new { ruleSet = "dezhou-2024", from = "2025-01-01", to = "2025-12-31" });

        Assert.True(whole.GetProperty("items")[0].GetProperty("isEstimated").GetBoolean());
        Assert.Equal(JsonValueKind.Null, gap.GetProperty("items")[0].GetProperty("grade").ValueKind);
    }

    [Fact]
    public async Task The_built_in_rule_sets_quote_their_source()
    {
        var sets = (await Client.GetJsonAsync("/api/evaluations/rules")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(["above-scale", "below-scale", "dezhou-2024"], sets.Select(set => set.GetProperty("id").GetString()));
        Assert.All(sets, set => Assert.True(set.GetProperty("source").GetString()!.Length > 0 && set.GetProperty("quote").GetString()!.Length > 0));
        Assert.Equal(100m, sets[0].GetProperty("indicators").EnumerateArray().Sum(indicator => indicator.GetProperty("weight").GetDecimal()));
    }

    [Fact]
    public async Task Own_rules_with_faults_tell_them_all()
    {
        using var answer = await Client.PostAsync("/api/evaluations/run", new { rules = new { id = "x", colour = "red", shares = new { a = 0.9, b = 0.9, c = 0 }, indicators = new[] { new { figure = "luck", weight = -1 } } }, from = "2025-01-01" }, null);

        var fields = (await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "rules.colour", "rules.title", "rules.indicators[0].figure", "rules.indicators[0].threshold", "rules.basis", "to" }, fields);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static (int, int, int, int, int) Counts(JsonElement counts) => (
        counts.GetProperty("a").GetInt32(), counts.GetProperty("b").GetInt32(), counts.GetProperty("c").GetInt32(), counts.GetProperty("d").GetInt32(), counts.GetProperty("notGraded").GetInt32());

    private async Task<JsonElement> RunAsync(object request)
    {
        using var answer = await Client.PostAsync("/api/evaluations/run", request, null);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    /// <summary>So many enterprises on like parcels: the more tax, the later the number; the more output, the earlier.</summary>
    private async Task EnterprisesAsync(int count)
    {
        var zone = await Register.AddZoneAsync();
        for (var i = 1; i <= count; i++)
        {
            var id = await Register.AddHolderAsync(await Register.AddParcelAsync(zone, i), $"示例{i}有限公司");
            await Register.WriteAsync("update registry.enterprise set producing_since = '2015-01-01' where id = $1", id);
            await Register.WriteAsync(
                "insert into registry.enterprise_metric (enterprise_id, name, from_on, to_on, amount, source, change_id) values ($1, 'tax_yuan', '2025-01-01', '2025-12-31', $2, 'test', 0), ($1, 'output_yuan', '2025-01-01', '2025-12-31', $3, 'test', 0)",
                id, 10_000m * i, 1_000m * (count - i + 1));
        }
    }
}
