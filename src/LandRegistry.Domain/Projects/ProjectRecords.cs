namespace LandRegistry.Domain.Projects;

/// <summary>What all records of the project pool have; one entered by mistake is withdrawn, counts for nothing and stays in the history.</summary>
public abstract class ProjectRecord
{
    /// <summary>In the order of recording.</summary>
    public long Id { get; private set; }

    public string? Note { get; set; }

    public bool Withdrawn { get; set; }

    public int Version { get; private set; }

    public long ChangeId { get; private set; }
}

/// <summary>An investor's project. Areas in square metres, money in yuan, distances in metres; null is unknown or not asked for.</summary>
public sealed class RecordedProject : ProjectRecord
{
    public string Name { get; set; } = "";

    public string Investor { get; set; } = "";

    /// <summary>What it will make.</summary>
    public string? Product { get; set; }

    /// <summary>Yearly capacity in words, with its unit.</summary>
    public string? Capacity { get; set; }

    public string? IndustryCode { get; set; }

    /// <summary>Code system of the industry, for instance GB/T 4754-2017.</summary>
    public string? IndustrySystem { get; set; }

    public ProjectStage Stage { get; set; }

    public DateOnly StageSince { get; set; }

    /// <summary>Codes of <see cref="ProjectClass"/>; several possible.</summary>
    public string[] Classes { get; set; } = [];

    public ProjectLevel? Level { get; set; }

    public decimal? AgreedYuan { get; set; }

    public decimal? ArrivedYuan { get; set; }

    public string? Officer { get; set; }

    public DateOnly ReviewedOn { get; set; }

    public bool TakesLand { get; set; }

    public bool TakesFloor { get; set; }

    public decimal? AreaMinSquareMetres { get; set; }

    public decimal? AreaMaxSquareMetres { get; set; }

    public decimal? FloorAreaMinSquareMetres { get; set; }

    public decimal? FloorAreaMaxSquareMetres { get; set; }

    /// <summary>Any of these uses will do; empty: not asked for.</summary>
    public string[] LandUseCodes { get; set; } = [];

    public decimal? PowerKva { get; set; }

    public decimal? RoadMetresMax { get; set; }

    public decimal? SubstationMetresMax { get; set; }

    public decimal? PricePerMuMaxYuan { get; set; }

    /// <summary>Yuan per square metre and month.</summary>
    public decimal? RentMaxYuan { get; set; }

    /// <summary>What the investor offers to invest, yuan per mu.</summary>
    public decimal? InvestmentPerMuYuan { get; set; }

    public decimal? HeightMinMetres { get; set; }

    /// <summary>Tonnes per square metre.</summary>
    public decimal? LoadMinTonnes { get; set; }

    /// <summary>What it cannot have near it, or may not be, in words.</summary>
    public string? IndustryLimits { get; set; }

    /// <summary>What it asks of a site.</summary>
    public ProjectNeeds Needs() => new()
    {
        TakesLand = TakesLand,
        TakesFloor = TakesFloor,
        Area = new(AreaMinSquareMetres, AreaMaxSquareMetres),
        FloorArea = new(FloorAreaMinSquareMetres, FloorAreaMaxSquareMetres),
        LandUseCodes = LandUseCodes,
        PowerKva = PowerKva,
        RoadMetresMax = RoadMetresMax,
        SubstationMetresMax = SubstationMetresMax,
        PricePerMuMaxYuan = PricePerMuMaxYuan,
        RentMaxYuan = RentMaxYuan,
        InvestmentPerMuYuan = InvestmentPerMuYuan,
        HeightMinMetres = HeightMinMetres,
        LoadMinTonnes = LoadMinTonnes,
        IndustryCode = IndustryCode,
    };
}

/// <summary>A stage that a project reached.</summary>
public sealed class RecordedProjectEvent : ProjectRecord
{
    public long ProjectId { get; set; }

    public ProjectStage Stage { get; set; }

    public DateOnly OnDay { get; set; }
}

/// <summary>A floor of a standard factory (标准厂房), on a parcel or known by its park only.</summary>
public sealed class RecordedFloor : ProjectRecord
{
    public long ZoneId { get; set; }

    public long? ParcelId { get; set; }

    public string Building { get; set; } = "";

    /// <summary>Which floor, in words: 1, 2–3, 一层.</summary>
    public string Floor { get; set; } = "";

    public decimal? AreaSquareMetres { get; set; }

    /// <summary>Clear height.</summary>
    public decimal? HeightMetres { get; set; }

    /// <summary>Load that the floor bears, tonnes per square metre.</summary>
    public decimal? LoadTonnes { get; set; }

    public decimal? PowerKva { get; set; }

    /// <summary>Yuan per square metre and month.</summary>
    public decimal? RentYuan { get; set; }

    /// <summary>The day since which it stands empty; null while it is let.</summary>
    public DateOnly? VacantSince { get; set; }

    public string Source { get; set; } = "";
}

/// <summary>Whether an industry is wanted in a zone.</summary>
public sealed class RecordedIndustryRule : ProjectRecord
{
    public long ZoneId { get; set; }

    /// <summary>Beginning of codes of GB/T 4754: 39 stands for 3911 and all others below it.</summary>
    public string IndustryCode { get; set; } = "";

    public IndustryRule Rule { get; set; }
}

/// <summary>A project and a site that are brought together.</summary>
public sealed class RecordedCourtship : ProjectRecord
{
    public long ProjectId { get; set; }

    public long? ParcelId { get; set; }

    public long? FloorId { get; set; }

    public CourtshipStep Step { get; set; }

    public DateOnly StepSince { get; set; }

    /// <summary>What was offered, yuan: the price of the land, or the rent of a month.</summary>
    public decimal? OfferYuan { get; set; }

    /// <summary>The tender in which it won the land.</summary>
    public long? TenderId { get; set; }

    /// <summary>The strategy whose incoming investor it is.</summary>
    public long? StrategyId { get; set; }

    /// <summary>The step as the rules see it.</summary>
    public CourtshipState State() => new(Step, StepSince, OfferYuan);
}

/// <summary>A step taken between a project and a site.</summary>
public sealed class RecordedCourtshipStep : ProjectRecord
{
    public long CourtshipId { get; set; }

    public long ProjectId { get; set; }

    public long? ParcelId { get; set; }

    public CourtshipStep Step { get; set; }

    public DateOnly OnDay { get; set; }

    /// <summary>Who took it.</summary>
    public string Actor { get; set; } = "";
}
