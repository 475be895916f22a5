using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Evaluation;

namespace LandRegistry.Domain.Tests.Evaluation;

public sealed class EvaluationFileTests
{
    private const string Sound = """
        { "id": "x", "title": { "zh": "某地", "en": "Somewhere" }, "source": "s", "quote": "q", "basis": "owned", "shares": { "a": 0.2, "b": 0.5, "c": 0.2 },
          // 说明
          "indicators": [ { "figure": "tax_yuan", "perMu": true, "weight": 60, "threshold": 80000, "byIndustry": { "C39": 120000 } }, { "figure": "value_added_yuan", "per": "jobs", "weight": 40, "threshold": 150000 } ] }
        """;

    [Fact]
    public void A_file_is_read_whole()
    {
        var set = EvaluationFile.Read(Sound, Metrics.Codes).RuleSet!;

        Assert.Equal(("x", AreaBasis.Owned, "all", 2m), (set.Id, set.Rules.Basis, set.Scale, set.Rules.MaximumRatio));
        Assert.Equal((120000m, "jobs"), (set.Rules.Indicators[0].ThresholdOf("C39"), set.Rules.Indicators[1].Per));
    }

    [Fact]
    public void Every_fault_of_a_file_is_told_with_its_place()
    {
        var read = EvaluationFile.Read("""{ "id": "", "title": { "zh": "某地" }, "source": "s", "quote": "q", "basis": "all", "shares": { "a": "much", "b": 0.9, "c": 0.9 }, "indicators": [ { "figure": "luck", "per": "jobs", "perMu": true, "weight": 0 } ], "more": 1 }""", Metrics.Codes);

        Assert.Null(read.RuleSet);
        Assert.Superset(
            new HashSet<string> { "id", "title.en", "basis", "shares.a", "indicators[0].figure", "indicators[0].threshold", "more", "" },
            read.Faults.Select(fault => fault.Place).ToHashSet());
        Assert.Equal("line 2", Assert.Single(EvaluationFile.Read("{\n,}", Metrics.Codes).Faults).Place);
    }

    [Fact]
    public void A_figure_divided_by_another_needs_both_and_a_divisor_above_zero()
    {
        var rules = EvaluationFile.Read(Sound, Metrics.Codes).RuleSet!.Rules with { ShareA = 1m, ShareB = 0m, ShareC = 0m };
        var results = PerMuEvaluation.Run(
        [
            Of(1, ("tax_yuan", 800_000m), ("value_added_yuan", 1_500_000m), ("jobs", 10m)), Of(2, ("tax_yuan", 1m), ("value_added_yuan", 1m)),
            Of(3, ("tax_yuan", 1m), ("value_added_yuan", 1m), ("jobs", 0m)),
        ], rules);

        Assert.Equal(100m, Math.Round(results[0].Total!.Value, 6));
        Assert.All(results.Skip(1), result => Assert.Single(result.NotGraded));
    }

    private static EnterprisePeriod Of(long id, params (string Name, decimal Amount)[] figures) =>
        new(id, null, new(20_000m / 3m, 0m, 0m), figures.ToDictionary(figure => figure.Name, figure => figure.Amount), 5);
}
