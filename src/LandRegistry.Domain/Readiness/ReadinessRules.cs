using System.Runtime.InteropServices;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Readiness;

/// <summary>Why an item stands as it does; what is said about it follows from this.</summary>
internal enum ItemReason
{
    /// <summary>The rule of the item is met.</summary>
    Met,

    /// <summary>The fact that it needs is not recorded, or not yet of the day.</summary>
    FactMissing,

    /// <summary>A burden stands.</summary>
    BurdenStands,

    /// <summary>The register that would show it was not looked into.</summary>
    NotSearched,

    /// <summary>Money is open.</summary>
    MoneyOpen,

    /// <summary>There is no boundary.</summary>
    BoundaryMissing,

    /// <summary>The use is not settled.</summary>
    LandUseMissing,

    /// <summary>Things of the site are missing.</summary>
    SiteItemsMissing,

    /// <summary>Nothing was ever published.</summary>
    NeverPublished,

    /// <summary>What was published is withdrawn.</summary>
    Withdrawn,

    /// <summary>A publication stands.</summary>
    Published,

    /// <summary>The item does not apply.</summary>
    NotNeeded,

    /// <summary>Whether the item applies is not known.</summary>
    NeedUnknown,

    /// <summary>The term of the right is running and known.</summary>
    TermKnown,
}

/// <summary>How an item stands on a day, before it is put into words.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ItemAnswer(ItemState State, ItemReason Why, DateOnly? Since = null, FactSource? Evidence = null, Burden? Burden = null);

/// <summary>
/// The rules of the items, once: the explained answer (<see cref="ReadinessCheck"/>) and the timeline
/// (<see cref="ReadinessTimeline"/>) are both read off them. Nothing here allocates. Facts count from their own day on.
/// </summary>
internal static class ReadinessRules
{
    /// <summary>The items in their order; each is also a rule of the law's data.</summary>
    public static readonly string[] Codes =
    [
        "clear-right", "compensation-settled", "no-dispute", "plan-conditions", "site-conditions", "survey-update", "publication", "soil-survey",
        "standard-land", "remaining-term",
    ];

    /// <summary>How an item stands on a day.</summary>
    public static ItemAnswer Judge(int item, ReadinessFacts facts, IReadOnlyList<string> neededInfrastructure, DateOnly day) => item switch
    {
        0 => ClearRight(facts, day),
        1 => Settled(facts, day),
        2 => NoDispute(facts, day),
        3 => PlanConditions(facts, day),
        4 => SiteConditions(facts, neededInfrastructure, day),
        5 => Dated(facts.SurveyUpdated, day),
        6 => Published(facts, day),
        7 => Soil(facts, day),
        8 => StandardLand(facts, day),
        _ => RemainingTerm(facts, day),
    };

    /// <summary>Compensation still open on a day, yuan.</summary>
    public static decimal OpenCompensation(ReadinessFacts facts, DateOnly day)
    {
        var open = 0m;
        for (var i = 0; i < facts.Compensations.Count; i++)
        {
            var line = facts.Compensations[i];
            open += line.On > day ? 0m : line.IsSettlement ? -line.Yuan : line.Yuan;
        }

        return Math.Max(0m, open);
    }

    /// <summary>Whether the site has a thing on a day.</summary>
    public static DatedFact? Has(ReadinessFacts facts, string name, DateOnly day)
    {
        DatedFact? first = null;
        for (var i = 0; i < facts.Infrastructure.Count; i++)
        {
            var (item, there) = facts.Infrastructure[i];
            first = item == name && there.On <= day && (first is null || there.On < first.On) ? there : first;
        }

        return first;
    }

    private static ItemAnswer ClearRight(ReadinessFacts facts, DateOnly day) =>
        Standing(facts, day, "mortgage", "seizure") is { } burden ? new(ItemState.Blocked, ItemReason.BurdenStands, null, burden.Source, burden)
        : !Counts(facts.TitleSearched, day) ? new(ItemState.Unknown, ItemReason.NotSearched)
        : Dated(facts.RightRegistered, day);

    private static ItemAnswer NoDispute(ReadinessFacts facts, DateOnly day) =>
        Standing(facts, day, "dispute", "court") is { } burden ? new(ItemState.Blocked, ItemReason.BurdenStands, null, burden.Source, burden)
        : !Counts(facts.TitleSearched, day) ? new(ItemState.Unknown, ItemReason.NotSearched)
        : new(ItemState.Holds, ItemReason.Met, Later(facts.TitleSearched!.On, Released(facts, day)), facts.TitleSearched.Source);

    private static ItemAnswer Settled(ReadinessFacts facts, DateOnly day)
    {
        CompensationLine? last = null;
        CompensationLine? owed = null;
        for (var i = 0; i < facts.Compensations.Count; i++)
        {
            var line = facts.Compensations[i];
            last = line.On <= day && line.IsSettlement && (last is null || line.On > last.On) ? line : last;
            owed = line.On <= day && !line.IsSettlement && (owed is null || line.On > owed.On) ? line : owed;
        }

        return OpenCompensation(facts, day) > 0m ? new(ItemState.Blocked, ItemReason.MoneyOpen, null, owed!.Source)
            : last is not null ? new(ItemState.Holds, ItemReason.Met, last.On, last.Source)
            : Counts(facts.CompensationSearched, day) ? new(ItemState.Holds, ItemReason.Met, facts.CompensationSearched!.On, facts.CompensationSearched.Source)
            : new(ItemState.Unknown, ItemReason.NotSearched);
    }

    private static ItemAnswer PlanConditions(ReadinessFacts facts, DateOnly day) =>
        !Counts(facts.Boundary, day) ? new(ItemState.Unknown, ItemReason.BoundaryMissing)
        : !facts.LandUseKnown ? new(ItemState.Unknown, ItemReason.LandUseMissing)
        : Dated(facts.PlanningConditions, day);

    private static ItemAnswer SiteConditions(ReadinessFacts facts, IReadOnlyList<string> needed, DateOnly day)
    {
        DatedFact? last = null;
        for (var i = 0; i < needed.Count; i++)
        {
            if (Has(facts, needed[i], day) is not { } there)
            {
                return new(facts.Infrastructure.Count == 0 ? ItemState.Unknown : ItemState.Blocked, ItemReason.SiteItemsMissing);
            }

            last = last is null || there.On > last.On ? there : last;
        }

        return new(ItemState.Holds, ItemReason.Met, last?.On, last?.Source);
    }

    private static ItemAnswer Published(ReadinessFacts facts, DateOnly day)
    {
        Publication? latest = null;
        for (var i = 0; i < facts.Publications.Count; i++)
        {
            var candidate = facts.Publications[i];
            if (candidate.On <= day)
            {
                if (!Counts(candidate.Withdrawn, day))
                {
                    return new(ItemState.Blocked, ItemReason.Published, null, candidate.Source);
                }

                latest = latest is null || candidate.Withdrawn!.On > latest.Withdrawn!.On ? candidate : latest;
            }
        }

        return latest is null ? new(ItemState.Holds, ItemReason.NeverPublished) : new(ItemState.Holds, ItemReason.Withdrawn, latest.Withdrawn!.On, latest.Withdrawn.Source);
    }

    private static ItemAnswer Soil(ReadinessFacts facts, DateOnly day) => facts.WasIndustrial switch
    {
        false => new(ItemState.Holds, ItemReason.NotNeeded),
        null when facts.SoilSurvey is null => new(ItemState.Unknown, ItemReason.NeedUnknown),
        _ => Dated(facts.SoilSurvey, day),
    };

    private static ItemAnswer StandardLand(ReadinessFacts facts, DateOnly day)
    {
        StandardLandDecision? latest = null;
        for (var i = 0; i < facts.StandardLand.Count; i++)
        {
            var decision = facts.StandardLand[i];
            latest = decision.On <= day && (latest is null || (decision.On, Rank(decision)).CompareTo((latest.On, Rank(latest))) > 0) ? decision : latest;
        }

        return latest?.Value switch
        {
            "required" => new(ItemState.Blocked, ItemReason.FactMissing, null, latest.Source),
            "set" => new(ItemState.Holds, ItemReason.Met, latest.On, latest.Source),
            _ => new(ItemState.Holds, ItemReason.NotNeeded, latest?.On, latest?.Source),
        };
    }

    private static ItemAnswer RemainingTerm(ReadinessFacts facts, DateOnly day) =>
        Counts(facts.RightEnded, day) ? new(ItemState.Holds, ItemReason.NotNeeded, facts.RightEnded!.On, facts.RightEnded.Source)
        : Counts(facts.RightRegistered, day) ? new(ItemState.Holds, ItemReason.NotNeeded, facts.RightRegistered!.On, facts.RightRegistered.Source)
        : facts.Term is { } term && term.From <= day ? new(ItemState.Holds, ItemReason.TermKnown, term.From, term.Source)
        : new(ItemState.Unknown, ItemReason.FactMissing);

    private static ItemAnswer Dated(DatedFact? fact, DateOnly day) =>
        Counts(fact, day) ? new(ItemState.Holds, ItemReason.Met, fact!.On, fact.Source)
        : new(fact is null ? ItemState.Unknown : ItemState.Blocked, ItemReason.FactMissing);

    private static bool Counts(DatedFact? fact, DateOnly day) => fact is not null && fact.On <= day;

    private static Burden? Standing(ReadinessFacts facts, DateOnly day, string one, string other)
    {
        for (var i = 0; i < facts.Burdens.Count; i++)
        {
            var burden = facts.Burdens[i];
            if ((burden.Kind == one || burden.Kind == other) && burden.StandsOn(day))
            {
                return burden;
            }
        }

        return null;
    }

    private static DateOnly? Released(ReadinessFacts facts, DateOnly day)
    {
        DateOnly? last = null;
        for (var i = 0; i < facts.Burdens.Count; i++)
        {
            var burden = facts.Burdens[i];
            last = burden.Kind is "dispute" or "court" && burden.ReleasedOn is { } free && free <= day && !(last > free) ? free : last;
        }

        return last;
    }

    /// <summary>Of two decisions of a day the stricter stands, so that order plays no part.</summary>
    private static int Rank(StandardLandDecision decision) => decision.Value switch { "required" => 2, "set" => 1, _ => 0 };

    private static DateOnly Later(DateOnly one, DateOnly? other) => other > one ? other.Value : one;
}
