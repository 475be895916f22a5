using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Clocks;

public sealed class IdleClockTests
{
    private static readonly LandFacts NeverStarted = new() { Agreements = [Contract("2022-03-01")], Filing = Filed() };

    private static readonly LandFacts Stopped = new()
    {
        Agreements = [Contract("2021-01-01")],
        Start = Start("2021-02-01"),
        ConstructionPermit = On("2021-01-20"),
        Stoppages = [Stop("2022-06-01", null, "capital")],
        Progress = [Report("2022-06-01", 2_999m, 90_000_000m)],
        Filing = Filed(),
    };

    [Theory]
    [InlineData("2023-02-28", IdleKind.None, LegalPowers.None)]
    [InlineData("2023-03-01", IdleKind.A, LegalPowers.Investigate | LegalPowers.ChargeFee)]
    [InlineData("2024-02-29", IdleKind.A, LegalPowers.Investigate | LegalPowers.ChargeFee)]
    [InlineData("2024-03-01", IdleKind.A, LegalPowers.Investigate | LegalPowers.ChargeFee | LegalPowers.Recover)]
    public void Land_never_started_is_idle_and_fined_from_the_first_anniversary_and_recovered_from_the_second(string day, IdleKind kind, LegalPowers powers)
    {
        var answer = Assess(NeverStarted, day);

        Assert.Equal((kind, powers), (answer.Kind, answer.Answer.Powers));
        Assert.Equal(kind == IdleKind.A ? D("2023-03-01") : null, answer.Since);
    }

    [Theory, InlineData("2023-05-31", IdleKind.None), InlineData("2023-06-01", IdleKind.B), InlineData("2033-06-01", IdleKind.B)]
    public void Land_started_and_stopped_one_full_year_is_kind_B_and_never_fined(string day, IdleKind kind)
    {
        var answer = Assess(Stopped, day);

        Assert.Equal(kind, answer.Kind);
        Assert.False(answer.May(LegalPowers.ChargeFee) || answer.May(LegalPowers.Recover));
        Assert.Equal(kind == IdleKind.B, answer.May(LegalPowers.Negotiate));
    }

    [Theory]
    [InlineData(2_999, 90, IdleKind.B), InlineData(3_000, 25, IdleKind.None), InlineData(3_000, 24.99, IdleKind.B), InlineData(9_000, 100, IdleKind.None)]
    public void Exactly_a_third_and_exactly_a_quarter_are_enough(double area, double millions, IdleKind kind)
    {
        var facts = With([Report("2022-06-01", (decimal)area, (decimal)millions * 1_000_000m)]);

        Assert.Equal(kind, Assess(facts, "2023-06-01").Kind);
    }

    [Fact]
    public void Stopped_land_of_unknown_progress_is_unknown_and_the_explanation_names_what_is_missing()
    {
        var answer = Assess(With([Report("2022-06-01", null, 90_000_000m)]), "2023-06-01");

        Assert.Equal(IdleKind.Unknown, answer.Kind);
        Assert.Contains("developed-area", answer.Unknowns);
        Assert.Equal(LegalPowers.Investigate, answer.Answer.Powers);
    }

    [Fact]
    public void A_cause_of_government_keeps_the_land_idle_but_moves_fee_and_recovery_by_its_days()
    {
        var facts = new LandFacts { Agreements = NeverStarted.Agreements, Filing = Filed(), Stoppages = [Stop("2022-05-01", "2022-05-31", "plan-changed")] };

        var answer = Assess(facts, "2023-03-30");

        Assert.Equal((D("2023-03-01"), D("2023-03-31"), D("2024-03-31")), (answer.Since, answer.Answer.FeeFrom, answer.Answer.RecoveryFrom));
        Assert.Equal(LegalPowers.Investigate | LegalPowers.Negotiate, answer.Answer.Powers);
        Assert.Equal((364, 30), (answer.DaysCounted, answer.DaysStopped));
        Assert.True(Assess(facts, "2023-03-31").May(LegalPowers.ChargeFee));
    }

    [Theory, InlineData("force-majeure"), InlineData("land-not-delivered"), InlineData("preliminary-work")]
    public void While_such_a_cause_lasts_there_is_no_fee_and_no_recovery_however_long(string cause)
    {
        var facts = new LandFacts { Agreements = NeverStarted.Agreements, Stoppages = [Stop("2022-05-01", null, cause)] };

        var answer = Assess(facts, "2032-01-01");

        Assert.Equal((IdleKind.A, LegalPowers.Investigate), (answer.Kind, answer.Answer.Powers));
        Assert.Null(answer.Answer.FeeFrom);
        Assert.Contains(answer.Steps, step => step.Code == "unfiled" && step.Article == "Order 53 Article 25 ¶2");
    }

    [Fact]
    public void The_holders_own_cause_does_not_stop_the_clock()
    {
        var facts = new LandFacts { Agreements = NeverStarted.Agreements, Stoppages = [Stop("2022-05-01", null, "capital", "market")] };

        Assert.Equal(D("2023-03-01"), Assess(facts, "2022-06-01").Answer.FeeFrom);
    }

    [Fact]
    public void A_stoppage_without_a_known_cause_is_not_counted_against_the_holder_and_is_named()
    {
        var facts = new LandFacts { Agreements = NeverStarted.Agreements, Stoppages = [Stop("2022-05-01", null)] };

        var answer = Assess(facts, "2025-01-01");

        Assert.False(answer.May(LegalPowers.ChargeFee) || answer.May(LegalPowers.Negotiate));
        Assert.Contains("stoppage-cause", answer.Unknowns);
    }

    [Fact]
    public void A_new_agreed_date_restarts_the_clock_from_the_day_of_signature()
    {
        var facts = new LandFacts { Agreements = [Contract("2022-03-01"), Supplementary("2024-01-01", "2023-06-01")] };

        Assert.Equal(IdleKind.A, Assess(facts, "2023-05-31").Kind);
        Assert.Equal((IdleKind.None, D("2025-01-01")), (Assess(facts, "2023-06-01").Kind, Assess(facts, "2023-06-01").Answer.FeeFrom));
        Assert.Equal(IdleKind.A, Assess(facts, "2025-01-01").Kind);
    }

    [Fact]
    public void Without_an_agreed_date_the_clock_starts_one_year_after_delivery()
    {
        var facts = new LandFacts { Agreements = [Contract(null)], Delivery = On("2020-02-29") };

        Assert.Equal(D("2021-02-28"), Assess(facts, "2021-06-01").CountsFrom);
        Assert.Equal(D("2022-02-28"), Assess(facts, "2022-02-28").Since);
    }

    [Fact]
    public void Without_date_and_delivery_nothing_is_known()
    {
        var answer = Assess(new LandFacts(), "2026-01-01");

        Assert.Equal(IdleKind.Unknown, answer.Kind);
        Assert.Contains("commencement", answer.Unknowns);
    }

    [Fact]
    public void Land_delivered_late_is_due_later_by_as_many_days()
    {
        var facts = new LandFacts { Agreements = [Contract("2020-09-01", delivery: "2020-03-01")], Delivery = On("2020-03-31") };

        Assert.Equal(D("2020-10-01"), Assess(facts, "2021-01-01").CountsFrom);
        Assert.Contains(Assess(facts, "2020-03-15").Steps, step => step.Code == "undelivered");
    }

    [Fact]
    public void A_start_counts_from_the_construction_permit_and_ends_idleness()
    {
        var facts = new LandFacts { Agreements = NeverStarted.Agreements, Start = Start("2023-01-01"), ConstructionPermit = On("2023-06-01") };

        Assert.Equal(IdleKind.A, Assess(facts, "2023-05-31").Kind);
        Assert.Equal(IdleKind.None, Assess(facts, "2023-06-01").Kind);
    }

    [Fact]
    public void A_start_without_a_test_of_Article_30_leaves_the_answer_unknown()
    {
        var facts = new LandFacts { Agreements = NeverStarted.Agreements, Start = Start("2022-04-01", StartTest.Unstated) };

        Assert.Equal(IdleKind.Unknown, Assess(facts, "2023-03-01").Kind);
        Assert.Contains("start-test", Assess(facts, "2023-03-01").Unknowns);
    }

    [Fact]
    public void Stoppages_that_join_are_one_and_a_day_of_work_between_begins_a_new_one()
    {
        var joined = With(Stopped.Progress, [Stop("2022-06-01", "2022-09-01", "plan-changed"), Stop("2022-09-01", null, "capital")]);
        var apart = With(Stopped.Progress, [Stop("2022-06-01", "2022-09-01", "capital"), Stop("2022-09-02", null, "capital")]);

        Assert.Equal(D("2023-06-01"), Assess(joined, "2023-06-01").Since);
        Assert.Equal(D("2023-09-02"), Assess(apart, "2023-09-02").Since);
    }

    /// <summary>Two facts of one day once hid the cuts that came after them from the timeline.</summary>
    [Fact]
    public void Two_facts_of_one_day_leave_the_timeline_whole()
    {
        var facts = new LandFacts { Agreements = [Contract("2022-03-01", signed: "2020-01-15"), Contract(null, signed: "2020-01-15")], Filing = Filed("2020-01-15") };

        Assert.Equal([D("2023-03-01"), D("2024-03-01")], IdleClock.Timeline(facts, LawBook.National).Where(segment => segment.Kind == IdleKind.A).Select(segment => segment.From));
    }

    [Fact]
    public void Completed_land_is_never_idle()
    {
        var facts = new LandFacts { Agreements = NeverStarted.Agreements, Completion = On("2023-06-01") };

        Assert.Equal(IdleKind.A, Assess(facts, "2023-05-31").Kind);
        Assert.Equal(IdleKind.None, Assess(facts, "2023-06-01").Kind);
    }

    [Fact]
    public void Before_the_law_was_in_force_nothing_is_told() =>
        Assert.Equal(["law"], Assess(NeverStarted, "2012-06-30").Unknowns);

    [Fact]
    public void Every_step_speaks_both_languages()
    {
        var steps = Assess(Stopped, "2024-01-01").Steps.Concat(Assess(NeverStarted, "2023-06-01").Steps).ToList();

        Assert.All(steps, step => Assert.True(step.Says.Zh.Length > 0 && step.Says.En.Length > 0));
        Assert.Contains(steps, step => step.Code == "agreed-commencement" && step.Source == Source && step.Input == "2021-01-01");
        Assert.Contains(steps, step => step.Code == "no-fee" && step.Article == "Order 53 Article 12 last ¶");
    }

    private static ClockAssessment Assess(LandFacts facts, string day) => IdleClock.Assess(facts, LawBook.National, D(day));

    private static LandFacts With(IReadOnlyList<ProgressReport> progress, IReadOnlyList<Stoppage>? stoppages = null) => new()
    {
        Agreements = Stopped.Agreements,
        Start = Stopped.Start,
        ConstructionPermit = Stopped.ConstructionPermit,
        Stoppages = stoppages ?? Stopped.Stoppages,
        Progress = progress,
        Filing = Stopped.Filing,
    };
}
