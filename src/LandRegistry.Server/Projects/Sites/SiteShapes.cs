using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Projects.Sites;

/// <summary>A project and a site that are brought together.</summary>
public sealed record CourtshipShape
{
    public required long Id { get; init; }
    public required long ProjectId { get; init; }
    public required string ProjectName { get; init; }
    public required SiteName Site { get; init; }

    /// <summary>shortlisted, visited, offered, won or declined.</summary>
    public required string Step { get; init; }
    public required Text StepName { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>Price of the land, or rent of a month, yuan; null when unknown.</summary>
    public required decimal? OfferYuan { get; init; }
    public required long? TenderId { get; init; }
    public required long? StrategyId { get; init; }

    /// <summary>Steps that may follow.</summary>
    public required IReadOnlyList<CourtshipNext> Next { get; init; }

    /// <summary>Steps taken, latest first.</summary>
    public required IReadOnlyList<CourtshipStepShape> Steps { get; init; }
    public required int Version { get; init; }
}

/// <summary>A parcel or a floor by name.</summary>
/// <param name="ParcelId">The parcel; of a floor the parcel it stands on, null when not known.</param>
/// <param name="FloorId">The floor; null for land.</param>
/// <param name="Name">What it is called; null when it has no name.</param>
/// <param name="Code">Parcel code.</param>
/// <param name="AreaSquareMetres">Area; null when unknown.</param>
/// <param name="Location">Longitude, latitude (EPSG:4490); null when not known.</param>
public sealed record SiteName(long? ParcelId, long? FloorId, string? Name, string? Code, decimal? AreaSquareMetres, IReadOnlyList<double>? Location);

/// <summary>A step that may follow.</summary>
public sealed record CourtshipNext(string Step, Text StepName);

/// <summary>A step taken, by whom.</summary>
public sealed record CourtshipStepShape(string Step, Text StepName, DateOnly On, string Actor, string? Note);

/// <summary>Sites of a project, or projects of a site; open ones first.</summary>
public sealed record CourtshipList(IReadOnlyList<CourtshipShape> Items);

/// <summary>Puts a site on a project's shortlist: a parcel or a floor.</summary>
public sealed record ShortlistRequest
{
    public long? ParcelId { get; init; }
    public long? FloorId { get; init; }

    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Takes a step between a project and a site.</summary>
public sealed record CourtshipStepRequest
{
    /// <summary>visited, offered, won, declined or shortlisted; required.</summary>
    public string? To { get; init; }

    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }

    /// <summary>Price or rent offered, yuan; left as it is when absent.</summary>
    public decimal? OfferYuan { get; init; }

    /// <summary>The tender in which it won the land.</summary>
    public long? TenderId { get; init; }

    /// <summary>The strategy whose incoming investor it is.</summary>
    public long? StrategyId { get; init; }

    /// <summary>What was said or found; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>A floor of a standard factory. Null is unknown.</summary>
public sealed record FloorShape
{
    public required long Id { get; init; }
    public required long ZoneId { get; init; }
    public required long? ParcelId { get; init; }
    public required string? ParcelName { get; init; }
    public required string Building { get; init; }
    public required string Floor { get; init; }
    public required decimal? AreaSquareMetres { get; init; }
    public required decimal? HeightMetres { get; init; }

    /// <summary>Tonnes per square metre.</summary>
    public required decimal? LoadTonnes { get; init; }
    public required decimal? PowerKva { get; init; }

    /// <summary>Yuan per square metre and month.</summary>
    public required decimal? RentYuan { get; init; }

    /// <summary>Null while it is let.</summary>
    public required DateOnly? VacantSince { get; init; }
    public required string Source { get; init; }
    public required string? Note { get; init; }
    public required int Version { get; init; }
}

/// <summary>A page of floors, newest first.</summary>
public sealed record FloorPage(IReadOnlyList<FloorShape> Items, string? NextCursor);

/// <summary>Enters a floor, or tells it anew as a whole.</summary>
public sealed record FloorRequest
{
    /// <summary>Required unless a parcel is named, whose zone it then is.</summary>
    public long? ZoneId { get; init; }
    public long? ParcelId { get; init; }

    /// <summary>Required.</summary>
    public string? Building { get; init; }

    /// <summary>Required.</summary>
    public string? Floor { get; init; }
    public decimal? AreaSquareMetres { get; init; }
    public decimal? HeightMetres { get; init; }
    public decimal? LoadTonnes { get; init; }
    public decimal? PowerKva { get; init; }
    public decimal? RentYuan { get; init; }

    /// <summary>yyyy-MM-dd; absent: it is let.</summary>
    public string? VacantSince { get; init; }

    /// <summary>Where it was taken from; required.</summary>
    public string? Source { get; init; }
    public string? Note { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Whether an industry is wanted in a zone.</summary>
public sealed record IndustryRuleShape(long Id, long ZoneId, string IndustryCode, string Rule, string? Note, int Version);

/// <summary>All rules on industries.</summary>
public sealed record IndustryRuleList(IReadOnlyList<IndustryRuleShape> Items);

/// <summary>Says whether an industry is wanted in a zone; what was said of the same code before is replaced.</summary>
public sealed record IndustryRuleRequest
{
    /// <summary>Required.</summary>
    public long? ZoneId { get; init; }

    /// <summary>Beginning of codes of GB/T 4754; required.</summary>
    public string? IndustryCode { get; init; }

    /// <summary>leading, admitted or barred; required.</summary>
    public string? Rule { get; init; }
    public string? Note { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Takes a rule back.</summary>
public sealed record WithdrawRuleRequest
{
    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}
