using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Projects;

/// <summary>How far an investor's project is.</summary>
public enum ProjectStage
{
    /// <summary>招商线索: heard of, nothing said yet.</summary>
    Lead,

    /// <summary>在谈.</summary>
    Talks,

    /// <summary>达成意向: intention, not yet an agreement.</summary>
    Intention,

    /// <summary>已签约.</summary>
    Contracted,

    /// <summary>拟开工.</summary>
    ToStart,

    /// <summary>在建.</summary>
    Building,

    /// <summary>已投产.</summary>
    Producing,

    /// <summary>未落地: went elsewhere or was given up; may be taken up again.</summary>
    Lost,
}

/// <summary>At which level a project is a key project.</summary>
public enum ProjectLevel
{
    /// <summary>国家级重点项目.</summary>
    National,

    /// <summary>省级重点项目.</summary>
    Province,

    /// <summary>市级重点项目.</summary>
    City,

    /// <summary>县级重点项目.</summary>
    County,

    /// <summary>一般项目.</summary>
    Ordinary,
}

/// <summary>The classes that a project may bear, several at once, so that their totals overlap.</summary>
public enum ProjectClass
{
    /// <summary>“十四五”规划项目.</summary>
    FiveYearPlan,

    /// <summary>补短板强弱项.</summary>
    WeakLinks,

    /// <summary>专项债券.</summary>
    SpecialBond,

    /// <summary>扩大内需.</summary>
    DomesticDemand,

    /// <summary>先进制造.</summary>
    AdvancedManufacturing,

    /// <summary>战略性新兴产业.</summary>
    EmergingIndustry,

    /// <summary>技术改造.</summary>
    TechnicalUpgrade,

    /// <summary>补链强链.</summary>
    SupplyChain,

    /// <summary>城市更新.</summary>
    UrbanRenewal,

    /// <summary>绿色低碳.</summary>
    LowCarbon,
}

/// <summary>Names and order of stages, levels and classes.</summary>
public static class ProjectNames
{
    private static readonly Text[] Stages =
    [
        new("招商线索", "Lead"), new("在谈", "In talks"), new("达成意向", "Intention"), new("已签约", "Signed"), new("拟开工", "To start"), new("在建", "Under construction"),
        new("已投产", "Producing"), new("未落地", "Lost"),
    ];

    private static readonly Text[] Levels = [new("国家级重点", "National key project"), new("省级重点", "Provincial key project"), new("市级重点", "City key project"), new("县级重点", "County key project"), new("一般项目", "Ordinary")];

    private static readonly Text[] Classes =
    [
        new("“十四五”规划", "Five-year plan"), new("补短板强弱项", "Weak links"), new("专项债券", "Special bond"), new("扩大内需", "Domestic demand"), new("先进制造", "Advanced manufacturing"),
        new("战略性新兴产业", "Emerging industry"), new("技术改造", "Technical upgrade"), new("补链强链", "Supply chain"), new("城市更新", "Urban renewal"), new("绿色低碳", "Low carbon"),
    ];

    /// <summary>The stages in which a project may still look for a site.</summary>
    public static IReadOnlyList<ProjectStage> Seeking { get; } = [.. Enum.GetValues<ProjectStage>().Where(stage => stage <= ProjectStage.ToStart)];

    /// <summary>The name shown to people.</summary>
    public static Text Name(this ProjectStage stage) => Stages[(int)stage];

    /// <summary>The name shown to people.</summary>
    public static Text Name(this ProjectLevel level) => Levels[(int)level];

    /// <summary>The name shown to people.</summary>
    public static Text Name(this ProjectClass label) => Classes[(int)label];

    /// <summary>Whether the pool still has to look after it: entries that run or were lost are not reviewed.</summary>
    public static bool IsOpen(this ProjectStage stage) => stage < ProjectStage.Producing;
}
