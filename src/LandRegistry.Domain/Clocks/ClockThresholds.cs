using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Clocks;

/// <summary>The two thresholds of Order 53 Article 2 ¶2; below one of them is enough.</summary>
internal static class ClockThresholds
{
    /// <summary>True when either share is known to be below; false when both are known not to be; else null.</summary>
    public static bool? Below(LandFacts facts, LawEdition law, DateOnly day)
    {
        var (area, invested) = (AreaBelow(facts, law, day), InvestmentBelow(facts, law, day));
        return area == true || invested == true ? true : area == false && invested == false ? false : null;
    }

    /// <summary>Whether the developed area is below its share; null when unknown.</summary>
    public static bool? AreaBelow(LandFacts facts, LawEdition law, DateOnly day) =>
        ClockFactsOnDay.Developed(facts, day)?.DevelopedAreaSquareMetres is { } part
        && ClockFactsOnDay.DevelopableArea(facts, day)?.DevelopableAreaSquareMetres is { } whole ? law.DevelopedArea.IsBelow(part, whole) : null;

    /// <summary>Whether the investment is below its share; null when unknown.</summary>
    public static bool? InvestmentBelow(LandFacts facts, LawEdition law, DateOnly day) =>
        ClockFactsOnDay.Invested(facts, day)?.InvestedYuan is { } part
        && ClockFactsOnDay.TotalInvestment(facts, day)?.TotalInvestmentYuan is { } whole ? law.Invested.IsBelow(part, whole) : null;
}
