using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Tenders;

/// <summary>How land is offered.</summary>
public enum TenderMethod
{
    /// <summary>招标: bids in writing, chosen by their whole.</summary>
    Tender,

    /// <summary>拍卖: bids by word, the highest wins.</summary>
    Auction,

    /// <summary>挂牌: bids posted over days, the highest wins.</summary>
    Listing,
}

/// <summary>How far a tender is, from the plan to a works that runs.</summary>
public enum TenderStage
{
    /// <summary>拟定方案.</summary>
    Planned,

    /// <summary>已公告: the announcement is out; the parcel is in tender from here on.</summary>
    Announced,

    /// <summary>投标、拍卖或挂牌开始.</summary>
    Opened,

    /// <summary>截止.</summary>
    Closed,

    /// <summary>确定中标人、竞得人.</summary>
    Awarded,

    /// <summary>结果已公布: the parcel is awarded from here on.</summary>
    Published,

    /// <summary>已签合同.</summary>
    Contracted,

    /// <summary>价款付清.</summary>
    Paid,

    /// <summary>已交地.</summary>
    Delivered,

    /// <summary>已动工: the parcel is in use from here on.</summary>
    Started,

    /// <summary>已竣工.</summary>
    Completed,

    /// <summary>已达产.</summary>
    AtCapacity,

    /// <summary>流标、流拍、流挂: nobody got it; the parcel goes back.</summary>
    Failed,

    /// <summary>终止: called off before an award; the parcel goes back.</summary>
    Terminated,
}

/// <summary>Names and order of the stages.</summary>
public static class TenderStages
{
    private static readonly Text[] Names =
    [
        new("拟定方案", "Planned"), new("已公告", "Announced"), new("已开始", "Bidding"), new("已截止", "Bids closed"), new("已成交", "Awarded"),
        new("结果已公布", "Result published"), new("已签合同", "Contract signed"), new("价款付清", "Paid up"), new("已交地", "Delivered"), new("已动工", "Works started"),
        new("已竣工", "Completed"), new("已达产", "At capacity"), new("未成交", "No award"), new("终止", "Called off"),
    ];

    private static readonly Text[] MethodNames = [new("招标", "Tender"), new("拍卖", "Auction"), new("挂牌", "Listing")];

    /// <summary>The stages of a tender that succeeds, in their order.</summary>
    public static IReadOnlyList<TenderStage> Course { get; } = [.. Enum.GetValues<TenderStage>().Where(stage => stage < TenderStage.Failed)];

    /// <summary>The name shown to people.</summary>
    public static Text Name(this TenderStage stage) => Names[(int)stage];

    /// <summary>The name shown to people.</summary>
    public static Text Name(this TenderMethod method) => MethodNames[(int)method];

    /// <summary>Whether nothing follows.</summary>
    public static bool IsEnd(this TenderStage stage) => stage is TenderStage.AtCapacity or TenderStage.Failed or TenderStage.Terminated;

    /// <summary>Whether land of it is on offer or sold and not yet at work, so that its status follows the tender.</summary>
    public static bool DrivesStatus(this TenderStage stage) => stage is >= TenderStage.Announced and < TenderStage.Started;

    /// <summary>The stages that may follow.</summary>
    public static IReadOnlyList<TenderStage> After(TenderStage stage) => stage switch
    {
        TenderStage.Planned => [TenderStage.Announced, TenderStage.Terminated],
        TenderStage.Announced => [TenderStage.Opened, TenderStage.Failed, TenderStage.Terminated],
        TenderStage.Opened => [TenderStage.Closed, TenderStage.Failed, TenderStage.Terminated],
        TenderStage.Closed => [TenderStage.Awarded, TenderStage.Failed, TenderStage.Terminated],
        // An award that is not followed by a contract leaves the land without a taker.
        TenderStage.Awarded or TenderStage.Published => [stage + 1, TenderStage.Failed],
        _ when stage.IsEnd() => [],
        _ => [stage + 1],
    };
}
