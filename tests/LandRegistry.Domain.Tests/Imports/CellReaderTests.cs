using LandRegistry.Domain.Imports;

namespace LandRegistry.Domain.Tests.Imports;

public sealed class CellReaderTests
{
    private readonly CellReader _cells = new(Profiles.Small(), Profiles.Today);
    private readonly List<ImportIssue> _issues = [];

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("NA")]
    [InlineData(" na\n")]
    [InlineData("\"\"")]
    public void A_cell_that_says_unknown_is_null_without_remark(string cell)
    {
        Assert.Null(_cells.Text(2, Column(), cell, _issues));
        Assert.Empty(_issues);
    }

    [Theory]
    [InlineData("\"Arena House, 66 Pentonville Road\"", "Arena House, 66 Pentonville Road")]
    [InlineData("OSGB36\n", "OSGB36")]
    [InlineData("the \"Swan\"", "the \"Swan\"")]
    [InlineData("\"a\" and \"b\"", "\"a\" and \"b\"")]
    public void What_surrounds_a_value_is_not_part_of_it(string cell, string expected)
    {
        Assert.Equal(expected, _cells.Text(2, Column(), cell, _issues));
    }

    [Fact]
    public void No_hectares_is_unknown_and_never_zero()
    {
        var column = Column() with { Type = CellType.Number, Above = 0 };

        Assert.Null(CellReader.Number(2, column, "0", _issues));

        var issue = Assert.Single(_issues);
        Assert.Equal(IssueType.Minimum, issue.Type);
        Assert.Equal("Must be more than 0; kept as unknown.", issue.Text.En);
        Assert.Equal("应大于 0，按未知处理。", issue.Text.Zh);
    }

    [Theory]
    [InlineData("700 (200 net)", IssueType.WholeNumber)]
    [InlineData(">1", IssueType.WholeNumber)]
    [InlineData("3,500", IssueType.WholeNumber)]
    [InlineData("1.5", IssueType.WholeNumber)]
    [InlineData("-48", IssueType.Minimum)]
    [InlineData("302506", IssueType.Maximum)]
    public void A_number_that_is_not_believed_is_unknown(string cell, string type)
    {
        var column = Column() with { Type = CellType.WholeNumber, Minimum = 0, Maximum = 1000 };

        Assert.Null(CellReader.Number(2, column, cell, _issues));

        Assert.Equal(type, Assert.Single(_issues).Type);
    }

    [Theory]
    [InlineData("31/12/2017", 2017, 12, 31)]
    [InlineData("29/02/2024", 2024, 2, 29)]
    public void A_date_is_read_day_first(string cell, int year, int month, int day)
    {
        Assert.Equal(new DateOnly(year, month, day), _cells.Date(2, Column(), cell, _issues));
        Assert.Empty(_issues);
    }

    [Theory]
    [InlineData("12/25/2017", "changed places")]
    [InlineData("30/02/2017", "No such date")]
    [InlineData("29/02/1900", "No such date")]
    [InlineData("45356", "number that a spreadsheet has")]
    [InlineData("60", "No such date")]
    [InlineData("2017-03-07 | 2015-06-04", "No such date")]
    [InlineData("15/12/2027", "later than today")]
    [InlineData("01/01/0017", "before 1800")]
    public void A_date_that_is_not_believed_is_unknown(string cell, string sentence)
    {
        Assert.Null(_cells.Date(2, Column(), cell, _issues));

        var issue = Assert.Single(_issues);
        Assert.Equal(IssueType.Date, issue.Type);
        Assert.Equal(IssueSeverity.Warning, issue.Severity);
        Assert.Contains(sentence, issue.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_a_day_is_proposed_and_read_where_it_was_chosen()
    {
        var column = Column() with { Field = ParcelField.LastCheckedOn };

        Assert.Null(_cells.Date(2, column, "45356", _issues));
        Assert.Equal(new DateOnly(2024, 3, 5), Assert.Single(_issues).Repair!.Value);
        Assert.Equal(new DateOnly(2024, 3, 5), _cells.Date(2, column with { DateFormats = [DayNumbers.Form] }, "45356", _issues));
        Assert.Single(_issues);
    }

    [Fact]
    public void A_lost_leading_zero_is_put_back_with_a_remark()
    {
        var column = Column() with { Type = CellType.Code, CodeLength = 5 };

        Assert.Equal("03013", CellReader.Code(2, column, "3013", _issues));
        Assert.Equal("2A004", CellReader.Code(3, column, "2A004", _issues));

        Assert.Equal(IssueType.CodeLostZero, Assert.Single(_issues).Type);
    }

    [Theory]
    [InlineData("5,62E+184")]
    [InlineData("4.10E+17")]
    public void A_code_that_a_spreadsheet_destroyed_is_unknown(string cell)
    {
        Assert.Null(CellReader.Code(2, Column(), cell, _issues));
        Assert.Equal(IssueType.CodeDestroyed, Assert.Single(_issues).Type);
    }

    [Fact]
    public void A_text_as_long_as_the_source_cuts_may_lack_its_end()
    {
        var column = Column() with { CutAt = 10 };

        Assert.Equal("0123456789", _cells.Text(2, column, "0123456789", _issues));
        Assert.Equal("012345678", _cells.Text(3, column, "012345678", _issues));

        Assert.Equal(2, Assert.Single(_issues).Row);
    }

    [Theory]
    [InlineData("www.crawley.gov.uk/pw/web/PUB354223", 1)]
    [InlineData("Link to PDF of map", 1)]
    [InlineData("https://data.london.gov.uk/dataset", 0)]
    [InlineData("javascript:alert(1)", 1)]
    public void An_address_is_http_or_https(string cell, int issues)
    {
        CellReader.Uri(2, Column(), cell, _issues);

        Assert.Equal(issues, _issues.Count);
    }

    private static ColumnRule Column() => new() { Name = "C" };
}
