using System.Collections.Immutable;

namespace LandRegistry.Domain.Facts;

/// <summary>A line of a parcel's money ledger.</summary>
/// <param name="Kind">One of <see cref="MoneyLedger.Kinds"/>.</param>
/// <param name="On">Day from which it counts.</param>
/// <param name="Yuan">Amount, yuan, never negative.</param>
public sealed record MoneyLine(string Kind, DateOnly On, decimal Yuan);

/// <summary>What was owed and what was settled of it, yuan. Due and over together are settled and open together.</summary>
/// <param name="DueYuan">Owed; null when unknown.</param>
/// <param name="SettledYuan">Paid or settled.</param>
/// <param name="OpenYuan">Still open; null when what was owed is unknown.</param>
/// <param name="OverYuan">Settled beyond what was owed; null when that is unknown.</param>
public sealed record Balance(decimal? DueYuan, decimal SettledYuan, decimal? OpenYuan, decimal? OverYuan)
{
    /// <summary>The balance of two sums.</summary>
    public static Balance Of(decimal? due, decimal settled) =>
        due is { } owed ? new(owed, settled, Math.Max(0m, owed - settled), Math.Max(0m, settled - owed)) : new(null, settled, null, null);
}

/// <summary>The balances of a parcel on a day, yuan.</summary>
/// <param name="AsOf">The day; lines of later days do not count.</param>
/// <param name="Price">Transfer price and payments.</param>
/// <param name="Fee">Idle fee and its payments.</param>
/// <param name="Compensation">Compensation and settlements, deferred ones included.</param>
/// <param name="DeferredYuan">Of the open compensation, what was deferred by agreement.</param>
/// <param name="SwapDifferenceYuan">Difference paid at swaps.</param>
/// <param name="SubsidyYuan">Subsidies paid out.</param>
public sealed record MoneyBalances(
    DateOnly AsOf, Balance Price, Balance Fee, Balance Compensation, decimal DeferredYuan, decimal SwapDifferenceYuan, decimal SubsidyYuan);

/// <summary>Adds a parcel's money lines up.</summary>
public static class MoneyLedger
{
    public const string Price = "price";
    public const string Payment = "payment";
    public const string Fee = "fee";
    public const string FeePayment = "fee_payment";
    public const string CompensationDue = "compensation_due";
    public const string CompensationSettled = "compensation_settled";
    public const string Deferred = "deferred";
    public const string SwapDifference = "swap_difference";
    public const string Subsidy = "subsidy";

    /// <summary>All kinds of lines.</summary>
    public static ImmutableArray<string> Kinds { get; } =
        [Price, Payment, Fee, FeePayment, CompensationDue, CompensationSettled, Deferred, SwapDifference, Subsidy];

    /// <summary>The balances on a day.</summary>
    /// <param name="lines">All lines; later ones than the day do not count.</param>
    /// <param name="agreedPriceYuan">Price by contract, which is owed where no line of the price says otherwise; null when unknown.</param>
    /// <param name="asOf">The day.</param>
    public static MoneyBalances On(IReadOnlyCollection<MoneyLine> lines, decimal? agreedPriceYuan, DateOnly asOf)
    {
        decimal? Known(string kind) => lines.Where(line => line.Kind == kind && line.On <= asOf).Select(line => (decimal?)line.Yuan).Sum(line => line) is var sum
            && lines.Any(line => line.Kind == kind && line.On <= asOf) ? sum : null;
        decimal Sum(string kind) => Known(kind) ?? 0m;

        var compensation = Balance.Of(Known(CompensationDue), Sum(CompensationSettled));
        return new(
            asOf,
            Balance.Of(Known(Price) ?? agreedPriceYuan, Sum(Payment)),
            Balance.Of(Known(Fee), Sum(FeePayment)),
            compensation,
            Math.Min(Sum(Deferred), compensation.OpenYuan ?? Sum(Deferred)),
            Sum(SwapDifference),
            Sum(Subsidy));
    }
}
