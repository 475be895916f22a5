using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Clocks;

/// <summary>
/// Which facts stand on a day. A fact stands from its own day on, so that a past date is answered by what was so then;
/// when it was recorded plays no part. Nothing here allocates.
/// </summary>
internal static class ClockFactsOnDay
{
    /// <summary>
    /// The agreement whose commencement date stands: the latest signed. A supplementary one without a date of signature
    /// is taken to follow the latest contract; of two signed on a day the later commencement stands.
    /// </summary>
    public static Agreement? Commencement(LandFacts facts, DateOnly day)
    {
        var contractSigned = DateOnly.MinValue;
        for (var i = 0; i < facts.Agreements.Count; i++)
        {
            if (facts.Agreements[i] is { IsSupplementary: false, SignedOn: { } signed } && signed <= day && signed > contractSigned)
            {
                contractSigned = signed;
            }
        }

        Agreement? best = null;
        for (var i = 0; i < facts.Agreements.Count; i++)
        {
            var candidate = facts.Agreements[i];
            if (candidate.AgreedCommencementOn is not null && Stands(candidate, day)
                && (best is null || Key(candidate, contractSigned).CompareTo(Key(best, contractSigned)) > 0))
            {
                best = candidate;
            }
        }

        return best;
    }

    /// <summary>Agreed delivery of the latest agreement that names one.</summary>
    public static DateOnly? AgreedDelivery(LandFacts facts, DateOnly day) => Latest(facts, day, agreement => agreement.AgreedDeliveryOn)?.AgreedDeliveryOn;

    /// <summary>The latest agreement that states the area to be developed.</summary>
    public static Agreement? DevelopableArea(LandFacts facts, DateOnly day) =>
        Latest(facts, day, agreement => agreement.DevelopableAreaSquareMetres > 0 ? DateOnly.MinValue : null);

    /// <summary>The latest agreement that states the total investment.</summary>
    public static Agreement? TotalInvestment(LandFacts facts, DateOnly day) =>
        Latest(facts, day, agreement => agreement.TotalInvestmentYuan > 0 ? DateOnly.MinValue : null);

    /// <summary>The latest report of the developed area; of two on a day the greater.</summary>
    public static ProgressReport? Developed(LandFacts facts, DateOnly day) => LatestReport(facts, day, report => report.DevelopedAreaSquareMetres);

    /// <summary>The latest report of what was invested; of two on a day the greater.</summary>
    public static ProgressReport? Invested(LandFacts facts, DateOnly day) => LatestReport(facts, day, report => report.InvestedYuan);

    /// <summary>The day works started in the sense of Order 53 Article 30: not before the construction permit.</summary>
    public static DateOnly? StartedOn(LandFacts facts) =>
        facts.Start is not { } start ? null : facts.ConstructionPermit is { } permit && permit.On > start.On ? permit.On : start.On;

    /// <summary>End of a stoppage as seen on a day: exclusive; <see cref="DateOnly.MaxValue"/> while it lasts.</summary>
    public static DateOnly End(Stoppage stoppage, DateOnly day) => stoppage.To is { } to && to <= day ? to : DateOnly.MaxValue;

    /// <summary>
    /// Whether the clock stands during the stoppage: one of its causes is government's or force majeure. Without a known
    /// cause it stands too, since nothing is counted against a holder on what is not known.
    /// </summary>
    public static bool StopsClock(Stoppage stoppage, LawEdition law, DateOnly idleFrom)
    {
        for (var i = 0; i < stoppage.Causes.Count; i++)
        {
            if (law.Cause(stoppage.Causes[i]) is not { } cause || (cause.Side != CauseSide.Holder && !(cause.UnlessIdleBefore && stoppage.From >= idleFrom)))
            {
                return true;
            }
        }

        return stoppage.Causes.Count == 0;
    }

    /// <summary>Whether the stoppage has a known cause of Article 8, which opens the modes of Article 12.</summary>
    public static bool HasArticle8Cause(Stoppage stoppage, LawEdition law)
    {
        for (var i = 0; i < stoppage.Causes.Count; i++)
        {
            if (law.Cause(stoppage.Causes[i]) is { Side: not CauseSide.Holder })
            {
                return true;
            }
        }

        return false;
    }

    private static (DateOnly Signed, bool IsSupplementary, DateOnly Commencement) Key(Agreement agreement, DateOnly contractSigned) =>
        (agreement.SignedOn ?? (agreement.IsSupplementary ? contractSigned : DateOnly.MinValue), agreement.IsSupplementary, agreement.AgreedCommencementOn!.Value);

    private static bool Stands(Agreement agreement, DateOnly day) => agreement.SignedOn is not { } signed || signed <= day;

    /// <summary>Of the agreements that state something, the latest signed; of two on a day the one whose figures are greater, so that order plays no part.</summary>
    private static Agreement? Latest(LandFacts facts, DateOnly day, Func<Agreement, DateOnly?> states)
    {
        Agreement? best = null;
        for (var i = 0; i < facts.Agreements.Count; i++)
        {
            var candidate = facts.Agreements[i];
            if (states(candidate) is not null && Stands(candidate, day) && (best is null || Rank(candidate).CompareTo(Rank(best)) > 0))
            {
                best = candidate;
            }
        }

        return best;
    }

    private static (DateOnly, bool, DateOnly, decimal, decimal) Rank(Agreement agreement) => (
        agreement.SignedOn ?? DateOnly.MinValue, agreement.IsSupplementary, agreement.AgreedDeliveryOn ?? DateOnly.MinValue,
        agreement.DevelopableAreaSquareMetres ?? 0, agreement.TotalInvestmentYuan ?? 0);

    private static ProgressReport? LatestReport(LandFacts facts, DateOnly day, Func<ProgressReport, decimal?> figure)
    {
        ProgressReport? best = null;
        for (var i = 0; i < facts.Progress.Count; i++)
        {
            var candidate = facts.Progress[i];
            if (candidate.AsOf <= day && figure(candidate) is { } value
                && (best is null || candidate.AsOf > best.AsOf || (candidate.AsOf == best.AsOf && value > figure(best))))
            {
                best = candidate;
            }
        }

        return best;
    }
}
