using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Imports;

/// <summary>Where rows lie: columns that are chosen, systems that the user knows, and land that is not where it should be.</summary>
public sealed class RowPlaceTests : ImportJourneyTest
{
    [Fact]
    public async Task A_table_whose_headings_do_not_say_where_rows_lie_is_looked_at_by_the_columns_that_are_chosen_and_keeps_its_mapping()
    {
        await Register.AddZoneAsync("Z1");
        var sent = await SendAsync("编号,说明,E,N\r\nA1,甲地块,114.05,30.5\r\nA2,乙地块,114.06,30.5\r\n");
        Assert.Equal(JsonValueKind.Null, sent.GetProperty("file").GetProperty("crs").ValueKind);
        var choices = Choices(sent, "Z1");
        choices["columns"] = new object[] { new { column = "编号", field = "SourceId" }, new { column = "说明", field = "Name" } };
        (choices["xColumn"], choices["yColumn"]) = ("E", "N");

        var looked = await StepAsync(sent, "look", choices);

        Assert.Equal(["E", "N"], looked.GetProperty("file").GetProperty("placeColumns").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["SourceId", "Name"], looked.GetProperty("choices").GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("field").GetString()));
        var judged = await JudgeAsync(looked, "Z1");
        Assert.Equal((2, 0, 0, 0, 0), Counts(judged));
        // Points in a line have no area; they have a place all the same.
        var box = judged.GetProperty("bbox").EnumerateArray().Select(degrees => degrees.GetDouble()).ToArray();
        Assert.True(box[0] < 114.05 && box[1] < 30.5 && box[2] > 114.06 && box[3] > 30.5, string.Join(' ', box));
    }

    [Fact]
    public async Task Numbers_that_fit_no_system_are_read_by_the_one_that_the_user_knows_and_the_row_that_does_not_fit_is_refused_alone()
    {
        await Register.AddZoneAsync("Z1");
        var sent = await SendAsync("编号,名称,经度,纬度\r\nA1,甲,114.05,30.5\r\nA2,乙,114.06,30.51\r\nA3,丙,30.5,114.07\r\n");
        Assert.Empty(sent.GetProperty("file").GetProperty("crs").GetProperty("proposals").EnumerateArray());

        var judged = await JudgeAsync(sent, "Z1", new { srid = 4490, isSwapped = false, eastingShift = 0 });

        Assert.Equal((2, 0, 0, 1, 0), Counts(judged));
        var refused = (await IssuesAsync(judged)).GetProperty("items").EnumerateArray().Where(issue => issue.GetProperty("severity").GetString() == "refused");
        Assert.All(refused, issue => Assert.Equal(4, issue.GetProperty("row").GetInt32()));
    }

    [Fact]
    public async Task Land_outside_the_zone_that_was_chosen_for_it_is_told_with_the_distance()
    {
        var zone = await Register.AddZoneAsync("Z1");
        await Register.WriteAsync("update registry.zone set extent = st_multi(st_makeenvelope(114, 30, 114.1, 31, 4490)) where id = $1", zone);
        var sent = await SendAsync(Csv(("A1", "一号", "14.4", "闲置", 114.05), ("A2", "二号", "14.4", "闲置", 115.1)));

        var judged = await JudgeAsync(sent, "Z1");

        var issue = Assert.Single((await IssuesAsync(judged)).GetProperty("items").EnumerateArray(), issue => issue.GetProperty("kind").GetString() == "outside");
        Assert.Equal((3, "warning"), (issue.GetProperty("row").GetInt32(), issue.GetProperty("severity").GetString()));
        Assert.Equal("It lies outside its zone, Sample park Z1, by about 95.8 km; look at its coordinates and its zone. Kept as written.", issue.GetProperty("sentence").GetProperty("en").GetString());
        Assert.Equal((2, 0, 0, 0, 0), Counts(judged));
    }

    [Fact]
    public async Task Two_rows_that_are_one_parcel_are_told_by_the_code_that_the_parcel_has()
    {
        var zone = await Register.AddZoneAsync("Z1");
        await Register.AddParcelAsync(zone, 0);
        var code = await Register.AskAsync<string>("select code from registry.parcel");
        var sent = await SendAsync(Csv(("A1", "一号", "", "闲置", 114.05), ("A2", "二号", "", "闲置", 114.0501)));

        var judged = await JudgeAsync(sent, "Z1");

        var sentences = (await IssuesAsync(judged)).GetProperty("items").EnumerateArray().Where(issue => issue.GetProperty("kind").GetString() == "same-parcel");
        Assert.Equal($"Row 2 is parcel {code} too; this row is refused.", Assert.Single(sentences).GetProperty("sentence").GetProperty("en").GetString());
    }
}
