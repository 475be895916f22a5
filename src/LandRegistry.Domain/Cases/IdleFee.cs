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
}
