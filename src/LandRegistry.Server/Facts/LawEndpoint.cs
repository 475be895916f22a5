using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Readiness;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Store;

namespace LandRegistry.Server.Facts;

/// <summary>The law in force on a day, and what the forms for facts are made of.</summary>
/// <param name="Id">Name of the law file.</param>
/// <param name="Title">Title of the law.</param>
/// <param name="From">First day of the edition.</param>
/// <param name="To">First day on which it is no longer in force; null while it is.</param>
/// <param name="Rules">Sentences of the law by code.</param>
/// <param name="Thresholds">Shares, as fractions.</param>
/// <param name="Terms">Periods.</param>
/// <param name="Causes">Causes of delay and stoppage.</param>
/// <param name="Documents">Official documents.</param>
/// <param name="ReadinessItems">Items of readiness, in their order.</param>
/// <param name="NeededInfrastructure">What a site needs.</param>
/// <param name="FactKinds">Kinds of facts with their fields.</param>
public sealed record LawAnswer(
    string Id, Text Title, DateOnly From, DateOnly? To, IReadOnlyList<LawRuleShape> Rules, IReadOnlyList<ThresholdShape> Thresholds,
    IReadOnlyList<TermShape> Terms, IReadOnlyList<CauseShape> Causes, IReadOnlyList<LawRuleShape> Documents, IReadOnlyList<LawRuleShape> ReadinessItems,
    IReadOnlyList<string> NeededInfrastructure, IReadOnlyList<FactKindShape> FactKinds);

/// <summary>A sentence of the law, or an official document.</summary>
public sealed record LawRuleShape(string Code, string Article, Text Says);

/// <summary>A share below which land counts as insufficiently developed.</summary>
public sealed record ThresholdShape(string Code, int Numerator, int Denominator, string Article, Text Says);

/// <summary>A period that the law sets; unit days or years, who authority, holder or clock.</summary>
public sealed record TermShape(string Code, int Count, string Unit, string Who, string Article, Text Says);

/// <summary>A cause; side holder, government or force_majeure.</summary>
public sealed record CauseShape(string Code, string Side, string Article, Text Says);

/// <summary>A kind of fact.</summary>
public sealed record FactKindShape(string Code, Text Name, IReadOnlyList<FactFieldShape> Fields);

/// <summary>A field of a kind: type day, text, longText, number, whole, code, codes or reference; least and most of numbers.</summary>
public sealed record FactFieldShape(
    string Name, string Type, Text Label, bool Required, bool MayBeFuture, double? Least, double? Most, IReadOnlyList<CodeShape>? Choices);

internal static class LawEndpoint
{
    private static readonly Text Edition = new("当日施行的法规", "law in force on that day");

    public static IResult Show(HttpContext http, TimeProvider time)
    {
        var query = new QueryReader(http);
        var day = query.Day("asOf", query.Text("asOf")) ?? RegisterDay.Today(time);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : RegisterLaw.Book.On(day) is { } edition ? TypedResults.Ok(Of(edition))
            : Problem.NotFound(Edition);
    }

    private static LawAnswer Of(LawEdition law) => new(
        RegisterLaw.Book.Id, RegisterLaw.Book.Title, law.From, law.To,
        [.. law.Rules.Select(Shape)],
        [.. law.Thresholds.Select(t => new ThresholdShape(t.Code, t.Numerator, t.Denominator, t.Article, t.Says))],
        [.. law.Terms.Select(t => new TermShape(t.Code, t.Count, t.Unit == TermUnit.Days ? "days" : "years", t.Who, t.Article, t.Says))],
        [.. law.Causes.Select(c => new CauseShape(c.Code, JsonNamingPolicy.SnakeCaseLower.ConvertName(c.Side.ToString()), c.Article, c.Says))],
        [.. law.Documents.Select(d => new LawRuleShape(d.Code, d.Article, d.Says))],
        [.. ReadinessCheck.ItemCodes.Select(law.Rule).Select(Shape)],
        RegisterLaw.NeededInfrastructure,
        [.. FactKinds.All.Select(kind => new FactKindShape(kind.Code, kind.Name, [.. kind.Fields.Select(Shape)]))]);

    private static LawRuleShape Shape(LawRule rule) => new(rule.Code, rule.Article, rule.Says);

    private static FactFieldShape Shape(FactField field)
    {
        var isNumber = field.Type is FieldType.Number or FieldType.Whole;
        return new(
            field.Name, JsonNamingPolicy.CamelCase.ConvertName(field.Type.ToString()), field.Label, field.Required, field.MayBeFuture,
            isNumber ? field.Least : null, isNumber ? field.Most : null, field.Choices);
    }
}
