using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Enterprises;

/// <summary>An enterprise in a list.</summary>
public record EnterpriseRow
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string? CreditCode { get; init; }

    /// <summary>Industry by GB/T 4754.</summary>
    public required string? IndustryCode { get; init; }

    /// <summary>above or below the designated size; null when unknown.</summary>
    public required string? Scale { get; init; }
    public required string? OperatingState { get; init; }
    public required Text? OperatingStateName { get; init; }

    /// <summary>Standing parcels it is on today, in whatever role.</summary>
    public required long ParcelCount { get; init; }

    /// <summary>Whether it counts as idle: on idle or low-efficiency land, or stopped.</summary>
    public required bool IsIdle { get; init; }

    /// <summary>Whether its signals reach the cut-off of a zombie; false when even the unknown ones could not, null while it is open.</summary>
    public required bool? IsZombie { get; init; }

    /// <summary>Type of its current strategy; null when it has none.</summary>
    public required string? StrategyType { get; init; }
    public required Text? StrategyTypeName { get; init; }

    /// <summary>Officer of its current strategy.</summary>
    public required string? Officer { get; init; }
    public required int Version { get; init; }
}

/// <summary>A page of enterprises, by id.</summary>
public sealed record EnterprisePage(IReadOnlyList<EnterpriseRow> Items, string? NextCursor);

/// <summary>All of an enterprise on a day.</summary>
public sealed record EnterpriseDetail : EnterpriseRow
{
    /// <summary>The day that land, states and signals are of.</summary>
    public required DateOnly AsOf { get; init; }
    public required IReadOnlyList<string> FormerNames { get; init; }
    public required DateOnly? ProducingSince { get; init; }

    /// <summary>Public utility, start-up or under construction: takes part in evaluations without a grade.</summary>
    public required bool IsExempt { get; init; }
    public required EnterpriseAreas Areas { get; init; }
    public required IReadOnlyList<EnterpriseParcel> Parcels { get; init; }

    /// <summary>Figures by period, latest first.</summary>
    public required IReadOnlyList<MetricShape> Metrics { get; init; }

    /// <summary>Operating states, latest first.</summary>
    public required IReadOnlyList<StateShape> States { get; init; }
    public required ZombieShape Zombie { get; init; }

    /// <summary>The one current strategy; null when there is none.</summary>
    public required CurrentStrategy? Strategy { get; init; }
}

/// <summary>Areas that count, square metres: null where a part is unknown, zero where there is none.</summary>
public sealed record EnterpriseAreas(decimal? OwnedSquareMetres, decimal? LeasedSquareMetres, decimal? SharedSquareMetres, Text Explanation);

/// <summary>A parcel that the enterprise is on. Share: owned, leased, shared (with so many users) or let_out, of which nothing counts.</summary>
public sealed record EnterpriseParcel(
    long ParcelId, string? Code, string? Name, string Status, Text StatusName, IReadOnlyList<string> Roles, decimal? AreaSquareMetres, string Share, int Users,
    decimal? CountedSquareMetres);

/// <summary>A figure over a period, both ends inclusive; the unit is the last part of its name.</summary>
public sealed record MetricShape(
    long Id, string Name, Text Label, DateOnly From, DateOnly To, decimal Amount, bool IsEstimated, string Source, string? Note, int Version);

/// <summary>An operating state from a day on.</summary>
public sealed record StateShape(long Id, string State, Text StateName, DateOnly On, IReadOnlyList<string> Causes, string Source, string? Note, int Version);

/// <summary>Score of the zombie signals: true from the cut-off on, false when even the unknown ones could not reach it, else null.</summary>
public sealed record ZombieShape(int Score, int Possible, int CutOff, bool? IsZombie, IReadOnlyList<ZombieSignalShape> Signals);

/// <summary>A signal: seen, found absent, or unknown; with the evidence it rests on.</summary>
public sealed record ZombieSignalShape(string Signal, Text Says, int Weight, bool? IsPresent, DateOnly? On, string? Document, string? Source);

/// <summary>The current strategy in short.</summary>
public sealed record CurrentStrategy(long Id, int Number, string Type, Text TypeName, string? Leader, string? Officer, DateOnly? EndOn);

/// <summary>Corrects what an enterprise is; everything is stated anew, and a new name keeps the former.</summary>
public sealed record DescribeEnterpriseRequest
{
    /// <summary>Required.</summary>
    public string? Name { get; init; }

    /// <summary>18 characters; a failing check character is no fault.</summary>
    public string? CreditCode { get; init; }

    /// <summary>By GB/T 4754.</summary>
    public string? IndustryCode { get; init; }

    /// <summary>above or below the designated size; unknown when absent.</summary>
    public string? Scale { get; init; }

    /// <summary>yyyy-MM-dd, when it began to produce; unknown when absent.</summary>
    public string? ProducingSince { get; init; }

    /// <summary>Public utility, start-up or under construction: takes part in evaluations without a grade.</summary>
    public bool? IsExempt { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Records a figure; one of the same name and period is replaced and stays in the history.</summary>
public sealed record MetricRequest
{
    /// <summary>tax_yuan, output_yuan, power_kwh and so on; required.</summary>
    public string? Name { get; init; }

    /// <summary>yyyy-MM-dd, first day; required.</summary>
    public string? From { get; init; }

    /// <summary>yyyy-MM-dd, last day, inclusive; required.</summary>
    public string? To { get; init; }

    /// <summary>Required.</summary>
    public decimal? Amount { get; init; }
    public bool? IsEstimated { get; init; }

    /// <summary>Where it was taken from; required.</summary>
    public string? Source { get; init; }
    public string? Note { get; init; }
}

/// <summary>Records an operating state from a day on.</summary>
public sealed record StateRequest
{
    /// <summary>normal, limited, half_stopped, stopped, loss_making, resumed or trial; required.</summary>
    public string? State { get; init; }

    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }

    /// <summary>Codes of the law's causes, several possible.</summary>
    public IReadOnlyList<string>? Causes { get; init; }

    /// <summary>Where it was taken from; required.</summary>
    public string? Source { get; init; }
    public string? Note { get; init; }
}

/// <summary>Records a sign of a zombie enterprise, seen or found absent.</summary>
public sealed record SignalRequest
{
    /// <summary>stopped, insolvent and so on; required.</summary>
    public string? Signal { get; init; }

    /// <summary>True when seen, false when found absent; required.</summary>
    public bool? IsPresent { get; init; }

    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }

    /// <summary>Number of the paper that shows it.</summary>
    public string? Document { get; init; }

    /// <summary>Where it was taken from; required.</summary>
    public string? Source { get; init; }
    public string? Note { get; init; }
}
