using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Law;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Cases;

public sealed class CaseDeadlinesTests
{
    private static readonly LawEdition Law = LawBook.National.Editions[0];

    [Theory, InlineData("2026-01-31", DeadlineState.Running), InlineData("2026-02-01", DeadlineState.Overdue)]
    public void The_investigation_is_due_thirty_days_after_the_suspicion(string day, DeadlineState state)
    {
        var deadline = Assert.Single(CaseDeadlines.Of(Suspected(), Law));

        Assert.Equal(("investigate", "authority", D("2026-01-31"), state), (deadline.Code, deadline.Who, deadline.Due, deadline.State(D(day))));
    }

    [Fact]
    public void A_deadline_of_a_paper_runs_only_from_proven_service()
    {
        var without = Suspected() with { Documents = [new("investigation-notice", "1", D("2026-01-10"), D("2026-01-12"))] };
        var proven = Suspected() with { Documents = [new("investigation-notice", "1", D("2026-01-10"), D("2026-01-12"), "P1")] };

        Assert.DoesNotContain(CaseDeadlines.Of(without, Law), deadline => deadline.Code == "answer");
        Assert.Equal(D("2026-02-11"), CaseDeadlines.Of(proven, Law).Single(deadline => deadline.Code == "answer").Due);
    }

    [Theory, InlineData("2026-03-03", DeadlineState.Done), InlineData("2026-03-04", DeadlineState.DoneLate)]
    public void A_fee_is_paid_in_time_on_the_last_day_and_late_after_it(string paid, DeadlineState state)
    {
        var file = Suspected() with { Documents = [new("fee-decision", "1", D("2026-02-01"), D("2026-02-01"), "P1")], FeePaidOn = D(paid) };

        var deadline = CaseDeadlines.Of(file, Law).Single(item => item.Code == "pay-fee");

        Assert.Equal(state, deadline.State(D("2026-12-31")));
        Assert.Equal(DeadlineState.Running, deadline.State(D("2026-03-02")));
    }

    [Fact]
    public void The_end_of_an_extension_is_a_deadline_of_the_holder()
    {
        var file = new CaseFile { Events = [new(CaseStage.Disposing, D("2026-01-01"), Source)], Plan = new(DisposalMeasure.Extend, D("2026-01-01"), D("2026-12-31")) };

        var deadline = Assert.Single(CaseDeadlines.Of(file, Law));

        Assert.Equal(("holder", D("2026-12-31"), "Order 53 Article 12(1)"), (deadline.Who, deadline.Due, deadline.Article));
    }

    [Theory]
    [InlineData("investigation-notice", "answer", "Order 53 Article 5 ¶2"), InlineData("fee-decision", "pay-fee", "Order 53 Article 17"), InlineData("recovery-decision", "deregister", "Order 53 Article 17")]
    public void Each_term_of_thirty_days_is_in_time_on_the_thirtieth_and_overdue_on_the_day_after(string paper, string term, string article)
    {
        var file = Suspected() with { Documents = [new(paper, "1", D("2026-01-10"), D("2026-01-31"), "P1")] };

        var deadline = CaseDeadlines.Of(file, Law).Single(one => one.Code == term);

        Assert.Equal(("holder", D("2026-03-02"), article), (deadline.Who, deadline.Due, deadline.Article));
        Assert.Equal((DeadlineState.Running, DeadlineState.Overdue), (deadline.State(D("2026-03-02")), deadline.State(D("2026-03-03"))));
    }

    [Fact]
    public void A_temporary_use_ends_the_day_before_it_is_over()
    {
        var file = new CaseFile { Events = [new(CaseStage.Disposing, D("2026-01-01"), Source)], Plan = new(DisposalMeasure.TemporaryUse, D("2026-01-01"), D("2028-01-01")) };

        var deadline = Assert.Single(CaseDeadlines.Of(file, Law));

        Assert.Equal((D("2027-12-31"), "Order 53 Article 12(3)"), (deadline.Due, deadline.Article));
    }

    private static CaseFile Suspected() => new() { Events = [new(CaseStage.Watched, D("2025-01-01"), Source), new(CaseStage.Suspected, D("2026-01-01"), Source)] };
}
