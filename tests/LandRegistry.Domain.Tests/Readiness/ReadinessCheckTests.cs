using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Readiness;
using LandRegistry.Domain.Tests.Clocks;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Readiness;

public sealed class ReadinessCheckTests
{
    private static readonly DateOnly Day = D("2026-01-10");

    private static readonly ReadinessCheck Check = new(LawBook.National.Editions[0], ReadinessCheck.UsualInfrastructure);

    [Fact]
    public void Land_of_which_everything_is_shown_is_ready() => Assert.True(Check.Assess(Clean(), Day).IsReady);

    [Fact]
    public void Land_of_which_nothing_is_known_is_not_ready_and_five_items_cite_Article_21()
    {
        var assessment = Check.Assess(new(), Day);

        Assert.False(assessment.IsReady);
        Assert.Equal(5, assessment.Items.Count(item => item.Article.StartsWith("Order 53 Article 21", StringComparison.Ordinal) && item.State == ItemState.Unknown));
    }

    [Theory, InlineData("mortgage", "clear-right"), InlineData("seizure", "clear-right"), InlineData("dispute", "no-dispute"), InlineData("court", "no-dispute"), InlineData("lease", null)]
    public void A_burden_blocks_the_item_it_touches_until_the_day_it_is_released(string kind, string? item)
    {
        var facts = Clean(burdens: [new(kind, D("2026-01-05"), D("2026-01-20"), Source)]);

        Assert.True(Check.Assess(facts, D("2026-01-04")).IsReady);
        Assert.Equal(item, Check.Assess(facts, D("2026-01-19")).Blocking.SingleOrDefault()?.Code);
        Assert.True(Check.Assess(facts, D("2026-01-20")).IsReady);
    }

    [Fact]
    public void Deferred_compensation_blocks_until_its_last_settlement_and_the_open_sum_is_told()
    {
        var facts = Clean(compensations: [new(1_000m, 1_000m, D("2025-01-01"), D("2026-01-10"), Source), new(500m, 200m, D("2026-02-01"), null, Source)]);

        Assert.Contains("1000", Assert.Single(Check.Assess(facts, D("2026-01-09")).Blocking).Says.En, StringComparison.Ordinal);
        Assert.True(Check.Assess(facts, D("2026-01-10")).IsReady);
        Assert.Equal("compensation-settled", Assert.Single(Check.Assess(facts, D("2026-02-01")).Blocking).Code);
    }

    [Fact]
    public void Land_still_published_as_idle_is_not_ready() =>
        Assert.Equal("publication", Assert.Single(Check.Assess(Clean(published: D("2025-06-01")), Day).Blocking).Code);

    [Fact]
    public void Missing_roads_and_a_missing_soil_survey_are_named()
    {
        var assessment = new ReadinessCheck(LawBook.National.Editions[0], ["road", "gas"]).Assess(Clean(industrial: true), Day);

        Assert.Equal(["site-conditions", "soil-survey"], assessment.Blocking.Select(item => item.Code));
        Assert.Contains("gas", assessment.Blocking.First().Says.En, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_ripe_is_idle() => Prop.ForAll(
        (from kind in Gen.Elements(Enum.GetValues<IdleKind>()) from answers in Gen.Elements<bool?>(true, true, true, false, null).ArrayOf(4) select (kind, answers)).ToArbitrary(),
        drawn =>
        {
            var ripe = Ripeness.Of(new(drawn.kind, drawn.answers[0], drawn.answers[1], drawn.answers[2], drawn.answers[3])).IsRipe;
            return ripe == (drawn.kind is IdleKind.A or IdleKind.B && drawn.answers.All(answer => answer == true));
        }).QuickCheckThrowOnFailure();

    private static ReadinessFacts Clean(IReadOnlyList<Burden>? burdens = null, IReadOnlyList<Compensation>? compensations = null, DateOnly? published = null, bool industrial = false) => new()
    {
        RightRegistered = On("2025-01-01"),
        Burdens = burdens ?? [],
        Compensations = compensations ?? [],
        Boundary = On("2025-01-01"),
        PlanningConditions = On("2025-03-01"),
        Infrastructure = ReadinessCheck.UsualInfrastructure.ToDictionary(name => name, _ => On("2025-02-01")),
        SurveyUpdated = On("2025-04-01"),
        PublishedOn = published,
        WasIndustrial = industrial,
    };
}
