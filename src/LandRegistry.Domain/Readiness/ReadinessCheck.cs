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
/// <param name="State">How it stands.</param>
/// <param name="Since">Day of the evidence, when it holds.</param>
/// <param name="Evidence">Where it was taken from.</param>
/// <param name="Says">What holds, or what is missing.</param>
/// <param name="Article">Citation.</param>
public sealed record ReadinessItem(string Code, ItemState State, DateOnly? Since, FactSource? Evidence, Text Says, string Article);

/// <summary>Readiness of a parcel on a day: ready when every item holds.</summary>
public sealed record ReadinessAssessment(DateOnly AsOf, IReadOnlyList<ReadinessItem> Items)
{
    public bool IsReady => Items.All(item => item.State == ItemState.Holds);

    /// <summary>What stands in the way.</summary>
    public IEnumerable<ReadinessItem> Blocking => Items.Where(item => item.State != ItemState.Holds);
}

/// <summary>Readiness for re-tender: the five items of Order 53 Article 21 and what else has to be settled before a tender.</summary>
public sealed class ReadinessCheck(LawEdition law, IReadOnlyCollection<string> neededInfrastructure)
{
    private static readonly string[] Unclear = ["mortgage", "seizure"];
    private static readonly string[] Disputed = ["dispute", "court"];

    /// <summary>Road, water, power and level ground (三通一平), the least that a site needs.</summary>
    public static IReadOnlyList<string> UsualInfrastructure { get; } = ["road", "water", "power", "level_ground"];

    /// <summary>All items on a day. Facts count from their own day on.</summary>
    public ReadinessAssessment Assess(ReadinessFacts facts, DateOnly asOf)
    {
        List<ReadinessItem> items =
        [
            ClearRight(facts, asOf),
            Settled(facts, asOf),
            NoDispute(facts, asOf),
            PlanConditions(facts, asOf),
            SiteConditions(facts, asOf),
            Dated("survey-update", facts.SurveyUpdated, asOf, new("变更调查和登记未更新", "The survey and the register are not up to date")),
            Publication(facts, asOf),
            Soil(facts, asOf),
        ];
        return new(asOf, items);
    }

    private ReadinessItem ClearRight(ReadinessFacts facts, DateOnly asOf)
    {
        if (Standing(facts, asOf, Unclear) is { } burden)
        {
            return Item("clear-right", ItemState.Blocked, null, burden.Source, new($"尚有未解除的{Zh(burden.Kind)}", $"A {burden.Kind} stands"));
        }

        return facts.Burdens is null
            ? Item("clear-right", ItemState.Unknown, null, null, new("未查询抵押、查封登记", "The title register was not looked into"))
            : Dated("clear-right", facts.RightRegistered, asOf, new("原权利的注销或储备登记没有记录", "No record that the former right was cancelled or the reserve registered"));
    }

    private ReadinessItem Settled(ReadinessFacts facts, DateOnly asOf)
    {
        var open = facts.Compensations?.Sum(debt => debt.OpenOn(asOf));
        var last = facts.Compensations?.Where(debt => debt.OpenOn(asOf) == 0m && debt.SettledOn <= asOf).MaxBy(debt => debt.SettledOn);
        return open switch
        {
            null => Item("compensation-settled", ItemState.Unknown, null, null, new("补偿台账未查", "The compensation ledger was not looked into")),
            0m => Item("compensation-settled", ItemState.Holds, last?.SettledOn, last?.Source, law.Rule("compensation-settled").Says),
            { } yuan => Item("compensation-settled", ItemState.Blocked, null, facts.Compensations!.First(debt => debt.OpenOn(asOf) > 0m).Source, new(
                string.Create(CultureInfo.InvariantCulture, $"尚欠补偿 {yuan:0.##} 元（含缓付）"),
                string.Create(CultureInfo.InvariantCulture, $"{yuan:0.##} yuan of compensation are open, deferred ones included"))),
        };
    }

    private ReadinessItem NoDispute(ReadinessFacts facts, DateOnly asOf) =>
        facts.Burdens is null ? Item("no-dispute", ItemState.Unknown, null, null, new("未查询争议和诉讼", "Disputes and court matters were not looked into"))
        : Standing(facts, asOf, Disputed) is { } burden ? Item("no-dispute", ItemState.Blocked, null, burden.Source, new($"尚有未了结的{Zh(burden.Kind)}", $"A {(burden.Kind == "court" ? "court matter" : burden.Kind)} is open"))
        : Item("no-dispute", ItemState.Holds, Released(facts, asOf, Disputed), null, law.Rule("no-dispute").Says);

    private ReadinessItem PlanConditions(ReadinessFacts facts, DateOnly asOf) =>
        facts.Boundary is { } boundary && boundary.On <= asOf
            ? Dated("plan-conditions", facts.PlanningConditions, asOf, new("规划条件未出具", "The planning conditions are not issued"))
            : Item("plan-conditions", ItemState.Unknown, null, null, new("尚无界址", "There is no surveyed boundary"));

    private ReadinessItem SiteConditions(ReadinessFacts facts, DateOnly asOf)
    {
        var missing = neededInfrastructure.Where(name => !(facts.Infrastructure.TryGetValue(name, out var there) && there.On <= asOf)).ToList();
        if (missing.Count > 0)
        {
            return Item("site-conditions", facts.Infrastructure.Count == 0 ? ItemState.Unknown : ItemState.Blocked, null, null, new(
                $"没有记录：{string.Join("、", missing.Select(Zh))}", $"Not on record: {string.Join(", ", missing.Select(name => name.Replace('_', ' ')))}"));
        }

        var last = neededInfrastructure.Select(name => facts.Infrastructure[name]).MaxBy(there => there.On);
        return Item("site-conditions", ItemState.Holds, last?.On, last?.Source, law.Rule("site-conditions").Says);
    }

    private ReadinessItem Publication(ReadinessFacts facts, DateOnly asOf) =>
        facts.PublishedOn is not { } published || published > asOf ? Item("publication", ItemState.Holds, null, null, new("没有公开中的闲置信息", "Nothing is published"))
        : facts.PublicationWithdrawn is { } withdrawn && withdrawn.On >= published && withdrawn.On <= asOf ? Item("publication", ItemState.Holds, withdrawn.On, withdrawn.Source, new("公开信息已撤销", "The publication is withdrawn"))
        : Item("publication", ItemState.Blocked, null, null, new("闲置信息仍在公开", "The land is still published as idle"));

    private ReadinessItem Soil(ReadinessFacts facts, DateOnly asOf) => facts.WasIndustrial switch
    {
        false => Item("soil-survey", ItemState.Holds, null, null, new("非原工业用地，不需要", "Not former industrial land; none needed")),
        null when facts.SoilSurvey is null => Item("soil-survey", ItemState.Unknown, null, null, new("是否原工业用地不明", "Whether it was industrial land is not known")),
        _ => Dated("soil-survey", facts.SoilSurvey, asOf, new("没有土壤污染状况调查", "There is no soil survey")),
    };

    private ReadinessItem Dated(string code, DatedFact? fact, DateOnly asOf, Text missing) =>
        fact is { } there && there.On <= asOf ? Item(code, ItemState.Holds, there.On, there.Source, law.Rule(code).Says)
        : Item(code, fact is null ? ItemState.Unknown : ItemState.Blocked, null, null, missing);

    private ReadinessItem Item(string code, ItemState state, DateOnly? since, FactSource? evidence, Text says) =>
        new(code, state, since, evidence, says, law.Rule(code).Article);

    private static Burden? Standing(ReadinessFacts facts, DateOnly asOf, string[] kinds) =>
        facts.Burdens?.FirstOrDefault(burden => kinds.Contains(burden.Kind) && burden.StandsOn(asOf));

    private static DateOnly? Released(ReadinessFacts facts, DateOnly asOf, string[] kinds) =>
        facts.Burdens?.Where(burden => kinds.Contains(burden.Kind) && burden.ReleasedOn <= asOf).Max(burden => burden.ReleasedOn);

    private static string Zh(string name) => name switch
    {
        "mortgage" => "抵押",
        "seizure" => "查封",
        "dispute" => "争议",
        "court" => "诉讼",
        "road" => "道路",
        "water" => "供水",
        "power" => "供电",
        "level_ground" => "场地平整",
        _ => name,
    };
}
