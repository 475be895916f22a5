using System.Globalization;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Cases;

/// <summary>The refusals that commands on cases answer with; the article is that of the law in force.</summary>
public static class CaseRefusals
{
    public static Refusal StageNotNext(CaseStage from, CaseStage to, IReadOnlyList<CaseStage> next) => new(
        "case-stage-not-next",
        new("不允许的办理环节", "This stage does not follow"),
        new(
            $"“{from.Name().Zh}”之后不能是“{to.Name().Zh}”，可以是：{string.Join("、", next.Select(stage => stage.Name().Zh))}。",
            $"\"{to.Name().En}\" does not follow \"{from.Name().En}\"; what may follow is: {string.Join(", ", next.Select(stage => stage.Name().En))}."));

    public static Refusal BeforeStage(DateOnly on, DateOnly since) => new(
        "case-step-before-stage",
        new("日期早于上一环节", "The day lies before the present stage"),
        new($"{Iso(on)} 早于当前环节的起始日 {Iso(since)}。", $"{Iso(on)} is before the present stage, which holds since {Iso(since)}."));

    public static Refusal DocumentMissing(DocumentKind document, LawRule rule) => new(
        "case-document-missing",
        new("缺少法定文书", "An official document is missing"),
        new($"请先制发《{document.Says.Zh}》：{rule.Says.Zh}。", $"First issue the {document.Says.En}. {rule.Says.En}."),
        rule.Article);

    public static Refusal NotIdleByLaw(IdleKind? determined, ClockSegment clock, LawRule rule) => new(
        "not-idle-by-law",
        new("不构成所认定的闲置", "The land is not idle as determined"),
        new(
            $"拟认定为 {determined?.ToString() ?? "未填写"} 类，计时结果为“{clock.Kind.Name().Zh}”（起始日 {Iso(clock.SuspectedFrom, "无")}）。{rule.Says.Zh}。",
            $"Determined as {determined?.ToString() ?? "nothing"}; the clock says \"{clock.Kind.Name().En}\" (from {Iso(clock.SuspectedFrom, "no day")}). {rule.Says.En}."),
        rule.Article);

    public static Refusal PlanMissing(LawRule rule) => new(
        "disposal-plan-missing",
        new("没有处置方案", "There is no disposal plan"),
        new("请先录入认定结论和处置方案。", "Record the determination and the disposal plan first."),
        rule.Article);

    public static Refusal KindBNotFined(DisposalMeasure measure, LawRule rule) => new(
        "kind-b-not-fined",
        new("已动工土地不得收费或无偿收回", "Land that was started is neither fined nor taken"),
        new($"不得采用“{measure.Name().Zh}”：{rule.Says.Zh}。", $"{measure.Name().En} is not possible. {rule.Says.En}."),
        rule.Article);

    public static Refusal CauseNotHolders(DisposalMeasure measure, LawRule rule) => new(
        "cause-not-the-holders",
        new("非企业原因不得收费或无偿收回", "The cause is not the holder's"),
        new($"闲置系政府原因或不可抗力，不得采用“{measure.Name().Zh}”。{rule.Says.Zh}。", $"The cause is government's or force majeure: {measure.Name().En} is not possible. {rule.Says.En}."),
        rule.Article);

    public static Refusal FeeTooEarly(DateOnly? from, DateOnly on, LawRule rule) => new(
        "fee-too-early",
        new("尚不得征缴闲置费", "Too early for the fee"),
        new($"{Iso(on)} 尚未满一年，可征缴之日：{Iso(from, "未定")}。{rule.Says.Zh}。", $"The year is not full on {Iso(on)}; the fee is possible from {Iso(from, "a day not yet known")}. {rule.Says.En}."),
        rule.Article);

    public static Refusal RecoveryTooEarly(DateOnly? from, DateOnly on, LawRule rule) => new(
        "recovery-too-early",
        new("尚不得无偿收回", "Too early for recovery"),
        new($"{Iso(on)} 尚未满两年，可收回之日：{Iso(from, "未定")}。{rule.Says.Zh}。", $"Two years are not full on {Iso(on)}; recovery is possible from {Iso(from, "a day not yet known")}. {rule.Says.En}."),
        rule.Article);

    public static Refusal Unfiled(LawRule rule) => new(
        "land-not-filed",
        new("未录入监测监管系统", "The land is not filed"),
        new($"{rule.Says.Zh}，请先备案。", $"{rule.Says.En}; file it first."),
        rule.Article);

    public static Refusal NotByAgreement(LawRule rule) => new(
        "holders-fault-not-negotiated",
        new("企业原因闲置不适用协商处置", "The holder's own idleness is not negotiated"),
        new($"认定为企业原因的未动工土地不适用：{rule.Says.Zh}。", $"The land was never started by the holder's own cause. {rule.Says.En}."),
        rule.Article);

    public static Refusal ExtensionTooLong(Term cap) => new(
        "extension-too-long",
        new("延期超过上限", "The extension is too long"),
        new($"须写明原动工日期和新动工日期，且{cap.Says.Zh}。", $"State the old and the new commencement date. {cap.Says.En}."),
        cap.Article);

    public static Refusal TemporaryUseTooLong(Term cap) => new(
        "temporary-use-too-long",
        new("临时使用超过上限", "The temporary use is too long"),
        new($"须写明起止日期，且{cap.Says.Zh}。", $"State its first day and its end. {cap.Says.En}."),
        cap.Article);

    public static Refusal SwapConditionsMissing(LawRule rule) => new(
        "swap-conditions-missing",
        new("不具备置换条件", "The conditions for a swap are not shown"),
        new($"{rule.Says.Zh}。", $"{rule.Says.En}."),
        rule.Article);

    public static Refusal MortgageeNotTold(LawRule rule) => new(
        "mortgagee-not-told",
        new("未通知抵押权人", "The mortgagee was not told"),
        new($"{rule.Says.Zh}。", $"{rule.Says.En}."),
        rule.Article);

    public static Refusal NotApproved(LawRule rule) => new(
        "plan-not-approved",
        new("方案未经批准", "The plan is not approved"),
        new($"{rule.Says.Zh}。", $"{rule.Says.En}."),
        rule.Article);

    public static Refusal HearingNoticeMissing(LawRule rule) => new(
        "hearing-notice-missing",
        new("未告知听证权利", "The hearing notice was not served"),
        new($"决定作出之前须送达听证权利告知书并有送达回证。{rule.Says.Zh}。", $"The hearing notice must be served, with proof, before the day of the decision. {rule.Says.En}."),
        rule.Article);

    public static Refusal FeeUnpaid(Term term) => new(
        "fee-unpaid",
        new("闲置费未缴清", "The fee is not paid"),
        new($"{term.Says.Zh}。", $"{term.Says.En}."),
        term.Article);

    public static Refusal RightNotCancelled(Term term) => new(
        "right-not-cancelled",
        new("土地权利未注销", "The right is not cancelled"),
        new($"{term.Says.Zh}。", $"{term.Says.En}."),
        term.Article);

    public static Refusal StillPublished(LawRule rule) => new(
        "still-published",
        new("公开信息未撤销", "The publication is not withdrawn"),
        new($"{rule.Says.Zh}。", $"{rule.Says.En}."),
        rule.Article);

    public static Refusal NotRecovered(LawRule rule) => new(
        "land-not-recovered",
        new("土地未收回", "The land was not recovered"),
        new($"未收回或置换的土地不能入库。{rule.Says.Zh}。", $"Land that was neither recovered nor swapped does not enter the reserve. {rule.Says.En}."),
        rule.Article);

    public static Refusal ServedBeforeIssue(DateOnly served, DateOnly issued) => new(
        "served-before-issue",
        new("送达日早于制发日", "The service lies before the issue"),
        new($"送达日 {Iso(served)} 早于制发日 {Iso(issued)}。", $"Served on {Iso(served)}, which is before the day of issue, {Iso(issued)}."));

    public static Refusal CaseOpen(OpenCase open) => new(
        "case-already-open",
        new("该宗地已有未结案件", "The parcel has an open case already"),
        new($"案件 {open.Id} 处于“{open.Stage.Name().Zh}”，请在该案件中办理。", $"Case {open.Id} is at \"{open.Stage.Name().En}\"; go on with that one."));

    public static Refusal CaseDrives(OpenCase open, ParcelStatus to) => new(
        "case-drives-status",
        new("状态由未结案件决定", "An open case moves this status"),
        new(
            $"案件 {open.Id} 未结（{open.Stage.Name().Zh}），“{to.Name().Zh}”须由案件办理环节带动，不能直接标注。",
            $"Case {open.Id} is open at \"{open.Stage.Name().En}\": \"{to.Name().En}\" follows from a move of the case and is not marked by hand."),
        "Order 53 Article 5");

    public static Refusal NotListed(ParcelStatus now) => new(
        "land-not-in-tender",
        new("土地尚未挂牌", "The land is not in tender"),
        new(
            $"宗地目前为“{now.Name().Zh}”。请先使其具备再出让条件并挂牌，再办理“{CaseStage.Retendered.Name().Zh}”。",
            $"The parcel is \"{now.Name().En}\". Bring it to tender first, through its readiness; then the case follows."),
        "Order 53 Article 21");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly? day, string none) => day is { } known ? Iso(known) : none;
}
