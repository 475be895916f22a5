using System.Globalization;
using System.Text;
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
