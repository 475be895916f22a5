using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LandRegistry.Server.Parcels.Boundaries;

/// <summary>Boundaries over HTTP: those in a box with every digit, what a drawn one would be answered, and the writing of one.</summary>
internal static class BoundaryEndpoints
{
    private const int ReasonLength = 2000;
    private const int NameLength = 200;

    /// <summary>What a parcel may be when it enters the register; all else has to be shown first.</summary>
    private static readonly string[] FirstStatuses = [ParcelStatus.InUse.Code(), ParcelStatus.Suspected.Code(), ParcelStatus.LowEfficiency.Code()];

    private static readonly QueryParameters BoxParameters = new(
    [
        new("bbox", "string", "west,south,east,north in degrees, longitude first; required."),
        new("limit", "integer", "Parcels at most, 1 to 2000; 1000 when absent. isWhole says whether there are more."),
    ]);

    public static void MapBoundaries(this IEndpointRouteBuilder routes)
    {
        var boundaries = routes.MapGroup("/api/boundaries").Needs(RegisterAction.Read).WithTags("boundaries").WithMetadata(QueryParameters.None);
        boundaries.MapGet("", InBox).WithMetadata(BoxParameters)
            .WithSummary("Boundaries of the standing parcels in a box as a GeoJSON FeatureCollection with every digit, to snap to; isWhole is false when there are more")
            .Produces<object>(contentType: "application/geo+json").Answers(400);
        boundaries.MapPost("/check", Check).Needs(RegisterAction.Draw).WithSummary("What a boundary would be answered, rule by rule with the place; writes nothing")
            .Accepts<CheckBoundaryRequest>("application/json").Produces<BoundaryCheckAnswer>().Answers(400, 404);
        var parcels = routes.MapGroup("/api/parcels").Needs(RegisterAction.Read).WithTags("boundaries").WithMetadata(QueryParameters.None);
        parcels.MapPost("", Draw).Needs(RegisterAction.Draw).WithSummary("Draws a new parcel; 409 names every rule its boundary breaks, with the place")
            .Accepts<DrawParcelRequest>("application/json").Produces<ParcelDetail>().Answers(400, 404, 409);
        parcels.MapPost("/{id}/boundary", Set).Needs(RegisterAction.Draw, RecordKind.Parcel).WithSummary("Sets or changes the boundary; If-Match needed; 412 carries the row as it is and the boundary that the caller saw")
            .Accepts<SetBoundaryRequest>("application/json").Produces<ParcelDetail>().Answers(400, 404, 409, 412, 428);
    }

    private static async Task<IResult> InBox(HttpContext http, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var text = query.Text("bbox");
        var limit = query.Whole("limit", 1, 2000, 1000);
        if (!MapBox.TryParse(text ?? "", out var box))
        {
            query.Add("bbox", "Required: west,south,east,north in degrees, longitude first.", "必填：西,南,东,北（度，经度在前）。");
        }

        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        await using var command = source.CreateCommand(EmbeddedSql.Read("Parcels/Boundaries/boundaries_in_box.sql"));
        command.Parameters.Add(new() { Value = box.ToMercator(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Geometry });
        command.Parameters.Add(new() { Value = limit });
        command.Parameters.Add(query.Scope.Argument());
        return TypedResults.Text((string)(await command.ExecuteScalarAsync(cancellation))!, "application/geo+json");
    }

    private static async Task<IResult> Check(
        CheckBoundaryRequest request, HttpContext http, RegistryDb db, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var boundary = faults.ReadBoundary("boundary", request.Boundary, BoundaryRules.MostVertices);
        if (boundary is null || faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        var (zone, stated) = (request.ZoneId, request.StatedAreaSquareMetres);
        if (request.ParcelId is { } id)
        {
            var parcel = await db.Set<Parcel>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.EndedOn == null, cancellation);
            if (parcel is null || !faults.Scope.Holds(parcel.ZoneId))
            {
                return Problem.NotFound(ParcelResult.Parcel);
            }

            (zone, stated) = (parcel.ZoneId, parcel.StatedAreaSquareMetres);
        }

        if (zone is { } named && !faults.Scope.Holds(named))
        {
            return Problem.NotFound(ParcelResult.Parcel);
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        var judgement = await BoundaryJudge.JudgeAsync(
            connection, new(boundary, request.ParcelId is { } itself ? [itself] : [], zone, stated) { Seen = faults.Scope }, cancellation);
        return TypedResults.Ok(BoundaryCheckAnswer.Of(judgement));
    }

    private static async Task<IResult> Draw(
        DrawParcelRequest request, HttpContext http, BoundaryCommands commands, ParcelReader parcels, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var boundary = faults.ReadBoundary("boundary", request.Boundary, BoundaryRules.MostVertices);
        var reason = faults.RequiredText("reason", request.Reason, ReasonLength);
        ParcelCode? code = null;
        if (!string.IsNullOrWhiteSpace(request.Code) && !ParcelCode.TryParse(request.Code, out code))
        {
            faults.Add("code", "Not a parcel code of 19 characters.", "不是 19 位宗地代码。");
        }

        if (request.ZoneId is not > 0)
        {
            faults.Add("zoneId", "Required.", "必填。");
        }

        if (request.StatedAreaSquareMetres is <= 0 or > 1e13m)
        {
            faults.Add("statedAreaSquareMetres", "Above zero, at most 10^13.", "应大于 0，不超过 10^13。");
        }

        var use = OptionalText(faults, "landUseCode", request.LandUseCode, 20);
        var system = OptionalText(faults, "landUseSystem", request.LandUseSystem, 60);
        if (use is null != system is null)
        {
            faults.Add("landUseSystem", "A land-use code goes with its system.", "用途代码须同时给出其代码体系。");
        }

        var status = faults.OneOfOrNone("status", request.Status, FirstStatuses);
        var (name, address) = (OptionalText(faults, "name", request.Name, NameLength), OptionalText(faults, "address", request.Address, NameLength));
        if (boundary is null || faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        var drawn = new DrawnParcel(
            boundary, request.ZoneId!.Value, code?.Value, name, address, request.StatedAreaSquareMetres, use, system,
            status is null ? ParcelStatus.InUse : ParcelStatuses.Parse(status));
        return await commands.DrawAsync(drawn, new(http.User.Identity!.Name!, reason, request.Accept) { Scope = faults.Scope }, cancellation) switch
        {
            Brought(var id) when await parcels.DetailAsync(id, cancellation) is { } written => ParcelResult.Of(http, written),
            BrokenBoundary broken => Refused(broken),
            Outcome.Refused(var refusal) => Problem.Refused(refusal),
            _ => Problem.NotFound(new("该区域", "such zone")),
        };
    }

    private static async Task<IResult> Set(
        string id, SetBoundaryRequest request, HttpContext http, BoundaryCommands commands, ParcelReader parcels, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var parcelId = faults.Id("id", id);
        var boundary = faults.ReadBoundary("boundary", request.Boundary, BoundaryRules.MostVertices);
        var reason = faults.RequiredText("reason", request.Reason, ReasonLength);
        if (boundary is null || faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (Versions.FromIfMatch(http.Request, parcelId) is not { } version)
        {
            return Problem.VersionNeeded();
        }

        return await commands.SetAsync(parcelId, version, boundary, new(http.User.Identity!.Name!, reason, request.Accept) { Scope = faults.Scope }, cancellation) switch
        {
            BrokenBoundary broken => Refused(broken),
            Outcome.Stale when await parcels.DetailAsync(parcelId, cancellation) is { } current =>
                Problem.Stale(current, await SeenBoundary.OfAsync(source, parcelId, version, cancellation)),
            Outcome.Done when await parcels.DetailAsync(parcelId, cancellation) is { } written => ParcelResult.Of(http, written),
            _ => Problem.NotFound(ParcelResult.Parcel),
        };
    }

    private static IResult Refused(BrokenBoundary broken) =>
        Problem.Refused(broken.Findings[0].Refusal, [.. broken.Findings.Select(BoundaryCheckAnswer.Finding)]);

    private static string? OptionalText(QueryReader faults, string field, string? value, int maxLength) =>
        string.IsNullOrWhiteSpace(value) ? null : faults.RequiredText(field, value, maxLength);
}
