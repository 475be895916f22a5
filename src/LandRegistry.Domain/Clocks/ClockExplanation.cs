using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Clocks;

/// <summary>Puts the clock's reasons into words, in the order in which the rule looks at them.</summary>
internal sealed class ClockExplanation(LandFacts facts, LawEdition? law, DateOnly asOf, ClockProjection projection)
{
    private readonly List<string> _unknowns = [];
    private readonly List<ClockStep> _steps = [];

    public (IReadOnlyList<string> Unknowns, IReadOnlyList<ClockStep> Steps) Write(int daysCounted, int daysStopped)
    {
        if (law is null)
        {
            Unknown("law", null, "当日没有可适用的法规版本，无法判断。", "No edition of the law was in force on the day; nothing can be told.");
            return (_unknowns, _steps);
        }

        if (projection.Track == ClockTrack.Ended)
        {
            var ended = facts.Completion is { } completion && completion.On <= asOf ? completion : facts.RightEnded!;
            Step("ended", Iso(ended.On), ended.Source, null, $"{Iso(ended.On)} 已竣工或土地权利已终止，不再计算。", $"Completed or the right ended on {Iso(ended.On)}; nothing is counted.");
            return (_unknowns, _steps);
        }

        Commencement(law);
        Start(law);
        if (projection.Track is ClockTrack.NotStarted or ClockTrack.StartUntested or ClockTrack.Stopped)
        {
            Stoppages(law);
            Thresholds(law);
            Step("days", $"{daysCounted}", null, law.IdleAfter.Article,
                $"自 {Iso(projection.CountsFrom)} 起计入 {daysCounted} 日，停止计算 {daysStopped} 日。",
                $"From {Iso(projection.CountsFrom)} on, {daysCounted} days count and on {daysStopped} the clock stood.");
        }

        new ClockConsequences(law, asOf, projection, facts.Filing is { } filing && filing.On <= asOf).Write(_steps);
        return (_unknowns, _steps);
    }

    private void Commencement(LawEdition edition)
    {
        var due = ClockCommencement.Find(facts, edition, asOf);
        if (due.Agreement is { } agreement)
        {
            var day = Iso(agreement.AgreedCommencementOn!.Value);
            Step("agreed-commencement", day, agreement.Source, agreement.IsSupplementary ? edition.Rule("restart").Article : edition.Rule("kind-a").Article,
                agreement.IsSupplementary ? $"补充协议重新约定动工日期为 {day}，重新起算。" : $"约定动工日期为 {day}。",
                agreement.IsSupplementary ? $"A supplementary agreement set the commencement anew to {day}; the clock starts from it." : $"The agreed commencement date is {day}.");
            if (agreement.SignedOn is null)
            {
                Unknown("agreement-signed", agreement.Source, "该协议的签订日期未知，视为一直有效。", "The day of signature is not known; the agreement is taken to stand throughout.");
            }
        }
        else if (due.FromDelivery)
        {
            Step("missing-date", Iso(facts.Delivery!.On), facts.Delivery.Source, edition.MissingDate.Article,
                $"未约定动工日期，以交地日 {Iso(facts.Delivery.On)} 起一年即 {Iso(due.On!.Value)} 为动工日期。",
                $"No date was agreed; one year after the delivery of {Iso(facts.Delivery.On)}, that is {Iso(due.On.Value)}, stands in its place.");
        }
        else if (!due.Undelivered)
        {
            Unknown("commencement", null, "没有约定动工日期，也没有交地确认书，无法起算。", "Neither an agreed date nor a delivery is known; the clock has no start.");
        }

        Delivery(edition, due);
    }

    private void Delivery(LawEdition edition, ClockCommencement due)
    {
        var article = edition.Rule("late-delivery").Article;
        if (due.Undelivered)
        {
            Step("undelivered", Iso(facts.Delivery!.On), facts.Delivery.Source, article,
                $"当日土地尚未交付（{Iso(facts.Delivery.On)} 交付），不计算。", $"The land was not delivered yet (it was on {Iso(facts.Delivery.On)}); nothing is counted.");
        }
        else if (due.LateDays > 0)
        {
            Step("late-delivery", $"{due.LateDays}", facts.Delivery!.Source, article,
                $"交地迟延 {due.LateDays} 日，动工日期顺延至 {Iso(due.On!.Value)}。", $"The land was delivered {due.LateDays} days late; works are due on {Iso(due.On.Value)}.");
        }
        else if (facts.Delivery is null)
        {
            Unknown("delivery", null, "没有交地确认书；按约定期限已交付计算。", "No confirmation of delivery is on record; the land is taken as delivered in time.");
        }
    }

    private void Start(LawEdition edition)
    {
        var rule = edition.Rule("start-test");
        if (facts.Start is not { } start || ClockFactsOnDay.StartedOn(facts) is not { } on || on > asOf)
        {
            Step("not-started", null, null, rule.Article, "没有动工记录。", "No start of works is on record.");
            return;
        }

        Step("started", Iso(on), start.Source, rule.Article, $"{Iso(on)} 动工。", $"Works started on {Iso(on)}.");
        if (start.Test == StartTest.Unstated)
        {
            Unknown("start-test", start.Source, "未记录动工认定标准，是否依法动工不明。", "Which test of Article 30 was met is not recorded; whether works started by law is not known.");
        }

        if (facts.ConstructionPermit is null)
        {
            Unknown("construction-permit", start.Source, "没有施工许可证记录。", "No construction permit is on record.");
        }

        if (projection.Track == ClockTrack.Working)
        {
            Step("working", null, null, edition.Rule("kind-b").Article, "当日没有停工记录。", "No stoppage is on record for the day.");
        }
    }

    private void Stoppages(LawEdition edition)
    {
        var idleFrom = edition.IdleAfter.From(projection.CountsFrom);
        foreach (var stoppage in facts.Stoppages.Where(item => item.From <= asOf && ClockFactsOnDay.End(item, asOf) > projection.CountsFrom))
        {
            var stops = ClockFactsOnDay.StopsClock(stoppage, edition, idleFrom);
            var known = stoppage.Causes.Select(edition.Cause).OfType<Cause>().ToList();
            var end = stoppage.To is { } to && to <= asOf ? Iso(to) : "";
            Step(stops ? "clock-stops" : "clock-runs", $"{Iso(stoppage.From)}/{end}", stoppage.Source, known.Find(cause => cause.Side != CauseSide.Holder)?.Article ?? edition.Rule("clock-stops").Article,
                $"{Iso(stoppage.From)} 至 {(end.Length > 0 ? end : "今")}：{Join(known.Select(cause => cause.Says.Zh), "、", "原因不明")}，{(stops ? "停止计算" : "照常计算")}。",
                $"{Iso(stoppage.From)} to {(end.Length > 0 ? end : "now")}: {Join(known.Select(cause => cause.Says.En), "; ", "cause unknown")}; the clock {(stops ? "stands" : "runs")}.");
            if (known.Count < stoppage.Causes.Count || known.Count == 0)
            {
                Unknown("stoppage-cause", stoppage.Source, "停工原因未查明，查明前不计入企业原因。", "A cause is not known; until it is, the time is not counted against the holder.");
            }
        }
    }

    private void Thresholds(LawEdition edition)
    {
        if (projection.Track != ClockTrack.Stopped)
        {
            return;
        }

        var area = ClockFactsOnDay.Developed(facts, asOf);
        Share("developed-area", area?.DevelopedAreaSquareMetres, ClockFactsOnDay.DevelopableArea(facts, asOf)?.DevelopableAreaSquareMetres, area?.Source,
            edition.DevelopedArea, ClockThresholds.AreaBelow(facts, edition, asOf));
        var invested = ClockFactsOnDay.Invested(facts, asOf);
        Share("invested", invested?.InvestedYuan, ClockFactsOnDay.TotalInvestment(facts, asOf)?.TotalInvestmentYuan, invested?.Source,
            edition.Invested, ClockThresholds.InvestmentBelow(facts, edition, asOf));
    }

    private void Share(string code, decimal? part, decimal? whole, FactSource? source, Threshold threshold, bool? below)
    {
        if (below is not { } holds)
        {
            Unknown(code, source, $"“{threshold.Says.Zh}”无法判断：数据不全。", $"\"{threshold.Says.En}\" cannot be told: a figure is missing.");
            return;
        }

        var input = string.Create(CultureInfo.InvariantCulture, $"{part}/{whole}");
        Step(code, input, source, threshold.Article, $"{threshold.Says.Zh}：{(holds ? "是" : "否")}（{input}）。", $"{threshold.Says.En}: {(holds ? "yes" : "no")} ({input}).");
    }

    private void Unknown(string code, FactSource? source, string zh, string en)
    {
        if (!_unknowns.Contains(code))
        {
            _unknowns.Add(code);
        }

        _steps.Add(new($"unknown-{code}", null, source, null, new(zh, en)));
    }

    private void Step(string code, string? input, FactSource? source, string? article, string zh, string en) => _steps.Add(new(code, input, source, article, new Text(zh, en)));

    private static string Join(IEnumerable<string> parts, string by, string none) => string.Join(by, parts) is { Length: > 0 } text ? text : none;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
