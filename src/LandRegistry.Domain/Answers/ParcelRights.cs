using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Domain.Answers;

/// <summary>What holds of one right, and the first day on which it is the one to ask about.</summary>
public readonly record struct OfRight<T>(DateOnly From, T Facts);

/// <summary>
/// Cuts a parcel's record at the rights given to it one after another. For the idle clock a right lasts until the day it
/// ended, inclusive, and the next is asked about from its first fact on. For readiness a right begins with the signature of
/// its contract: what was shown for an earlier supply does not count for the next. Of several facts of a kind within a
/// right the first counts, of deliveries the last, because the land is delivered when its last part is.
/// </summary>
public static class ParcelRights
{
    private static readonly FactSource BoundarySource = new("界址 boundary");

    /// <summary>The rights as the idle clock looks at them, in the order of time; the first begins with the calendar.</summary>
    public static IReadOnlyList<OfRight<LandFacts>> ForClock(ParcelRecord record)
    {
        var ends = Days(record, fact => fact.Kind == LandFactKinds.RightEnded);
        if (ends.Count == 0)
        {
            return [new(DateOnly.MinValue, Clock(record, DateOnly.MinValue, null))];
        }

        var rights = new List<OfRight<LandFacts>>(ends.Count + 1);
        for (var i = 0; i <= ends.Count; i++)
        {
            DateOnly? after = i == 0 ? null : ends[i - 1];
            DateOnly? until = i == ends.Count ? null : ends[i];
            var from = after is { } ended ? FirstAfter(record, ended) : DateOnly.MinValue;
            if (from is { } first)
            {
                rights.Add(new(first, Clock(record, after, until)));
            }
        }

        return rights;
    }

    /// <summary>The rights as readiness looks at them, in the order of time; the first begins with the calendar.</summary>
    public static IReadOnlyList<OfRight<ReadinessFacts>> ForReadiness(ParcelRecord record)
    {
        var signed = new List<DateOnly>();
        foreach (var agreement in record.Agreements)
        {
            if (agreement is { IsSupplementary: false, SignedOn: { } day } && !signed.Contains(day))
            {
                signed.Add(day);
            }
        }

        signed.Sort();
        var publications = Publications(record);
        var rights = new List<OfRight<ReadinessFacts>>(signed.Count + 1);
        for (var i = 0; i <= signed.Count; i++)
        {
            var from = i == 0 ? DateOnly.MinValue : signed[i - 1];
            var before = i == signed.Count ? DateOnly.MaxValue : signed[i];
            rights.Add(new(from, Readiness(record, from, before, publications)));
        }

        return rights;
    }

    /// <summary>The right to ask about on a day.</summary>
    public static T On<T>(IReadOnlyList<OfRight<T>> rights, DateOnly day)
    {
        var i = rights.Count - 1;
        while (i > 0 && rights[i].From > day)
        {
            i--;
        }

        return rights[i].Facts;
    }

    private static LandFacts Clock(ParcelRecord record, DateOnly? after, DateOnly? until)
    {
        bool Within(DateOnly day) => !(day <= after) && !(day > until);
        // A contract signed on the day on which the former right ended is the next one's; another paper of that day is the former's.
        bool Belongs(Agreement agreement) => Reference(agreement) is var day
            && (agreement.IsSupplementary ? Within(day) : !(day < after) && !(day >= until));
        var whole = after is null && until is null;
        RecordedFact? Find(string kind, bool last = false) => Pick(record.Facts, kind, Within, last);
        var start = Start(record, Within);
        return new()
        {
            Agreements = whole ? record.Agreements.ToArray() : [.. record.Agreements.Where(Belongs)],
            Stoppages = whole ? record.Stoppages.ToArray() : [.. record.Stoppages.Where(stoppage => Within(stoppage.From))],
            Progress = whole ? record.Progress.ToArray() : [.. record.Progress.Where(report => Within(report.AsOf))],
            Delivery = Dated(Find(LandFactKinds.Delivery, last: true)),
            ConstructionPermit = Dated(Find(LandFactKinds.ConstructionPermit)),
            Start = start is null ? null : new(start.On, start.Test, start.Source),
            Filing = Find(LandFactKinds.Filing) is { } filing ? new(filing.On, filing.Number, filing.Source) : null,
            Completion = Dated(Find(LandFactKinds.Completion)),
            RightEnded = Dated(Find(LandFactKinds.RightEnded)),
        };
    }

    private static ReadinessFacts Readiness(ParcelRecord record, DateOnly from, DateOnly before, IReadOnlyList<Publication> publications)
    {
        bool Within(DateOnly day) => day >= from && day < before;
        RecordedFact? Find(string kind) => Pick(record.Facts, kind, Within, last: false);
        var formerUse = Pick(record.Facts, LandFactKinds.FormerUse, _ => true, last: true);
        return new()
        {
            RightRegistered = Dated(Find(LandFactKinds.RightRegistered)),
            TitleSearched = Dated(Find(LandFactKinds.TitleSearch)),
            Burdens = record.Burdens.ToArray(),
            CompensationSearched = Dated(Find(LandFactKinds.CompensationSearch)),
            Compensations = record.Compensations.ToArray(),
            Boundary = record.HasBoundary ? new(DateOnly.MinValue, BoundarySource) : null,
            LandUseKnown = record.LandUseKnown,
            PlanningConditions = Dated(Find(LandFactKinds.PlanningConditions)),
            Infrastructure = record.Infrastructure.ToArray(),
            SurveyUpdated = Dated(Find(LandFactKinds.SurveyUpdated)),
            Publications = publications,
            WasIndustrial = formerUse is null ? null : formerUse.Value == "industrial",
            SoilSurvey = Dated(Find(LandFactKinds.SoilSurvey)),
            StandardLand = Decisions(record, Within),
            RightEnded = Dated(Find(LandFactKinds.RightEnded)),
            Term = Term(record, from),
        };
    }

    /// <summary>The earliest start that meets a test; else the earliest.</summary>
    private static RecordedFact? Start(ParcelRecord record, Func<DateOnly, bool> within)
    {
        RecordedFact? best = null;
        foreach (var fact in record.Facts)
        {
            if (fact.Kind == LandFactKinds.ActualStart && within(fact.On)
                && (best is null || (fact.Test == StartTest.Unstated, fact.On, fact.Test).CompareTo((best.Test == StartTest.Unstated, best.On, best.Test)) < 0))
            {
                best = fact;
            }
        }

        return best;
    }

    private static StandardLandDecision[] Decisions(ParcelRecord record, Func<DateOnly, bool> within)
    {
        List<StandardLandDecision>? decisions = null;
        foreach (var fact in record.Facts)
        {
            if (fact is { Kind: LandFactKinds.StandardLand, Value: { } value } && within(fact.On))
            {
                (decisions ??= []).Add(new(fact.On, value, fact.Source));
            }
        }

        return decisions is null ? [] : [.. decisions];
    }

    private static RightTerm? Term(ParcelRecord record, DateOnly from)
    {
        foreach (var agreement in record.Agreements)
        {
            if (agreement is { IsSupplementary: false, TermYears: { } years, SignedOn: { } signed } && signed == from)
            {
                // The term runs from delivery where that was agreed.
                return new(years, agreement.AgreedDeliveryOn ?? signed, agreement.Source);
            }
        }

        return null;
    }

    /// <summary>Each publication with the first withdrawal that follows it.</summary>
    private static List<Publication> Publications(ParcelRecord record)
    {
        List<Publication>? publications = null;
        foreach (var fact in record.Facts)
        {
            if (fact.Kind == LandFactKinds.Publication)
            {
                var withdrawn = Pick(record.Facts, LandFactKinds.PublicationWithdrawn, day => day >= fact.On, last: false);
                (publications ??= []).Add(new(fact.On, Dated(withdrawn), fact.Source));
            }
        }

        return publications ?? [];
    }

    private static RecordedFact? Pick(List<RecordedFact> facts, string kind, Func<DateOnly, bool> within, bool last)
    {
        RecordedFact? best = null;
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            if (fact.Kind == kind && within(fact.On) && (best is null || Precedes(fact, best, last)))
            {
                best = fact;
            }
        }

        return best;
    }

    /// <summary>Of two of a day the one with the lesser value and number, so that the order of recording plays no part.</summary>
    private static bool Precedes(RecordedFact fact, RecordedFact best, bool last) =>
        fact.On != best.On ? (fact.On > best.On) == last
        : string.CompareOrdinal(fact.Value, best.Value) is var byValue and not 0 ? byValue < 0
        : string.CompareOrdinal(fact.Number, best.Number) < 0;

    private static List<DateOnly> Days(ParcelRecord record, Func<RecordedFact, bool> wanted)
    {
        var days = new List<DateOnly>();
        foreach (var fact in record.Facts)
        {
            if (wanted(fact) && !days.Contains(fact.On))
            {
                days.Add(fact.On);
            }
        }

        days.Sort();
        return days;
    }

    /// <summary>The first day on which something of the next right is known; null when nothing is.</summary>
    private static DateOnly? FirstAfter(ParcelRecord record, DateOnly ended)
    {
        var days = record.Agreements.Where(agreement => !agreement.IsSupplementary && Reference(agreement) >= ended).Select(Reference)
            .Concat(record.Agreements.Where(agreement => agreement.IsSupplementary && Reference(agreement) > ended).Select(Reference))
            .Concat(record.Facts.Where(fact => fact.On > ended && fact.Kind is LandFactKinds.Delivery or LandFactKinds.ActualStart).Where(fact => fact.On > ended).Select(fact => fact.On));
        var first = days.DefaultIfEmpty(DateOnly.MaxValue).Min();
        return first == DateOnly.MaxValue ? null : first <= ended ? ended.AddDays(1) : first;
    }

    /// <summary>The day that places an agreement among the rights: of its signature, else what it agreed, else from ever.</summary>
    private static DateOnly Reference(Agreement agreement) =>
        agreement.SignedOn ?? agreement.AgreedDeliveryOn ?? agreement.AgreedCommencementOn ?? DateOnly.MinValue;

    private static DatedFact? Dated(RecordedFact? fact) => fact is null ? null : new(fact.On, fact.Source);
}
