using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;

namespace LandRegistry.Server.Facts;

/// <summary>Facts of parcels over HTTP: form is checked here, by the table of kinds; rules in <see cref="FactRules"/>.</summary>
internal static class FactEndpoints
{
    private const int ReasonLength = 2000;

    private static readonly Text Parcel = new("该宗地", "such parcel");
    private static readonly Text Kind = new("该类事实", "such kind of fact");
    private static readonly QueryParameters OfList = new([new("withdrawn", "boolean", "Whether withdrawn facts are listed too; not when absent.")]);
    private static readonly QueryParameters OfLaw = new(
    [
        new("asOf", "string", "yyyy-MM-dd, the day asked about; today when absent."),
        new("parcel", "integer", "Id of a parcel: the law that holds for its county. When absent that of all land that no other law names, with the causes and documents of all."),
    ]);

    private static readonly QueryParameters OfDay = new([new("asOf", "string", "yyyy-MM-dd, the day asked about; today when absent.")]);

    public static void AddFacts(this IServiceCollection services)
    {
        services.AddScoped<FactReader>();
        services.AddScoped<FactRules>();
        services.AddScoped<FactCommands>();
        services.AddScoped<ScanStore>();
    }

    public static void MapFacts(this IEndpointRouteBuilder routes)
    {
        var facts = routes.MapGroup("/api").Needs(RegisterAction.Read).WithTags("facts").WithMetadata(QueryParameters.None);
        facts.MapGet("/parcels/{id}/facts", List).Needs(RegisterAction.Read, RecordKind.Parcel).WithMetadata(OfList).WithSummary("All facts of a parcel, kind by kind")
            .Produces<FactList>().Answers(400, 404);
        facts.MapPost("/parcels/{id}/facts/{kind}", Enter).Needs(RegisterAction.KeepFacts, RecordKind.Parcel).WithSummary("Enters a fact; members by kind stand at /api/law")
            .Accepts<FactRequest>("application/json").Produces<Fact>(StatusCodes.Status201Created).Answers(400, 404, 409);
        facts.MapPut("/facts/{kind}/{factId}", Correct).Needs(RegisterAction.KeepFacts, RecordKind.Fact, "factId").WithSummary("Corrects a fact, stating all members anew; If-Match and a reason needed")
            .Accepts<FactRequest>("application/json").Produces<Fact>().Answers(400, 404, 409, 412, 428);
        facts.MapPost("/facts/{kind}/{factId}/withdraw", Withdraw).Needs(RegisterAction.KeepFacts, RecordKind.Fact, "factId").WithSummary("Withdraws a fact entered by mistake; If-Match and a reason needed")
            .Accepts<WithdrawRequest>("application/json").Produces<Fact>().Answers(400, 404, 409, 412, 428);
        facts.MapGet("/parcels/{id}/money", Money).Needs(RegisterAction.ReadMoney, RecordKind.Parcel).WithMetadata(OfDay).WithSummary("The money ledger of a parcel and its balances on a day")
            .Produces<MoneyAnswer>().Answers(400, 404);
        facts.MapGet("/law", LawEndpoint.Show).Needs(RegisterAction.SignIn).WithMetadata(OfLaw).WithSummary("The law in force on a day, all laws that the register applies, and the kinds of facts with their fields")
            .Produces<LawAnswer>().Answers(400, 404);
        facts.MapScans();
    }

    private static async Task<IResult> List(string id, HttpContext http, FactReader facts, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var parcelId = query.Id("id", id);
        var withWithdrawn = query.Truth("withdrawn") ?? false;
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await facts.OfParcelAsync(parcelId, withWithdrawn, cancellation) is { } list ? TypedResults.Ok(list)
            : Problem.NotFound(Parcel);
    }

    private static async Task<IResult> Money(string id, HttpContext http, FactReader facts, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var parcelId = query.Id("id", id);
        var day = query.Day("asOf", query.Text("asOf")) ?? RegisterDay.Today(time);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await facts.MoneyAsync(parcelId, day, cancellation) is { } money ? TypedResults.Ok(money)
            : Problem.NotFound(Parcel);
    }

    private static async Task<IResult> Enter(
        string id, string kind, JsonElement body, HttpContext http, FactCommands commands, FactReader facts, CancellationToken cancellation)
    {
        if (FactKinds.Find(kind) is not { } found)
        {
            return Problem.NotFound(Kind);
        }

        var faults = new QueryReader(http);
        var parcelId = faults.Id("id", id);
        var record = found.New(parcelId);
        found.Read(body, record, await commands.LawAsync(cancellation), faults);
        var reason = Reason(body, faults, required: false);
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        var outcome = await commands.EnterAsync(found, record, new(http.User.Identity!.Name!, reason), cancellation);
        return await AnswerAsync(outcome, found, record.Id, http, facts, isNew: true, cancellation);
    }

    private static Task<IResult> Correct(
        string kind, string factId, JsonElement body, HttpContext http, FactCommands commands, FactReader facts, CancellationToken cancellation) =>
        ChangeAsync(kind, factId, body, http, facts, (found, id, version, faults, author) =>
            commands.CorrectAsync(found, id, version, body, faults, author, cancellation), cancellation);

    private static Task<IResult> Withdraw(
        string kind, string factId, JsonElement body, HttpContext http, FactCommands commands, FactReader facts, CancellationToken cancellation) =>
        ChangeAsync(kind, factId, body, http, facts, (found, id, version, faults, author) =>
            commands.WithdrawAsync(found, id, version, faults, author, cancellation), cancellation);

    private static async Task<IResult> ChangeAsync(
        string kind, string factId, JsonElement body, HttpContext http, FactReader facts,
        Func<FactKind, long, int, QueryReader, FactAuthor, Task<FactOutcome>> command, CancellationToken cancellation)
    {
        if (FactKinds.Find(kind) is not { } found)
        {
            return Problem.NotFound(Kind);
        }

        var faults = new QueryReader(http);
        var id = faults.Id("factId", factId);
        var reason = Reason(body, faults, required: true);
        if (faults.Faults.Any(fault => fault.Field == "factId"))
        {
            return Problem.Malformed(faults.Faults);
        }

        if (Versions.FromIfMatch(http.Request, id) is not { } version)
        {
            return Problem.VersionNeeded();
        }

        var outcome = await command(found, id, version, faults, new(http.User.Identity!.Name!, reason));
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults) : await AnswerAsync(outcome, found, id, http, facts, isNew: false, cancellation);
    }

    private static async Task<IResult> AnswerAsync(
        FactOutcome outcome, FactKind kind, long id, HttpContext http, FactReader facts, bool isNew, CancellationToken cancellation)
    {
        switch (outcome)
        {
            case FactOutcome.Refused(var refusal):
                return Problem.Refused(refusal);
            case FactOutcome.Missing(var what):
                return Problem.NotFound(what);
            case FactOutcome.Stale:
                return Problem.Stale((await facts.OneAsync(kind, id, cancellation))!);
            default:
                var fact = (await facts.OneAsync(kind, id, cancellation))!;
                http.Response.Headers.ETag = Versions.ETag(fact.Id, fact.Version);
                return isNew ? TypedResults.Created((string?)null, fact) : TypedResults.Ok(fact);
        }
    }

    private static string? Reason(JsonElement body, QueryReader faults, bool required)
    {
        var text = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("reason", out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        return required || !string.IsNullOrWhiteSpace(text) ? faults.RequiredText("reason", text, ReasonLength) : null;
    }
}
