using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;

namespace LandRegistry.Server.Facts;

/// <summary>
/// What a fact says. Which members a kind has stands at <c>/api/law</c> (factKinds); the others are null. Days are
/// yyyy-MM-dd, money yuan, areas square metres; null is unknown.
/// </summary>
public record FactFields
{
    /// <summary>Sub-kind of contract, encumbrance, money and document.</summary>
    public string? Type { get; init; }

    /// <summary>The day from which it counts.</summary>
    public DateOnly? OnDay { get; init; }
    public string? Test { get; init; }
    public string? Value { get; init; }
    public string? Number { get; init; }
    public string? SupervisionNumber { get; init; }
    public DateOnly? SignedOn { get; init; }
    public DateOnly? AgreedDeliveryOn { get; init; }
    public DateOnly? AgreedCommencementOn { get; init; }
    public DateOnly? AgreedCompletionOn { get; init; }
    public int? TermYears { get; init; }
    public decimal? PriceYuan { get; init; }
    public decimal? DevelopableAreaSquareMetres { get; init; }
    public decimal? TotalInvestmentYuan { get; init; }
    public decimal? FloorAreaRatioMin { get; init; }
    public decimal? FloorAreaRatioMax { get; init; }
    public decimal? BuildingDensityMax { get; init; }
    public decimal? GreenRatioMin { get; init; }
    public decimal? HeightMaxMetres { get; init; }
    public decimal? InvestmentPerMuYuan { get; init; }
    public decimal? TaxPerMuYuan { get; init; }
    public string? Holder { get; init; }
    public DateOnly? RegisteredOn { get; init; }
    public DateOnly? ReleasedOn { get; init; }
    public long? EnterpriseId { get; init; }
    public string? Role { get; init; }
    public DateOnly? FromOn { get; init; }
    public DateOnly? ToOn { get; init; }
    public DateOnly? AsOf { get; init; }
    public decimal? DevelopedAreaSquareMetres { get; init; }
    public decimal? InvestedYuan { get; init; }
    public decimal? CivilWorksPercent { get; init; }
    public decimal? EquipmentPercent { get; init; }

    /// <summary>Codes of the law's causes.</summary>
    public IReadOnlyList<string>? Causes { get; init; }
    public decimal? OutputPerMuYuan { get; init; }

    /// <summary>Tonnes of standard coal per 10,000 yuan.</summary>
    public decimal? EnergyPerOutputMax { get; init; }
    public string? EmissionLimit { get; init; }
    public decimal? PricePerMuYuan { get; init; }

    /// <summary>benchmark, appraisal, lowest or negotiated.</summary>
    public string? PriceBasis { get; init; }
    public string? Item { get; init; }
    public decimal? Quantity { get; init; }
    public string? Unit { get; init; }
    public decimal? DistanceMetres { get; init; }
    public decimal? AmountYuan { get; init; }
    public DateOnly? DueOn { get; init; }
    public string? Party { get; init; }
    public string? Title { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public long? InspectionId { get; init; }
    public string? Inspector { get; init; }
    public string? Seen { get; init; }

    /// <summary>Degrees east, CGCS2000 (EPSG:4490).</summary>
    public double? Longitude { get; init; }

    /// <summary>Degrees north.</summary>
    public double? Latitude { get; init; }
    public string? Note { get; init; }

    /// <summary>Where it was taken from, in words.</summary>
    public string? Source { get; init; }

    /// <summary>The document that shows it.</summary>
    public long? DocumentId { get; init; }
}

/// <summary>Enters or corrects a fact; a correction states all members anew.</summary>
public sealed record FactRequest : FactFields
{
    /// <summary>Why; required for a correction.</summary>
    public string? Reason { get; init; }
}

/// <summary>Withdraws a fact that was entered by mistake.</summary>
public sealed record WithdrawRequest
{
    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>A recorded fact.</summary>
public sealed record Fact
{
    public required long Id { get; init; }
    public required string Kind { get; init; }

    /// <summary>The kind in words.</summary>
    public required Text Name { get; init; }
    public required long ParcelId { get; init; }
    public required FactFields Fields { get; init; }

    /// <summary>True when it was entered by mistake; it counts for nothing.</summary>
    public required bool Withdrawn { get; init; }
    public required int Version { get; init; }

    /// <summary>The change that wrote this version.</summary>
    public required FactChange? Change { get; init; }

    /// <summary>The document that shows it; null when there is none.</summary>
    public required DocumentMark? Document { get; init; }

    /// <summary>Scan of a document; null when there is none, and for other kinds.</summary>
    public required ScanShape? Scan { get; init; }

    /// <summary>Documents of the photographs taken at an inspection; empty for other kinds.</summary>
    public required IReadOnlyList<long> Photos { get; init; }
}

/// <summary>Who recorded a version, when and why.</summary>
public sealed record FactChange(long Id, DateTimeOffset RecordedAt, string Actor, string Command, string? Reason);

/// <summary>A document as others name it.</summary>
public sealed record DocumentMark(long Id, string Type, string? Number, string? Title, bool HasScan);

/// <summary>A scan: file name as sent, type as found in the content, size in bytes, SHA-256.</summary>
public sealed record ScanShape(long Id, string? FileName, string MediaType, long ByteCount, string Digest);

/// <summary>All facts of a parcel, kind by kind, in the order of their days.</summary>
public sealed record FactList(long ParcelId, IReadOnlyList<Fact> Items);

/// <summary>The money ledger of a parcel: lines, and balances on a day. Due and over together are settled and open together.</summary>
public sealed record MoneyAnswer(long ParcelId, MoneyBalances Balances, IReadOnlyList<Fact> Lines);
