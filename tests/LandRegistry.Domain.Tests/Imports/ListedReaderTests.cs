using LandRegistry.Domain.Imports;

namespace LandRegistry.Domain.Tests.Imports;

public sealed class ListedReaderTests
{
    private readonly ListedReader _list = new(Profiles.Owner);
    private readonly List<ImportIssue> _issues = [];

    [Theory]
    [InlineData("owned by a public authority", "state")]
    [InlineData("Not Owned by  a public authority", "private")]
    public void The_standards_spelling_counts_in_any_case(string cell, string expected)
    {
        Assert.Equal(expected, _list.Read(2, cell, cell, _issues));
        Assert.Empty(_issues);
    }

    [Fact]
    public void Another_spelling_that_is_listed_is_taken_with_a_remark()
    {
        Assert.Equal("state", _list.Read(2, "Onwed by a public authorty", "Onwed by a public authorty", _issues));
        Assert.Equal(IssueSeverity.Notice, Assert.Single(_issues).Severity);
    }

    [Fact]
    public void A_value_cut_at_twenty_characters_is_known_by_its_beginning()
    {
        Assert.Equal("private", _list.Read(2, "not owned by a publi", "not owned by a publi", _issues));
        Assert.Equal(IssueType.Truncated, Assert.Single(_issues).Type);
    }

    [Fact]
    public void A_shorter_beginning_was_not_cut_and_is_not_guessed()
    {
        Assert.Null(_list.Read(2, "not owned", "not owned", _issues));
        Assert.Equal(IssueType.Listed, Assert.Single(_issues).Type);
    }

    [Fact]
    public void A_cut_value_that_two_spellings_begin_with_is_not_guessed()
    {
        var list = new ListedReader(new()
        {
            Name = "C",
            CutAt = 4,
            Values = [new() { Means = "a", Spelling = "full permission" }, new() { Means = "b", Spelling = "full stop" }],
        });

        Assert.Null(list.Read(2, "full", "full", _issues));
        Assert.Equal(IssueType.Listed, Assert.Single(_issues).Type);
    }

    [Theory]
    [InlineData("mixed ownership|mixed ownership", "mixed")]
    [InlineData("mixed ownership|owned by a public authority", null)]
    public void Several_values_fill_a_field_only_when_they_agree(string cell, string? expected)
    {
        var list = new ListedReader(Profiles.Owner with { Separator = "|" });

        Assert.Equal(expected, list.Read(2, cell, cell, _issues));
    }
}
