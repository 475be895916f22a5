using LandRegistry.Domain.Imports;

namespace LandRegistry.Domain.Tests.Imports;

public sealed class PlaceChoiceTests
{
    private readonly PlaceChoice _choice = new(Profiles.Small().Place!, Profiles.Small().Zones);

    [Fact]
    public void The_labels_own_reading_in_the_right_borough_needs_no_remark()
    {
        var answer = Decide("ETRS89", -0.1267, 51.4719);

        Assert.Null(answer.Issue);
        Assert.Equal("lon-lat", answer.Place!.Value.Reading.Name);
    }

    [Theory]
    [InlineData("ETRS8")]
    [InlineData("ETRS131")]
    [InlineData("")]
    public void A_label_that_is_no_system_is_reread_with_a_remark(string label)
    {
        var answer = Decide(label, -0.1267, 51.4719);

        Assert.Equal("lon-lat", answer.Place!.Value.Reading.Name);
        Assert.Equal(IssueType.Crs, answer.Issue!.Type);
        Assert.Equal(IssueSeverity.Notice, answer.Issue.Severity);
        Assert.Contains(label, answer.Issue.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_numbers_are_reread_with_a_remark()
    {
        var answer = Decide("ETRS89", 51.4719, -0.1267);

        Assert.Equal("lat-lon", answer.Place!.Value.Reading.Name);
        Assert.Equal(-0.1267, answer.Place.Value.Longitude);
        Assert.Contains("latitude 51.471900", answer.Issue!.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_minus_is_mended_when_the_borough_says_so()
    {
        var answer = Decide("ETRS89", 0.129232, 51.452703);

        Assert.Equal("minus-lost", answer.Place!.Value.Reading.Name);
        Assert.NotNull(answer.Issue);
    }

    [Fact]
    public void Numbers_as_they_stand_go_before_numbers_mended()
    {
        var astride = Profiles.Borough with { Extent = [-0.1, 51.4, 0.1, 51.6] };

        var answer = Decide("ETRS8", 0.0129, 51.5496, astride);

        Assert.Equal("lon-lat", answer.Place!.Value.Reading.Name);
    }

    [Fact]
    public void The_labels_reading_outside_the_borough_is_loaded_to_be_checked_when_nothing_else_fits()
    {
        var answer = Decide("ETRS89", -0.5, 52.5);

        Assert.NotNull(answer.Place);
        Assert.Equal(IssueType.Outside, answer.Issue!.Type);
        Assert.Equal(IssueSeverity.Warning, answer.Issue.Severity);
    }

    [Theory]
    [InlineData("ETRS89", 2.35, 48.85, IssueType.Outside)]
    [InlineData("ETRS8", -0.5, 52.5, IssueType.Outside)]
    [InlineData("ETRS89", 0, 0, IssueType.OutOfRange)]
    [InlineData("ETRS89", 3227840.27, 3011812.69, IssueType.OutOfRange)]
    public void A_place_that_is_nowhere_plausible_refuses_the_row(string label, double first, double second, string type)
    {
        var answer = Decide(label, first, second);

        Assert.Null(answer.Place);
        Assert.Equal(type, answer.Issue!.Type);
        Assert.Equal(IssueSeverity.Refusal, answer.Issue.Severity);
    }

    [Fact]
    public void Two_plausible_readings_refuse_the_row()
    {
        var wide = Profiles.Borough with { Extent = [0, 0, 60, 60] };

        var answer = Decide("?", 10, 20, wide);

        Assert.Null(answer.Place);
        Assert.Equal(IssueType.Crs, answer.Issue!.Type);
    }

    private PlaceAnswer Decide(string label, double first, double second, NamedZone? zone = null)
    {
        var landed = Profiles.Small().Place!.Readings
            .Select(r => (Reading: r, At: r.Read(first, second)))
            .Where(r => r.At is not null)
            .Select(r => new LandedReading(r.Reading, r.At!.Value.X, r.At.Value.Y));
        return _choice.Decide(new(2, "X,Y", $"{first},{second}", label, zone ?? Profiles.Borough), [.. landed]);
    }
}
