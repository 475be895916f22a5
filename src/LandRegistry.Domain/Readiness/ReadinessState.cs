namespace LandRegistry.Domain.Readiness;

/// <summary>How a parcel stands with readiness for re-tender.</summary>
public enum ReadinessState
{
    /// <summary>Every item holds.</summary>
    Ready,

    /// <summary>Of an item at least it is known that it does not hold.</summary>
    Blocked,

    /// <summary>Items are not known to hold, and of none is it known that it does not.</summary>
    Unknown,
}
