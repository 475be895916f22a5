using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Evaluation;

/// <summary>Grades of the per-mu evaluation (亩均论英雄).</summary>
public enum Grade
{
    /// <summary>优先发展.</summary>
    A,

    /// <summary>鼓励提升.</summary>
    B,

    /// <summary>规范转型.</summary>
    C,

    /// <summary>调控整治.</summary>
    D,
}

/// <summary>Which area an enterprise is divided by.</summary>
public enum AreaBasis
{
    /// <summary>Owned only (自有).</summary>
    Owned,

    /// <summary>Owned and leased (自有加租赁).</summary>
    OwnedAndLeased,

    /// <summary>Owned, leased and its part of what is shared.</summary>
    OwnedLeasedAndShared,
}

/// <summary>Area of an enterprise in square metres; null is unknown, zero is none.</summary>
public sealed record EnterpriseArea(decimal? OwnedSquareMetres, decimal? LeasedSquareMetres, decimal? SharedSquareMetres)
{
    /// <summary>The area that counts, mu; null when a part that counts is unknown.</summary>
    public decimal? Mu(AreaBasis basis)
    {
        var squareMetres = basis switch
        {
            AreaBasis.Owned => OwnedSquareMetres,
            AreaBasis.OwnedAndLeased => OwnedSquareMetres + LeasedSquareMetres,
            _ => OwnedSquareMetres + LeasedSquareMetres + SharedSquareMetres,
        };
        return squareMetres is { } area ? Areas.ToMu(area) : null;
    }
}

/// <summary>What an enterprise is graded on over a period; a figure that is missing is unknown.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Industry">Code of its industry; null when unknown.</param>
/// <param name="Area">Its area.</param>
/// <param name="Figures">Figures of the period by name, for instance <c>tax</c> and <c>output</c> in yuan.</param>
/// <param name="AgeYears">Full years since it began to produce; null when unknown.</param>
/// <param name="IsExempt">Public utility, start-up or project under construction: takes part without a grade.</param>
public sealed record EnterprisePeriod(
    long EnterpriseId, string? Industry, EnterpriseArea Area, IReadOnlyDictionary<string, decimal> Figures, int? AgeYears, bool IsExempt = false);

/// <summary>One indicator of an evaluation.</summary>
/// <param name="Name">The figure it is taken from.</param>
/// <param name="Weight">Its weight, positive; weights need not sum to anything.</param>
/// <param name="IsPerMu">Whether it is divided by the area in mu.</param>
/// <param name="Threshold">Value that earns its full weight, in the figure's unit (per mu, where so divided).</param>
/// <param name="ByIndustry">Other values for single industries.</param>
/// <param name="Per">Another figure that it is divided by, for instance energy; null for none.</param>
public sealed record Indicator(
    string Name, decimal Weight, bool IsPerMu, decimal Threshold, IReadOnlyDictionary<string, decimal>? ByIndustry = null, string? Per = null)
{
    /// <summary>What it is called in results: the figure, and what it is divided by.</summary>
    public string Title => IsPerMu ? Name + "/mu" : Per is null ? Name : $"{Name}/{Per}";

    /// <summary>The value that earns full weight in an industry.</summary>
    public decimal ThresholdOf(string? industry) => industry is not null && ByIndustry is not null && ByIndustry.TryGetValue(industry, out var own) ? own : Threshold;
}

/// <summary>How a place evaluates; every number differs from place to place.</summary>
/// <param name="Indicators">What counts, at least one.</param>
/// <param name="Basis">Which area counts.</param>
/// <param name="MinimumMu">Smaller enterprises are not graded, mu.</param>
/// <param name="MinimumAgeYears">Younger enterprises are not graded.</param>
/// <param name="ShareA">Share of the best, 0 to 1.</param>
/// <param name="ShareB">Share of the next.</param>
/// <param name="ShareC">Share of the next; the rest are D.</param>
/// <param name="MaximumRatio">A figure earns at most so many times its weight.</param>
public sealed record EvaluationRules(
    IReadOnlyList<Indicator> Indicators, AreaBasis Basis, decimal MinimumMu, int MinimumAgeYears, decimal ShareA, decimal ShareB, decimal ShareC, decimal MaximumRatio = 2m)
{
    /// <summary>What is wrong with the rules; empty when they can be used.</summary>
    public IReadOnlyList<Text> Faults()
    {
        (bool Holds, Text Says)[] checks =
        [
            (Indicators.Count > 0, new("至少要有一个指标。", "At least one indicator is needed.")),
            (Indicators.All(one => one.Weight > 0), new("权重须为正数。", "Weights must be positive.")),
            (Indicators.All(one => one.Threshold > 0 && one.ByIndustry?.Values.All(value => value > 0) != false), new("标准值须为正数。", "Thresholds must be positive.")),
            (Indicators.Select(one => one.Title).Distinct().Count() == Indicators.Count, new("指标不得重复。", "An indicator stands twice.")),
            (ShareA >= 0 && ShareB >= 0 && ShareC >= 0 && ShareA + ShareB + ShareC <= 1, new("A、B、C 的比例之和须在 0 与 1 之间。", "The shares of A, B and C sum to between 0 and 1.")),
            (Indicators.All(one => !one.IsPerMu || one.Per is null), new("一个指标不能既按亩又按另一数值平均。", "An indicator is divided by area or by another figure, not by both.")),
            (MinimumMu >= 0 && MinimumAgeYears >= 0 && MaximumRatio > 0, new("下限不得为负，封顶倍数须为正。", "Minima are not negative, the highest ratio is positive.")),
        ];
        return [.. checks.Where(check => !check.Holds).Select(check => check.Says)];
    }
}
