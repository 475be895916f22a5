using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Answers;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Readiness;
using LandRegistry.Domain.Tests.Clocks;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Answers;

public sealed class ParcelAnswersTests
{
    private readonly ParcelAnswers _answers = new(LawShelf.National, ReadinessCheck.UsualInfrastructure);

    [Fact]
    public void A_right_that_ended_is_asked_about_until_the_next_begins()
    {
        var record = Record(
            [Contract("2018-01-01", "2017-01-01"), Contract("2022-01-01", "2021-01-01")], Fact(LandFactKinds.RightEnded, "2020-06-01"));

        Assert.Equal(IdleKind.A, _answers.AssessClock(record, D("2020-05-31")).Kind);
        Assert.Equal(IdleKind.None, _answers.AssessClock(record, D("2020-06-01")).Kind);
        Assert.Equal(IdleKind.None, _answers.AssessClock(record, D("2022-12-31")).Kind);
        Assert.Equal(IdleKind.A, _answers.AssessClock(record, D("2023-01-01")).Kind);
    }

    [Fact]
    public void What_was_shown_for_an_earlier_supply_does_not_count_for_the_next()
    {
        var record = Record([Contract("2026-01-01", "2025-06-01")], Fact(LandFactKinds.PlanningConditions, "2025-01-01"), Fact(LandFactKinds.PlanningConditions, "2026-02-01"));

        string State(string day) => _answers.AssessReadiness(record, D(day)).Items.Single(item => item.Code == "plan-conditions").State.ToString();

        Assert.Equal(["Holds", "Blocked", "Holds"], [State("2025-05-31"), State("2025-06-01"), State("2026-02-01")]);
    }

    [Fact]
    public void Land_published_again_after_a_withdrawal_is_published()
    {
        var record = Record([], Fact(LandFactKinds.Publication, "2024-01-01"), Fact(LandFactKinds.PublicationWithdrawn, "2024-06-01"), Fact(LandFactKinds.Publication, "2025-01-01"));

        string State(string day) => _answers.AssessReadiness(record, D(day)).Items.Single(item => item.Code == "publication").State.ToString();

        Assert.Equal(["Holds", "Blocked", "Holds", "Blocked"], [State("2023-12-31"), State("2024-05-31"), State("2024-06-01"), State("2025-01-01")]);
    }

    [Fact]
    public void Timelines_over_all_rights_give_on_every_day_what_the_explained_answers_give() => Prop.ForAll(
        (from record in AnyRecord() from day in Day() from near in Gen.Choose(-2, 2) select (record, day, near)).ToArbitrary(),
        drawn =>
        {
            var (clock, readiness) = (new List<ClockSegment>(), new List<ReadinessSegment>());
            _answers.Clock(drawn.record, clock);
            _answers.Readiness(drawn.record, readiness);
            return clock.Select(segment => segment.From).Concat(readiness.Select(segment => segment.From))
                .Select(day => day.AddDays(day.Year < 9 ? 0 : drawn.near)).Append(drawn.day).All(day =>
                    IdleClock.At(clock, day) with { From = day } == _answers.AssessClock(drawn.record, day).Answer
                    && Same(ReadinessTimeline.At(readiness, day), [.. _answers.AssessReadiness(drawn.record, day).Blocking]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    /// <summary>Not ready only for want of knowledge is what has items that block, all of them unknown.</summary>
    private static bool Same(ReadinessSegment segment, IReadOnlyList<ReadinessItem> blocking) =>
        segment.Blocking.SequenceEqual(blocking.Select(item => item.Code)) && segment.IsUnknown == (blocking.Count > 0 && blocking.All(item => item.State == ItemState.Unknown));

    [Fact]
    public void The_order_of_recording_does_not_matter() => Prop.ForAll(AnyRecord().ToArbitrary(), record =>
    {
        var turned = Record([.. record.Agreements.AsEnumerable().Reverse()], [.. record.Facts.AsEnumerable().Reverse()]);
        var (one, other) = (new List<ClockSegment>(), new List<ClockSegment>());
        var (ready, alsoReady) = (new List<ReadinessSegment>(), new List<ReadinessSegment>());
        _answers.Clock(record, one);
        _answers.Clock(turned, other);
        _answers.Readiness(record, ready);
        _answers.Readiness(turned, alsoReady);
        return one.SequenceEqual(other) && ready.Select(s => (s.From, string.Join(',', s.Blocking))).SequenceEqual(alsoReady.Select(s => (s.From, string.Join(',', s.Blocking))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static Gen<ParcelRecord> AnyRecord() =>
        from agreements in Agreement().ArrayOf().Resize(4)
        from facts in (from kind in Gen.Elements(LandFactKinds.All.Select(kind => kind.Code).Append(LandFactKinds.RightEnded).ToArray()) from day in Day() select Fact(kind, day)).ArrayOf().Resize(12)
        select Record(agreements, facts);

    private static RecordedFact Fact(string kind, string day) => Fact(kind, D(day));

    private static RecordedFact Fact(string kind, DateOnly day) => new(
        kind, day, kind == LandFactKinds.ActualStart ? StartTest.PitDug : StartTest.Unstated,
        kind switch { LandFactKinds.FormerUse => "industrial", LandFactKinds.StandardLand => "set", _ => null }, null, Source);

    private static ParcelRecord Record(Agreement[] agreements, params RecordedFact[] facts)
    {
        var record = new ParcelRecord();
        record.Begin(1, countyCode: null, hasBoundary: true, landUseKnown: true);
        record.Agreements.AddRange(agreements);
        record.Facts.AddRange(facts);
        return record;
    }
}
