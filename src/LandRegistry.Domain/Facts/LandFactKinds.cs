using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Facts;

/// <summary>The kinds of facts that are a day and its evidence; the codes stand in database, API and URL.</summary>
public static class LandFactKinds
{
    /// <summary>Delivery of the land confirmed (交地确认书, Order 53 Article 22).</summary>
    public const string Delivery = "delivery";

    /// <summary>Construction permit given (Article 30).</summary>
    public const string ConstructionPermit = "construction_permit";

    /// <summary>Works started, by a test of Article 30.</summary>
    public const string ActualStart = "actual_start";

    /// <summary>Filed in the national monitoring system (Article 25).</summary>
    public const string Filing = "filing";

    /// <summary>Works completed.</summary>
    public const string Completion = "completion";

    /// <summary>The right ended: recovered, given back or cancelled.</summary>
    public const string RightEnded = "right_ended";

    /// <summary>The former right cancelled in the register of titles, or the land registered for the reserve.</summary>
    public const string RightRegistered = "right_registered";

    /// <summary>Planning conditions issued.</summary>
    public const string PlanningConditions = "planning_conditions";

    /// <summary>Survey and registration brought up to date (Article 20).</summary>
    public const string SurveyUpdated = "survey_updated";

    /// <summary>Soil survey passed.</summary>
    public const string SoilSurvey = "soil_survey";

    /// <summary>What the land was used for before: <c>industrial</c> or <c>other</c>.</summary>
    public const string FormerUse = "former_use";

    /// <summary>The register of titles was looked into for mortgages, seizures and disputes.</summary>
    public const string TitleSearch = "title_search";

    /// <summary>The compensation ledger was looked into.</summary>
    public const string CompensationSearch = "compensation_search";

    /// <summary>Published as idle (Article 11).</summary>
    public const string Publication = "publication";

    /// <summary>The publication withdrawn (Article 11 ¶3).</summary>
    public const string PublicationWithdrawn = "publication_withdrawn";

    /// <summary>Whether the holder is willing: <c>willing</c>, <c>watching</c> or <c>refusing</c>.</summary>
    public const string Willingness = "willingness";

    /// <summary>Standard land (标准地): indicators <c>required</c>, <c>set</c> or <c>not_required</c>.</summary>
    public const string StandardLand = "standard_land";

    /// <summary>All kinds with their names, in the order of the process.</summary>
    public static IReadOnlyList<(string Code, Text Name)> All { get; } =
    [
        (Filing, new("监测监管系统备案", "Filed in the monitoring system")),
        (Delivery, new("交地确认", "Delivery confirmed")),
        (ConstructionPermit, new("施工许可", "Construction permit")),
        (ActualStart, new("实际动工", "Works started")),
        (Completion, new("竣工", "Works completed")),
        (Publication, new("闲置信息公开", "Published as idle")),
        (PublicationWithdrawn, new("撤销公开", "Publication withdrawn")),
        (Willingness, new("盘活意愿", "Willingness of the holder")),
        (RightEnded, new("使用权终止", "Right ended")),
        (RightRegistered, new("注销或储备登记", "Right cancelled or reserve registered")),
        (TitleSearch, new("查询不动产登记", "Title register searched")),
        (CompensationSearch, new("核对补偿台账", "Compensation ledger checked")),
        (PlanningConditions, new("规划条件出具", "Planning conditions issued")),
        (SurveyUpdated, new("变更调查与登记更新", "Survey and register updated")),
        (FormerUse, new("原用途", "Former use")),
        (SoilSurvey, new("土壤污染状况调查", "Soil survey")),
        (StandardLand, new("标准地指标", "Standard-land indicators")),
    ];
}
