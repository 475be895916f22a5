using LandRegistry.Domain.Facts;

namespace LandRegistry.Domain.Parcels;

/// <summary>A land contract (出让合同), allocation decision (划拨决定书) or supplementary agreement (补充协议).</summary>
public sealed class Contract : FactRecord
{
    /// <summary>contract, allocation or supplementary.</summary>
    public string Kind { get; set; } = "";

    public string? Number { get; set; }

    /// <summary>Electronic supervision number (电子监管号).</summary>
    public string? SupervisionNumber { get; set; }

    public DateOnly? SignedOn { get; set; }

    public DateOnly? AgreedDeliveryOn { get; set; }

    /// <summary>Agreed date to start works (约定动工日期).</summary>
    public DateOnly? AgreedCommencementOn { get; set; }

    public DateOnly? AgreedCompletionOn { get; set; }

    public short? TermYears { get; set; }

    public decimal? PriceYuan { get; set; }

    /// <summary>Area that has to be developed, square metres (Order 53 Article 2).</summary>
    public decimal? DevelopableAreaSquareMetres { get; set; }

    /// <summary>Without land price and taxes, yuan (Order 53 Article 30).</summary>
    public decimal? TotalInvestmentYuan { get; set; }

    public decimal? FloorAreaRatioMin { get; set; }

    public decimal? FloorAreaRatioMax { get; set; }

    /// <summary>0 to 1.</summary>
    public decimal? BuildingDensityMax { get; set; }

    /// <summary>0 to 1.</summary>
    public decimal? GreenRatioMin { get; set; }

    public decimal? HeightMaxMetres { get; set; }

    public decimal? InvestmentPerMuYuan { get; set; }

    /// <summary>Agreed yearly tax, yuan per mu.</summary>
    public decimal? TaxPerMuYuan { get; set; }
}

/// <summary>What burdens a parcel: mortgage, seizure, lease, dispute or court matter.</summary>
public sealed class Encumbrance : FactRecord
{
    public string Kind { get; set; } = "";

    public string? Holder { get; set; }

    public DateOnly? RegisteredOn { get; set; }

    /// <summary>When it ended; null while it stands.</summary>
    public DateOnly? ReleasedOn { get; set; }

    /// <summary>Whether it stands on a day; the day of release is free of it.</summary>
    public bool StandsOn(DateOnly day) => ReleasedOn is not { } released || released > day;
}

/// <summary>An enterprise on a parcel over a period, in a role.</summary>
public sealed class Occupancy : FactRecord
{
    public long EnterpriseId { get; set; }

    /// <summary>holder 使用权人, lessee 承租人 or occupier 实际使用人.</summary>
    public string Role { get; set; } = "";

    public DateOnly? FromOn { get; set; }

    /// <summary>Last day, inclusive; null while it lasts.</summary>
    public DateOnly? ToOn { get; set; }
}
