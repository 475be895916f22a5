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
/// <param name="Books">All laws that the register applies, the national one first.</param>
public sealed record LawAnswer(
    string Id, Text Title, DateOnly From, DateOnly? To, IReadOnlyList<LawRuleShape> Rules, IReadOnlyList<ThresholdShape> Thresholds,
    IReadOnlyList<TermShape> Terms, IReadOnlyList<CauseShape> Causes, IReadOnlyList<LawRuleShape> Documents, IReadOnlyList<LawRuleShape> ReadinessItems,
    IReadOnlyList<string> NeededInfrastructure, IReadOnlyList<FactKindShape> FactKinds, IReadOnlyList<LawBookShape> Books);

/// <summary>A law that the register applies: to land of these counties (codes of 2, 4 or 6 digits), or to all other land; editions by their first days.</summary>
public sealed record LawBookShape(string Id, Text Title, IReadOnlyList<string> Counties, IReadOnlyList<DateOnly> Editions);

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

    public static async Task<IResult> Show(HttpContext http, RegistryDb db, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var day = query.Day("asOf", query.Text("asOf")) ?? RegisterDay.Today(time);
        var parcel = query.Text("parcel") is { } text ? query.Id("parcel", text) : (long?)null;
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var shelf = (await RegisterLaw.OfAsync(db, cancellation)).Shelf;
        var book = parcel is { } id ? await RegisterLaw.OfParcelAsync(db, id, cancellation) : shelf.General;
        return book.On(day) is not { } edition ? Problem.NotFound(Edition)
            : TypedResults.Ok(parcel is null
                // Of the whole register: the names of all that a book of it knows.
                ? Of(shelf, book, edition, shelf.Causes, shelf.Documents)
                : Of(shelf, book, edition, edition.Causes, edition.Documents));
    }

    private static LawAnswer Of(LawShelf shelf, LawBook book, LawEdition law, IEnumerable<Cause> causes, IEnumerable<DocumentKind> documents) => new(
        book.Id, book.Title, law.From, law.To,
        [.. law.Rules.Select(Shape)],
        [.. law.Thresholds.Select(t => new ThresholdShape(t.Code, t.Numerator, t.Denominator, t.Article, t.Says))],
        [.. law.Terms.Select(t => new TermShape(t.Code, t.Count, t.Unit == TermUnit.Days ? "days" : "years", t.Who, t.Article, t.Says))],
        [.. causes.Select(c => new CauseShape(c.Code, JsonNamingPolicy.SnakeCaseLower.ConvertName(c.Side.ToString()), c.Article, c.Says))],
        [.. documents.Select(d => new LawRuleShape(d.Code, d.Article, d.Says))],
        [.. ReadinessCheck.ItemCodes.Select(law.Rule).Select(Shape)],
        RegisterLaw.NeededInfrastructure,
        [.. FactKinds.All.Select(kind => new FactKindShape(kind.Code, kind.Name, [.. kind.Fields.Select(field => Shape(field, shelf))]))],
        [.. shelf.Books.Select(one => new LawBookShape(one.Id, one.Title, one.Counties, [.. one.Editions.Select(edition => edition.From)]))]);

    private static LawRuleShape Shape(LawRule rule) => new(rule.Code, rule.Article, rule.Says);

    private static FactFieldShape Shape(FactField field, LawShelf shelf)
    {
        var isNumber = field.Type is FieldType.Number or FieldType.Whole;
        return new(
            field.Name, JsonNamingPolicy.CamelCase.ConvertName(field.Type.ToString()), field.Label, field.Required, field.MayBeFuture,
            isNumber ? field.Least : null, isNumber ? field.Most : null, field.ChoicesUnder(shelf));
    }
}
