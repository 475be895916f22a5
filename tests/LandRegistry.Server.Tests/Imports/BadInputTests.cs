using System.Globalization;
using System.Text;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Imports;

/// <summary>What offices get wrong in rows, through the whole journey; files that are wrong as a whole are in <c>Reading/HostileFileTests</c>.</summary>
public sealed class BadInputTests : ImportJourneyTest
{
    private const string Good = """{"type":"Polygon","coordinates":[[[X,30.5],[E,30.5],[E,30.501],[X,30.501],[X,30.5]]]}""";

    /// <summary>A feature a line of the list: what it is, the geometry, properties beside its number, the list it ends in, the kind of issue that says why.</summary>
    private static readonly (string What, string Geometry, string Properties, string Ends, string Kind)[] Rows =
    [
        ("nothing wrong", Good, "", "new", ""),
        ("a bow-tie", """{"type":"Polygon","coordinates":[[[X,30.5],[E,30.501],[E,30.5],[X,30.501],[X,30.5]]]}""", "", "refused", "geometry"),
        ("a ring that is not closed", """{"type":"Polygon","coordinates":[[[X,30.5],[E,30.5],[E,30.501],[X,30.501]]]}""", "", "new", "shape"),
        ("a ring of two points", """{"type":"Polygon","coordinates":[[[X,30.5],[E,30.5],[X,30.5]]]}""", "", "refused", "shape"),
        ("no area", """{"type":"Polygon","coordinates":[[[X,30.5],[M,30.5],[E,30.5],[X,30.5]]]}""", "", "refused", "geometry"),
        ("a sliver", """{"type":"Polygon","coordinates":[[[X,30.5],[E,30.5],[E,30.50000001],[X,30.5]]]}""", "", "refused", "geometry"),
        ("a number beyond all", """{"type":"Point","coordinates":[1e400,30.5]}""", "", "refused", "shape"),
        ("over the antimeridian", """{"type":"Polygon","coordinates":[[[179,30.5],[-179,30.5],[-179,30.6],[179,30.5]]]}""", "", "refused", "geometry"),
        ("a line", """{"type":"LineString","coordinates":[[X,30.5],[E,30.5]]}""", "", "refused", "shape"),
        ("no geometry", "null", "", "refused", "place"),
        ("an empty geometry", """{"type":"Polygon","coordinates":[]}""", "", "refused", "place"),
        ("a day that never was", Good, ""","签订日期":"1900-02-29" """, "new", "date"),
        ("a day in two readings", Good, ""","签订日期":"05/03/24" """, "new", "date"),
        ("a spreadsheet's day", Good, ""","签订日期":"2024/3/5" """, "new", ""),
        ("a code that a spreadsheet destroyed", Good, ""","宗地代码":"4.10E+17" """, "new", "code-destroyed"),
        ("a wrong check digit", Good, ""","使用权人":"甲公司","统一社会信用代码":"91350200776049653B" """, "new", "credit-code"),
        ("an unknown status", Good, ""","状态":"不知道" """, "new", "enum"),
        ("an area that differs", Good, ""","面积（平方米）":5000 """, "new", "area"),
    ];

    [Fact]
    public async Task Each_fault_of_a_row_ends_as_the_rules_say_with_its_reason_and_stops_no_other_row()
    {
        await Register.AddZoneAsync("Z1");
        var features = Rows.Select((row, i) => Feature(i, row.Geometry, row.Properties)).Append(Feature(0, Good, "").Replace("114.05", "114.2", StringComparison.Ordinal).Replace("114.051", "114.201", StringComparison.Ordinal));

        var judged = await JudgeAsync(await SendAsync($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""", "a.geojson"), "Z1", new { srid = 4490, isSwapped = false, eastingShift = 0 });

        var ends = new Dictionary<int, string>();
        foreach (var effect in new[] { "new", "refused" })
        {
            (await RowsAsync(judged, effect)).ForEach(row => ends[row.GetProperty("row").GetInt32()] = effect);
        }

        var issues = (await Client.GetJsonAsync($"/api/imports/{judged.GetProperty("id").GetInt64()}/issues?limit=200")).GetProperty("items").EnumerateArray().ToLookup(issue => issue.GetProperty("row").GetInt32());
        var otherwise = Rows.Select((row, i) => (Row: row, Ends: ends.GetValueOrDefault(i + 1), Kinds: issues[i + 1].Select(issue => issue.GetProperty("kind").GetString()).ToList()))
            .Where(row => row.Ends != row.Row.Ends || (row.Row.Kind.Length > 0 && !row.Kinds.Contains(row.Row.Kind)))
            .Select(row => $"{row.Row.What}: {row.Ends}, {string.Join('+', row.Kinds)} and not {row.Row.Ends}, {row.Row.Kind}");
        Assert.Equal("", string.Join(Environment.NewLine, otherwise));
        Assert.Equal("refused", ends[Rows.Length + 1]);
        Assert.Contains(issues[Rows.Length + 1], issue => issue.GetProperty("kind").GetString() == "duplicate");
        Assert.All(issues.SelectMany(row => row), issue => Assert.NotEqual("", issue.GetProperty("sentence").GetProperty("zh").GetString()));
    }

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

    private static string Feature(int number, string geometry, string properties)
    {
        var (west, east) = (114.05 + (number * 0.0015), 114.051 + (number * 0.0015));
        var shape = geometry.Replace("X", west.ToString("0.####", CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("M,", FormattableString.Invariant($"{(west + east) / 2:0.#####},"), StringComparison.Ordinal).Replace("E,", east.ToString("0.####", CultureInfo.InvariantCulture) + ",", StringComparison.Ordinal);
        return $$"""{"type":"Feature","properties":{"编号":"A{{number}}"{{properties}}},"geometry":{{shape}}}""";
    }
}
