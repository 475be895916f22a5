using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;
using LandRegistry.Domain.Tenders;

namespace LandRegistry.Domain.Tests.Tenders;

public sealed class TenderMovesTests
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DateOnly Today = new(2027, 1, 1);
    private static readonly TenderLaw Law = TenderLaw.National;

    [Theory]
    [InlineData(19, "tender-opens-too-early")]
    [InlineData(20, null)]
    [InlineData(21, null)]
    public void An_announcement_stands_twenty_days_before_bidding_begins(int days, string? refused)
    {
        var file = File(TenderMethod.Listing, TenderStage.Planned) with { OpensOn = First.AddDays(days), ClosesOn = First.AddDays(days + 10) };

        var refusal = Judge(file, new(TenderStage.Announced, First));

        Assert.Equal(refused, refusal?.Code);
        Assert.Equal(refused is null ? null : "Order 39 Article 8", refusal?.Article);
    }

    [Theory]
    [InlineData(19, "tender-opens-too-early")]
    [InlineData(20, null)]
    public void Bidding_that_began_too_early_is_not_recorded_as_begun(int days, string? refused) =>
        Assert.Equal(refused, Judge(File(TenderMethod.Auction, TenderStage.Announced), new(TenderStage.Opened, First.AddDays(days)))?.Code);

    [Theory]
    [InlineData(TenderMethod.Listing, 9, "tender-listing-too-short")]
    [InlineData(TenderMethod.Listing, 10, null)]
    [InlineData(TenderMethod.Auction, 0, null)]
    [InlineData(TenderMethod.Tender, 0, null)]
    public void A_listing_lasts_ten_days_and_others_may_end_on_their_day(TenderMethod method, int days, string? refused)
    {
        var file = File(method, TenderStage.Opened);

        Assert.Equal(refused, Judge(file, new(TenderStage.Closed, First.AddDays(days)) { Bidders = 4 })?.Code);
        var planned = File(method, TenderStage.Planned) with { OpensOn = First.AddDays(30), ClosesOn = First.AddDays(30 + days) };
        Assert.Equal(refused, Judge(planned, new(TenderStage.Announced, First))?.Code);
    }

    [Theory]
    [InlineData(TenderMethod.Tender, 2, 100, "tender-too-few-bidders")]
    [InlineData(TenderMethod.Tender, 3, 100, null)]
    [InlineData(TenderMethod.Auction, 1, 100, null)]
    [InlineData(TenderMethod.Listing, 1, 99.99, "tender-below-reserve-price")]
    [InlineData(TenderMethod.Listing, 1, 100, null)]
    [InlineData(TenderMethod.Listing, 0, 100, "tender-nobody-bid")]
    public void An_award_needs_bidders_and_the_reserve_price(TenderMethod method, int bidders, double price, string? refused)
    {
        var file = File(method, TenderStage.Closed) with { Bidders = bidders, ReservePriceYuan = 100 };

        Assert.Equal(refused, Judge(file, new(TenderStage.Awarded, First) { Winner = "示例企业", PriceYuan = (decimal)price })?.Code);
        Assert.Equal("tender-winner-missing", Judge(file, new(TenderStage.Awarded, First))?.Code);
    }

    [Fact]
    public void Only_clean_land_that_is_not_on_hold_is_announced()
    {
        var file = File(TenderMethod.Listing, TenderStage.Planned) with { OpensOn = First.AddDays(20), ClosesOn = First.AddDays(30) };
        var step = new TenderStep(TenderStage.Announced, First);
        var item = new ReadinessItem("soil-survey", new("土", "soil"), ItemState.Unknown, null, null, new("没有", "none"), "Soil Pollution Law Article 59");

        Assert.Equal("tender-land-not-ready", Judge(file, step, Land(ParcelStatus.Reserved))?.Code);
        Assert.Equal("not-ready-items-open", Judge(file, step, Land(ParcelStatus.Ready) with { Blocking = [item] })?.Code);
        Assert.Equal("parcel-on-hold", Judge(file, step, Land(ParcelStatus.Ready) with { OnHold = true })?.Code);
        Assert.Equal("tender-days-missing", Judge(File(TenderMethod.Listing, TenderStage.Planned), step)?.Code);
    }

    [Fact]
    public void Money_works_and_indicators_are_looked_up_not_believed()
    {
        Assert.Equal("tender-price-not-recorded", Judge(File(TenderMethod.Listing, TenderStage.Contracted), new(TenderStage.Paid, First))?.Code);
        Assert.Equal("tender-price-open", Judge(File(TenderMethod.Listing, TenderStage.Contracted), new(TenderStage.Paid, First), Land(ParcelStatus.Awarded) with { PriceOpenYuan = 0.01m })?.Code);
        Assert.Null(Judge(File(TenderMethod.Listing, TenderStage.Contracted), new(TenderStage.Paid, First), Land(ParcelStatus.Awarded) with { PriceOpenYuan = 0 }));
        Assert.Equal("tender-start-not-recorded", Judge(File(TenderMethod.Listing, TenderStage.Delivered), new(TenderStage.Started, First), Land(ParcelStatus.Awarded) with { StartedOn = First.AddDays(1) })?.Code);
        Assert.Null(Judge(File(TenderMethod.Listing, TenderStage.Delivered), new(TenderStage.Started, First), Land(ParcelStatus.Awarded) with { StartedOn = First }));
        Assert.Equal("tender-completion-not-recorded", Judge(File(TenderMethod.Listing, TenderStage.Started), new(TenderStage.Completed, First))?.Code);
        Assert.Equal("tender-indicators-unchecked", Judge(File(TenderMethod.Listing, TenderStage.Completed), new(TenderStage.AtCapacity, First), Land(ParcelStatus.InUse) with { Unchecked = ["tax_per_mu"] })?.Code);
    }

    [Fact]
    public void Stages_follow_each_other_and_no_step_goes_back_in_time_or_ahead_of_today()
    {
        foreach (var from in Enum.GetValues<TenderStage>())
        {
            foreach (var to in Enum.GetValues<TenderStage>().Except(TenderStages.After(from)))
            {
                Assert.Equal("tender-stage-not-next", Judge(File(TenderMethod.Listing, from), new(to, First))?.Code);
            }
        }

        Assert.Equal("tender-step-before-stage", Judge(File(TenderMethod.Listing, TenderStage.Awarded), new(TenderStage.Published, First.AddDays(-1)))?.Code);
        Assert.Equal("tender-step-in-future", Judge(File(TenderMethod.Listing, TenderStage.Awarded), new(TenderStage.Published, Today.AddDays(1)))?.Code);
        Assert.Equal("tender-contract-missing", Judge(File(TenderMethod.Listing, TenderStage.Published), new(TenderStage.Contracted, First))?.Code);
    }

    [Fact]
    public void Working_days_leave_out_the_ends_of_weeks_and_other_terms_do_not()
    {
        // A Friday; ten working days later it is the Friday of the second week.
        Assert.Equal(new DateOnly(2026, 3, 20), Law.Term("publish-result").After(new(2026, 3, 6)));
        Assert.Equal(new DateOnly(2026, 3, 20), Law.Term("publish-result").After(new(2026, 3, 8)));
        Assert.Equal(new DateOnly(2026, 3, 26), Law.Term("announce").After(new(2026, 3, 6)));
    }

    [Fact]
    public void Deadlines_run_from_award_and_contract_and_end_with_the_tender()
    {
        var file = File(TenderMethod.Listing, TenderStage.Contracted) with
        {
            Reached = new Dictionary<TenderStage, DateOnly>
            {
                [TenderStage.Awarded] = new(2026, 3, 6), [TenderStage.Published] = new(2026, 3, 23), [TenderStage.Contracted] = new(2026, 3, 20),
            },
        };

        var deadlines = TenderDeadlines.Of(file, Law);

        Assert.Equal(["publish-result", "sign-contract", "full-payment"], deadlines.Select(one => one.Code));
        Assert.Equal([true, false, false], deadlines.Select(one => one.IsLate(new(2026, 4, 1))));
        Assert.Empty(TenderDeadlines.Of(File(TenderMethod.Listing, TenderStage.Failed) with { Reached = new Dictionary<TenderStage, DateOnly> { [TenderStage.Awarded] = First } }, Law));
    }

    [Fact]
    public void Days_of_plan_and_contract_are_deadlines_too_and_the_contract_comes_before_the_law()
    {
        var file = File(TenderMethod.Listing, TenderStage.Completed) with
        {
            OpensOn = new(2026, 2, 1), ClosesOn = new(2026, 2, 15),
            Agreed = new(new(2026, 6, 1), new(2026, 5, 1), new(2026, 8, 1), null),
            Reached = new Dictionary<TenderStage, DateOnly>
            {
                [TenderStage.Planned] = new(2026, 1, 2), [TenderStage.Announced] = new(2026, 1, 13), [TenderStage.Opened] = new(2026, 2, 1),
                [TenderStage.Contracted] = new(2026, 3, 2), [TenderStage.Paid] = new(2026, 6, 1), [TenderStage.Completed] = new(2027, 9, 1),
            },
        };

        var deadlines = TenderDeadlines.Of(file, Law).ToDictionary(one => one.Code);

        Assert.Equal((new(2026, 1, 12), true), (deadlines["announce"].DueOn, deadlines["announce"].IsLate(new(2026, 1, 20))));
        Assert.Equal((new(2026, 2, 1), false), (deadlines["begin-bidding"].DueOn, deadlines["begin-bidding"].IsLate(new(2026, 3, 1))));
        Assert.Equal((new(2026, 2, 15), (DateOnly?)null), (deadlines["close-bids"].DueOn, deadlines["close-bids"].DoneOn));
        Assert.Equal((new(2026, 6, 1), false, "holder"), (deadlines["full-payment"].DueOn, deadlines["full-payment"].IsLate(new(2027, 1, 1)), deadlines["full-payment"].Who));
        Assert.Equal((new(2026, 5, 1), "authority"), (deadlines["deliver-land"].DueOn, deadlines["deliver-land"].Who));
        Assert.Equal(new(2026, 8, 1), deadlines["start-works"].DueOn);
        Assert.Equal(new(2029, 8, 31), deadlines["reach-capacity"].DueOn);
        Assert.DoesNotContain("complete-works", deadlines.Keys);
        Assert.All(deadlines.Values, one => Assert.NotEqual("", one.Says.En));
    }

    [Theory]
    [InlineData(TenderStage.Announced, ParcelStatus.Ready, ParcelStatus.Listed)]
    [InlineData(TenderStage.Published, ParcelStatus.Listed, ParcelStatus.Awarded)]
    [InlineData(TenderStage.Started, ParcelStatus.Awarded, ParcelStatus.InUse)]
    [InlineData(TenderStage.Started, ParcelStatus.InUse, null)]
    [InlineData(TenderStage.Failed, ParcelStatus.Listed, ParcelStatus.Ready)]
    [InlineData(TenderStage.Terminated, ParcelStatus.Ready, null)]
    [InlineData(TenderStage.Paid, ParcelStatus.Awarded, null)]
    public void A_step_moves_the_parcel_only_along_the_table_of_legal_moves(TenderStage to, ParcelStatus now, ParcelStatus? expected)
    {
        Assert.Equal(expected, TenderMoves.StatusOf(to, now));
        Assert.True(expected is null || StatusMoves.RuleOf(now, expected.Value) is not null);
    }

    [Fact]
    public void An_open_tender_drives_the_status_until_works_have_started()
    {
        var facts = new StatusFacts(ParcelStatus.Listed, First, false, []) { Tender = TenderStage.Opened };

        Assert.Equal("tender-drives-status", StatusMoves.Judge(facts, ParcelStatus.Awarded)?.Code);
        Assert.Equal("tender-drives-status", StatusMoves.Judge(facts, ParcelStatus.Ready)?.Code);
        Assert.Null(StatusMoves.Judge(facts with { Tender = null }, ParcelStatus.Awarded));
        Assert.Null(StatusMoves.Judge(facts with { Status = ParcelStatus.InUse, Tender = TenderStage.Completed }, ParcelStatus.LowEfficiency));
    }

    [Theory]
    [InlineData("tax_per_mu", 10, 10, IndicatorResult.Kept)]
    [InlineData("tax_per_mu", 10, 9.99, IndicatorResult.Missed)]
    [InlineData("energy_per_output", 0.2, 0.2, IndicatorResult.Kept)]
    [InlineData("energy_per_output", 0.2, 0.21, IndicatorResult.Missed)]
    public void What_was_found_is_held_against_what_was_promised(string code, double promised, double found, IndicatorResult expected)
    {
        Assert.Equal(expected, TenderIndicators.Judge(code, (decimal)promised, (decimal)found));
        Assert.Equal(IndicatorResult.Open, TenderIndicators.Judge(code, (decimal)promised, null));
    }

    private static TenderFile File(TenderMethod method, TenderStage stage) => new()
    {
        Method = method,
        Stage = stage,
        StageSince = First,
        Reached = new Dictionary<TenderStage, DateOnly> { [TenderStage.Announced] = First, [TenderStage.Opened] = First },
    };

    private static TenderLand Land(ParcelStatus status) => new() { Status = status, StatusSince = First };

    private static Refusal? Judge(TenderFile file, TenderStep step, TenderLand? land = null) =>
        TenderMoves.Judge(new(file, land ?? Land(ParcelStatus.Ready), Law, Today), step);
}
