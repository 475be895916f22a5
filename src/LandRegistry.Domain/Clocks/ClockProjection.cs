using System.Runtime.InteropServices;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Clocks;

/// <summary>Which way the clock runs.</summary>
internal enum ClockTrack
{
    /// <summary>No law was in force.</summary>
    NoLaw,

    /// <summary>Works are completed or the right has ended: nothing to count.</summary>
    Ended,

    /// <summary>The land was not delivered yet.</summary>
    Undelivered,

    /// <summary>No commencement date can be found.</summary>
    NoDate,

    /// <summary>Works are going on.</summary>
    Working,

    /// <summary>Not started: counts towards kind A.</summary>
    NotStarted,

    /// <summary>A start was recorded without a test of Article 30: A or not cannot be told.</summary>
    StartUntested,

    /// <summary>Started and stopped: counts towards kind B.</summary>
    Stopped,
}

/// <summary>
/// The clock seen from a day: which way it runs and when the answer will change if no fact does. It depends on the day
/// only through the facts that stand on it, so between two days on which a fact begins or ends it is the same. Both the
/// explained answer and the bulk timeline are read off it: the rule stands here once.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClockProjection(
    ClockTrack Track, DateOnly CountsFrom, IdleKind KindThen, bool Article8, bool Filed, DateOnly? SuspectedFrom, DateOnly? FeeFrom, DateOnly? RecoveryFrom)
{
    /// <summary>Looks at the facts that stand on a day.</summary>
    public static ClockProjection On(LandFacts facts, LawEdition? law, DateOnly day)
    {
        if (law is null)
        {
            return Bare(ClockTrack.NoLaw);
        }

        if ((facts.Completion is { } completed && completed.On <= day) || (facts.RightEnded is { } ended && ended.On <= day))
        {
            return Bare(ClockTrack.Ended);
        }

        var due = ClockCommencement.Find(facts, law, day);
        var started = ClockFactsOnDay.StartedOn(facts) is { } start && start <= day ? start : (DateOnly?)null;
        if (started is { } since && facts.Start!.Test != StartTest.Unstated)
        {
            return AfterStart(facts, law, day, due.On is { } agreed && agreed > since ? agreed : since, since);
        }

        return due switch
        {
            { Undelivered: true } => Bare(ClockTrack.Undelivered),
            { On: { } commencement } => BeforeStart(facts, law, day, commencement, started is not null),
            _ => Bare(ClockTrack.NoDate),
        };
    }

    /// <summary>The answer on a day on which these facts stand.</summary>
    public ClockSegment At(DateOnly day)
    {
        var reached = SuspectedFrom is { } suspected && suspected <= day;
        var kind = Track switch
        {
            ClockTrack.NoLaw or ClockTrack.NoDate => IdleKind.Unknown,
            _ => reached ? KindThen : IdleKind.None,
        };
        return new(day, kind, Powers(kind, reached, day), SuspectedFrom, FeeFrom, RecoveryFrom);
    }

    /// <summary>Days on which the clock stood from one day, inclusive, to another, exclusive; days of several stoppages count once.</summary>
    public static int StoppedDays(LandFacts facts, LawEdition law, DateOnly from, DateOnly to)
    {
        var (days, cursor, idleFrom) = (0, from, law.IdleAfter.From(from));
        for (var i = 0; i < facts.Stoppages.Count && facts.Stoppages[i].From < to; i++)
        {
            var stoppage = facts.Stoppages[i];
            var begin = Later(stoppage.From, cursor);
            var end = stoppage.To is { } resumed && resumed < to ? resumed : to;
            if (end > begin && ClockFactsOnDay.StopsClock(stoppage, law, idleFrom))
            {
                days += DayCount.Between(begin, end);
                cursor = end;
            }
        }

        return days;
    }

    private LegalPowers Powers(IdleKind kind, bool reached, DateOnly day)
    {
        if (!reached)
        {
            return LegalPowers.None;
        }

        var powers = LegalPowers.Investigate;
        powers |= Filed && (kind == IdleKind.B || (kind == IdleKind.A && Article8)) ? LegalPowers.Negotiate : LegalPowers.None;
        powers |= FeeFrom is { } fee && fee <= day ? LegalPowers.ChargeFee : LegalPowers.None;
        powers |= RecoveryFrom is { } recovery && recovery <= day ? LegalPowers.Recover : LegalPowers.None;
        return powers;
    }

    private static ClockProjection BeforeStart(LandFacts facts, LawEdition law, DateOnly day, DateOnly commencement, bool untested)
    {
        var suspected = Known(law.IdleAfter.From(commencement));
        var article8 = false;
        for (var i = 0; i < facts.Stoppages.Count && facts.Stoppages[i].From <= day; i++)
        {
            article8 |= ClockFactsOnDay.End(facts.Stoppages[i], day) > commencement && ClockFactsOnDay.HasArticle8Cause(facts.Stoppages[i], law);
        }

        return untested
            ? new(ClockTrack.StartUntested, commencement, IdleKind.Unknown, article8, IsFiled(facts, day), suspected, null, null)
            : new(ClockTrack.NotStarted, commencement, IdleKind.A, article8, IsFiled(facts, day), suspected,
                Shifted(facts, law, day, commencement, law.FeeAfter), Shifted(facts, law, day, commencement, law.RecoveryAfter));
    }

    private static ClockProjection AfterStart(LandFacts facts, LawEdition law, DateOnly day, DateOnly notBefore, DateOnly startedOn)
    {
        DateOnly? from = null;
        var (end, article8) = (DateOnly.MinValue, false);
        for (var i = 0; i < facts.Stoppages.Count && facts.Stoppages[i].From <= day; i++)
        {
            var stoppage = facts.Stoppages[i];
            var stops = ClockFactsOnDay.End(stoppage, day);
            if (stops <= startedOn)
            {
                continue;
            }

            var joins = from is not null && stoppage.From <= end;
            from = joins ? from : stoppage.From;
            article8 = (joins && article8) || ClockFactsOnDay.HasArticle8Cause(stoppage, law);
            end = joins && end > stops ? end : stops;
        }

        if (from is not { } stopped || end <= day)
        {
            return Bare(ClockTrack.Working);
        }

        var countsFrom = Later(stopped, notBefore);
        var kind = ClockThresholds.Below(facts, law, day) switch { true => IdleKind.B, false => IdleKind.None, null => IdleKind.Unknown };
        var suspected = kind == IdleKind.None ? null : Known(law.IdleAfter.From(countsFrom));
        return new(ClockTrack.Stopped, countsFrom, kind, article8, IsFiled(facts, day), suspected, null, null);
    }

    /// <summary>
    /// The first day on which the years are full; null while the clock stands without end. Days on which it stood move the
    /// day it starts from (顺延) and the years are then counted by anniversary, so that a leap day in between makes no difference.
    /// </summary>
    private static DateOnly? Shifted(LandFacts facts, LawEdition law, DateOnly day, DateOnly from, Term years)
    {
        var (moved, target, cursor, idleFrom) = (from, years.From(from), from, law.IdleAfter.From(from));
        for (var i = 0; i < facts.Stoppages.Count && facts.Stoppages[i].From <= day && facts.Stoppages[i].From < target; i++)
        {
            var stoppage = facts.Stoppages[i];
            var (begin, end) = (Later(stoppage.From, cursor), ClockFactsOnDay.End(stoppage, day));
            if (end <= begin || !ClockFactsOnDay.StopsClock(stoppage, law, idleFrom))
            {
                continue;
            }

            if (end == DateOnly.MaxValue)
            {
                return null;
            }

            (moved, cursor) = (DayCount.AddDays(moved, DayCount.Between(begin, end)), end);
            target = years.From(moved);
        }

        return Known(target);
    }

    private static bool IsFiled(LandFacts facts, DateOnly day) => facts.Filing is { } filing && filing.On <= day;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly? Known(DateOnly day) => day == DateOnly.MaxValue ? null : day;

    private static ClockProjection Bare(ClockTrack track) => new(track, default, IdleKind.None, false, false, null, null, null);
}
