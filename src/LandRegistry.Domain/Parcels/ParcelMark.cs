namespace LandRegistry.Domain.Parcels;

/// <summary>What one step does to every parcel of a selection; a part that is null leaves the parcels as they are.</summary>
public sealed record ParcelMark
{
    public StatusMark? Status { get; init; }

    public HoldMark? Hold { get; init; }

    public OfficerMark? Officer { get; init; }

    /// <summary>A note that is attached to each parcel.</summary>
    public string? Note { get; init; }

    public bool IsEmpty => Status is null && Hold is null && Officer is null && Note is null;
}

/// <summary>A status mark.</summary>
/// <param name="To">The status to move to.</param>
/// <param name="EffectiveOn">The day from which it holds, inclusive.</param>
/// <param name="IdleKind">A or B, for a move to idle; null when unknown.</param>
/// <param name="IdleCause">government, holder or force_majeure, for a move to idle; null when unknown.</param>
public sealed record StatusMark(ParcelStatus To, DateOnly EffectiveOn, string? IdleKind, string? IdleCause);

/// <summary>Puts on hold until a last day (inclusive; null for no stated end), or releases.</summary>
public sealed record HoldMark(bool IsRelease, DateOnly? Until);

/// <summary>Names the officer responsible; null takes the responsibility away.</summary>
public sealed record OfficerMark(string? Name);
