using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Parcels.Marks;

/// <summary>
/// Marks many parcels in one step with one reason. Which: those named in <c>parcels</c>, or, where that is absent, all that the
/// filter in the address matches. Faults are answered together.
/// </summary>
public sealed record MarkParcelsRequest
{
    /// <summary>Ids, 1 to 10,000; absent for all that the filter matches.</summary>
    public IReadOnlyList<long>? Parcels { get; init; }

    /// <summary>Marks this status.</summary>
    public StatusPart? Status { get; init; }

    /// <summary>Puts on hold, or changes reason and end of a hold.</summary>
    public HoldPart? Hold { get; init; }

    /// <summary>true: releases from hold.</summary>
    public bool? Release { get; init; }

    /// <summary>Assigns the officer responsible.</summary>
    public OfficerPart? Officer { get; init; }

    /// <summary>Attaches this note to each parcel.</summary>
    public string? Note { get; init; }

    /// <summary>Why; required, except in a preview.</summary>
    public string? Reason { get; init; }

    /// <summary>leave: parcels that may not be marked so are left as they are, the others are marked. stop (when absent): then nothing is written.</summary>
    public string? Refused { get; init; }
}

/// <summary>The status to mark.</summary>
public sealed record StatusPart
{
    public string? To { get; init; }

    /// <summary>yyyy-MM-dd, the day from which it holds, not in the future; today when absent.</summary>
    public string? EffectiveDate { get; init; }

    /// <summary>A or B, for a move to idle; unknown when absent.</summary>
    public string? IdleKind { get; init; }

    /// <summary>government, holder or force_majeure, for a move to idle; unknown when absent.</summary>
    public string? IdleCause { get; init; }
}

/// <summary>The hold to put; its reason is that of the step.</summary>
public sealed record HoldPart
{
    /// <summary>yyyy-MM-dd, last day of the hold; no stated end when absent.</summary>
    public string? Until { get; init; }
}

/// <summary>The officer to assign; null or absent name takes the responsibility away.</summary>
public sealed record OfficerPart
{
    public string? Name { get; init; }
}

/// <summary>What a step would do. Its ETag names the set of parcels, their versions and the refusals, and is sent back as If-Match with the step.</summary>
/// <param name="Selected">Parcels selected.</param>
/// <param name="Allowed">Those that may be marked so.</param>
/// <param name="Refused">Those that may not.</param>
/// <param name="Groups">The refused by the rule that forbids it, the largest group first.</param>
public sealed record MarkPreview(int Selected, int Allowed, int Refused, IReadOnlyList<RefusedGroup> Groups);

/// <summary>Parcels that one rule refuses.</summary>
/// <param name="Code">Problem code (docs/problems.md).</param>
/// <param name="Title">What the rule says.</param>
/// <param name="Article">Article, where a law is cited.</param>
/// <param name="Count">How many.</param>
/// <param name="Parcels">The first 200 of them.</param>
public sealed record RefusedGroup(string Code, Text Title, string? Article, int Count, IReadOnlyList<RefusedParcel> Parcels);

/// <summary>A parcel that may not be marked so, and why.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">Why in its case, and how to mend it.</param>
public sealed record RefusedParcel(long Id, string? Code, string? Name, Text Detail);

/// <summary>What a step did.</summary>
/// <param name="ChangeId">The one change, by which it is undone as a whole; null when every parcel was so already.</param>
/// <param name="Marked">Parcels marked.</param>
/// <param name="Left">Parcels left as they are, because a rule refuses them.</param>
/// <param name="Groups">These, by rule.</param>
public sealed record MarkResult(long? ChangeId, int Marked, int Left, IReadOnlyList<RefusedGroup> Groups);

/// <summary>A shape drawn on the map.</summary>
public sealed record WithinRequest
{
    /// <summary>Corners in order, each longitude, latitude in degrees (CGCS2000 or WGS 84); 3 to 2,000 of them, closed by itself.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Ring { get; init; }
}

/// <summary>The parcels whose point lies in a shape.</summary>
/// <param name="Parcels">Their ids, ascending.</param>
public sealed record ParcelsWithin(IReadOnlyList<long> Parcels);
