using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Clocks;

/// <summary>
/// The legal idle clock (Order 53 Articles 2, 8, 12, 14, 22, 25, 30), computed from dated facts for any day. The explained
/// answer and the timeline both come from <see cref="ClockProjection"/>, so they agree.
/// </summary>
public static class IdleClock
{
    /// <summary>The answer on a day, with its reasons.</summary>
    public static ClockAssessment Assess(LandFacts facts, LawBook law, DateOnly asOf)
    {
        var edition = law.On(asOf);
        var projection = ClockProjection.On(facts, edition, asOf);
        var counts = projection.Track is ClockTrack.NotStarted or ClockTrack.StartUntested or ClockTrack.Stopped;
        var total = counts ? DayCount.Between(projection.CountsFrom, asOf) : 0;
        var stopped = counts ? ClockProjection.StoppedDays(facts, edition!, projection.CountsFrom, asOf) : 0;
        var (unknowns, steps) = new ClockExplanation(facts, edition, asOf, projection).Write(total - stopped, stopped);
        return new(asOf, projection.At(asOf), counts ? projection.CountsFrom : null, total - stopped, stopped, unknowns, steps);
    }

    /// <summary>
    /// The days on which the answer changes, with the answer from each on. The first segment begins with the calendar, so
    /// that every day is in exactly one: the last whose <c>From</c> is not later.
    /// </summary>
    /// <param name="facts">The facts.</param>
    /// <param name="law">The law.</param>
    /// <param name="segments">Cleared, then filled in the order of time; hand in the same list again to spare memory.</param>
    public static void Timeline(LandFacts facts, LawBook law, List<ClockSegment> segments)
    {
        segments.Clear();
        var most = 8 + facts.Agreements.Count * 2 + facts.Stoppages.Count * 2 + facts.Progress.Count + law.Editions.Count * 2;
        var days = most <= 64 ? stackalloc DateOnly[64] : new DateOnly[most];
        var count = Days(facts, law, days);
        days[..count].Sort();
        for (var i = 0; i < count; i++)
        {
            var next = i + 1 < count ? days[i + 1] : DateOnly.MaxValue;
            if (days[i] != next)
            {
                Cut(ClockProjection.On(facts, law.On(days[i]), days[i]), days[i], next, segments);
            }
        }
    }

    /// <summary>The timeline in a list of its own.</summary>
    public static IReadOnlyList<ClockSegment> Timeline(LandFacts facts, LawBook law)
    {
        var segments = new List<ClockSegment>();
        Timeline(facts, law, segments);
        return segments;
    }

    /// <summary>The segment of a timeline that a day lies in.</summary>
    public static ClockSegment At(IReadOnlyList<ClockSegment> timeline, DateOnly day)
    {
        var i = timeline.Count - 1;
        while (i > 0 && timeline[i].From > day)
        {
            i--;
        }

        return timeline[i];
    }

    /// <summary>The days on which a fact or a law begins or ends to stand.</summary>
    private static int Days(LandFacts facts, LawBook law, Span<DateOnly> days)
    {
        var count = 0;
        Put(days, ref count, DateOnly.MinValue);
        Put(days, ref count, facts.Delivery?.On);
        Put(days, ref count, ClockFactsOnDay.StartedOn(facts));
        Put(days, ref count, facts.Filing?.On);
        Put(days, ref count, facts.Completion?.On);
        Put(days, ref count, facts.RightEnded?.On);
        for (var i = 0; i < facts.Agreements.Count; i++)
        {
            Put(days, ref count, facts.Agreements[i].SignedOn);
            Put(days, ref count, facts.Agreements[i].AgreedDeliveryOn);
        }

        for (var i = 0; i < facts.Stoppages.Count; i++)
        {
            Put(days, ref count, facts.Stoppages[i].From);
            Put(days, ref count, facts.Stoppages[i].To);
        }

        for (var i = 0; i < facts.Progress.Count; i++)
        {
            Put(days, ref count, facts.Progress[i].AsOf);
        }

        for (var i = 0; i < law.Editions.Count; i++)
        {
            Put(days, ref count, law.Editions[i].From);
            Put(days, ref count, law.Editions[i].To);
        }

        return count;
    }

    private static void Put(Span<DateOnly> days, ref int count, DateOnly? day)
    {
        if (day is { } known)
        {
            days[count++] = known;
        }
    }

    /// <summary>Cuts the time from a day to another at the days that the projection foresees.</summary>
    private static void Cut(in ClockProjection projection, DateOnly from, DateOnly to, List<ClockSegment> segments)
    {
        DateOnly? at = from;
        while (at is { } day)
        {
            var segment = projection.At(day);
            if (segments.Count == 0 || segments[^1] with { From = day } != segment)
            {
                segments.Add(segment);
            }

            at = Next(projection, day, to);
        }
    }

    private static DateOnly? Next(in ClockProjection projection, DateOnly after, DateOnly before)
    {
        DateOnly? next = null;
        foreach (var candidate in (ReadOnlySpan<DateOnly?>)[projection.SuspectedFrom, projection.FeeFrom, projection.RecoveryFrom])
        {
            next = candidate is { } day && day > after && day < before && (next is not { } best || day < best) ? day : next;
        }

        return next;
    }
}
