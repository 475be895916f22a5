using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Parcels;

/// <summary>
/// A parcel of land (宗地): surveyed, with a boundary, or known by a point only. Unknown is null, never zero.
/// Coordinates are CGCS2000 geographic (EPSG:4490), longitude first.
/// </summary>
public sealed class Parcel
{
    public long Id { get; private set; }

    /// <summary>Parcel code of 19 characters (<see cref="ParcelCode"/>); null when not known.</summary>
    public string? Code { get; set; }

    public string? Name { get; set; }

    /// <summary>Location in words (坐落).</summary>
    public string? Address { get; set; }

    public long ZoneId { get; set; }

    /// <summary>County code of GB/T 2260; null outside China.</summary>
    public string? CountyCode { get; set; }

    /// <summary>Boundary with its holes; null until surveyed.</summary>
    public MultiPolygon? Boundary { get; set; }

    /// <summary>A point inside the boundary (kept so by the database), or the known point of an unsurveyed parcel.</summary>
    public Point Location { get; set; } = null!;

    public bool LocationIsEstimated { get; set; }

    /// <summary>Area by contract or source, square metres.</summary>
    public decimal? StatedAreaSquareMetres { get; set; }

    /// <summary>Area of the boundary in its 3-degree Gauss-Krueger zone, square metres; computed by the database.</summary>
    public decimal? MeasuredAreaSquareMetres { get; private set; }

    /// <summary>Measured area, else the stated one, square metres.</summary>
    public decimal? AreaSquareMetres { get; private set; }

    /// <summary>SRID in which the area was measured.</summary>
    public int? AreaSrid { get; private set; }

    public string? LandUseCode { get; set; }

    /// <summary>Code system of the land use, for instance GB/T 21010-2017.</summary>
    public string? LandUseSystem { get; set; }

    /// <summary>granted 出让, allocated 划拨, leased 租赁, contributed 作价出资, collective_granted, collective_leased.</summary>
    public string? RightType { get; set; }

    /// <summary>state, collective, private or mixed.</summary>
    public string? Ownership { get; set; }

    public ParcelStatus Status { get; set; }

    /// <summary>The day from which the status holds, inclusive.</summary>
    public DateOnly StatusSince { get; set; }

    /// <summary>A: never started; B: started, then stopped (Order 53 Article 2).</summary>
    public string? IdleKind { get; set; }

    /// <summary>government, holder or force_majeure (Order 53 Article 8).</summary>
    public string? IdleCause { get; set; }

    public string? HoldReason { get; set; }

    /// <summary>Last day of the hold, inclusive; null for no stated end.</summary>
    public DateOnly? HoldUntil { get; set; }

    public bool OnHold { get; private set; }

    public string Source { get; set; } = "";

    public string? SourceId { get; set; }

    public DateOnly? SourceUpdatedOn { get; set; }

    public DateOnly? LastCheckedOn { get; set; }

    public string? LastCheckedBy { get; set; }

    public string? Remarks { get; set; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>Officer responsible (责任人); null when none is assigned.</summary>
    public string? Officer { get; set; }

    public string SortCode { get; private set; } = "";

    public decimal SortArea { get; private set; }

    public short StatusRank { get; private set; }

    /// <summary>Row version, raised by the database with each update.</summary>
    public int Version { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public long ChangeId { get; private set; }

    public bool IsSurveyed => Boundary is not null;
}
