using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Tests.Parcels;

public sealed class MarkRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    private static readonly StatusFacts Ready = new(ParcelStatus.Ready, new(2026, 1, 1), OnHold: false, Blocking: []);

    private static readonly StatusMark Listed = new(ParcelStatus.Listed, Today, null, null);

    [Fact]
    public void A_step_is_judged_as_the_mark_of_one_parcel_is() =>
        Assert.Equal("status-move-forbidden", MarkRules.Judge(Ready with { Status = ParcelStatus.InUse }, new() { Status = Listed }, Today)?.Code);

    [Fact]
    public void A_hold_that_comes_with_a_tender_stands_in_its_way() =>
        Assert.Equal("parcel-on-hold", MarkRules.Judge(Ready, new() { Status = Listed, Hold = new(IsRelease: false, null) }, Today)?.Code);

    [Fact]
    public void A_hold_that_ends_with_the_step_does_not() =>
        Assert.Null(MarkRules.Judge(Ready with { OnHold = true }, new() { Status = Listed, Hold = new(IsRelease: true, null) }, Today));

    [Fact]
    public void What_is_not_on_hold_is_not_released() =>
        Assert.Equal("parcel-not-on-hold", MarkRules.Judge(Ready, new() { Hold = new(IsRelease: true, null) }, Today)?.Code);

    [Fact]
    public void Officer_and_note_go_with_any_status() =>
        Assert.Null(MarkRules.Judge(Ready with { Status = ParcelStatus.Closed }, new() { Officer = new("李工"), Note = "查档" }, Today));
}
