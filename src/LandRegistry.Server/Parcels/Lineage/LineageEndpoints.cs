using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Parcels.Boundaries;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Parcels.Lineage;

/// <summary>Splits, merges and lineage over HTTP.</summary>
internal static class LineageEndpoints
{
    private const int ReasonLength = 2000;

    public static void MapLineage(this IEndpointRouteBuilder parcels)
    {
        parcels.MapPost("/{id}/split", Split).Needs(RegisterAction.Draw, RecordKind.Parcel).WithSummary("Splits by a line; If-Match needed; the parent ends, its parts begin with its status, rights and facts; undo the change to take it back")
            .Accepts<SplitRequest>("application/json").Produces<LineageResult>().Answers(400, 404, 409, 412, 428);
        parcels.MapPost("/{id}/split/check", CheckSplit).Needs(RegisterAction.Draw, RecordKind.Parcel).WithSummary("What a split would give, or which rule forbids it; writes nothing")
            .Accepts<SplitRequest>("application/json").Produces<LineagePreview>().Answers(400, 404);
        parcels.MapPost("/merge", Merge).Needs(RegisterAction.Draw).WithSummary("Merges parcels that lie side by side, each in the version the caller saw; 412 shows the first that has changed")
            .Accepts<MergeRequest>("application/json").Produces<LineageResult>().Answers(400, 404, 409, 412);
        parcels.MapPost("/merge/check", CheckMerge).Needs(RegisterAction.Draw).WithSummary("What a merge would give, or which rule forbids it; writes nothing")
            .Accepts<MergeRequest>("application/json").Produces<LineagePreview>().Answers(400, 404);
        parcels.MapGet("/{id}/lineage", Lineage).Needs(RegisterAction.Read, RecordKind.Parcel).WithSummary("The parcels that one came of and those that came of it, ended ones too")
            .Produces<ParcelLineage>().Answers(400, 404);
    }

    private static async Task<IResult> Split(
        string id, SplitRequest request, HttpContext http, LineageCommands commands, ParcelReader parcels, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var parcelId = faults.Id("id", id);
        var line = faults.ReadLine("line", request.Line, BoundaryRules.MostVertices);
        var reason = faults.RequiredText("reason", request.Reason, ReasonLength);
        if (line is null || faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        return Versions.FromIfMatch(http.Request, parcelId) is { } version
            ? await AnswerAsync(await commands.SplitAsync(parcelId, version, line, new(http.User.Identity!.Name!, reason, false) { Scope = faults.Scope }, cancellation), parcels, cancellation)
            : Problem.VersionNeeded();
    }

    private static async Task<IResult> CheckSplit(string id, SplitRequest request, HttpContext http, LineageCommands commands, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var parcelId = faults.Id("id", id);
        var line = faults.ReadLine("line", request.Line, BoundaryRules.MostVertices);
        return line is null || faults.Faults.Count > 0
            ? Problem.Malformed(faults.Faults)
            : Preview(await commands.SplitAsync(parcelId, null, line, null, cancellation));
    }

    private static async Task<IResult> Merge(
        MergeRequest request, HttpContext http, LineageCommands commands, ParcelReader parcels, RecordScope records, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var seen = Seen(faults, request);
        var reason = faults.RequiredText("reason", request.Reason, ReasonLength);
        return faults.Faults.Count > 0
            ? Problem.Malformed(faults.Faults)
            : !await records.HoldsParcelsAsync(faults.Scope, seen.Select(one => one.Id), cancellation) ? Problem.NotFound(ParcelResult.Parcel)
            : await AnswerAsync(await commands.MergeAsync(seen, new(http.User.Identity!.Name!, reason, false) { Scope = faults.Scope }, cancellation), parcels, cancellation);
    }

    private static async Task<IResult> CheckMerge(
        MergeRequest request, HttpContext http, LineageCommands commands, RecordScope records, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var seen = Seen(faults, request);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : !await records.HoldsParcelsAsync(faults.Scope, seen.Select(one => one.Id), cancellation) ? Problem.NotFound(ParcelResult.Parcel)
            : Preview(await commands.MergeAsync(seen, null, cancellation));
    }

    private static async Task<IResult> Lineage(string id, HttpContext http, RegistryDb db, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var parcelId = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await LineageReader.OfAsync(db, source, parcelId, query.Scope, cancellation) is { } lineage ? TypedResults.Ok(lineage)
            : Problem.NotFound(ParcelResult.Parcel);
    }

    private static IReadOnlyList<SeenParcel> Seen(QueryReader faults, MergeRequest request)
    {
        var seen = request.Parcels ?? [];
        if (seen.Count is < 2 or > LineageRules.MostParts || seen.Any(one => one is null || one.Id <= 0) || seen.DistinctBy(one => one.Id).Count() < seen.Count)
        {
            faults.Add("parcels", $"From 2 to {LineageRules.MostParts} different parcels are needed.", $"需要 2 至 {LineageRules.MostParts} 个不同的宗地。");
        }

        return seen;
    }

    private static async Task<IResult> AnswerAsync(Outcome outcome, ParcelReader parcels, CancellationToken cancellation) => outcome switch
    {
        Descended { Result: { } result } => TypedResults.Ok(result),
        BrokenBoundary broken => Problem.Refused(broken.Findings[0].Refusal, [.. broken.Findings.Select(BoundaryCheckAnswer.Finding)]),
        StaleParcel(var id) when await parcels.DetailAsync(id, cancellation) is { } current => Problem.Stale(current),
        _ => Problem.NotFound(ParcelResult.Parcel),
    };

    private static IResult Preview(Outcome outcome) => outcome switch
    {
        Descended(_, var preview) => TypedResults.Ok(preview),
        BrokenBoundary broken => TypedResults.Ok(new LineagePreview(false, [], [.. broken.Findings.Select(BoundaryCheckAnswer.Finding)])),
        _ => Problem.NotFound(ParcelResult.Parcel),
    };
}
