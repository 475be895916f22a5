using System.Text.Json;
using LandRegistry.Server.Platform.Problems;

namespace LandRegistry.Server.Parcels.Lineage;

/// <summary>Splits a parcel.</summary>
public sealed record SplitRequest
{
    /// <summary>GeoJSON LineString from edge to edge, or closed on itself, longitude first; required.</summary>
    public JsonElement? Line { get; init; }

    /// <summary>Why; required, but not to be told what would come of it.</summary>
    public string? Reason { get; init; }
}

/// <summary>Merges parcels.</summary>
public sealed record MergeRequest
{
    /// <summary>Two parcels or more, each in the version that the caller saw; required.</summary>
    public IReadOnlyList<SeenParcel>? Parcels { get; init; }

    /// <summary>Why; required, but not to be told what would come of it.</summary>
    public string? Reason { get; init; }
}

/// <summary>A parcel in the version that the caller saw.</summary>
public sealed record SeenParcel(long Id, int Version);

/// <summary>What a split or merge would give.</summary>
/// <param name="IsAcceptable">Whether it may be done.</param>
/// <param name="Parts">The parcels that would come of it; empty when there are none.</param>
/// <param name="Findings">The rules that forbid it.</param>
public sealed record LineagePreview(bool IsAcceptable, IReadOnlyList<LineagePart> Parts, IReadOnlyList<BrokenRule> Findings);

/// <summary>A parcel that would come of a split or merge.</summary>
/// <param name="Boundary">GeoJSON, longitude first.</param>
/// <param name="AreaSquareMetres">Area in its 3-degree Gauss-Krueger zone.</param>
public sealed record LineagePart(JsonElement Boundary, double AreaSquareMetres);

/// <summary>What came of a split or merge.</summary>
/// <param name="ChangeId">The change that did it; undoing that puts the parents back.</param>
/// <param name="Parcels">The new parcels, largest first.</param>
public sealed record LineageResult(long ChangeId, IReadOnlyList<DescendantParcel> Parcels);

/// <summary>A parcel that came of a split or merge; its code follows the series of its parent.</summary>
public sealed record DescendantParcel(long Id, string? Code, string? Name, decimal? AreaSquareMetres, int Version);

/// <summary>Where a parcel comes from and what became of it, nearest first.</summary>
public sealed record ParcelLineage(IReadOnlyList<RelatedParcel> Ancestors, IReadOnlyList<RelatedParcel> Descendants);

/// <summary>A parcel before or after in the lineage.</summary>
/// <param name="Id">The parcel.</param>
/// <param name="Code">Its code; kept when it ended.</param>
/// <param name="Name">Its name.</param>
/// <param name="AreaSquareMetres">Its area.</param>
/// <param name="Kind">split or merge.</param>
/// <param name="OnDay">First day of the descendant.</param>
/// <param name="Generation">1 for parents and children, 2 for theirs, and so on.</param>
/// <param name="EndedOn">When it ended; null while it stands.</param>
/// <param name="ChangeId">The change that split or merged.</param>
public sealed record RelatedParcel(
    long Id, string? Code, string? Name, decimal? AreaSquareMetres, string Kind, DateOnly OnDay, int Generation, DateOnly? EndedOn, long ChangeId);
