using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Tenders;

/// <summary>The refusals that steps of a tender are answered with.</summary>
public static class TenderRefusals
{
    public static Refusal NotNext(TenderStage from, TenderStage to) => new(
        "tender-stage-not-next",
        new("环节不衔接", "The stage does not follow"),
        new(
            $"“{from.Name().Zh}”之后不能进入“{to.Name().Zh}”。可进入：{string.Join("、", TenderStages.After(from).Select(stage => stage.Name().Zh))}。",
            $"“{to.Name().En}” does not follow “{from.Name().En}”. What may follow: {string.Join(", ", TenderStages.After(from).Select(stage => stage.Name().En))}."));

    public static Refusal InFuture(DateOnly day, DateOnly today) => new(
        "tender-step-in-future",
        new("日期晚于今天", "The day lies in the future"),
        new($"{Iso(day)} 晚于今天 {Iso(today)}。", $"{Iso(day)} is after today, {Iso(today)}. Record what has happened."));

    public static Refusal BeforeStage(DateOnly day, DateOnly since) => new(
        "tender-step-before-stage",
        new("日期早于上一环节", "The day lies before the present stage"),
        new($"上一环节在 {Iso(since)}，本环节 {Iso(day)} 不能更早。", $"The present stage was reached on {Iso(since)}; {Iso(day)} is before it."));

    public static Refusal Open(TenderStage stage) => new(
        "tender-already-open",
        new("已有进行中的出让", "A tender is under way"),
        new($"该宗地的出让处于“{stage.Name().Zh}”，同一时间只能有一个。", $"A tender of the parcel is at “{stage.Name().En}”; there is one at a time."));

    public static Refusal Drives(TenderStage stage, ParcelStatus to) => new(
        "tender-drives-status",
        new("状态由出让环节带动", "The tender brings the status"),
        new(
            $"该宗地的出让处于“{stage.Name().Zh}”，请在出让中办理，不能直接标注为“{to.Name().Zh}”。",
            $"Its tender is at “{stage.Name().En}”; take the step there instead of marking “{to.Name().En}”."));

    public static Refusal NotReady(ParcelStatus status, TenderRule rule) => new(
        "tender-land-not-ready",
        new("宗地不是“可再出让”", "The parcel is not ready for re-tender"),
        new($"现状态为“{status.Name().Zh}”。{rule.Says.Zh}，请先标注为“可再出让”。", $"Its status is “{status.Name().En}”. {rule.Says.En}; mark it ready first."),
        rule.Article);

    public static Refusal DaysMissing() => new(
        "tender-days-missing",
        new("未填写开始和截止日期", "The days of bidding are not set"),
        new("公告前须填写投标、拍卖或挂牌的开始和截止日期。", "Set the days on which bidding begins and ends before the announcement."));

    public static Refusal OpensTooEarly(DateOnly opens, DateOnly earliest, TenderTerm term) => new(
        "tender-opens-too-early",
        new("公告期不足", "The announcement is too short"),
        new($"开始日 {Iso(opens)} 早于 {Iso(earliest)}：{term.Says.Zh}。", $"Bidding on {Iso(opens)} is before {Iso(earliest)}. {term.Says.En}."),
        term.Article);

    public static Refusal ListingTooShort(DateOnly closes, DateOnly earliest, TenderTerm term) => new(
        "tender-listing-too-short",
        new("挂牌时间不足", "The listing is too short"),
        new($"截止日 {Iso(closes)} 早于 {Iso(earliest)}：{term.Says.Zh}。", $"Its end on {Iso(closes)} is before {Iso(earliest)}. {term.Says.En}."),
        term.Article);

    public static Refusal ClosesBeforeOpening(DateOnly closes, DateOnly opens) => new(
        "tender-closes-before-opening",
        new("截止早于开始", "It ends before it begins"),
        new($"截止日 {Iso(closes)} 早于开始日 {Iso(opens)}。", $"The end, {Iso(closes)}, is before the beginning, {Iso(opens)}."));

    public static Refusal BiddersMissing() => new(
        "tender-bidders-missing",
        new("未填写竞买人数", "The number of bidders is missing"),
        new("截止时须填写投标人或竞买人的人数，无人参加填 0。", "Say how many bid; 0 when nobody did."));

    public static Refusal NobodyBid() => new(
        "tender-nobody-bid",
        new("无人竞买", "Nobody bid"),
        new("没有竞买人，不能成交，请登记为未成交。", "Without a bidder there is no award; record that it failed."));

    public static Refusal TooFewBidders(int bidders, TenderRule rule) => new(
        "tender-too-few-bidders",
        new("投标人不足", "Too few bidders"),
        new($"投标人 {bidders} 人。{rule.Says.Zh}。", $"{bidders} bid. {rule.Says.En}."),
        rule.Article);

    public static Refusal WinnerMissing() => new(
        "tender-winner-missing",
        new("未填写竞得人和成交价", "Winner or price is missing"),
        new("成交须填写中标人或竞得人，以及成交价。", "An award names who got the land and at which price."));

    public static Refusal BelowReservePrice(TenderRule rule) => new(
        "tender-below-reserve-price",
        new("低于底价", "Below the reserve price"),
        new($"{rule.Says.Zh}。", $"{rule.Says.En}."),
        rule.Article);

    public static Refusal ContractMissing() => new(
        "tender-contract-missing",
        new("未填写合同编号", "The contract is missing"),
        new("签订合同须填写出让合同编号。", "Name the number of the contract that was signed."),
        "Order 39 Article 21");

    public static Refusal PriceNotRecorded() => new(
        "tender-price-not-recorded",
        new("台账中没有价款", "The ledger has no price"),
        new("资金台账中没有该合同的出让价款，请先在“资金”中登记。", "The money ledger has no price of this contract; enter it under Money first."));

    public static Refusal PriceOpen(decimal yuan, TenderRule rule) => new(
        "tender-price-open",
        new("价款未付清", "The price is not paid up"),
        new(
            string.Create(CultureInfo.InvariantCulture, $"尚欠 {yuan:0.##} 元。{rule.Says.Zh}。"),
            string.Create(CultureInfo.InvariantCulture, $"{yuan:0.##} yuan are open. {rule.Says.En}.")),
        rule.Article);

    public static Refusal StartNotRecorded() => new(
        "tender-start-not-recorded",
        new("没有动工记录", "No start of works is on record"),
        new("请先在“事实”中登记实际动工及其认定标准。", "Enter under Facts that works have started, and by which test."),
        "Order 53 Article 30");

    public static Refusal CompletionNotRecorded() => new(
        "tender-completion-not-recorded",
        new("没有竣工记录", "No completion is on record"),
        new("请先在“事实”中登记竣工。", "Enter under Facts that the works are completed."));

    public static Refusal Unchecked(IReadOnlyList<string> indicators, TenderRule rule) => new(
        "tender-indicators-unchecked",
        new("承诺指标未核验", "Promised indicators are not checked"),
        new($"{rule.Says.Zh}。尚未核验：{string.Join("、", indicators.Select(code => TenderIndicators.NameOf(code).Zh))}。",
            $"{rule.Says.En}. Not checked: {string.Join(", ", indicators.Select(code => TenderIndicators.NameOf(code).En))}."),
        rule.Article);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
