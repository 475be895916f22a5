using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Boundaries;

/// <summary>The refusals that splitting and merging are answered with.</summary>
public static class LineageRefusals
{
    public static Refusal NotSurveyed(LineageFacts parcel) => new(
        "parcel-not-surveyed",
        new("宗地没有界址", "The parcel has no boundary"),
        new($"{parcel.Label} 只有位置点。请先设定界址。", $"{parcel.Label} is known by a point only. Give it a boundary first."));

    public static Refusal CaseOpen(LineageFacts parcel) => new(
        "parcel-has-open-case",
        new("宗地有未结案件", "A case is open on the parcel"),
        new(
            $"{parcel.Label} 的闲置土地案件未结。认定书、处置方案与期限都针对这一宗地，结案后方可分割或合并。",
            $"A case of idle land is open on {parcel.Label}: its determination, plan and deadlines name this parcel. Close it first."),
        "Order 53 Article 9");

    public static Refusal Burdened(LineageFacts parcel) => new(
        "parcel-burdened",
        new("宗地存在查封、争议或诉讼", "The parcel is seized, disputed or before a court"),
        new(
            $"{parcel.Label} 登记有{string.Join("、", parcel.Barring.Select(Zh))}，解除前不得分割或合并。抵押随各部分转载，不妨碍分割。",
            $"On {parcel.Label} stands {string.Join(", ", parcel.Barring)}; until it is released the parcel is neither split nor merged. A mortgage goes on to every part."),
        "Urban Real Estate Law Article 38");

    public static Refusal Differ(LineageFacts one, LineageFacts other, IReadOnlyList<Text> differing) => new(
        "merge-differs",
        new("要合并的宗地情况不同", "The parcels to be merged differ"),
        new(
            $"{one.Label} 与 {other.Label} 的{string.Join("、", differing.Select(text => text.Zh))}不同。请先办理相应变更，再合并。",
            $"{one.Label} and {other.Label} differ in {string.Join(", ", differing.Select(text => text.En))}. Make them alike first."));

    public static Refusal ClocksDiffer(LineageFacts one, LineageFacts other) => new(
        "merge-clocks-differ",
        new("要合并的宗地闲置计时不同", "The idle clocks of the parcels differ"),
        new(
            $"{one.Label} 与 {other.Label} 的闲置计时（类型或疑似、征费、收回之日）不同；合并会使其一提前或延后。请先以补充协议约定同一动工日期。",
            $"The idle clocks of {one.Label} and {other.Label} differ in kind or days; a merge would move one of them. Agree on one commencement date first."),
        "Order 53 Article 12");

    public static Refusal ClockWouldChange(LineageFacts parcel) => new(
        "lineage-changes-clock",
        new("分割或合并会改变闲置计时", "The idle clock would change"),
        new(
            $"按继承的事实重新计算，{parcel.Label} 的闲置计时会改变（如工程进度只能归于其中一部分）。请先更正事实。",
            $"Computed from the facts that descendants inherit, the idle clock of {parcel.Label} would change, as where works stand on one part only. Mend the facts first."),
        "Order 53 Article 2");

    private static string Zh(string kind) => kind switch { "seizure" => "查封", "dispute" => "争议", _ => "诉讼" };
}
