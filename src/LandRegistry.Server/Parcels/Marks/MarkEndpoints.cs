using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.Net.Http.Headers;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Parcels.Marks;

/// <summary>Selecting and marking many parcels over HTTP.</summary>
internal static class MarkEndpoints
{
    private const int OfficerLength = 100;
    private const int NoteLength = 2000;
    private const int MostCorners = 2000;

    private static readonly QueryParameters FilterParameters = new(ParcelFilterQuery.Parameters);

    public static void MapMarks(this IEndpointRouteBuilder parcels)
    {
        parcels.MapPost("/marks/preview", Preview).Needs(RegisterAction.Mark).WithMetadata(FilterParameters)
            .WithSummary("What a step would do to the parcels named or, when none are, to all that the filter matches; 409 when they are too many")
            .Accepts<MarkParcelsRequest>("application/json").Produces<MarkPreview>().Answers(400, 409);
        parcels.MapPost("/marks", Mark).Needs(RegisterAction.Mark).WithMetadata(FilterParameters)
            .WithSummary("Marks many parcels as one change; If-Match: the ETag of the preview; 412 with a new preview when the set changed; 409 when a rule refuses")
            .Accepts<MarkParcelsRequest>("application/json").Produces<MarkResult>().Answers(400, 409, 412, 428);
        parcels.MapPost("/within", Within).Needs(RegisterAction.Read).WithMetadata(FilterParameters)
            .WithSummary("The parcels under the filter whose point lies in a shape drawn on the map; 409 when they are too many")
            .Accepts<WithinRequest>("application/json").Produces<ParcelsWithin>().Answers(400, 409);
    }

    private static async Task<IResult> Preview(MarkParcelsRequest request, HttpContext http, MarkCommands marks, TimeProvider time, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var (selection, mark) = Read(faults, request, RegisterDay.Today(time));
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (await marks.PreviewAsync(selection, mark, cancellation) is not { } judged)
        {
            return Problem.Refused(ParcelRefusals.SelectionTooLarge(MarkRules.Most));
        }

        http.Response.Headers.ETag = judged.ETag;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return TypedResults.Ok(judged.Preview);
    }

    private static async Task<IResult> Mark(MarkParcelsRequest request, HttpContext http, MarkCommands marks, TimeProvider time, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var (selection, mark) = Read(faults, request, RegisterDay.Today(time));
        var reason = faults.RequiredText("reason", request.Reason, ParcelCommandEndpoints.ReasonLength);
        var leaves = faults.OneOfOrNone("refused", request.Refused, ["leave", "stop"]) == "leave";
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (http.Request.Headers.IfMatch.Count == 0)
        {
            return Problem.VersionNeeded();
        }

        return await marks.MarkAsync(selection, mark, http.Request.Headers.IfMatch.ToString(), leaves, reason, http.User.Identity!.Name!, cancellation) switch
        {
            MarkOutcome.Refused(var refusal) => Problem.Refused(refusal),
            MarkOutcome.Stale(var current) => Problem.Stale(current),
            MarkOutcome.Done(var result) => TypedResults.Ok(result),
            var other => throw new InvalidOperationException($"A step ended as {other}."),
        };
    }

    private static async Task<IResult> Within(WithinRequest request, HttpContext http, MarkCommands marks, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var filter = faults.ReadFilter();
        var shape = ReadShape(faults, request.Ring);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : await marks.WithinAsync(filter, shape!, cancellation) is { } within ? TypedResults.Ok(within)
            : Problem.Refused(ParcelRefusals.SelectionTooLarge(MarkRules.Most));
    }

    private static (Selection Selection, ParcelMark Mark) Read(QueryReader faults, MarkParcelsRequest request, DateOnly today)
    {
        var filter = faults.ReadFilter();
        if (request.Parcels is { } named && (named.Count is 0 or > MarkRules.Most || named.Any(id => id <= 0)))
        {
            faults.Add("parcels", $"1 to {MarkRules.Most} ids, each above 0.", $"应为 1 至 {MarkRules.Most} 个宗地编号。");
        }

        if (request.Parcels is not null && !faults.IsEmpty)
        {
            faults.Add("parcels", "Either named parcels or a filter, not both.", "指定宗地与筛选条件只能取其一。");
        }

        if (request.Hold is not null && request.Release == true)
        {
            faults.Add("release", "Either hold or release.", "暂缓与解除暂缓只能取其一。");
        }

        var mark = new ParcelMark
        {
            Status = request.Status is { } status
                ? faults.ReadStatusMark("status.", status.To, status.EffectiveDate, status.IdleKind, status.IdleCause, today) : null,
            Hold = request.Hold is { } hold ? new(IsRelease: false, faults.ReadHoldEnd("hold.until", hold.Until, today))
                : request.Release == true ? new(IsRelease: true, null) : null,
            Officer = request.Officer is { } officer ? new(faults.OptionalText("officer.name", officer.Name, OfficerLength)) : null,
            Note = faults.OptionalText("note", request.Note, NoteLength),
        };
        if (mark.IsEmpty)
        {
            faults.Add("status", "Nothing to do: give at least one of status, hold, release, officer, note.", "未指定任何操作：状态、暂缓、解除、责任人、备注至少填写一项。");
        }

        return (new(request.Parcels, filter, faults.Scope), mark);
    }

    private static Polygon? ReadShape(QueryReader faults, IReadOnlyList<IReadOnlyList<double>>? ring)
    {
        if (ring is null || ring.Count is < 3 or > MostCorners
            || ring.Any(corner => corner.Count != 2 || !double.IsFinite(corner[0]) || !double.IsFinite(corner[1]) || Math.Abs(corner[0]) > 180 || Math.Abs(corner[1]) > 85))
        {
            faults.Add("ring", $"3 to {MostCorners} corners, each longitude, latitude in degrees.", $"应为 3 至 {MostCorners} 个角点，每点为经度、纬度（度）。");
            return null;
        }

        Coordinate[] corners = [.. ring.Select(corner => new Coordinate(corner[0], corner[1])), new(ring[0][0], ring[0][1])];
        return new(new LinearRing(corners));
    }
}
