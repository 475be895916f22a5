using System.Collections.Concurrent;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Readiness;

/// <summary>Readiness from a day until the next segment of the timeline begins.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="Blocking">Codes of the items that do not hold, in the order of the checklist; empty when ready.</param>
/// <param name="IsUnknown">Not ready only because of what is not known: of no item is it known that it does not hold.</param>
public sealed record ReadinessSegment(DateOnly From, IReadOnlyList<string> Blocking, bool IsUnknown)
{
    public bool IsReady => Blocking.Count == 0;
}

/// <summary>The days on which readiness changes. It reads the rules that <see cref="ReadinessCheck"/> reads.</summary>
public static class ReadinessTimeline
{
    private static readonly ConcurrentDictionary<int, string[]> CodesOfMask = new();

    /// <summary>Blocks on days on which no law of the book is in force.</summary>
    public const string NoLaw = "law";

    private const int NoLawMask = 1 << 20;

    /// <summary>Fills the segments, the first of which begins with the calendar, so that every day is in exactly one.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="law">The law.</param>
    /// <param name="neededInfrastructure">What a site needs.</param>
    /// <param name="segments">Cleared, then filled in the order of time.</param>
    public static void Of(ReadinessFacts facts, LawBook law, IReadOnlyList<string> neededInfrastructure, List<ReadinessSegment> segments)
    {
        segments.Clear();
        var most = 16 + (facts.Burdens.Count * 2) + facts.Compensations.Count + facts.Infrastructure.Count + (facts.Publications.Count * 2)
            + facts.StandardLand.Count + (law.Editions.Count * 2);
        var days = most <= 128 ? stackalloc DateOnly[128] : new DateOnly[most];
        var count = Days(facts, law, days);
        days[..count].Sort();
        int? last = null;
        for (var i = 0; i < count; i++)
        {
            if (i + 1 < count && days[i] == days[i + 1])
            {
                continue;
            }

            var (mask, isBlocked) = Mask(facts, law, neededInfrastructure, days[i]);
            var state = isBlocked ? ~mask : mask;
            if (state != last)
            {
                segments.Add(new(days[i], CodesOfMask.GetOrAdd(mask, Codes), IsUnknown: mask != 0 && !isBlocked));
                last = state;
            }
        }
    }

    /// <summary>The segment of a timeline that a day lies in.</summary>
    public static ReadinessSegment At(IReadOnlyList<ReadinessSegment> timeline, DateOnly day)
    {
        var i = timeline.Count - 1;
        while (i > 0 && timeline[i].From > day)
        {
            i--;
        }

        return timeline[i];
    }

    /// <summary>The items that do not hold, and whether that is known of any of them.</summary>
    private static (int Mask, bool IsBlocked) Mask(ReadinessFacts facts, LawBook law, IReadOnlyList<string> needed, DateOnly day)
    {
        if (law.On(day) is null)
        {
            return (NoLawMask, false);
        }

        var (mask, isBlocked) = (0, false);
        for (var item = 0; item < ReadinessRules.Codes.Length; item++)
        {
            var state = ReadinessRules.Judge(item, facts, needed, day).State;
            mask |= state == ItemState.Holds ? 0 : 1 << item;
            isBlocked |= state == ItemState.Blocked;
        }

        return (mask, isBlocked);
    }

    private static string[] Codes(int mask) =>
        mask == NoLawMask ? [NoLaw] : [.. ReadinessRules.Codes.Where((_, item) => (mask & (1 << item)) != 0)];

    private static int Days(ReadinessFacts facts, LawBook law, Span<DateOnly> days)
    {
        var count = 0;
        Put(days, ref count, DateOnly.MinValue);
        Put(days, ref count, facts.RightRegistered?.On);
        Put(days, ref count, facts.TitleSearched?.On);
        Put(days, ref count, facts.CompensationSearched?.On);
        Put(days, ref count, facts.Boundary?.On);
        Put(days, ref count, facts.PlanningConditions?.On);
        Put(days, ref count, facts.SurveyUpdated?.On);
        Put(days, ref count, facts.SoilSurvey?.On);
        Put(days, ref count, facts.RightEnded?.On);
        Put(days, ref count, facts.Term?.From);
        for (var i = 0; i < facts.Burdens.Count; i++)
        {
            Put(days, ref count, facts.Burdens[i].From);
            Put(days, ref count, facts.Burdens[i].ReleasedOn);
        }

        for (var i = 0; i < facts.Compensations.Count; i++)
        {
            Put(days, ref count, facts.Compensations[i].On);
        }

        for (var i = 0; i < facts.Infrastructure.Count; i++)
        {
            Put(days, ref count, facts.Infrastructure[i].There.On);
        }

        for (var i = 0; i < facts.Publications.Count; i++)
        {
            Put(days, ref count, facts.Publications[i].On);
            Put(days, ref count, facts.Publications[i].Withdrawn?.On);
        }

        for (var i = 0; i < facts.StandardLand.Count; i++)
        {
            Put(days, ref count, facts.StandardLand[i].On);
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
}
