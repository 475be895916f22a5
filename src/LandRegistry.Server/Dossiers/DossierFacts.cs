using LandRegistry.Domain.Common;
using LandRegistry.Domain.Dossiers;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Papers;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Dossiers;

/// <summary>What a dossier says of a parcel. Areas in square metres, money in yuan, shapes in metres; null is unknown.</summary>
internal sealed record DossierFacts
{
    public required long Id { get; init; }
    public required string? Code { get; init; }
    public required string? Name { get; init; }
    public required string? Address { get; init; }
    public required Text Zone { get; init; }
    public required Text? Use { get; init; }
    public required ParcelStatus Status { get; init; }
    public required bool OnHold { get; init; }
    public required decimal? Area { get; init; }
    public required bool IsMeasured { get; init; }
    public required double Longitude { get; init; }
    public required double Latitude { get; init; }

    /// <summary>SRID of its 3-degree Gauss-Krueger zone; null outside them, and where there is no boundary.</summary>
    public required int? SurveySrid { get; init; }

    /// <summary>SRID of the shapes.</summary>
    public required int Srid { get; init; }

    /// <summary>Null where only a point is known.</summary>
    public required MultiPolygon? Boundary { get; init; }
    public required Point Location { get; init; }
    public required OfferedConditions? Conditions { get; init; }
    public required IReadOnlyList<OfferedThing> Infrastructure { get; init; }

    /// <summary>End of the right that still stands.</summary>
    public required DateOnly? RightEndsOn { get; init; }

    /// <summary>The announcement that runs.</summary>
    public required Announcement? Announcement { get; init; }
    public IReadOnlyList<PublicItem> Readiness { get; init; } = [];

    /// <summary>How it stands for who wants land.</summary>
    public Text Standing => PublicReadiness.Standing(Status, OnHold, Readiness);
    public IReadOnlyList<Around> Neighbours { get; init; } = [];
    public IReadOnlyList<(DateOnly? On, Photo Photo)> Photos { get; init; } = [];
}

/// <summary>Conditions of supply.</summary>
internal sealed record OfferedConditions(
    DateOnly OnDay, string? Number, decimal? FloorAreaRatioMin, decimal? FloorAreaRatioMax, decimal? BuildingDensityMax, decimal? GreenRatioMin, decimal? HeightMaxMetres,
    decimal? InvestmentPerMuYuan, decimal? OutputPerMuYuan, decimal? TaxPerMuYuan, decimal? EnergyPerOutputMax, string? EmissionLimit, int? TermYears, decimal? PricePerMuYuan,
    string? PriceBasis);

/// <summary>A thing of the site.</summary>
internal sealed record OfferedThing(string Item, DateOnly OnDay, decimal? Quantity, string? Unit, decimal? DistanceMetres);

/// <summary>What an announcement says.</summary>
internal sealed record Announcement(string? Number, string Method, DateOnly? OpensOn, DateOnly? ClosesOn, decimal? StartingPriceYuan, decimal? DepositYuan);

/// <summary>A parcel around: metres to it, and where it lies as degrees from north, clockwise.</summary>
internal sealed record Around(long Id, string? Code, Text? Use, decimal? Area, double Metres, double? Degrees);

/// <summary>A shape of the map, cut at its frame.</summary>
/// <param name="Kind">parcel, zone or context.</param>
/// <param name="Id">Of the parcel or zone.</param>
/// <param name="Zh">Name, or label of a context feature.</param>
/// <param name="En">Name in English, or colour of a context layer.</param>
/// <param name="Shape">In metres.</param>
internal sealed record MapShape(string Kind, long Id, string? Zh, string? En, Geometry Shape);
