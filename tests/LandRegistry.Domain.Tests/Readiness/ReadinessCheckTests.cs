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
        var facts = Clean(compensations:
        [
            new(1_000m, false, D("2025-01-01"), Source), new(1_000m, true, D("2026-01-10"), Source), new(500m, false, D("2026-02-01"), Source), new(200m, true, D("2026-02-02"), Source),
        ]);

        Assert.Contains("1,000", Assert.Single(Check.Assess(facts, D("2026-01-09")).Blocking).Says.En, StringComparison.Ordinal);
        Assert.True(Check.Assess(facts, D("2026-01-10")).IsReady);
        Assert.Equal("compensation-settled", Assert.Single(Check.Assess(facts, D("2026-02-01")).Blocking).Code);
        Assert.Contains("300", Assert.Single(Check.Assess(facts, D("2026-03-01")).Blocking).Says.En, StringComparison.Ordinal);
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
    public void That_no_burden_is_recorded_says_nothing_before_the_title_register_was_looked_into() =>
        Assert.Superset(new HashSet<string> { "clear-right", "compensation-settled", "no-dispute" }, Check.Assess(Clean(), D("2024-12-31")).Blocking.Where(item => item.State == ItemState.Unknown).Select(item => item.Code).ToHashSet());

    [Theory]
    [InlineData("right-registered", "clear-right"), InlineData("compensation-search", "compensation-settled"), InlineData("title-search", "no-dispute"), InlineData("planning", "plan-conditions")]
    [InlineData("site", "site-conditions"), InlineData("survey", "survey-update"), InlineData("soil", "soil-survey"), InlineData("withdrawn", "publication"), InlineData("standard", "standard-land")]
    public void Each_item_holds_from_the_day_of_its_evidence_and_not_on_the_day_before(string late, string item)
    {
        // All is shown early in 2025 but for one thing, which is shown a year later.
        var (day, clean) = (On("2026-01-01"), Clean(industrial: late == "soil", published: late == "withdrawn" ? D("2025-01-01") : null));
        var facts = new ReadinessFacts
        {
            RightRegistered = late == "right-registered" ? day : clean.RightRegistered,
            TitleSearched = late == "title-search" ? day : clean.TitleSearched,
            CompensationSearched = late == "compensation-search" ? day : clean.CompensationSearched,
            Boundary = clean.Boundary,
            LandUseKnown = true,
            PlanningConditions = late == "planning" ? day : clean.PlanningConditions,
            Infrastructure = late == "site" ? [.. clean.Infrastructure.Skip(1), new(clean.Infrastructure[0].Name, day)] : clean.Infrastructure,
            SurveyUpdated = late == "survey" ? day : clean.SurveyUpdated,
            SoilSurvey = late == "soil" ? day : null,
            WasIndustrial = clean.WasIndustrial,
            Publications = late == "withdrawn" ? [new(D("2025-01-01"), day, Source)] : [],
            StandardLand = late == "standard" ? [new(D("2025-01-01"), "required", Source), new(D("2026-01-01"), "set", Source)] : [],
        };

        Assert.Contains(item, Check.Assess(facts, D("2025-12-31")).Blocking.Select(blocking => blocking.Code));
        Assert.True(Check.Assess(facts, D("2026-01-01")).IsReady);
    }

    [Theory, InlineData("required", false), InlineData("set", true), InlineData("not_required", true), InlineData(null, true)]
    public void Standard_land_indicators_block_only_where_they_are_required_and_not_set(string? value, bool ready) =>
        Assert.Equal(ready, Check.Assess(Clean(standard: value), Day).IsReady);

    [Fact]
    public void The_remaining_term_of_a_right_that_stands_is_told_in_full_years()
    {
        var item = Check.Assess(new() { Term = new(50, D("2010-01-10"), Source) }, Day).Items.Single(item => item.Code == "remaining-term");

        Assert.Equal(ItemState.Holds, item.State);
        Assert.Contains("34 full years", item.Says.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_timeline_blocks_on_every_day_what_the_explained_answer_blocks() => Prop.ForAll(
        (from facts in Drawn() from day in Land.Day() from near in Gen.Choose(-2, 2) select (facts, day, near)).ToArbitrary(),
        drawn =>
        {
            var timeline = new List<ReadinessSegment>();
            ReadinessTimeline.Of(drawn.facts, LawBook.National, ReadinessCheck.UsualInfrastructure, timeline);
            return timeline.Select(segment => segment.From.AddDays(segment.From.Year < 9 ? 0 : drawn.near)).Append(drawn.day).All(day =>
                ReadinessTimeline.At(timeline, day).Blocking.SequenceEqual(
                    new ReadinessCheck(LawBook.National.On(day), ReadinessCheck.UsualInfrastructure).Assess(drawn.facts, day).Blocking.Select(item => item.Code)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void What_is_ripe_is_idle() => Prop.ForAll(
        (from kind in Gen.Elements(Enum.GetValues<IdleKind>()) from answers in Gen.Elements<bool?>(true, true, true, false, null).ArrayOf(4) select (kind, answers)).ToArbitrary(),
        drawn =>
        {
            var ripe = Ripeness.Of(new(drawn.kind, drawn.answers[0], drawn.answers[1], drawn.answers[2], drawn.answers[3])).IsRipe;
            return ripe == (drawn.kind is IdleKind.A or IdleKind.B && drawn.answers.All(answer => answer == true));
        }).QuickCheckThrowOnFailure();

    private static ReadinessFacts Clean(IReadOnlyList<Burden>? burdens = null, IReadOnlyList<CompensationLine>? compensations = null, DateOnly? published = null, bool industrial = false, string? standard = null) => new()
    {
        RightRegistered = On("2025-01-01"),
        TitleSearched = On("2025-01-01"),
        Burdens = burdens ?? [],
        CompensationSearched = On("2025-01-01"),
        Compensations = compensations ?? [],
        Boundary = On("2025-01-01"),
        LandUseKnown = true,
        PlanningConditions = On("2025-03-01"),
        Infrastructure = [.. ReadinessCheck.UsualInfrastructure.Select(name => new SiteItem(name, On("2025-02-01")))],
        SurveyUpdated = On("2025-04-01"),
        Publications = published is { } day ? [new(day, null, Source)] : [],
        WasIndustrial = industrial,
        StandardLand = standard is null ? [] : [new(D("2025-05-01"), standard, Source)],
    };

    /// <summary>Facts of every sort, most of them there, so that now and then land is ready.</summary>
    private static Gen<ReadinessFacts> Drawn() =>
        from days in Land.Day().ArrayOf(12)
        from there in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false))).ArrayOf(12)
        from burdens in (from kind in Gen.Elements("mortgage", "seizure", "lease", "dispute", "court") from began in Land.Day() from lasts in Gen.Choose(1, 400) from open in Gen.Elements(true, false)
                         select new Burden(kind, began, open ? null : began.AddDays(lasts), Source)).ArrayOf().Resize(2)
        from lines in (from yuan in Gen.Choose(1, 3) from settles in Gen.Elements(true, false) from day in Land.Day() select new CompensationLine(yuan, settles, day, Source)).ArrayOf().Resize(3)
        from industrial in Gen.Elements<bool?>(true, false, null)
        from standard in Gen.Elements("required", "set", "not_required")
        select new ReadinessFacts
        {
            RightRegistered = there[0] ? new(days[0], Source) : null,
            TitleSearched = there[1] ? new(days[1], Source) : null,
            CompensationSearched = there[2] ? new(days[2], Source) : null,
            Burdens = burdens,
            Compensations = lines,
            Boundary = there[3] ? new(days[3], Source) : null,
            LandUseKnown = there[4],
            PlanningConditions = there[5] ? new(days[5], Source) : null,
            Infrastructure = [.. ReadinessCheck.UsualInfrastructure.Where((_, i) => there[i]).Select((name, i) => new SiteItem(name, new(days[i], Source)))],
            SurveyUpdated = there[7] ? new(days[7], Source) : null,
            Publications = there[8] ? [new(days[8], there[9] ? new(days[9], Source) : null, Source)] : [],
            WasIndustrial = industrial,
            SoilSurvey = there[10] ? new(days[10], Source) : null,
            StandardLand = there[11] ? [] : [new(days[11], standard, Source)],
        };
}
