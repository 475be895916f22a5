using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Domain.Dossiers;

/// <summary>An item of readiness as an investor is told it: whether it holds, since when, and by what kind of paper that is shown.</summary>
/// <param name="Name">What the law asks.</param>
/// <param name="Holds">Whether it holds; what is not known does not.</param>
/// <param name="Evidence">The kind of paper or register that shows it; null where it does not hold or needs none.</param>
/// <param name="Since">Day of the evidence.</param>
public sealed record PublicItem(Text Name, bool Holds, Text? Evidence, DateOnly? Since);

/// <summary>Readiness without what stands behind it: who has a mortgage, what is disputed and what is owed is nobody's business outside.</summary>
public static class PublicReadiness
{
    private static readonly Dictionary<string, Text> Papers = new(StringComparer.Ordinal)
    {
        ["clear-right"] = new("不动产登记簿", "Title register"),
        ["compensation-settled"] = new("土地储备机构核查", "Check by the land reserve office"),
        ["no-dispute"] = new("不动产登记查询", "Search of the title register"),
        ["plan-conditions"] = new("规划条件通知书", "Notice of planning conditions"),
        ["site-conditions"] = new("园区基础设施记录", "Record of the zone's infrastructure"),
        ["survey-update"] = new("变更调查成果", "Updated land survey"),
        ["publication"] = new("土地市场动态监测监管记录", "Record of land supervision"),
        ["soil-survey"] = new("土壤污染状况调查报告", "Soil survey report"),
        ["standard-land"] = new("标准地指标表", "Table of standard-land indicators"),
        ["remaining-term"] = new("不动产登记簿", "Title register"),
    };

    private static readonly Text OnOffer = new("公告交易中", "On offer");
    private static readonly Text Ready = new("净地可供", "Cleared and ready");
    private static readonly Text Prepared = new("整理中", "Being prepared");
    private static readonly Text Sold = new("已成交", "Sold");
    private static readonly Text NotOffered = new("暂不供应", "Not on offer");

    /// <summary>The items in their order.</summary>
    public static IReadOnlyList<PublicItem> Of(ReadinessAssessment readiness) =>
    [
        .. readiness.Items.Select(item => new PublicItem(
            item.Name, item.State == ItemState.Holds, item.State == ItemState.Holds && item.Since is not null ? Papers.GetValueOrDefault(item.Code) : null,
            item.State == ItemState.Holds && item.Since > DateOnly.MinValue ? item.Since : null)),
    ];

    /// <summary>How a parcel stands for who wants land, as the re-tender list has it; what it is suspected of or found to be is not said.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="onHold">Whether it is on hold.</param>
    /// <param name="items">Its items of readiness.</param>
    public static Text Standing(ParcelStatus status, bool onHold, IReadOnlyCollection<PublicItem> items) => status switch
    {
        ParcelStatus.Listed => OnOffer,
        ParcelStatus.Awarded => Sold,
        ParcelStatus.Reserved or ParcelStatus.Ready when !onHold && items.All(item => item.Holds) => Ready,
        ParcelStatus.Reserved or ParcelStatus.Ready => Prepared,
        _ => NotOffered,
    };
}
