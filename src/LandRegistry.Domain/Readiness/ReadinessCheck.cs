using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Readiness;

/// <summary>How an item of readiness stands.</summary>
public enum ItemState
{
    /// <summary>It holds, with evidence.</summary>
    Holds,

    /// <summary>It is known not to hold.</summary>
    Blocked,

    /// <summary>Not known; as little ready as blocked, but another thing to do.</summary>
    Unknown,
}

/// <summary>An item of readiness on a day.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Name">What the law asks, as a sentence.</param>
/// <param name="State">How it stands.</param>
/// <param name="Since">Day of the evidence, when it holds.</param>
/// <param name="Evidence">Where it was taken from.</param>
/// <param name="Says">What holds, or what is missing.</param>
/// <param name="Article">Citation.</param>
public sealed record ReadinessItem(string Code, Text Name, ItemState State, DateOnly? Since, FactSource? Evidence, Text Says, string Article);

/// <summary>Readiness of a parcel on a day: ready when every item holds.</summary>
public sealed record ReadinessAssessment(DateOnly AsOf, IReadOnlyList<ReadinessItem> Items)
{
    public bool IsReady => Items.All(item => item.State == ItemState.Holds);

    /// <summary>What stands in the way.</summary>
    public IEnumerable<ReadinessItem> Blocking => Items.Where(item => item.State != ItemState.Holds);
}

/// <summary>
/// Readiness for re-tender put into words: the five items of Order 53 Article 21 and what else has to be settled before a
/// tender. The rules stand in <see cref="ReadinessRules"/>.
/// </summary>
public sealed class ReadinessCheck(LawEdition? law, IReadOnlyList<string> neededInfrastructure)
{
    private static readonly Dictionary<string, Text> Missing = new(StringComparer.Ordinal)
    {
        ["clear-right"] = new("原权利的注销或储备登记没有记录", "No record that the former right was cancelled or the reserve registered"),
        ["plan-conditions"] = new("规划条件未出具", "The planning conditions are not issued"),
        ["survey-update"] = new("变更调查和登记未更新", "The survey and the register are not up to date"),
        ["soil-survey"] = new("没有土壤污染状况调查", "There is no soil survey"),
        ["standard-land"] = new("按标准地供应，指标未设定", "It is to be supplied as standard land, and the indicators are not set"),
        ["remaining-term"] = new("剩余使用年限不明", "The remaining term of the right is not known"),
    };

    private static readonly Dictionary<string, Text> Names = new(StringComparer.Ordinal)
    {
        ["mortgage"] = new("抵押", "mortgage"),
        ["seizure"] = new("查封", "seizure"),
        ["dispute"] = new("争议", "dispute"),
        ["court"] = new("诉讼", "court matter"),
        ["road"] = new("道路", "road"),
        ["water"] = new("供水", "water"),
        ["power"] = new("供电", "power"),
        ["level_ground"] = new("场地平整", "level ground"),
    };

    /// <summary>Road, water, power and level ground (三通一平), the least that a site needs.</summary>
    public static IReadOnlyList<string> UsualInfrastructure { get; } = ["road", "water", "power", "level_ground"];

    /// <summary>Codes of the items, in their order.</summary>
    public static IReadOnlyList<string> ItemCodes => ReadinessRules.Codes;

    /// <summary>All items on a day. Facts count from their own day on; on a day without law there is one, which is unknown.</summary>
    public ReadinessAssessment Assess(ReadinessFacts facts, DateOnly asOf)
    {
        if (law is null)
        {
            var says = new Text("当日没有施行的法规", "No law of the book was in force on the day");
            return new(asOf, [new(ReadinessTimeline.NoLaw, says, ItemState.Unknown, null, null, says, "Order 53 Article 32")]);
        }

        var items = new List<ReadinessItem>(ReadinessRules.Codes.Length);
        for (var i = 0; i < ReadinessRules.Codes.Length; i++)
        {
            var (code, answer) = (ReadinessRules.Codes[i], ReadinessRules.Judge(i, facts, neededInfrastructure, asOf));
            var rule = law.Rule(code);
            items.Add(new(code, rule.Says, answer.State, answer.Since, answer.Evidence, Words(code, answer, facts, asOf), rule.Article));
        }

        return new(asOf, items);
    }

    private Text Words(string code, ItemAnswer answer, ReadinessFacts facts, DateOnly asOf) => answer.Why switch
    {
        ItemReason.Met => law!.Rule(code).Says,
        ItemReason.FactMissing => Missing[code],
        ItemReason.BurdenStands => new($"尚有未解除的{Zh(answer.Burden!.Kind)}", $"A {En(answer.Burden.Kind)} stands"),
        ItemReason.NotSearched when code == "compensation-settled" => new("补偿台账未查", "The compensation ledger was not looked into"),
        ItemReason.NotSearched => new("未查询不动产登记中的抵押、查封和争议", "The title register was not looked into"),
        ItemReason.MoneyOpen => string.Create(CultureInfo.InvariantCulture, $"{ReadinessRules.OpenCompensation(facts, asOf):#,##0.##}") is var yuan
            ? new($"尚欠补偿 {yuan} 元（含缓付）", $"{yuan} yuan of compensation are open, deferred ones included") : null!,
        ItemReason.BoundaryMissing => new("尚无界址，请先录入边界", "There is no surveyed boundary"),
        ItemReason.LandUseMissing => new("使用性质不明，请先录入规划用途", "The use of the land is not settled"),
        ItemReason.SiteItemsMissing => neededInfrastructure.Where(name => ReadinessRules.Has(facts, name, asOf) is null).ToList() is var missing
            ? new($"没有记录：{string.Join("、", missing.Select(Zh))}", $"Not on record: {string.Join(", ", missing.Select(En))}") : null!,
        ItemReason.NeverPublished => new("没有公开中的闲置信息", "Nothing is published"),
        ItemReason.Withdrawn => new("公开信息已撤销", "The publication is withdrawn"),
        ItemReason.Published => new("闲置信息仍在公开", "The land is still published as idle"),
        ItemReason.NotNeeded => code switch
        {
            "soil-survey" => new("非原工业用地，不需要", "Not former industrial land; none needed"),
            "standard-land" => new("不按标准地供应", "Not supplied as standard land"),
            _ => new("原使用权已终止，重新供应时另定年限", "The former right has ended; the next one has its own term"),
        },
        ItemReason.NeedUnknown => new("是否原工业用地不明", "Whether it was industrial land is not known"),
        _ => Remaining(facts.Term!, asOf),
    };

    private static Text Remaining(RightTerm term, DateOnly asOf)
    {
        var end = DayCount.Anniversary(term.From, term.Years);
        var day = end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var years = DayCount.FullMonths(asOf, end) / 12;
        return new($"使用年限至 {day}，剩余 {years} 年", $"The right runs until {day}, {years} full years from now");
    }

    private static string Zh(string name) => Names.TryGetValue(name, out var text) ? text.Zh : name;

    private static string En(string name) => Names.TryGetValue(name, out var text) ? text.En : name.Replace('_', ' ');
}
