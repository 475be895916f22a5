using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Domain.Parcels;

/// <summary>The refusals that commands on parcels answer with.</summary>
public static class ParcelRefusals
{
    public static Refusal AlreadyThere(ParcelStatus status) => new(
        "status-unchanged",
        new("状态未改变", "The status is the same"),
        new($"该宗地已是“{status.Name().Zh}”。", $"The parcel is {Quoted(status)} already."));

    public static Refusal MoveNotInTable(ParcelStatus from, ParcelStatus to)
    {
        var next = StatusMoves.From(from);
        var before = ParcelStatuses.All.Where(status => StatusMoves.From(status).Contains(to)).ToList();
        var rule = before.Select(status => StatusMoves.RuleOf(status, to)).First();
        return new(
            "status-move-forbidden",
            new("不允许的状态变更", "This status move is not in the table of legal moves"),
            new(
                $"不能由“{from.Name().Zh}”变更为“{to.Name().Zh}”。可变更为：{string.Join("、", next.Select(s => s.Name().Zh))}；“{to.Name().Zh}”只能来自：{string.Join("、", before.Select(s => s.Name().Zh))}。",
                $"{Quoted(from)} cannot become {Quoted(to)}. It can become {List(next)}; {Quoted(to)} comes only from {List(before)}."),
            rule?.Article);
    }

    public static Refusal OnHold() => new(
        "parcel-on-hold",
        new("宗地已暂缓", "The parcel is on hold"),
        new("暂缓中的宗地不得挂牌，请先解除暂缓。", "A parcel on hold cannot be put up for tender; release it first."));

    /// <summary>The items that stand between the land and its re-tender, each as a sentence with its article; the first gives the article cited.</summary>
    public static Refusal NotReady(IReadOnlyList<ReadinessItem> blocking) => new(
        "not-ready-items-open",
        new("不具备再出让条件", "Not ready for re-tender"),
        new(
            $"尚有 {blocking.Count} 项不具备：{string.Join("；", blocking.Select(item => item.Says.Zh))}。",
            $"{blocking.Count} item(s) do not hold: {string.Join("; ", blocking.Select(item => $"{item.Says.En} ({item.Article})"))}."),
        blocking[0].Article);

    public static Refusal EffectiveInFuture(DateOnly effectiveOn, DateOnly today) => new(
        "effective-date-in-future",
        new("生效日期晚于今天", "The effective date lies in the future"),
        new($"生效日期 {Iso(effectiveOn)} 晚于今天 {Iso(today)}。", $"{Iso(effectiveOn)} is after today, {Iso(today)}. Mark what is, not what will be."));

    public static Refusal EffectiveBeforeStatus(DateOnly effectiveOn, DateOnly since) => new(
        "effective-date-before-status",
        new("生效日期早于现状态", "The effective date lies before the present status"),
        new($"现状态自 {Iso(since)} 起，生效日期 {Iso(effectiveOn)} 不能更早。", $"The present status holds since {Iso(since)}; {Iso(effectiveOn)} is before it."));

    public static Refusal NotOnHold() => new(
        "parcel-not-on-hold",
        new("宗地未暂缓", "The parcel is not on hold"),
        new("该宗地未处于暂缓状态，无需解除。", "There is no hold to release."));

    public static Refusal NotStanding() => new(
        "parcel-not-standing",
        new("宗地已不在登记中", "The parcel does not stand in the register any more"),
        new("该宗地已终止（如已分割、合并），或并不存在。", "The parcel has ended, for instance by a split or a merger, or never was."));

    public static Refusal SelectionTooLarge(int most) => new(
        "selection-too-large",
        new("选中的宗地过多", "Too many parcels are selected"),
        new(
            $"一次最多处理 {most} 宗，请缩小筛选或分批进行。",
            string.Create(CultureInfo.InvariantCulture, $"One step takes {most:#,0} parcels at most; narrow the filter, or take several steps.")));

    /// <summary>Nothing was done, because some may not be marked and all or none was asked for; or because none may.</summary>
    public static Refusal SomeRefused(int refused, int selected) => new(
        "selection-refused",
        new("选中的宗地中有不得变更的", "Some of the selected parcels may not be marked so"),
        new(
            $"选中 {selected} 宗，其中 {refused} 宗不得如此变更；未写入任何内容。可先预览，再选择仅变更其余宗地。",
            string.Create(CultureInfo.InvariantCulture, $"{refused:#,0} of {selected:#,0} parcels may not be marked so; nothing was written. Preview the step and choose to mark the others only.")));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(ParcelStatus status) => $"“{status.Name().En}”";

    private static string List(IEnumerable<ParcelStatus> statuses) => string.Join(", ", statuses.Select(Quoted));
}
