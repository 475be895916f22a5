using System.Globalization;
using LandRegistry.Domain.Changes;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;

namespace LandRegistry.Server.Changes;

/// <summary>Lists, tells and undoes changes.</summary>
internal static class ChangeEndpoints
{
    private const int ReasonLength = 2000;

    private static readonly Text Change = new("该变更", "such change");

    private static readonly QueryParameters ListParameters = new(
    [
        new("parcel", "integer", "Id of a parcel: changes of it or of anything recorded about it."),
        new("enterprise", "integer", "Id of an enterprise: changes of it or of anything recorded about it."),
        new("actor", "string", "Who gave the command."),
        new("from", "string", "yyyy-MM-dd, first day of recording, in China."),
        new("to", "string", "yyyy-MM-dd, last day of recording, in China."),
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    public static void AddChanges(this IServiceCollection services)
    {
        services.AddScoped<ChangeReader>();
        services.AddScoped<ChangeCommands>();
    }

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        var changes = routes.MapGroup("/api/changes").Needs(RegisterAction.Read).WithTags("changes").WithMetadata(QueryParameters.None);
        changes.MapGet("", List).WithMetadata(ListParameters).WithSummary("A page of the changes of the register, newest first")
            .Produces<ChangePage>().Answers(400);
        changes.MapGet("/{id}", Detail).Needs(RegisterAction.Read, RecordKind.Change).WithSummary("A change with every row it wrote, before and after, and whether it can be undone")
            .Produces<ChangeDetail>().Answers(400, 404);
        changes.MapPost("/{id}/undo", Undo).Needs(RegisterAction.Undo, RecordKind.Change).WithSummary("Undoes a change by a new one, which it answers; 409 names what was built on it since")
            .Accepts<UndoRequest>("application/json").Produces<ChangeDetail>().Answers(400, 404, 409);
    }

    private static async Task<IResult> List(HttpContext http, ChangeReader changes, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var filter = new ChangeFilter(
            IdOf(query, "parcel"), IdOf(query, "enterprise"), query.Text("actor"), query.Day("from", query.Text("from")), query.Day("to", query.Text("to")));
        var limit = query.Whole("limit", 1, 200, 50);
        var before = IdOf(query, "cursor");
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await changes.PageAsync(filter, before, limit, cancellation));
    }

    private static async Task<IResult> Detail(string id, HttpContext http, ChangeReader changes, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var changeId = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await changes.DetailAsync(changeId, cancellation) is { } detail ? TypedResults.Ok(detail)
            : Problem.NotFound(Change);
    }

    private static async Task<IResult> Undo(
        string id, UndoRequest request, HttpContext http, ChangeCommands commands, ChangeReader changes, RecordScope records, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var changeId = faults.Id("id", id);
        var reason = faults.RequiredText("reason", request.Reason, ReasonLength);
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (!await records.HoldsWholeChangeAsync(faults.Scope, changeId, cancellation) && await records.HoldsAsync(faults.Scope, RecordKind.Change, changeId, null, cancellation))
        {
            return Problem.Refused(ChangeRefusals.BeyondZones());
        }

        return await commands.UndoAsync(changeId, reason, http.User.Identity!.Name!, cancellation) switch
        {
            UndoOutcome.Refused(var refusal) => Problem.Refused(refusal),
            UndoOutcome.Done(var undo) => TypedResults.Ok(await changes.DetailAsync(undo, cancellation)),
            _ => Problem.NotFound(Change),
        };
    }

    private static long? IdOf(QueryReader query, string name)
    {
        if (query.Text(name) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
        {
            return id;
        }

        query.Add(name, "Not an id: a whole number above 0.", "编号应为正整数。");
        return null;
    }
}
