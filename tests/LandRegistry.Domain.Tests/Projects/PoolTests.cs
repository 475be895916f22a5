using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Projects;

namespace LandRegistry.Domain.Tests.Projects;

public sealed class PoolTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public void Totals_by_class_overlap_and_the_whole_counts_each_project_once()
    {
        PoolEntry[] pool =
        [
            new(ProjectStage.Talks, ProjectLevel.Province, [ProjectClass.FiveYearPlan, ProjectClass.SpecialBond], 300_000_000, 100_000_000, false),
            new(ProjectStage.Contracted, null, [ProjectClass.FiveYearPlan], null, null, true),
            new(ProjectStage.Building, null, [], 50_000_000, null, false),
        ];

        var totals = PoolTotals.Of(pool);

        Assert.Equal((3, 350_000_000m, 1, 100_000_000m, 2, 1, 1), (totals.Whole.Count, totals.Whole.AgreedYuan, totals.Whole.AgreedUnknown, totals.Whole.ArrivedYuan, totals.Whole.ArrivedUnknown, totals.Whole.Large, totals.Whole.Stale));
        Assert.Equal(4, totals.Classes.Sum(line => line.Sum.Count));
        Assert.Equal(2, totals.Classes.Single(line => line.Class == ProjectClass.FiveYearPlan).Sum.Count);
        Assert.Equal(1, totals.Classes.Single(line => line.Class is null).Sum.Count);
        Assert.Equal(33.3m, totals.Whole.ArrivedShare);
    }

    [Fact]
    public void Stages_and_levels_part_the_pool_and_no_class_is_larger_than_it() => Prop.ForAll(Entry().ListOf().ToArbitrary(), drawn =>
    {
        var pool = drawn.ToList();
        var totals = PoolTotals.Of(pool);
        return totals.Stages.Values.Sum(stage => stage.Count) == pool.Count
            && totals.Levels.Sum(level => level.Sum.Count) == pool.Count
            && totals.Stages.Values.Sum(stage => stage.AgreedYuan) == totals.Whole.AgreedYuan
            && totals.Levels.Sum(level => level.Sum.ArrivedUnknown) == totals.Whole.ArrivedUnknown
            && totals.Classes.All(line => line.Sum.Count <= pool.Count && line.Sum.AgreedYuan <= totals.Whole.AgreedYuan)
            && totals.Classes.Sum(line => line.Sum.Count) >= pool.Count;
    }).QuickCheckThrowOnFailure();

    /// <summary>S2: 31.1 of 70.84 (×10⁸ yuan) were 43.9 per cent.</summary>
    [Fact]
    public void The_share_that_arrived_is_printed_with_one_decimal_and_may_exceed_a_hundred()
    {
        Assert.Equal(43.9m, InvestmentShare.Percent(31.1m, 70.84m));
        Assert.Equal(120m, InvestmentShare.Percent(6, 5));
        Assert.Null(InvestmentShare.Percent(null, 5));
        Assert.Null(InvestmentShare.Percent(5, 0));
    }

    [Fact]
    public void A_review_holds_for_its_days_the_last_one_inclusive_and_what_runs_or_was_lost_is_never_stale()
    {
        var rule = new ReviewRule(90);

        Assert.False(rule.IsStale(ProjectStage.Talks, Today.AddDays(-90), Today));
        Assert.True(rule.IsStale(ProjectStage.Talks, Today.AddDays(-91), Today));
        Assert.False(rule.IsStale(ProjectStage.Producing, Today.AddDays(-900), Today));
        Assert.False(rule.IsStale(ProjectStage.Lost, Today.AddDays(-900), Today));
    }

    [Fact]
    public void A_stage_may_be_skipped_or_gone_back_on_but_not_repeated_nor_dated_before_the_one_that_stands()
    {
        Assert.Null(ProjectMoves.Judge(ProjectStage.Contracted, Today, ProjectStage.Talks, Today, Today));
        Assert.Equal("project-stage-same", ProjectMoves.Judge(ProjectStage.Talks, Today, ProjectStage.Talks, Today, Today)!.Code);
        Assert.Equal("project-day-before-former", ProjectMoves.Judge(ProjectStage.Talks, Today, ProjectStage.Contracted, Today.AddDays(-1), Today)!.Code);
        Assert.Equal("project-day-in-future", ProjectMoves.Judge(ProjectStage.Talks, Today, ProjectStage.Contracted, Today.AddDays(1), Today)!.Code);
    }

    [Fact]
    public void A_site_is_won_only_after_an_offer_and_by_one_project()
    {
        var offered = new CourtshipState(CourtshipStep.Offered, Today, 1_000_000);

        Assert.Null(Courtships.Judge(offered, CourtshipStep.Won, Today, Today, takenBy: null));
        Assert.Equal("project-site-taken", Courtships.Judge(offered, CourtshipStep.Won, Today, Today, "示例项目")!.Code);
        Assert.Equal("project-step-not-next", Courtships.Judge(offered with { Step = CourtshipStep.Visited }, CourtshipStep.Won, Today, Today, null)!.Code);
        Assert.Equal("project-day-before-former", Courtships.Judge(offered, CourtshipStep.Declined, Today.AddDays(-1), Today, null)!.Code);
        Assert.Equal([CourtshipStep.Shortlisted], Courtships.After(CourtshipStep.Declined));
    }

    private static Gen<PoolEntry> Entry() =>
        from stage in Gen.Choose(0, 7)
        from level in Gen.Choose(-1, 4)
        from classes in Gen.Choose(0, 9).ListOf()
        from agreed in Gen.Choose(-50, 500)
        from arrived in Gen.Choose(-50, 500)
        select new PoolEntry(
            (ProjectStage)stage, level < 0 ? null : (ProjectLevel)level, [.. classes.Distinct().Select(one => (ProjectClass)one)],
            agreed < 0 ? null : agreed * 1_000_000m, arrived < 0 ? null : arrived * 1_000_000m, false);
}
