using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Cases;

/// <summary>The idle land fee (土地闲置费, Order 53 Article 14(1)).</summary>
public static class IdleFee
{
    /// <summary>The fee in yuan, rounded to the cent (分); null when the price is unknown.</summary>
    /// <param name="priceYuan">Transfer or allocation price, yuan.</param>
    /// <param name="law">The law in force on the day of the decision.</param>
    public static decimal? Yuan(decimal? priceYuan, LawEdition law) =>
        law.Threshold("fee-rate") is var rate && priceYuan is { } price
            ? Math.Round(price * rate.Numerator / rate.Denominator, 2, MidpointRounding.AwayFromZero)
            : null;

    /// <summary>How the fee comes about, as a sentence.</summary>
    public static Text Explain(decimal? priceYuan, LawEdition law)
    {
        var rate = law.Threshold("fee-rate");
        return Yuan(priceYuan, law) is not { } fee
            ? new($"{rate.Says.Zh}；价款不明，无法计算。", $"{rate.Says.En}; the price is not known, so the fee cannot be computed.")
            : new(
                $"{rate.Says.Zh}：{Written(priceYuan!.Value)} 元 × {rate.Numerator}/{rate.Denominator} = {Written(fee)} 元。",
                $"{rate.Says.En}: {Written(priceYuan.Value)} yuan × {rate.Numerator}/{rate.Denominator} = {Written(fee)} yuan.");
    }

    private static string Written(decimal yuan) => yuan.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
