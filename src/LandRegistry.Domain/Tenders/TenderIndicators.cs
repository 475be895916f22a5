using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Tenders;

/// <summary>How a promised indicator of standard land turned out.</summary>
public enum IndicatorResult
{
    /// <summary>Not checked yet.</summary>
    Open,

    /// <summary>At least as good as promised.</summary>
    Kept,

    /// <summary>Worse than promised.</summary>
    Missed,
}

/// <summary>An indicator that a taker promises and that is checked later.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Name">What it is, with its unit.</param>
/// <param name="AtLeast">Whether more is better; energy and emissions are better when less.</param>
public sealed record TenderIndicator(string Code, Text Name, bool AtLeast);

/// <summary>The indicators of standard land (标准地).</summary>
public static class TenderIndicators
{
    /// <summary>All of them, in the order of the agreement.</summary>
    public static IReadOnlyList<TenderIndicator> All { get; } =
    [
        new("investment_per_mu", new("亩均投资（元/亩）", "Investment, yuan per mu"), true),
        new("output_per_mu", new("亩均产值（元/亩·年）", "Yearly output, yuan per mu"), true),
        new("tax_per_mu", new("亩均税收（元/亩·年）", "Yearly tax, yuan per mu"), true),
        new("floor_area_ratio", new("容积率", "Floor area ratio"), true),
        new("rd_share", new("研发投入占比（0—1）", "Share of research and development, 0 to 1"), true),
        new("energy_per_output", new("单位产值能耗（吨标煤/万元）", "Energy, tce per 10,000 yuan of output"), false),
    ];

    /// <summary>The name of an indicator.</summary>
    public static Text NameOf(string code) => All.First(indicator => indicator.Code == code).Name;

    /// <summary>Whether what was found is as good as what was promised; equal is.</summary>
    public static IndicatorResult Judge(string code, decimal promised, decimal? found) =>
        found is not { } actual ? IndicatorResult.Open
        : (All.First(indicator => indicator.Code == code).AtLeast ? actual >= promised : actual <= promised) ? IndicatorResult.Kept
        : IndicatorResult.Missed;
}
