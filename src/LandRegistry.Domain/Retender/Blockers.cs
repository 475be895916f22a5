using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Retender;

/// <summary>What the plans know of the end of a blocker.</summary>
public enum ExpectationBasis
{
    /// <summary>A recorded fact counts from that day on.</summary>
    RecordedFact,

    /// <summary>Compensation is due by that day.</summary>
    MoneyDue,

    /// <summary>A deadline of the parcel's open case.</summary>
    CaseDeadline,

    /// <summary>A step of the strategy of an enterprise on the parcel.</summary>
    StrategyStep,
}

/// <summary>When a blocker is expected to end, and by which plan.</summary>
/// <param name="On">The day.</param>
/// <param name="Basis">The plan it was taken from.</param>
public sealed record Expectation(DateOnly On, ExpectationBasis Basis);

/// <summary>A burden that stands on a parcel.</summary>
public sealed record StandingBurden(string Kind, string? Holder);

/// <summary>Readiness from a day to come until the next one, as far as recorded facts say.</summary>
public sealed record ComingReadiness(DateOnly From, IReadOnlyList<string> Blocking);

/// <summary>What is known about the end of a parcel's blockers.</summary>
public sealed record BlockerFacts
{
    /// <summary>Burdens that stand on the day.</summary>
    public IReadOnlyList<StandingBurden> Burdens { get; init; } = [];

    /// <summary>Parties to whom compensation is open.</summary>
    public IReadOnlyList<string> Creditors { get; init; } = [];

    /// <summary>Last day on which compensation is due, deferred ones included; null when nobody has said.</summary>
    public DateOnly? CompensationDueOn { get; init; }

    /// <summary>Readiness after the day, in the order of time.</summary>
    public IReadOnlyList<ComingReadiness> Coming { get; init; } = [];

    /// <summary>Open deadlines of the parcel's open case by their code.</summary>
    public IReadOnlyDictionary<string, DateOnly> CaseDeadlines { get; init; } = new Dictionary<string, DateOnly>(StringComparer.Ordinal);

    /// <summary>Last day of the open steps of strategies of enterprises on the parcel.</summary>
    public DateOnly? StrategyEndsOn { get; init; }
}

/// <summary>Something that stands between a parcel and its re-tender: who holds it, and until when by the plans.</summary>
/// <param name="Code">Code of the item of readiness.</param>
/// <param name="Department">Whose business the item is.</param>
/// <param name="Holders">Who is known to hold it up: mortgagee, court, creditor; empty when nobody by name.</param>
/// <param name="Expected">By the plans; null when there is none.</param>
public sealed record Blocker(string Code, Text Department, IReadOnlyList<string> Holders, Expectation? Expected);

/// <summary>Tells of each blocking item who holds it and when it is expected to end.</summary>
public static class Blockers
{
    private static readonly Text Registry = new("不动产登记中心", "title registry");
    private static readonly Text Reserve = new("土地储备中心", "land reserve office");

    private static readonly Dictionary<string, Text> Departments = new(StringComparer.Ordinal)
    {
        ["clear-right"] = Registry,
        ["compensation-settled"] = Reserve,
        ["no-dispute"] = new("法院、争议当事人", "court or parties to the dispute"),
        ["plan-conditions"] = new("规划部门", "planning department"),
        ["site-conditions"] = new("园区管委会（基础设施）", "zone administration (infrastructure)"),
        ["survey-update"] = new("调查登记部门", "survey department"),
        ["publication"] = new("利用监管部门", "land supervision"),
        ["soil-survey"] = new("生态环境部门", "environment department"),
        ["standard-land"] = new("园区管委会（标准地）", "zone administration (standard land)"),
        ["remaining-term"] = Registry,
    };

    private static readonly Dictionary<string, string> CaseTerms = new(StringComparer.Ordinal) { ["clear-right"] = "deregister", ["remaining-term"] = "deregister" };

    /// <summary>The department whose business an item is.</summary>
    public static Text DepartmentOf(string item) => Departments.TryGetValue(item, out var department) ? department : Reserve;

    /// <summary>The blockers of a parcel, in the order of the checklist.</summary>
    public static IReadOnlyList<Blocker> Of(IReadOnlyList<string> blocking, BlockerFacts facts) =>
        [.. blocking.Select(item => new Blocker(item, DepartmentOf(item), HoldersOf(item, facts), ExpectedOf(item, facts)))];

    /// <summary>The day on which nothing blocks any more by the plans; null where a blocker has none.</summary>
    public static DateOnly? AllSettledOn(IReadOnlyList<Blocker> blockers) =>
        blockers.Count > 0 && blockers.All(blocker => blocker.Expected is not null) ? blockers.Max(blocker => blocker.Expected!.On) : null;

    private static IReadOnlyList<string> HoldersOf(string item, BlockerFacts facts) => item switch
    {
        "clear-right" => Holders(facts, "mortgage", "seizure"),
        "no-dispute" => Holders(facts, "dispute", "court"),
        "compensation-settled" => facts.Creditors,
        _ => [],
    };

    private static string[] Holders(BlockerFacts facts, params string[] kinds) =>
        [.. facts.Burdens.Where(burden => kinds.Contains(burden.Kind)).Select(burden => burden.Holder).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>A recorded fact comes before a plan, the nearer plan before the wider one.</summary>
    private static Expectation? ExpectedOf(string item, BlockerFacts facts)
    {
        if (facts.Coming.FirstOrDefault(coming => !coming.Blocking.Contains(item)) is { } free)
        {
            return new(free.From, ExpectationBasis.RecordedFact);
        }

        if (item == "compensation-settled" && facts.CompensationDueOn is { } due)
        {
            return new(due, ExpectationBasis.MoneyDue);
        }

        return CaseTerms.TryGetValue(item, out var term) && facts.CaseDeadlines.TryGetValue(term, out var deadline) ? new(deadline, ExpectationBasis.CaseDeadline)
            : facts.StrategyEndsOn is { } step ? new(step, ExpectationBasis.StrategyStep)
            : null;
    }
}
