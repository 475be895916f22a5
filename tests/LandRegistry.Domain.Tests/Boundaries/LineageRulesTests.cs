using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Tests.Boundaries;

public sealed class LineageRulesTests
{
    private static readonly ClockSegment Clock = new(new(2026, 1, 1), IdleKind.A, LegalPowers.Investigate, new(2025, 6, 1), new(2025, 6, 1), new(2026, 6, 1));

    private static readonly LineageFacts Parcel =
        new(1, "甲", true, false, [], [], [5], ParcelStatus.Idle, false, new(1, "0601", "granted", "state"), Clock);

    [Fact]
    public void A_mortgage_goes_on_to_the_parts_and_bars_no_split() => Assert.Null(LineageRules.JudgeSplit(Parcel with { Mortgagees = ["银行"] }));

    [Fact]
    public void An_open_case_a_seizure_and_a_missing_boundary_bar_a_split()
    {
        Assert.Equal("parcel-has-open-case", LineageRules.JudgeSplit(Parcel with { HasOpenCase = true })!.Code);
        Assert.Equal("parcel-burdened", LineageRules.JudgeSplit(Parcel with { Barring = ["seizure"] })!.Code);
        Assert.Equal("parcel-not-surveyed", LineageRules.JudgeSplit(Parcel with { IsSurveyed = false })!.Code);
    }

    [Fact]
    public void Parcels_of_different_holders_use_and_status_are_not_merged_and_each_difference_is_named()
    {
        var other = Parcel with { Label = "乙", Holders = [6], Status = ParcelStatus.InUse, Traits = Parcel.Traits with { LandUseCode = "0604" } };

        var refusal = LineageRules.JudgeMerge([Parcel, other])!;

        Assert.Equal("merge-differs", refusal.Code);
        Assert.StartsWith("甲 与 乙 的状态、用途、使用权人不同", refusal.Detail.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merge_that_would_move_a_day_of_the_idle_clock_is_refused_by_the_law()
    {
        var refusal = LineageRules.JudgeMerge([Parcel, Parcel with { Id = 2, Clock = Clock with { FeeFrom = new(2025, 9, 1) } }])!;

        Assert.Equal(("merge-clocks-differ", "Order 53 Article 12"), (refusal.Code, refusal.Article));
    }

    [Fact]
    public void Parcels_alike_are_merged() => Assert.Null(LineageRules.JudgeMerge([Parcel, Parcel with { Id = 2 }]));
}
