using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Readiness;
using LandRegistry.Domain.Tenders;
using static LandRegistry.Domain.Parcels.ParcelStatus;

namespace LandRegistry.Domain.Parcels;

/// <summary>What a status move is judged on, as the register knows it on the day of the move.</summary>
/// <param name="Status">Present status.</param>
/// <param name="StatusSince">The day from which the present status holds.</param>
/// <param name="OnHold">Whether the parcel is on hold.</param>
/// <param name="Blocking">What blocks its re-tender (<see cref="ReadinessAssessment.Blocking"/>) on the day of the move; empty when ready.</param>
public sealed record StatusFacts(
    ParcelStatus Status,
    DateOnly StatusSince,
    bool OnHold,
    IReadOnlyList<ReadinessItem> Blocking)
{
    /// <summary>The open case that drives the parcel's status; null when there is none.</summary>
    public OpenCase? Case { get; init; }

    /// <summary>The stage of the open tender that drives the parcel's status; null when there is none.</summary>
    public TenderStage? Tender { get; init; }
}

/// <summary>
/// The table of legal moves between statuses and the guards on them, each with the article or rule it rests on
/// (domain: Order 53, the Measures on the Disposal of Idle Land of 2012). A move that is not in the table is refused.
/// </summary>
public static class StatusMoves
{
    private const string Order53 = "Order 53 Article ";

    private static readonly Dictionary<(ParcelStatus From, ParcelStatus To), Rule> Table = new()
    {
        [(InUse, Suspected)] = new("raise-suspicion", Order53 + "5", new("发现涉嫌构成闲置土地，应在三十日内开展调查核实", "Land suspected idle is to be investigated within 30 days")),
        [(InUse, LowEfficiency)] = new("class-low-efficiency", null, new("按低效用地政策认定", "Classed by the policy on low-efficiency land")),
        [(Suspected, Investigating)] = new("serve-investigation-notice", Order53 + "5", new("送达《闲置土地调查通知书》", "The Notice of Investigation is served")),
        [(Suspected, InUse)] = new("dismiss-suspicion", Order53 + "2", new("经核实不构成闲置", "Found not to be idle")),
        [(Investigating, Idle)] = new("determine-idle", Order53 + "9", new("下达《闲置土地认定书》", "The Determination of Idle Land is issued")),
        [(Investigating, InUse)] = new("dismiss-suspicion", Order53 + "2", new("经调查不构成闲置", "Investigated and found not to be idle")),
        [(Investigating, LowEfficiency)] = new("class-low-efficiency", null, new("不构成闲置，按低效用地政策认定", "Not idle by law; classed by the policy on low-efficiency land")),
        [(Idle, Disposing)] = new("begin-disposal", Order53 + "12, 14", new("处置方案经批准后实施", "An approved disposal is carried out")),
        [(LowEfficiency, Disposing)] = new("begin-strategy", null, new("实施一企一策盘活方案", "A revitalization strategy is carried out")),
        [(LowEfficiency, InUse)] = new("leave-low-efficiency", null, new("经评价退出低效名单", "Left the low-efficiency list on evaluation")),
        [(LowEfficiency, Suspected)] = new("raise-suspicion", Order53 + "5", new("发现涉嫌构成闲置土地", "Land suspected idle")),
        [(Disposing, Reserved)] = new("take-into-reserve", Order53 + "19", new("收回的土地纳入政府土地储备", "Recovered land enters the land reserve")),
        [(Disposing, InUse)] = new("resume-use", Order53 + "12", new("重新约定后恢复动工开发", "Works resume under the new terms")),
        [(Disposing, Idle)] = new("disposal-failed", null, new("处置未能完成，退回认定闲置", "The disposal failed; back to determined idle")),
        [(Disposing, LowEfficiency)] = new("strategy-failed", null, new("盘活未能完成，退回低效", "The strategy failed; back to low efficiency")),
        [(Disposing, Closed)] = new("close-out", Order53 + "11", new("处置完毕，撤销公开信息并销号", "Disposal complete; publication withdrawn, closed out")),
        [(Reserved, Ready)] = new("become-ready", Order53 + "21", new("具备供应条件的净地", "Clean land that may be supplied")),
        [(Reserved, Closed)] = new("restore-farming", Order53 + "19", new("恢复耕种或另行安排", "Restored to farming or given another use")),
        [(Ready, Listed)] = new("open-tender", null, new("发布招标拍卖挂牌公告", "The tender, auction or listing is announced")),
        [(Ready, Reserved)] = new("no-longer-ready", Order53 + "21", new("供应条件不再具备", "A condition of supply no longer holds")),
        [(Listed, Awarded)] = new("award", null, new("成交并公布结果", "Awarded and the result published")),
        [(Listed, Ready)] = new("tender-failed", null, new("流标、流拍或撤牌", "No award; the listing ends")),
        [(Awarded, InUse)] = new("start-works", Order53 + "30", new("依法动工开发", "Works have started in the sense of the law")),
        [(Awarded, Suspected)] = new("raise-suspicion", Order53 + "2", new("超过约定动工日期满一年未动工", "Not started one full year after the agreed date")),
        [(Awarded, Closed)] = new("close-out", null, new("竣工验收并销号", "Completed, accepted and closed out")),
        [(Closed, InUse)] = new("watch-again", Order53 + "23", new("转入日常监测", "Back to ordinary monitoring")),
        [(Closed, Suspected)] = new("raise-suspicion", Order53 + "5", new("再次发现涉嫌闲置", "Suspected idle again")),
    };

    /// <summary>The statuses that the table lets a parcel of this status move to, in the order of the process.</summary>
    public static IReadOnlyList<ParcelStatus> From(ParcelStatus status) =>
        [.. ParcelStatuses.All.Where(to => Table.ContainsKey((status, to)))];

    /// <summary>The rule a legal move rests on; null when the move is not in the table.</summary>
    public static Rule? RuleOf(ParcelStatus from, ParcelStatus to) => Table.GetValueOrDefault((from, to));

    /// <summary>Judges a move on the facts alone; null when it is legal.</summary>
    public static Refusal? Judge(StatusFacts facts, ParcelStatus to)
    {
        if (facts.Status == to)
        {
            return ParcelRefusals.AlreadyThere(to);
        }

        if (!Table.ContainsKey((facts.Status, to)))
        {
            return ParcelRefusals.MoveNotInTable(facts.Status, to);
        }

        if (facts.Case is { } open && CaseStatuses.Drives(facts.Status, to))
        {
            return CaseRefusals.CaseDrives(open, to);
        }

        if (facts.Tender is { } stage && TenderMoves.Drives(stage, facts.Status, to))
        {
            return TenderRefusals.Drives(stage, to);
        }

        return to switch
        {
            Ready when facts.Blocking.Count > 0 => ParcelRefusals.NotReady(facts.Blocking),
            Listed when facts.OnHold => ParcelRefusals.OnHold(),
            _ => null,
        };
    }

    /// <summary>Judges a move and the day from which it shall hold; null when it is legal.</summary>
    /// <param name="facts">The parcel.</param>
    /// <param name="to">Where it shall go.</param>
    /// <param name="effectiveOn">The day from which the new status shall hold, inclusive.</param>
    /// <param name="today">Today where the register is kept.</param>
    public static Refusal? Judge(StatusFacts facts, ParcelStatus to, DateOnly effectiveOn, DateOnly today) =>
        Judge(facts, to) is { } refusal ? refusal
        : effectiveOn > today ? ParcelRefusals.EffectiveInFuture(effectiveOn, today)
        : effectiveOn < facts.StatusSince ? ParcelRefusals.EffectiveBeforeStatus(effectiveOn, facts.StatusSince)
        : null;
}

/// <summary>What a legal move rests on.</summary>
/// <param name="Code">Name of the rule.</param>
/// <param name="Article">Article of the law; null for policy or house rules.</param>
/// <param name="Title">What it says.</param>
public sealed record Rule(string Code, string? Article, Text Title);
