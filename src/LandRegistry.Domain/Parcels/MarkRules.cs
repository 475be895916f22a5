using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Parcels;

/// <summary>Judges a step that marks many parcels, parcel by parcel, by the same rules as a step that marks one.</summary>
public static class MarkRules
{
    /// <summary>The parcels that one step may mark; what is more is done in several steps, each with its own undo.</summary>
    public const int Most = 10_000;

    /// <summary>Whether the parcels' readiness has to be known to judge the step.</summary>
    public static bool AsksReadiness(ParcelMark mark) => mark.Status?.To == ParcelStatus.Ready;

    /// <summary>Why a parcel may not be marked so; null when it may.</summary>
    /// <param name="facts">The parcel as it stands.</param>
    /// <param name="mark">What shall be done.</param>
    /// <param name="today">Today where the register is kept.</param>
    public static Refusal? Judge(StatusFacts facts, ParcelMark mark, DateOnly today)
    {
        if (mark.Hold is { IsRelease: true } && !facts.OnHold)
        {
            return ParcelRefusals.NotOnHold();
        }

        // A hold that comes with the move stands in its way, one that ends with it does not.
        var onHold = mark.Hold is { } hold ? !hold.IsRelease : facts.OnHold;
        return mark.Status is { } status ? StatusMoves.Judge(facts with { OnHold = onHold }, status.To, status.EffectiveOn, today) : null;
    }
}
