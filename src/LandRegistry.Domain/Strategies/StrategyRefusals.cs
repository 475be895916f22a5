using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Strategies;

/// <summary>The refusals that commands on strategies answer with.</summary>
public static class StrategyRefusals
{
    public static Refusal SlotsEmpty(IReadOnlyList<Text> missing) => new(
        "strategy-slots-empty",
        new("缺少领导、干部或方案", "Leader, officer or plan is missing"),
        new($"批准前须填写：{string.Join("、", missing.Select(slot => slot.Zh))}。", $"Before approval fill in: {string.Join(", ", missing.Select(slot => slot.En))}."));

    public static Refusal NoSteps() => new(
        "strategy-without-steps",
        new("方案没有步骤", "The strategy has no steps"),
        new("请至少录入一个天数不小于 1 的步骤。", "Record at least one step; each takes one day or more."));

    public static Refusal AlreadyApproved(int version) => new(
        "strategy-already-approved",
        new("方案已批准", "The strategy is approved already"),
        new($"第 {version} 版已批准，修改请另立新版。", $"Version {version} is approved; to change it, draft a new one."));

    public static Refusal ApprovalBeforeCurrent(int version) => new(
        "strategy-approved-before-current",
        new("批准日不晚于现行版本", "The approval is not later than that of the current version"),
        new($"第 {version} 版于同日或之后批准。", $"Version {version} was approved on that day or later."));

    public static Refusal NotApproved(int version) => new(
        "strategy-not-approved",
        new("方案尚未批准", "The strategy is not approved"),
        new($"第 {version} 版尚未批准，批准后方可登记步骤完成情况。", $"Version {version} is a draft; its steps are done once it is approved."));

    public static Refusal ApprovalInFuture(DateOnly on, DateOnly today) => new(
        "strategy-day-in-future",
        new("日期晚于今天", "The day lies in the future"),
        new($"{on:yyyy-MM-dd} 晚于今天 {today:yyyy-MM-dd}。", $"{on:yyyy-MM-dd} is after today, {today:yyyy-MM-dd}."));

    public static Refusal CourtMissing(LawRule rule) => new(
        "strategy-court-missing",
        new("重整没有法院记录", "The restructuring has no court record"),
        new($"请录入法院和案号。{rule.Says.Zh}。", $"Record the court and the case number. {rule.Says.En}."),
        rule.Article);
}
