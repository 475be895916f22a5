using LandRegistry.Domain.Projects;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Projects.Sites;

/// <summary>Floors of standard factories over HTTP.</summary>
internal static class FloorEndpoints
{
    private static readonly QueryParameters ListParameters = new(
    [
        new("zone", "integer", "Id of a zone, with all zones below it; repeat for any of several.", Repeatable: true),
        new("vacant", "boolean", "true: only floors that stand empty; false: only those that are let."),
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    public static void MapFloors(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/floors", List).WithMetadata(ListParameters).WithSummary("A page of floors of standard factories, newest first").Produces<FloorPage>().Answers(400);
        routes.MapPost("/floors", Enter).Needs(RegisterAction.PlanSupply).WithSummary("Enters a floor").Accepts<FloorRequest>("application/json").Produces<FloorShape>(StatusCodes.Status201Created).Answers(400, 404);
        routes.MapPut("/floors/{id}", Describe).Needs(RegisterAction.PlanSupply).WithSummary("Tells a floor anew as a whole; If-Match needed")
            .Accepts<FloorRequest>("application/json").Produces<FloorShape>().Answers(400, 404, 412, 428);
    }

    private static async Task<IResult> List(HttpContext http, FloorStore floors, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var zones = query.ReadZones();
        var (vacant, limit) = (query.Truth("vacant"), query.Whole("limit", 1, 200, 50));
        var before = query.Text("cursor") is { } text ? query.Id("cursor", text) : (long?)null;
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await floors.PageAsync(zones, vacant, before, limit, cancellation));
    }

    private static async Task<IResult> Enter(FloorRequest request, HttpContext http, FloorStore floors, [AsParameters] ProjectTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var (floor, reason) = (Read(faults, request, tools.Today), faults.RequiredText("reason", request.Reason, ProjectForm.TextLength));
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : await AnswerAsync(http, floors, 0, await floors.EnterAsync(floor, faults.Scope, tools.Origin(http, "EnterFloor", reason), cancellation), cancellation);
    }

    private static async Task<IResult> Describe(string id, FloorRequest request, HttpContext http, FloorStore floors, [AsParameters] ProjectTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var floorId = faults.Id("id", id);
        var (floor, reason) = (Read(faults, request, tools.Today), faults.RequiredText("reason", request.Reason, ProjectForm.TextLength));
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : Versions.FromIfMatch(http.Request, floorId) is not { } version ? Problem.VersionNeeded()
            : await AnswerAsync(http, floors, floorId, await floors.DescribeAsync(floorId, version, floor, faults.Scope, tools.Origin(http, "DescribeFloor", reason), cancellation), cancellation);
    }

    private static RecordedFloor Read(QueryReader faults, FloorRequest request, DateOnly today)
    {
        var floor = new RecordedFloor
        {
            ZoneId = request.ZoneId ?? 0,
            ParcelId = request.ParcelId,
            Building = faults.RequiredText("building", request.Building, ProjectForm.NameLength),
            Floor = faults.RequiredText("floor", request.Floor, ProjectForm.NameLength),
            AreaSquareMetres = Positive("areaSquareMetres", request.AreaSquareMetres, 1e9m),
            HeightMetres = Positive("heightMetres", request.HeightMetres, 1000),
            LoadTonnes = Positive("loadTonnes", request.LoadTonnes, 1000),
            PowerKva = faults.NotNegative("powerKva", request.PowerKva, 1e9m),
            RentYuan = faults.NotNegative("rentYuan", request.RentYuan, 1e9m),
            VacantSince = faults.Day("vacantSince", request.VacantSince),
            Source = faults.RequiredText("source", request.Source, ProjectForm.NameLength),
            Note = faults.OptionalText("note", request.Note, ProjectForm.TextLength),
        };
        if (request.ZoneId is null && request.ParcelId is null)
        {
            faults.Add("zoneId", "Required unless a parcel is named.", "未填写宗地时必填。");
        }

        if (floor.VacantSince > today)
        {
            faults.Add("vacantSince", "Lies in the future.", "日期晚于今天。");
        }

        return floor;

        decimal? Positive(string field, decimal? value, decimal greatest)
        {
            if (value == 0)
            {
                faults.Add(field, "Unknown is left out, not zero.", "未知请留空，不填 0。");
            }

            return faults.NotNegative(field, value, greatest);
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, FloorStore floors, long asked, PoolOutcome outcome, CancellationToken cancellation)
    {
        if (outcome is not PoolOutcome.Done(var id))
        {
            return outcome switch
            {
                PoolOutcome.Missing(var what) => Problem.NotFound(what),
                PoolOutcome.Stale when await floors.OneAsync(asked, cancellation) is { } current => Problem.Stale(current),
                _ => Problem.NotFound(CourtshipCommands.Floor),
            };
        }

        var written = (await floors.OneAsync(id, cancellation))!;
        http.Response.Headers.ETag = Versions.ETag(written.Id, written.Version);
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return asked == 0 ? TypedResults.Created($"/api/floors?cursor={written.Id + 1}&limit=1", written) : TypedResults.Ok(written);
    }
}
