using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Parcels;
using static LandRegistry.Domain.Cases.CaseStage;

namespace LandRegistry.Domain.Tests.Cases;

public sealed class CaseStatusesTests
{
    [Theory]
    [InlineData(Watched, Suspected, ParcelStatus.InUse, "suspected")]
    [InlineData(Watched, Suspected, ParcelStatus.Awarded, "suspected")]
    [InlineData(Watched, Suspected, ParcelStatus.Investigating, "")]
    [InlineData(Suspected, Investigating, ParcelStatus.Suspected, "investigating")]
    [InlineData(Investigating, Determined, ParcelStatus.Investigating, "idle")]
    [InlineData(Determined, PlanDrafted, ParcelStatus.Idle, "")]
    [InlineData(Approved, Disposing, ParcelStatus.Idle, "disposing")]
    [InlineData(Disposing, Determined, ParcelStatus.Disposing, "idle")]
    [InlineData(Disposed, Reserved, ParcelStatus.Disposing, "reserved")]
    [InlineData(Reserved, Retendered, ParcelStatus.Reserved, null)]
    [InlineData(Reserved, Retendered, ParcelStatus.Awarded, "")]
    [InlineData(Retendered, Reserved, ParcelStatus.Listed, "ready reserved")]
    [InlineData(Retendered, Started, ParcelStatus.Listed, "awarded in_use")]
    [InlineData(Disposed, ClosedOut, ParcelStatus.Disposing, "closed")]
    [InlineData(Completed, ClosedOut, ParcelStatus.InUse, "")]
    [InlineData(Determined, NotIdle, ParcelStatus.Idle, "disposing in_use")]
    [InlineData(Watched, Suspected, ParcelStatus.Reserved, null)]
    public void A_stage_brings_its_status_by_legal_moves_only(CaseStage from, CaseStage to, ParcelStatus now, string? path)
    {
        var passed = CaseStatuses.Path(from, to, now);

        Assert.Equal(path, passed is null ? null : string.Join(' ', passed.Select(status => status.Code())));
        var at = now;
        foreach (var next in passed ?? [])
        {
            Assert.NotNull(StatusMoves.RuleOf(at, next));
            at = next;
        }
    }

    [Theory, InlineData(ParcelStatus.Suspected, ParcelStatus.InUse, "case-drives-status"), InlineData(ParcelStatus.Listed, ParcelStatus.Awarded, null), InlineData(ParcelStatus.Ready, ParcelStatus.Reserved, null)]
    public void While_a_case_is_open_its_statuses_are_not_marked_by_hand_and_the_tender_goes_its_own_way(ParcelStatus from, ParcelStatus to, string? code)
    {
        var facts = new StatusFacts(from, new(2026, 1, 1), false, []);

        Assert.Null(StatusMoves.Judge(facts, to));
        Assert.Equal(code, StatusMoves.Judge(facts with { Case = new(7, CaseStage.Suspected) }, to)?.Code);
    }
}
