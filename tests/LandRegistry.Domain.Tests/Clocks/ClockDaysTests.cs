using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Clocks;

/// <summary>The day before and the day itself on which an article of the clock begins to tell.</summary>
public sealed class ClockDaysTests
{
    private static readonly LandFacts Stopped = new()
    {
        Agreements = [Contract("2021-01-01")], Start = Start("2021-02-01"), ConstructionPermit = On("2021-01-20"),
        Stoppages = [Stop("2022-06-01", null, "capital")], Progress = [Report("2022-06-01", 1_000m, 1_000_000m)], Filing = Filed("2024-01-10"),
    };

    [Theory, InlineData("2024-06-09", IdleKind.None), InlineData("2024-06-10", IdleKind.A)]
    public void Where_no_date_was_agreed_land_is_idle_two_years_after_delivery_Article_22(string day, IdleKind kind) =>
        Assert.Equal(kind, Assess(new() { Agreements = [Contract(null)], Delivery = On("2022-06-10") }, day).Kind);

    [Theory, InlineData("2024-01-09", false), InlineData("2024-01-10", true)]
    public void Disposal_by_agreement_is_open_from_the_day_of_the_filing_Article_25(string day, bool open) =>
        Assert.Equal(open, Assess(Stopped, day).May(LegalPowers.Negotiate));

    [Theory, InlineData("2023-02-28", true), InlineData("2023-03-01", false)]
    public void A_right_that_ends_on_a_day_is_not_idle_from_that_day_on(string day, bool idle)
    {
        var facts = new LandFacts { Agreements = [Contract("2021-03-01")], RightEnded = On("2023-03-01") };

        Assert.Equal(idle, Assess(facts, day).Kind == IdleKind.A);
    }

    [Theory, InlineData("2023-06-30", IdleKind.B), InlineData("2023-07-01", IdleKind.None)]
    public void Works_taken_up_again_end_the_stoppage_on_that_day_Article_2(string day, IdleKind kind)
    {
        var facts = new LandFacts
        {
            Agreements = Stopped.Agreements, Start = Stopped.Start, ConstructionPermit = Stopped.ConstructionPermit, Progress = Stopped.Progress,
            Stoppages = [Stop("2022-06-01", "2023-07-01", "capital")],
        };

        Assert.Equal(kind, Assess(facts, day).Kind);
    }

    [Theory, InlineData("2022-03-04", IdleKind.None), InlineData("2022-03-05", IdleKind.A)]
    public void Land_delivered_four_days_late_is_idle_four_days_later_Article_8(string day, IdleKind kind)
    {
        var facts = new LandFacts { Agreements = [Contract("2021-03-01", delivery: "2020-03-01")], Delivery = On("2020-03-05") };

        Assert.Equal(kind, Assess(facts, day).Kind);
    }

    [Theory, InlineData("2022-12-31", false), InlineData("2023-03-01", true), InlineData("2023-02-28", false)]
    public void A_local_seizure_stops_the_clock_unless_the_land_was_idle_before_it_began(string seized, bool runs)
    {
        const string Variant = """
            { "id": "p", "title": { "zh": "省", "en": "Province" }, "extends": "cn-order-53", "editions": [ { "from": "2012-07-01",
              "causes": [ { "code": "seizure", "side": "government", "unlessIdleBefore": true, "article": "P 2", "zh": "司法查封", "en": "Seized by a court" } ] } ] }
            """;
        var law = LawFile.Read(Variant, LawBook.National).Book!;
        // Idle from 1 March 2023: a seizure from that day on finds it idle.
        var facts = new LandFacts { Agreements = [Contract("2022-03-01")], Stoppages = [Stop(seized, null, "seizure")] };

        Assert.Equal(runs, IdleClock.Assess(facts, law, D("2026-01-01")).May(LegalPowers.ChargeFee));
    }

    private static ClockAssessment Assess(LandFacts facts, string day) => IdleClock.Assess(facts, LawBook.National, D(day));
}
