using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Tests.Clocks;

public sealed class IdleClockProperties
{
    private static readonly LawBook Law = LawBook.National;

    [Fact]
    public void The_timeline_gives_on_every_day_what_the_explained_answer_gives() => Hold(
        from facts in Land.Any() from day in Land.Day() from near in Gen.Choose(-2, 2) select (facts, day, near), drawn =>
        {
            var timeline = IdleClock.Timeline(drawn.facts, Law);
            return timeline.Select(segment => segment.From.AddDays(segment.From.Year < 9 ? 0 : drawn.near)).Append(drawn.day).All(day =>
                IdleClock.At(timeline, day) with { From = day } == IdleClock.Assess(drawn.facts, Law, day).Answer);
        });

    [Fact]
    public void A_timeline_begins_with_the_calendar_and_runs_forward_without_saying_a_thing_twice() => Hold(Land.Any(), facts =>
    {
        var timeline = IdleClock.Timeline(facts, Law);
        return timeline[0].From == DateOnly.MinValue
            && timeline.Zip(timeline.Skip(1)).All(pair => pair.First.From < pair.Second.From && pair.First with { From = pair.Second.From } != pair.Second);
    });

    [Fact]
    public void The_order_of_recording_does_not_matter() => Hold(
        from facts in Land.Any() select facts, facts =>
            IdleClock.Timeline(facts, Law).SequenceEqual(IdleClock.Timeline(Reversed(facts), Law)));

    [Fact]
    public void The_clock_never_runs_while_it_is_stopped() => Hold(
        from facts in Land.Any() from day in Land.Day() select (facts, day), drawn =>
        {
            var (today, tomorrow) = (IdleClock.Assess(drawn.facts, Law, drawn.day), IdleClock.Assess(drawn.facts, Law, drawn.day.AddDays(1)));
            var stands = drawn.facts.Stoppages.Any(stop => stop.From <= drawn.day && (stop.To is not { } to || to > drawn.day)
                && (stop.Causes.Count == 0 || stop.Causes.Any(cause => Law.Editions[0].Cause(cause) is not { Side: CauseSide.Holder })));
            return !stands || today.CountsFrom is null || today.CountsFrom != tomorrow.CountsFrom || today.DaysCounted == tomorrow.DaysCounted;
        });

    [Fact]
    public void A_restart_never_makes_the_fee_come_earlier() => Hold(
        from agreed in Land.Day() from signed in Land.Day() from later in Gen.Choose(0, 900) from stops in Land.Stoppage().ArrayOf().Resize(3) from day in Land.Day()
        select (agreed, signed, later, stops, day), drawn =>
        {
            var contract = new Agreement(Land.Source, AgreedCommencementOn: drawn.agreed, SignedOn: new DateOnly(2018, 1, 1));
            var restart = new Agreement(Land.Source, true, drawn.signed, AgreedCommencementOn: drawn.agreed.AddDays(drawn.later));
            var before = IdleClock.Assess(new() { Agreements = [contract], Stoppages = drawn.stops }, Law, drawn.day).Answer.FeeFrom;
            var after = IdleClock.Assess(new() { Agreements = [contract, restart], Stoppages = drawn.stops }, Law, drawn.day).Answer.FeeFrom;
            return after is null || before is null || after >= before;
        });

    [Fact]
    public void Neither_fee_nor_recovery_is_ever_possible_but_for_kind_A() => Hold(
        from facts in Land.Any() from day in Land.Day() select (facts, day), drawn =>
        {
            var answer = IdleClock.Assess(drawn.facts, Law, drawn.day);
            return answer.Kind == IdleKind.A || !(answer.May(LegalPowers.ChargeFee) || answer.May(LegalPowers.Recover));
        });

    [Fact]
    public void Unfiled_land_is_never_disposed_of_by_agreement() => Hold(
        from facts in Land.Any() from day in Land.Day() select (facts, day), drawn =>
            (drawn.facts.Filing is { } filing && filing.On <= drawn.day) || !IdleClock.Assess(drawn.facts, Law, drawn.day).May(LegalPowers.Negotiate));

    private static LandFacts Reversed(LandFacts facts) => new()
    {
        Agreements = [.. facts.Agreements.Reverse()],
        Stoppages = [.. facts.Stoppages.Reverse()],
        Progress = [.. facts.Progress.Reverse()],
        Delivery = facts.Delivery,
        ConstructionPermit = facts.ConstructionPermit,
        Start = facts.Start,
        Filing = facts.Filing,
        Completion = facts.Completion,
    };

    private static void Hold<T>(Gen<T> cases, Func<T, bool> holds) => Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
