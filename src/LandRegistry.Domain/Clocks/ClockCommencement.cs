using System.Runtime.InteropServices;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Clocks;

/// <summary>
/// The day works are due on, as it stands on a day: agreed; moved by the days that government delivered late (Order 53
/// Article 8(1)); or, where no day was agreed, one year after the actual delivery (Article 22 ¶2).
/// </summary>
/// <param name="On">The day; null when it cannot be told.</param>
/// <param name="LateDays">Days by which a late delivery moved it.</param>
/// <param name="FromDelivery">Whether it was taken from the delivery for want of an agreed day.</param>
/// <param name="Undelivered">Whether the land was still to be delivered on the day looked from.</param>
/// <param name="Agreement">The agreement that names it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClockCommencement(DateOnly? On, int LateDays, bool FromDelivery, bool Undelivered, Agreement? Agreement)
{
    /// <summary>Looks at the facts that stand on a day.</summary>
    public static ClockCommencement Find(LandFacts facts, LawEdition law, DateOnly day)
    {
        var agreement = ClockFactsOnDay.Commencement(facts, day);
        var delivered = facts.Delivery?.On;
        if (agreement is null)
        {
            var known = delivered is { } handed && handed <= day ? law.MissingDate.From(handed) : (DateOnly?)null;
            return new(known, 0, known is not null, delivered > day, null);
        }

        var agreed = agreement.AgreedCommencementOn!.Value;
        var promised = ClockFactsOnDay.AgreedDelivery(facts, day);
        var late = delivered is { } actual && promised is { } due && actual > due && (agreement.SignedOn is not { } signed || signed < actual);
        return !late ? new(agreed, 0, false, false, agreement)
            : delivered > day ? new(agreed, 0, false, promised <= day, agreement)
            : Moved(agreed, DayCount.Between(promised!.Value, delivered!.Value), agreement);
    }

    private static ClockCommencement Moved(DateOnly agreed, int days, Agreement agreement) => new(DayCount.AddDays(agreed, days), days, false, false, agreement);
}
