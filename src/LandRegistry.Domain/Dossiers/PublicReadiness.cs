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
        ["clear-right"] = new("不动产登记簿", "title register"),
        ["compensation-settled"] = new("土地储备机构核查", "check by the land reserve office"),
        ["no-dispute"] = new("不动产登记查询", "search of the title register"),
        ["plan-conditions"] = new("规划条件通知书", "notice of planning conditions"),
        ["site-conditions"] = new("园区基础设施记录", "record of the zone's infrastructure"),
        ["survey-update"] = new("变更调查成果", "updated land survey"),
        ["publication"] = new("土地市场动态监测监管记录", "record of land supervision"),
        ["soil-survey"] = new("土壤污染状况调查报告", "soil survey report"),
        ["standard-land"] = new("标准地指标表", "table of standard-land indicators"),
        ["remaining-term"] = new("不动产登记簿", "title register"),
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

    /// <summary>How a parcel stands for who wants land; what it is suspected of or found to be is not said.</summary>
    public static Text Standing(ParcelStatus status, bool onHold) => status switch
    {
        ParcelStatus.Listed => OnOffer,
        ParcelStatus.Awarded => Sold,
        ParcelStatus.Ready when !onHold => Ready,
        ParcelStatus.Reserved or ParcelStatus.Ready => Prepared,
        _ => NotOffered,
    };
}
