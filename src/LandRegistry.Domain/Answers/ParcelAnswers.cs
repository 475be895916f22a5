using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Domain.Answers;

/// <summary>
/// What the register answers of a parcel from its record: idle clock and readiness, explained for a day or as the dates on
/// which the answer changes. The dates are what is stored. Keeps room for its work, so it is not for several threads at once.
/// </summary>
public sealed class ParcelAnswers(LawShelf laws, IReadOnlyList<string> neededInfrastructure)
{
    /// <summary>Raised when a rule in the code changes, so that stored answers are computed anew.</summary>
    public const int RulesVersion = 2;

    private readonly List<ClockSegment> _clock = [];
    private readonly List<ReadinessSegment> _readiness = [];

    /// <summary>The clock's answer on a day, with its reasons.</summary>
    public ClockAssessment AssessClock(ParcelRecord record, DateOnly asOf) =>
        IdleClock.Assess(ParcelRights.On(ParcelRights.ForClock(record), asOf), laws.For(record.CountyCode), asOf);

    /// <summary>Readiness on a day, item by item.</summary>
    public ReadinessAssessment AssessReadiness(ParcelRecord record, DateOnly asOf) =>
        new ReadinessCheck(laws.For(record.CountyCode).On(asOf), neededInfrastructure).Assess(ParcelRights.On(ParcelRights.ForReadiness(record), asOf), asOf);

    /// <summary>Fills the clock's timeline over all rights.</summary>
    public void Clock(ParcelRecord record, List<ClockSegment> segments)
    {
        segments.Clear();
        var (law, rights) = (laws.For(record.CountyCode), ParcelRights.ForClock(record));
        if (rights.Count == 1)
        {
            IdleClock.Timeline(rights[0].Facts, law, segments);
            return;
        }

        foreach (var right in rights)
        {
            IdleClock.Timeline(right.Facts, law, _clock);
            segments.RemoveAll(segment => segment.From >= right.From);
            for (var i = 0; i < _clock.Count; i++)
            {
                if (i + 1 < _clock.Count && _clock[i + 1].From <= right.From)
                {
                    continue;
                }

                var segment = _clock[i].From < right.From ? _clock[i] with { From = right.From } : _clock[i];
                if (segments.Count == 0 || segments[^1] with { From = segment.From } != segment)
                {
                    segments.Add(segment);
                }
            }
        }
    }

    /// <summary>Fills the timeline of readiness over all rights.</summary>
    public void Readiness(ParcelRecord record, List<ReadinessSegment> segments)
    {
        segments.Clear();
        var (law, rights) = (laws.For(record.CountyCode), ParcelRights.ForReadiness(record));
        foreach (var right in rights)
        {
            ReadinessTimeline.Of(right.Facts, law, neededInfrastructure, _readiness);
            segments.RemoveAll(segment => segment.From >= right.From);
            for (var i = 0; i < _readiness.Count; i++)
            {
                if (i + 1 < _readiness.Count && _readiness[i + 1].From <= right.From)
                {
                    continue;
                }

                var segment = _readiness[i].From < right.From ? _readiness[i] with { From = right.From } : _readiness[i];
                if (segments.Count == 0 || !ReferenceEquals(segments[^1].Blocking, segment.Blocking) || segments[^1].IsUnknown != segment.IsUnknown)
                {
                    segments.Add(segment);
                }
            }
        }
    }
}
