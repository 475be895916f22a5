using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Facts;

/// <summary>A recorded fact of a parcel. It is corrected by new versions; one entered by mistake is withdrawn, never deleted.</summary>
public abstract class FactRecord
{
    public long Id { get; private set; }

    public long ParcelId { get; set; }

    /// <summary>Where it was taken from, in words; null when unknown.</summary>
    public string? Source { get; set; }

    /// <summary>The document that shows it; null when there is none.</summary>
    public long? DocumentId { get; set; }

    public string? Note { get; set; }

    /// <summary>Entered by mistake; counts for nothing and stays in the history.</summary>
    public bool Withdrawn { get; set; }

    public int Version { get; private set; }

    public long ChangeId { get; private set; }
}

/// <summary>A fact that is a day and its evidence; the kinds are <see cref="LandFactKinds"/>.</summary>
public sealed class LandFactRecord : FactRecord
{
    public string Kind { get; set; } = "";

    /// <summary>The day from which it counts.</summary>
    public DateOnly OnDay { get; set; }

    /// <summary>Which test of Order 53 Article 30 was met (actual_start): pit_dug, piles_driven or foundation_third; null when not stated.</summary>
    public string? Test { get; set; }

    /// <summary>What was found, of the kinds that answer a question: former_use, willingness, standard_land.</summary>
    public string? Value { get; set; }

    /// <summary>Number of filing, permit, certificate or paper.</summary>
    public string? Number { get; set; }
}

/// <summary>How far works were on a day.</summary>
public sealed class ProgressRecord : FactRecord
{
    public DateOnly AsOf { get; set; }

    public decimal? DevelopedAreaSquareMetres { get; set; }

    /// <summary>Without land price and taxes, yuan (Order 53 Article 30).</summary>
    public decimal? InvestedYuan { get; set; }

    /// <summary>Civil works done, 0 to 100.</summary>
    public decimal? CivilWorksPercent { get; set; }

    /// <summary>Equipment installed, 0 to 100.</summary>
    public decimal? EquipmentPercent { get; set; }
}

/// <summary>A time during which works stood still or could not start.</summary>
public sealed class StoppageRecord : FactRecord
{
    public DateOnly FromOn { get; set; }

    /// <summary>Day of resumption, exclusive; null while it lasts.</summary>
    public DateOnly? ToOn { get; set; }

    /// <summary>Codes of the law's causes; empty when unknown.</summary>
    public string[] Causes { get; set; } = [];
}

/// <summary>A thing the site has.</summary>
public sealed class InfrastructureRecord : FactRecord
{
    /// <summary>road, water, power, level_ground and others.</summary>
    public string Item { get; set; } = "";

    public DateOnly OnDay { get; set; }

    public decimal? Quantity { get; set; }

    /// <summary>Unit of the quantity: 米, 盏.</summary>
    public string? Unit { get; set; }

    /// <summary>Distance of the connection from the boundary, 0 at it.</summary>
    public decimal? DistanceMetres { get; set; }
}

/// <summary>Conditions under which the land shall be supplied again (供应条件); of several the latest counts.</summary>
public sealed class SupplyConditionsRecord : FactRecord
{
    public DateOnly OnDay { get; set; }

    /// <summary>Number of the paper.</summary>
    public string? Number { get; set; }

    public decimal? FloorAreaRatioMin { get; set; }

    public decimal? FloorAreaRatioMax { get; set; }

    /// <summary>0 to 1.</summary>
    public decimal? BuildingDensityMax { get; set; }

    /// <summary>0 to 1.</summary>
    public decimal? GreenRatioMin { get; set; }

    public decimal? HeightMaxMetres { get; set; }

    public decimal? InvestmentPerMuYuan { get; set; }

    /// <summary>Yearly output, yuan per mu.</summary>
    public decimal? OutputPerMuYuan { get; set; }

    /// <summary>Yearly tax, yuan per mu.</summary>
    public decimal? TaxPerMuYuan { get; set; }

    /// <summary>Tonnes of standard coal per 10,000 yuan of output.</summary>
    public decimal? EnergyPerOutputMax { get; set; }

    /// <summary>Limit of emissions, in words.</summary>
    public string? EmissionLimit { get; set; }

    public short? TermYears { get; set; }

    /// <summary>From which the offer starts.</summary>
    public decimal? PricePerMuYuan { get; set; }

    /// <summary>benchmark, appraisal, lowest or negotiated.</summary>
    public string? PriceBasis { get; set; }
}

/// <summary>A line of the money ledger.</summary>
public sealed class MoneyRecord : FactRecord
{
    /// <summary>One of <see cref="MoneyLedger.Kinds"/>.</summary>
    public string Kind { get; set; } = "";

    public DateOnly OnDay { get; set; }

    public decimal AmountYuan { get; set; }

    /// <summary>Last day to pay; null when unknown.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Who pays or is paid.</summary>
    public string? Party { get; set; }

    public string? Number { get; set; }
}

/// <summary>A paper: official document, contract, certificate, map, photograph.</summary>
public sealed class DocumentRecord : FactRecord
{
    /// <summary>A document kind of the law, or contract, certificate, court, map, photo, other.</summary>
    public string Kind { get; set; } = "";

    public string? Number { get; set; }

    public string? Title { get; set; }

    public DateOnly? IssuedOn { get; set; }

    /// <summary>The inspection that a photograph was taken at.</summary>
    public long? InspectionId { get; set; }
}

/// <summary>A visit to the site.</summary>
public sealed class InspectionRecord : FactRecord
{
    private const int Cgcs2000 = 4490;

    public DateOnly OnDay { get; set; }

    public string? Inspector { get; set; }

    /// <summary>What was seen.</summary>
    public string Seen { get; set; } = "";

    /// <summary>Where the inspector stood (EPSG:4490, longitude first).</summary>
    public Point? Position { get; set; }

    /// <summary>Degrees east of the position.</summary>
    public double? Longitude
    {
        get => Position?.X;
        set => Position = value is { } x ? new(x, Position?.Y ?? 0) { SRID = Cgcs2000 } : null;
    }

    /// <summary>Degrees north of the position; set after the longitude.</summary>
    public double? Latitude
    {
        get => Position?.Y;
        set => Position = value is { } y && Position is { } at ? new(at.X, y) { SRID = Cgcs2000 } : null;
    }
}
