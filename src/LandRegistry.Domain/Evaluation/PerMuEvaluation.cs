using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Evaluation;

/// <summary>One indicator of an enterprise as it was counted.</summary>
/// <param name="Indicator">Its name.</param>
/// <param name="Value">Value, per mu where so divided.</param>
/// <param name="Threshold">Value that earns full weight.</param>
/// <param name="Score">What it earned.</param>
public sealed record IndicatorScore(string Indicator, decimal Value, decimal Threshold, decimal Score);

/// <summary>An enterprise's result.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Mu">The area that it was divided by, mu; null when unknown.</param>
/// <param name="Scores">The indicators.</param>
/// <param name="Total">Sum of the scores; null when not graded.</param>
/// <param name="Rank">1 for the best; equals share a rank; null when not graded.</param>
/// <param name="Grade">The grade; null when not graded.</param>
/// <param name="NotGraded">Why not; empty when graded.</param>
public sealed record Evaluated(
    long EnterpriseId, decimal? Mu, IReadOnlyList<IndicatorScore> Scores, decimal? Total, int? Rank, Grade? Grade, IReadOnlyList<Text> NotGraded);

/// <summary>An enterprise whose grade differs between two runs.</summary>
public sealed record GradeMove(long EnterpriseId, Grade? Before, Grade? After);

/// <summary>
/// Per-mu evaluation: each indicator earns its weight times value over threshold, capped; grades are quantiles of the
/// totals among those that are graded. Equal totals always get the same, better grade.
/// </summary>
public static class PerMuEvaluation
{
    /// <summary>Evaluates the enterprises, graded ones first by rank, then the others.</summary>
    public static IReadOnlyList<Evaluated> Run(IEnumerable<EnterprisePeriod> enterprises, EvaluationRules rules)
    {
        var scored = enterprises.Select(enterprise => Score(enterprise, rules)).ToList();
        var graded = scored.Where(one => one.NotGraded.Count == 0).OrderByDescending(one => one.Total).ThenBy(one => one.EnterpriseId).ToList();
        var ranked = new List<Evaluated>(scored.Count);
        for (var i = 0; i < graded.Count; i++)
        {
            var rank = i > 0 && graded[i].Total == graded[i - 1].Total ? ranked[^1].Rank!.Value : i + 1;
            ranked.Add(graded[i] with { Rank = rank, Grade = GradeOf(rank, graded.Count, rules) });
        }

        return [.. ranked, .. scored.Where(one => one.NotGraded.Count > 0).OrderBy(one => one.EnterpriseId)];
    }

    /// <summary>Who moves between two runs, for instance with other weights.</summary>
    public static IReadOnlyList<GradeMove> Moves(IReadOnlyList<Evaluated> before, IReadOnlyList<Evaluated> after)
    {
        var was = before.ToDictionary(one => one.EnterpriseId, one => one.Grade);
        return [.. after.Where(one => was.TryGetValue(one.EnterpriseId, out var grade) && grade != one.Grade).Select(one => new GradeMove(one.EnterpriseId, was[one.EnterpriseId], one.Grade))];
    }

    private static Evaluated Score(EnterprisePeriod enterprise, EvaluationRules rules)
    {
        var mu = enterprise.Area.Mu(rules.Basis);
        var scores = new List<IndicatorScore>();
        var reasons = Reasons(enterprise, mu, rules);
        foreach (var indicator in rules.Indicators)
        {
            var unknown = new[] { indicator.Name, indicator.Per }.Where(name => name is not null && !enterprise.Figures.ContainsKey(name)).ToList();
            reasons.AddRange(unknown.Select(name => new Text($"缺少“{name}”", $"{name} is not known")));
            if (unknown.Count > 0 || (indicator.IsPerMu && !(mu > 0)))
            {
                continue;
            }

            var divisor = indicator.IsPerMu ? mu!.Value : indicator.Per is { } per ? enterprise.Figures[per] : 1m;
            if (divisor <= 0m)
            {
                reasons.Add(new($"“{indicator.Per}”不大于零，无法相除", $"{indicator.Per} is not above zero, nothing can be divided by it"));
                continue;
            }

            var (value, threshold) = (enterprise.Figures[indicator.Name] / divisor, indicator.ThresholdOf(enterprise.Industry));
            scores.Add(new(indicator.Title, value, threshold, indicator.Weight * Math.Clamp(value / threshold, 0m, rules.MaximumRatio)));
        }

        return new(enterprise.EnterpriseId, mu, scores, reasons.Count == 0 ? scores.Sum(score => score.Score) : null, null, null, reasons);
    }

    private static List<Text> Reasons(EnterprisePeriod enterprise, decimal? mu, EvaluationRules rules)
    {
        (bool Holds, Text Says)[] reasons =
        [
            (enterprise.IsExempt, new("公用事业、初创或在建，不评级", "Public utility, start-up or under construction")),
            (mu is null, new("用地面积不明", "The area is not known")),
            (mu <= 0m, new("没有计入的用地", "No land counts")),
            (mu > 0m && mu < rules.MinimumMu, new("用地面积低于下限", "The area is below the minimum")),
            (enterprise.AgeYears is null, new("投产时间不明", "Its age is not known")),
            (enterprise.AgeYears < rules.MinimumAgeYears, new("投产年限不足", "It is too young")),
        ];
        return [.. reasons.Where(reason => reason.Holds).Select(reason => reason.Says)];
    }

    /// <summary>A rank is within a share when it is at most that share of the number graded.</summary>
    private static Grade GradeOf(int rank, int count, EvaluationRules rules) =>
        rank <= rules.ShareA * count ? Grade.A
        : rank <= (rules.ShareA + rules.ShareB) * count ? Grade.B
        : rank <= (rules.ShareA + rules.ShareB + rules.ShareC) * count ? Grade.C
        : Grade.D;
}
