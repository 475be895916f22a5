using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;
using LandRegistry.Domain.Retender;

namespace LandRegistry.Domain.Tests.Retender;

public sealed class RetenderTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    [Theory]
    [InlineData(ParcelStatus.Ready, false, "", RetenderSection.Ready)]
    [InlineData(ParcelStatus.Reserved, false, "", RetenderSection.Ready)]
    [InlineData(ParcelStatus.Reserved, false, "clear-right", RetenderSection.Blocked)]
    [InlineData(ParcelStatus.Reserved, false, null, RetenderSection.Blocked)]
    [InlineData(ParcelStatus.Ready, true, "", RetenderSection.Held)]
    [InlineData(ParcelStatus.Reserved, true, "clear-right", RetenderSection.Held)]
    [InlineData(ParcelStatus.Listed, false, "", RetenderSection.InTender)]
    [InlineData(ParcelStatus.Awarded, true, "", RetenderSection.Sold)]
    [InlineData(ParcelStatus.Idle, false, "", null)]
    [InlineData(ParcelStatus.InUse, false, "", null)]
    public void A_parcel_stands_in_one_part_of_the_list_at_most(ParcelStatus status, bool onHold, string? blocking, RetenderSection? expected)
    {
        var items = blocking is null ? null : blocking.Split(',', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected, RetenderSections.Of(status, onHold, items));
    }

    [Fact]
    public void What_a_part_asks_of_its_parcels_agrees_with_where_a_parcel_stands()
    {
        foreach (var status in ParcelStatuses.All)
        {
            foreach (var (onHold, blocking) in new[] { (false, Array.Empty<string>()), (true, []), (false, ["soil-survey"]), (true, ["soil-survey"]) })
            {
                var asked = Enum.GetValues<RetenderSection>().Where(section =>
                    section.Statuses().Contains(status) && (section.Held() ?? onHold) == onHold && (section.Ready() ?? blocking.Length == 0) == (blocking.Length == 0));

                Assert.Equal(RetenderSections.Of(status, onHold, blocking) is { } section ? [section] : [], asked);
            }
        }
    }

    [Fact]
    public void Who_holds_a_blocker_is_named_where_known_and_else_its_department()
    {
        var facts = new BlockerFacts { Burdens = [new("mortgage", "甲银行"), new("court", "某法院"), new("mortgage", "甲银行")], Creditors = ["原使用权人"] };

        var blockers = Blockers.Of(["clear-right", "compensation-settled", "no-dispute", "soil-survey"], facts);

        Assert.Equal(["甲银行"], blockers[0].Holders);
        Assert.Equal(["原使用权人"], blockers[1].Holders);
        Assert.Equal(["某法院"], blockers[2].Holders);
        Assert.Empty(blockers[3].Holders);
        Assert.Equal("environment department", blockers[3].Department.En);
    }

    [Fact]
    public void Every_item_of_readiness_is_some_departments_business() =>
        Assert.All(ReadinessCheck.ItemCodes, item => Assert.NotEqual("", Blockers.DepartmentOf(item).Zh));

    [Fact]
    public void A_recorded_fact_says_when_a_blocker_ends_before_any_plan_does()
    {
        var facts = new BlockerFacts
        {
            Coming = [new(Day.AddDays(10), ["clear-right"]), new(Day.AddDays(20), [])],
            CompensationDueOn = Day.AddDays(40),
            CaseDeadlines = new Dictionary<string, DateOnly> { ["deregister"] = Day.AddDays(5) },
            StrategyEndsOn = Day.AddDays(90),
        };

        var blockers = Blockers.Of(["clear-right", "compensation-settled"], facts);

        Assert.Equal(new Expectation(Day.AddDays(20), ExpectationBasis.RecordedFact), blockers[0].Expected);
        Assert.Equal(new Expectation(Day.AddDays(10), ExpectationBasis.RecordedFact), blockers[1].Expected);
        Assert.Equal(Day.AddDays(20), Blockers.AllSettledOn(blockers));
    }

    [Fact]
    public void Plans_say_when_where_no_fact_does_and_without_one_nothing_is_expected()
    {
        var planned = new BlockerFacts { CompensationDueOn = Day.AddDays(40), CaseDeadlines = new Dictionary<string, DateOnly> { ["deregister"] = Day.AddDays(5) } };

        var blockers = Blockers.Of(["clear-right", "compensation-settled", "soil-survey"], planned);

        Assert.Equal(new Expectation(Day.AddDays(5), ExpectationBasis.CaseDeadline), blockers[0].Expected);
        Assert.Equal(new Expectation(Day.AddDays(40), ExpectationBasis.MoneyDue), blockers[1].Expected);
        Assert.Null(blockers[2].Expected);
        Assert.Null(Blockers.AllSettledOn(blockers));
        Assert.Equal(ExpectationBasis.StrategyStep, Blockers.Of(["soil-survey"], planned with { StrategyEndsOn = Day })[0].Expected!.Basis);
    }
}
