using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Cases;

/// <summary>Stage of a case of idle land, from the first watch to the land's new life.</summary>
public enum CaseStage
{
    /// <summary>监测中.</summary>
    Watched,

    /// <summary>疑似闲置.</summary>
    Suspected,

    /// <summary>调查中: the notice of investigation is issued.</summary>
    Investigating,

    /// <summary>已认定: kind and cause are determined.</summary>
    Determined,

    /// <summary>方案拟订: a disposal plan is drafted.</summary>
    PlanDrafted,

    /// <summary>方案批准: the people's government approved it.</summary>
    Approved,

    /// <summary>处置中.</summary>
    Disposing,

    /// <summary>处置完毕: the publication is withdrawn.</summary>
    Disposed,

    /// <summary>收储在库.</summary>
    Reserved,

    /// <summary>再出让.</summary>
    Retendered,

    /// <summary>再动工.</summary>
    Started,

    /// <summary>竣工.</summary>
    Completed,

    /// <summary>达产.</summary>
    AtCapacity,

    /// <summary>排除: found not to be idle.</summary>
    NotIdle,

    /// <summary>销号: closed out.</summary>
    ClosedOut,
}

/// <summary>How land is disposed of (Order 53 Articles 12 and 14).</summary>
public enum DisposalMeasure
{
    /// <summary>延长动工开发期限, Article 12(1).</summary>
    Extend,

    /// <summary>调整土地用途、规划条件, Article 12(2).</summary>
    ChangeUse,

    /// <summary>安排临时使用, Article 12(3).</summary>
    TemporaryUse,

    /// <summary>协议有偿收回, Article 12(4).</summary>
    AgreedRecovery,

    /// <summary>置换土地, Article 12(5).</summary>
    Swap,

    /// <summary>其他处置方式, Article 12(6).</summary>
    OtherLocal,

    /// <summary>征缴土地闲置费, Article 14(1).</summary>
    Fee,

    /// <summary>无偿收回, Article 14(2).</summary>
    FreeRecovery,
}

/// <summary>Names of stages and measures.</summary>
public static class CaseNames
{
    private static readonly Text[] Stages =
    [
        new("监测中", "Watched"), new("疑似闲置", "Suspected"), new("调查中", "Under investigation"), new("已认定", "Determined"),
        new("方案拟订", "Plan drafted"), new("方案批准", "Plan approved"), new("处置中", "Being disposed of"), new("处置完毕", "Disposed of"),
        new("收储在库", "In reserve"), new("再出让", "Re-tendered"), new("再动工", "Started anew"), new("竣工", "Completed"), new("达产", "At capacity"),
        new("排除", "Not idle"), new("销号", "Closed out"),
    ];

    private static readonly Text[] Measures =
    [
        new("延长动工开发期限", "Extension"), new("调整用途和规划条件", "Change of use or conditions"), new("临时使用", "Temporary use"),
        new("协议有偿收回", "Agreed recovery"), new("置换土地", "Swap"), new("其他处置方式", "Other local mode"),
        new("征缴土地闲置费", "Idle fee"), new("无偿收回", "Recovery without compensation"),
    ];

    private static readonly Text[] Milestones =
    [
        new("方案批准", "Approved by the people's government"), new("信息公开", "Published"), new("撤销公开", "Publication withdrawn"), new("企业答复", "Holder answered"),
        new("缴清闲置费", "Fee paid"), new("注销登记", "Right cancelled"), new("告知抵押权人", "Mortgagee told"),
    ];

    private static readonly Text[] Sides = [new("企业原因", "The holder's own cause"), new("政府原因", "Government's cause"), new("不可抗力", "Force majeure")];

    public static Text Name(this MilestoneKind milestone) => Milestones[(int)milestone];

    public static Text Name(this CauseSide side) => Sides[(int)side];

    public static Text Name(this CaseStage stage) => Stages[(int)stage];

    public static Text Name(this DisposalMeasure measure) => Measures[(int)measure];

    /// <summary>Whether a case ends there: found not idle, or closed out.</summary>
    public static bool IsClosed(this CaseStage stage) => stage is CaseStage.NotIdle or CaseStage.ClosedOut;

    /// <summary>Whether it is a mode of Order 53 Article 12, by agreement, rather than a decision of Article 14.</summary>
    public static bool IsByAgreement(this DisposalMeasure measure) => measure is not (DisposalMeasure.Fee or DisposalMeasure.FreeRecovery);
}
