using System.Text.Json;
using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Evaluations;

/// <summary>
/// A rule set as a place publishes it. Scale, which enterprises it is for: above, below or all. Basis, which area counts:
/// owned, owned_and_leased or owned_leased_and_shared.
/// </summary>
public sealed record RuleSetShape(
    string Id, Text Title, string Source, string Quote, Text? Note, string Scale, string Basis, decimal MinimumMu, int MinimumAgeYears, GradeShares Shares,
    decimal MaximumRatio, IReadOnlyList<IndicatorShape> Indicators);

/// <summary>Shares of the best, the next and those after, 0 to 1; the rest are D.</summary>
public sealed record GradeShares(decimal A, decimal B, decimal C);

/// <summary>An indicator: the figure, by area when perMu or divided by the figure per; its weight; the value that earns all of it.</summary>
public sealed record IndicatorShape(
    string Figure, Text Label, string? Per, bool PerMu, decimal Weight, decimal Threshold, IReadOnlyDictionary<string, decimal>? ByIndustry);

/// <summary>The built-in rule sets.</summary>
public sealed record RuleSetList(IReadOnlyList<RuleSetShape> Items);

/// <summary>What to evaluate by: a built-in set, or rules of one's own in the form of its files (data/evaluation).</summary>
public sealed record RulesChoice
{
    /// <summary>Id of a built-in set.</summary>
    public string? RuleSet { get; init; }

    /// <summary>Rules in the form of the files; instead of ruleSet.</summary>
    public JsonElement? Rules { get; init; }
}

/// <summary>Runs an evaluation.</summary>
public sealed record RunRequest
{
    /// <summary>Id of a built-in set.</summary>
    public string? RuleSet { get; init; }

    /// <summary>Rules in the form of the files; instead of ruleSet.</summary>
    public JsonElement? Rules { get; init; }

    /// <summary>yyyy-MM-dd, first day of the period; required.</summary>
    public string? From { get; init; }

    /// <summary>yyyy-MM-dd, last day, inclusive; land and age are of this day; required.</summary>
    public string? To { get; init; }
}

/// <summary>Compares two sets of rules over one period.</summary>
public sealed record CompareRequest
{
    public RulesChoice? Before { get; init; }
    public RulesChoice? After { get; init; }

    /// <summary>yyyy-MM-dd, first day of the period; required.</summary>
    public string? From { get; init; }

    /// <summary>yyyy-MM-dd, last day, inclusive; required.</summary>
    public string? To { get; init; }
}

/// <summary>An evaluation: how many of each grade, then every enterprise, graded ones first by rank.</summary>
public sealed record EvaluationRun(string RuleSet, Text Title, DateOnly From, DateOnly To, GradeCounts Counts, IEnumerable<EvaluatedShape> Items);

/// <summary>How many enterprises got which grade.</summary>
public sealed record GradeCounts(int A, int B, int C, int D, int NotGraded);

/// <summary>An enterprise's result: the area it was divided by in mu, its scores, rank and grade, or why it has none.</summary>
public sealed record EvaluatedShape(
    long EnterpriseId, string EnterpriseName, decimal? Mu, IReadOnlyList<ScoreShape> Scores, decimal? Total, int? Rank, string? Grade, bool IsEstimated,
    IReadOnlyList<Text> NotGraded);

/// <summary>An indicator as it was counted.</summary>
public sealed record ScoreShape(string Indicator, decimal Value, decimal Threshold, decimal Score);

/// <summary>What two sets of rules make of the same enterprises, and who moves.</summary>
public sealed record EvaluationComparison(GradeCounts Before, GradeCounts After, int Moved, IEnumerable<MoveShape> Items);

/// <summary>An enterprise whose grade differs; null is not graded.</summary>
public sealed record MoveShape(
    long EnterpriseId, string EnterpriseName, string? Before, string? After, decimal? TotalBefore, decimal? TotalAfter, int? RankBefore, int? RankAfter);

/// <summary>Grades of a year, for lists.</summary>
/// <param name="Year">The year.</param>
/// <param name="Items">Those asked for who took part, by rule set and rank.</param>
public sealed record GradeList(int Year, IReadOnlyList<EnterpriseGrade> Items);

/// <summary>An enterprise's grade by the set of its scale; null with the reasons where it has none.</summary>
public sealed record EnterpriseGrade(long EnterpriseId, string RuleSet, Text RuleSetTitle, string? Grade, IReadOnlyList<Text> NotGraded);
