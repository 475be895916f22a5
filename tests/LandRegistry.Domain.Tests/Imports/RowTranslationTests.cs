using LandRegistry.Domain.Imports;

namespace LandRegistry.Domain.Tests.Imports;

public sealed class RowTranslationTests
{
    private readonly RowTranslation _rows = new(Profiles.Small(), Profiles.Headings, Profiles.Today);

    [Fact]
    public void A_clean_row_is_translated_without_remark()
    {
        var row = _rows.Translate(2, Cells());

        Assert.Empty(row.Issues);
        Assert.Equal("lambeth/A1", row.Key);
        Assert.Equal("lambeth", row.ZoneKey);
        Assert.Equal(13800m, row.StatedAreaSquareMetres);
        Assert.Equal("mixed", row.Ownership);
        Assert.Equal("disposing", row.Status);
        Assert.Equal(new DateOnly(2017, 12, 31), row.StatusSince);
        Assert.Equal((-0.1267, 51.4719), row.Numbers);
    }

    [Fact]
    public void What_is_unknown_stays_unknown()
    {
        var row = _rows.Translate(2, Cells(hectares: "NA", owner: "", updated: " "));

        Assert.Empty(row.Issues);
        Assert.Null(row.StatedAreaSquareMetres);
        Assert.Null(row.Ownership);
        Assert.Null(row.SourceUpdatedOn);
        Assert.Equal(new DateOnly(2017, 12, 1), row.StatusSince);
    }

    [Fact]
    public void A_status_that_is_not_known_is_set_by_the_profile_and_said_so()
    {
        var row = _rows.Translate(2, Cells(planning: "reserve mattes permi"));

        Assert.Equal("suspected", row.Status);
        Assert.Equal([IssueType.Listed, IssueType.Default], row.Issues.Select(i => i.Type));
        Assert.False(row.Refused);
    }

    [Fact]
    public void Without_a_date_to_believe_the_status_counts_from_today_and_says_so()
    {
        var row = _rows.Translate(2, Cells(added: "15/12/2027", updated: ""));

        Assert.Equal(Profiles.Today, row.StatusSince);
        Assert.Equal([IssueType.Date, IssueType.Default], row.Issues.Select(i => i.Type));
    }

    [Fact]
    public void Dates_in_the_wrong_order_earn_a_remark()
    {
        var row = _rows.Translate(2, Cells(added: "02/01/2018"));

        Assert.Equal(IssueType.Order, Assert.Single(row.Issues).Type);
    }

    [Fact]
    public void The_second_row_of_a_key_is_refused()
    {
        _rows.Translate(2, Cells());

        var row = _rows.Translate(3, Cells());

        Assert.True(row.Refused);
        Assert.Contains("row 2", Assert.Single(row.Issues).Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "51.4", IssueType.DecimalNumber)]
    [InlineData("543575, 543397", "51.4", IssueType.DecimalNumber)]
    [InlineData("NaN", "51.4", IssueType.DecimalNumber)]
    [InlineData("1e999", "51.4", IssueType.DecimalNumber)]
    [InlineData("", "", IssueType.Missing)]
    public void A_row_without_coordinates_is_refused(string x, string y, string type)
    {
        var row = _rows.Translate(2, Cells(x: x, y: y));

        Assert.True(row.Refused);
        Assert.Equal(type, Assert.Single(row.Issues).Type);
    }

    [Fact]
    public void A_row_without_key_is_refused()
    {
        var row = _rows.Translate(2, Cells(key: ""));

        Assert.True(row.Refused);
        Assert.Null(row.Key);
    }

    [Fact]
    public void A_row_of_another_width_is_refused_and_not_read()
    {
        var row = _rows.Translate(2, ["A1", "lambeth", "extra"]);

        Assert.Equal(IssueType.Columns, Assert.Single(row.Issues).Type);
        Assert.True(row.Refused);
    }

    [Fact]
    public void A_cell_without_end_is_refused()
    {
        var row = _rows.Translate(2, Cells(key: new string('x', RowTranslation.LongestCell + 1)));

        Assert.Equal(IssueType.TooLong, Assert.Single(row.Issues).Type);
    }

    [Fact]
    public void A_profile_with_faults_names_them_all()
    {
        var small = Profiles.Small();
        var faulty = small with { Delimiter = "", StatusOtherwise = "derelict", Zones = small.Zones with { Extent = [[2, 49, -6, 56]] } };

        var faults = ProfileCheck.Faults(faulty);

        Assert.Empty(ProfileCheck.Faults(small));
        Assert.Equal(3, faults.Count);
    }

    private static string[] Cells(
        string key = "A1", string hectares = "1.38", string added = "01/12/2017", string updated = "31/12/2017",
        string owner = "mixed ownership", string planning = "permissioned", string x = "-0.1267", string y = "51.4719") =>
        [key, "lambeth", hectares, added, updated, owner, planning, "ETRS89", x, y];
}
