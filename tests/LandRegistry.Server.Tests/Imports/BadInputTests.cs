using System.Globalization;
using System.Text;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Imports;

/// <summary>What offices get wrong in rows, through the whole journey; files that are wrong as a whole are in <c>Reading/HostileFileTests</c>.</summary>
public sealed class BadInputTests : ImportJourneyTest
{
    [Fact]
    public async Task Whatever_a_file_holds_what_is_loaded_refused_left_out_and_unchanged_are_its_rows_and_the_register_grows_by_what_is_new()
    {
        await Register.AddZoneAsync("Z1");
        var standing = 0L;
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder("编号,名称,面积（亩）,状态,签订日期,wkt\r\n");
            var rows = random.Next(1, 40);
            for (var i = 0; i < rows; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Key(random)},{random.Next(3)}号,{Pick(random, "15", "", "-3", "x", "1e400")},{Pick(random, "闲置", "正常利用", "怪", "")},{Pick(random, "", "2024-02-30", "2020-01-01")},\"{Shape(random)}\"\r\n");
            }

            var judged = await JudgeAsync(await SendAsync(text.ToString()), "Z1", new { srid = 4490, isSwapped = false, eastingShift = 0 });
            var counts = Counts(judged);
            var left = (await RowsAsync(judged, "new")).Select(row => row.GetProperty("row").GetInt32()).Take(1).ToArray();
            judged = left.Length > 0 ? await StepAsync(judged, "exclusions", new { rows = left, exclude = true }) : judged;
            var chosen = Counts(judged);
            await StepAsync(judged, "commit", new { reason = "test" });

            Assert.True(rows == counts.New + counts.Changed + counts.Unchanged + counts.Refused, $"seed {seed}: {counts}");
            Assert.True(left.Length == chosen.Excluded, $"seed {seed}: {chosen}");
            Assert.True(standing + chosen.New == await CountAsync(), $"seed {seed}: {standing} and {chosen.New} new");
            standing += chosen.New;
        }

        Assert.NotEqual(0, standing);
    }

    [Fact]
    public async Task A_boundary_that_crosses_itself_is_refused_with_the_place_and_its_repair_says_the_area_before_and_after()
    {
        var issue = Assert.Single(await JudgedAsync("POLYGON((114.05 30.5,114.052 30.502,114.052 30.5,114.05 30.501,114.05 30.5))"));

        Assert.Equal(("geometry", "refused"), (Kind(issue), Severity(issue)));
        Assert.Contains("crosses or touches itself near 114.050667, 30.500667", En(issue), StringComparison.Ordinal);
        Assert.Matches(@"^Mend the boundary: [\d,.]+ m² becomes [\d,.]+ m²$", issue.GetProperty("repair").GetProperty("en").GetString()!);
        Assert.Matches("由 .+ 变为 .+ 平方米", issue.GetProperty("repair").GetProperty("zh").GetString()!);
    }

    [Theory]
    [InlineData("POLYGON((114.05 30.5,114.06 30.5,114.05 30.5))", "refused", "closed|crosses|no area|less than 1 m²|not valid")]
    [InlineData("POLYGON((114.05 30.5,114.06 30.5,114.07 30.5,114.05 30.5))", "refused", "less than 1 m²|crosses or touches itself|not valid")]
    [InlineData("POLYGON((114.05 30.5,114.05001 30.5,114.05001 30.5000001,114.05 30.5))", "refused", "less than 1 m²")]
    [InlineData("POLYGON((114.05 30.5,114.06 30.5,114.06 30.500001,114.05 30.5))", "warning", "a sliver perhaps")]
    [InlineData("POLYGON((179.9 30,-179.9 30,-179.9 30.1,179.9 30))", "refused", "antimeridian")]
    [InlineData("POLYGON((114.05 95,114.06 95,114.06 95.1,114.05 95))", "refused", "beyond longitudes and latitudes")]
    [InlineData("POLYGON EMPTY", "refused", "neither shape nor coordinates")]
    [InlineData("", "refused", "neither shape nor coordinates")]
    public async Task Ground_that_no_parcel_can_have_is_refused_or_flagged_with_a_sentence(string wkt, string severity, string sentence)
    {
        var issues = await JudgedAsync(wkt);

        Assert.Contains(issues, issue => Severity(issue) == severity && System.Text.RegularExpressions.Regex.IsMatch(En(issue), sentence));
        Assert.Equal(severity == "refused", issues.Any(issue => Severity(issue) == "refused"));
    }

    [Fact]
    public async Task A_key_that_stands_twice_and_a_row_without_key_are_each_reported()
    {
        await Register.AddZoneAsync("Z1");

        var judged = await JudgeAsync(await SendAsync(Csv(("A1", "一", "", "闲置", 114.05), ("A1", "二", "", "闲置", 114.06), ("", "三", "", "闲置", 114.07), ("A1", "四", "", "闲置", 114.08))), "Z1");

        var refused = (await IssuesAsync(judged)).GetProperty("items").EnumerateArray().Where(issue => Severity(issue) == "refused").ToList();
        Assert.Equal([(3, "duplicate"), (4, "missing"), (5, "duplicate")], refused.Select(issue => (issue.GetProperty("row").GetInt32(), Kind(issue))));
        Assert.Contains("row 2", En(refused[0]), StringComparison.Ordinal);
        Assert.Equal((1, 0, 0, 3, 0), Counts(judged));
    }

    [Fact]
    public async Task Days_are_read_by_the_form_that_is_chosen_for_their_column_and_impossible_ones_are_refused()
    {
        await Register.AddZoneAsync("Z1");
        var text = new StringBuilder("编号,签订日期,核查日期,wkt\r\n");
        foreach (var (day, i) in new[] { "2024/3/5", "45356", "1900-02-29", "05/03/24" }.Select((day, i) => (day, i)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{i},{day},{day},\"{Square(114.05 + (i * 0.0015))}\"\r\n");
        }

        var sent = await SendAsync(text.ToString());
        var choices = Choices(sent, "Z1");
        choices["columns"] = new object[]
        {
            new { column = "编号", field = "SourceId" },
            new { column = "签订日期", field = "SignedOn", dateFormats = new[] { "yyyy/M/d", "serial" } },
            new { column = "核查日期", field = "LastCheckedOn", dateFormats = new[] { "dd/MM/yy" } },
        };
        var judged = await StepAsync(sent, "judge", choices);
        await StepAsync(judged, "commit", new { reason = "" });

        var issues = (await IssuesAsync(judged)).GetProperty("items").EnumerateArray().Where(issue => Kind(issue) == "date").ToList();
        Assert.Equal([(2, "核查日期"), (3, "核查日期"), (4, "签订日期"), (4, "核查日期"), (5, "签订日期")], issues.Select(issue => (issue.GetProperty("row").GetInt32(), issue.GetProperty("column").GetString())));
        Assert.Contains("2024-03-05", issues[1].GetProperty("repair").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Equal("2024-03-05 2024-03-05", await Register.AskAsync<string>("select string_agg(signed_on::text, ' ') from registry.contract where signed_on is not null"));
        Assert.Equal("3 2024-03-05", await Register.AskAsync<string>("select source_id || ' ' || last_checked_on from registry.parcel where last_checked_on is not null"));
    }

    /// <summary>What the dry run finds in a row with this shape.</summary>
    private async Task<List<JsonElement>> JudgedAsync(string wkt)
    {
        await Register.AddZoneAsync("Z1");
        var judged = await JudgeAsync(await SendAsync($"编号,wkt\r\nA1,\"{wkt}\"\r\n"), "Z1", new { srid = 4490, isSwapped = false, eastingShift = 0 });
        return [.. (await IssuesAsync(judged)).GetProperty("items").EnumerateArray()];
    }

    private static string Kind(JsonElement issue) => issue.GetProperty("kind").GetString()!;

    private static string Severity(JsonElement issue) => issue.GetProperty("severity").GetString()!;

    private static string En(JsonElement issue) => issue.GetProperty("sentence").GetProperty("en").GetString()!;

    private static string Key(Random random) => random.Next(12) == 0 ? "" : $"K{random.Next(60)}";

    private static string Shape(Random random)
    {
        var west = 114.05 + (random.Next(200) * 0.0011);
        return random.Next(8) switch
        {
            0 => "",
            1 => "POLYGON((0 0",
            2 => FormattableString.Invariant($"POINT({west} 30.5)"),
            3 => FormattableString.Invariant($"POLYGON(({west} 30.5,{west + 0.001} 30.501,{west + 0.001} 30.5,{west} 30.501,{west} 30.5))"),
            _ => Square(west),
        };
    }

    private static string Pick(Random random, params string[] of) => of[random.Next(3) == 0 ? random.Next(of.Length) : 0];
}
