using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Evaluation;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Evaluation;

public sealed class PerMuEvaluationTests
{
    private static readonly EvaluationRules Rules = new([new("tax", 100m, true, 10m, new Dictionary<string, decimal> { ["C39"] = 20m })], AreaBasis.OwnedAndLeased, 3m, 2, 0.2m, 0.5m, 0.2m, 100m);

    [Fact]
    public void Grades_are_quantiles_of_those_graded()
    {
        var results = PerMuEvaluation.Run(Enumerable.Range(1, 10).Select(i => Of(i, 10m, i * 100m)), Rules);

        Assert.Equal("AABBBBBCCD", string.Concat(results.Select(result => result.Grade)));
        Assert.Equal(10, results[0].EnterpriseId);
    }

    [Fact]
    public void Equals_get_the_same_better_grade()
    {
        var results = PerMuEvaluation.Run(Enumerable.Range(1, 10).Select(i => Of(i, 10m, 100m)), Rules);

        Assert.All(results, result => Assert.Equal((1, Grade.A), (result.Rank, result.Grade)));
    }

    [Fact]
    public void Whoever_cannot_be_graded_is_listed_with_every_reason()
    {
        var results = PerMuEvaluation.Run([Of(1, 2m, 5m), Of(2, null, null, age: null), Of(3, 10m, 5m, age: 1), Of(4, 10m, 5m) with { IsExempt = true }], Rules);

        Assert.All(results, result => Assert.True(result.Grade is null && result.Total is null));
        Assert.Equal([1, 3, 1, 1], results.Select(result => result.NotGraded.Count));
    }

    [Fact]
    public void An_area_of_which_a_part_that_counts_is_unknown_is_unknown()
    {
        var area = new EnterpriseArea(Areas.FromMu(30m), null, 0m);

        Assert.Equal((30m, null), (Math.Round(area.Mu(AreaBasis.Owned)!.Value, 9), area.Mu(AreaBasis.OwnedAndLeased)));
    }

    [Fact]
    public void An_industry_is_held_to_its_own_threshold_and_other_weights_show_who_moves()
    {
        var enterprises = new[] { Of(1, 10m, 150m) with { Industry = "C39" }, Of(2, 10m, 100m) };
        var rules = Rules with { ShareA = 0.5m, ShareB = 0m, ShareC = 0m };
        var plain = rules with { Indicators = [new("tax", 100m, true, 10m)] };

        var (before, after) = (PerMuEvaluation.Run(enterprises, rules), PerMuEvaluation.Run(enterprises, plain));

        Assert.Equal([2L, 1L], before.Select(result => result.EnterpriseId));
        Assert.Equal([new(1, Grade.D, Grade.A), new(2, Grade.A, Grade.D)], PerMuEvaluation.Moves(before, after));
    }

    [Fact]
    public void Rules_that_cannot_be_used_tell_all_their_faults()
    {
        Assert.Empty(Rules.Faults());
        Assert.Equal(3, (Rules with { Indicators = [], ShareA = 0.9m, MinimumMu = -1m }).Faults().Count);
    }

    [Fact]
    public void A_better_figure_never_gives_a_worse_grade() => Prop.ForAll(Gen.Choose(0, 500).ArrayOf(12).ToArbitrary(), taxes =>
    {
        var results = PerMuEvaluation.Run(taxes.Select((tax, i) => Of(i, 10m, tax)), Rules).ToDictionary(result => result.EnterpriseId);
        return taxes.Select((tax, i) => (tax, i)).All(one => taxes.Select((tax, i) => (tax, i)).All(other => one.tax < other.tax || results[one.i].Grade <= results[other.i].Grade));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_zombie_is_found_by_several_signals_and_unknown_ones_leave_it_open()
    {
        ZombieEvidence[] seen = [new("stopped", true, D("2025-01-01"), Source), new("insolvent", true, D("2025-01-01"), Source), new("stopped", false, D("2026-01-01"), Source)];

        Assert.True(ZombieCheck.Usual.Assess(seen, D("2025-01-01")).IsZombie);
        Assert.Null(ZombieCheck.Usual.Assess(seen, D("2026-01-01")).IsZombie);
        Assert.Equal((2, 9), (ZombieCheck.Usual.Assess(seen, D("2026-01-01")).Score, ZombieCheck.Usual.Assess(seen, D("2026-01-01")).Possible));
        Assert.False(ZombieCheck.Usual.Assess([.. ZombieCheck.Usual.Signals.Select(signal => new ZombieEvidence(signal.Code, false, D("2025-01-01"), Source))], D("2025-01-01")).IsZombie);
    }

    private static EnterprisePeriod Of(long id, decimal? mu, decimal? tax, int? age = 5) => new(
        id, null, new(mu is { } area ? Areas.FromMu(area) : null, 0m, 0m), tax is { } paid ? new Dictionary<string, decimal> { ["tax"] = paid } : [], age);
}
