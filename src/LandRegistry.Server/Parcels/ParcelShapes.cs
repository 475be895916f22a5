using System.Text.Json;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Readiness;
using LandRegistry.Server.Store;

namespace LandRegistry.Server.Parcels;

/// <summary>A parcel in a list. Areas in square metres; location is longitude, latitude in CGCS2000 (EPSG:4490); null is unknown.</summary>
public record ParcelRow
{
    public required long Id { get; init; }
    public required string? Code { get; init; }
    public required string? Name { get; init; }
    public required long ZoneId { get; init; }
    public required string Status { get; init; }
    public required DateOnly StatusSince { get; init; }
    public required bool OnHold { get; init; }
    public required string? LandUseCode { get; init; }
    public required decimal? AreaSquareMetres { get; init; }

    /// <summary>True when the area is that of the boundary, false when it is the stated one or unknown.</summary>
    public required bool AreaIsMeasured { get; init; }

    /// <summary>True when the parcel has a boundary, false when only a point is known.</summary>
    public required bool IsSurveyed { get; init; }
    public required IReadOnlyList<double> Location { get; init; }

    /// <summary>The enterprise that holds the right now.</summary>
    public required string? Holder { get; init; }

    /// <summary>The officer responsible; null when none is assigned.</summary>
    public required string? Officer { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int Version { get; init; }
}

/// <summary>A page of parcels.</summary>
/// <param name="Items">The parcels, in the order asked for.</param>
/// <param name="NextCursor">Give it back as <c>cursor</c> for the next page; null on the last.</param>
public sealed record ParcelPage(IReadOnlyList<ParcelRow> Items, string? NextCursor);

/// <summary>All of a parcel.</summary>
public sealed record ParcelDetail : ParcelRow
{
    /// <summary>The past day that this is the parcel of; null for now.</summary>
    public DateOnly? AsOf { get; init; }
    public required string? Address { get; init; }
    public required string? CountyCode { get; init; }
    public required bool LocationIsEstimated { get; init; }
    public required string? LandUseSystem { get; init; }
    public required string? RightType { get; init; }
    public required string? Ownership { get; init; }
    public required decimal? StatedAreaSquareMetres { get; init; }
    public required decimal? MeasuredAreaSquareMetres { get; init; }

    /// <summary>SRID of the 3-degree Gauss-Krueger zone the area was measured in.</summary>
    public required int? AreaSrid { get; init; }
    public required string? IdleKind { get; init; }
    public required string? IdleCause { get; init; }
    public required Hold? Hold { get; init; }

    /// <summary>GeoJSON MultiPolygon, longitude first; null until surveyed.</summary>
    public required JsonElement? Boundary { get; init; }
    public required IReadOnlyList<ContractShape> Contracts { get; init; }
    public required IReadOnlyList<EncumbranceShape> Encumbrances { get; init; }
    public required IReadOnlyList<OccupancyShape> Occupancies { get; init; }
    public required string Source { get; init; }
    public required string? SourceId { get; init; }
    public required DateOnly? SourceUpdatedOn { get; init; }
    public required DateOnly? LastCheckedOn { get; init; }
    public required string? LastCheckedBy { get; init; }
    public required string? Remarks { get; init; }

    /// <summary>Notes, newest first.</summary>
    public required IReadOnlyList<NoteShape> Notes { get; init; }
    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>The idle clock today.</summary>
    public required ClockSummary Clock { get; init; }

    /// <summary>Readiness for re-tender today.</summary>
    public required ReadinessSummary Readiness { get; init; }

    /// <summary>Every other status: whether the parcel may move there now, by which rule, or why not.</summary>
    public required IReadOnlyList<Move> Moves { get; init; }
}

/// <summary>What the idle clock says today; the reasons are at <c>/api/parcels/{id}/clock</c>.</summary>
/// <param name="Kind">none, unknown, A or B.</param>
/// <param name="Name">The kind in words.</param>
/// <param name="Since">First day of the present idleness; null when the land is not idle.</param>
/// <param name="Powers">What the law allows: investigate, negotiate, charge_fee, recover.</param>
/// <param name="SuspectedFrom">Day from which it counts as idle by time, as foreseen; null when none comes.</param>
/// <param name="FeeFrom">First day on which the fee may be charged, as foreseen.</param>
/// <param name="RecoveryFrom">First day on which the right may be recovered, as foreseen.</param>
/// <param name="DaysCounted">Days counted against the holder.</param>
/// <param name="DaysStopped">Days on which the clock stood.</param>
/// <param name="Unknowns">Names of inputs that are not known.</param>
public sealed record ClockSummary(
    string Kind, Text Name, DateOnly? Since, IReadOnlyList<string> Powers, DateOnly? SuspectedFrom, DateOnly? FeeFrom, DateOnly? RecoveryFrom,
    int DaysCounted, int DaysStopped, IReadOnlyList<string> Unknowns)
{
    public static ClockSummary Of(ClockAssessment clock) => new(
        clock.Kind.Code(), clock.Kind.Name(), clock.Since, clock.Answer.Powers.Codes(), clock.Answer.SuspectedFrom, clock.Answer.FeeFrom,
        clock.Answer.RecoveryFrom, clock.DaysCounted, clock.DaysStopped, clock.Unknowns);
}

/// <summary>Readiness for re-tender today; all items are at <c>/api/parcels/{id}/readiness</c>.</summary>
public sealed record ReadinessSummary(bool IsReady, IReadOnlyList<BlockingItem> Blocking)
{
    public static ReadinessSummary Of(IReadOnlyList<ReadinessItem> blocking) => new(
        blocking.Count == 0, [.. blocking.Select(item => new BlockingItem(item.Code, item.State == ItemState.Unknown ? "unknown" : "blocked", item.Name, item.Says, item.Article))]);
}

/// <summary>An item that stands in the way of a re-tender.</summary>
/// <param name="Code">Name of the item.</param>
/// <param name="State">blocked or unknown.</param>
/// <param name="Name">What the law asks.</param>
/// <param name="Says">What is missing.</param>
/// <param name="Article">Citation.</param>
public sealed record BlockingItem(string Code, string State, Text Name, Text Says, string Article);

/// <summary>A note on a parcel: what it says, who wrote it when, by which change.</summary>
public sealed record NoteShape(long Id, string Text, string Actor, DateTimeOffset RecordedAt, long ChangeId);

/// <summary>Why a parcel is on hold and until when (last day, inclusive; null for no stated end).</summary>
public sealed record Hold(string Reason, DateOnly? Until);

/// <summary>A contract or supplementary agreement. Money in yuan, areas in square metres, ratios from 0 to 1.</summary>
public sealed record ContractShape(
    string Kind, string? Number, string? SupervisionNumber, DateOnly? SignedOn, DateOnly? AgreedDeliveryOn,
    DateOnly? AgreedCommencementOn, DateOnly? AgreedCompletionOn, short? TermYears, decimal? PriceYuan,
    decimal? DevelopableAreaSquareMetres, decimal? TotalInvestmentYuan, decimal? FloorAreaRatioMin, decimal? FloorAreaRatioMax,
    decimal? BuildingDensityMax, decimal? GreenRatioMin, decimal? HeightMaxMetres, decimal? InvestmentPerMuYuan, decimal? TaxPerMuYuan);

/// <summary>A mortgage, seizure, lease, dispute or court matter.</summary>
public sealed record EncumbranceShape(string Kind, string? Holder, DateOnly? RegisteredOn, DateOnly? ReleasedOn, string? Note);

/// <summary>An enterprise on the parcel, in a role, over a period (both ends inclusive).</summary>
public sealed record OccupancyShape(long EnterpriseId, string EnterpriseName, string? CreditCode, string Role, DateOnly? FromOn, DateOnly? ToOn);

/// <summary>Something that looks wrong but blocks nothing.</summary>
public sealed record Warning(string Field, string Code, string TitleZh, string TitleEn);

/// <summary>A move to another status.</summary>
public sealed record Move(string To, bool Allowed, MoveRule Rule);

/// <summary>The rule that a move rests on, or that forbids it.</summary>
public sealed record MoveRule(string Code, string TitleZh, string TitleEn, string? Article)
{
    public static MoveRule Of(string code, Text title, string? article) => new(code, title.Zh, title.En, article);
}

/// <summary>What happened to a parcel, newest first.</summary>
public sealed record ParcelHistory(IReadOnlyList<HistoryItem> Items);

/// <summary>One change of the parcel.</summary>
public sealed record HistoryItem(
    long ChangeId, DateTimeOffset RecordedAt, string Actor, string Command, string? Reason, DateOnly? EffectiveDate, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>What the change wrote in the records of the parcel: contracts, encumbrances, cases and so on.</summary>
    public required IReadOnlyList<RecordChange> Records { get; init; }

    /// <summary>The change that undid this one; null when none did.</summary>
    public required long? UndoneBy { get; init; }

    /// <summary>The change that this one undid; null when it is no undo.</summary>
    public required long? Undoes { get; init; }
}

/// <summary>A record of the parcel that a change wrote.</summary>
/// <param name="Kind">contract, encumbrance, occupancy, land_case and so on.</param>
/// <param name="Id">Its key.</param>
/// <param name="IsNew">Whether the change brought it.</param>
/// <param name="Fields">The fields that differ.</param>
public sealed record RecordChange(string Kind, long Id, bool IsNew, IReadOnlyList<FieldChange> Fields);

/// <summary>Marks a parcel's status. All texts; faults are answered together.</summary>
public sealed record MarkStatusRequest
{
    /// <summary>The status to move to.</summary>
    public string? To { get; init; }

    /// <summary>Why, in the marker's words; required.</summary>
    public string? Reason { get; init; }

    /// <summary>yyyy-MM-dd, the day from which it holds, not in the future; today when absent.</summary>
    public string? EffectiveDate { get; init; }

    /// <summary>A or B, for a move to idle; unknown when absent.</summary>
    public string? IdleKind { get; init; }

    /// <summary>government, holder or force_majeure, for a move to idle; unknown when absent.</summary>
    public string? IdleCause { get; init; }
}

/// <summary>Puts a parcel on hold.</summary>
public sealed record HoldRequest
{
    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }

    /// <summary>yyyy-MM-dd, last day of the hold; no stated end when absent.</summary>
    public string? Until { get; init; }
}

/// <summary>Releases a parcel from its hold.</summary>
public sealed record ReleaseRequest
{
    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}
