using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Zones;
using LandRegistry.Server.Platform.Gdal;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Web;
using LandRegistry.Server.Store;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LandRegistry.Server.Zones;

/// <summary>The extent that a zone was given.</summary>
/// <param name="Id">The zone.</param>
/// <param name="Code">Its code.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Bbox">West, south, east, north in degrees.</param>
/// <param name="AreaSquareMetres">Area on the ellipsoid.</param>
/// <param name="Parts">Separate areas in it.</param>
/// <param name="ParcelsOutside">Standing parcels of the zone, and of those below it, that lie outside.</param>
public sealed record ZoneExtentShape(long Id, string Code, int Version, IReadOnlyList<double> Bbox, double AreaSquareMetres, int Parts, long ParcelsOutside);

/// <summary>Gives a zone its extent from a file; the coordinate doctor and rows that name no zone ask for it.</summary>
internal static class ZoneExtentEndpoint
{
    /// <summary>The largest upload, bytes.</summary>
    public const int MostBytes = 64 << 20;

    private static readonly Text Zone = new("该区域", "such zone");

    private static readonly Text Unread = new("文件无法读取，或没有坐标系。请检查 .prj 或坐标系后重新提交。", "The file cannot be read, or says no coordinate system. Check its .prj or CRS and send it again.");

    public static void Map(IEndpointRouteBuilder zones) => zones.MapPut("/zones/{id}/extent", Set).Needs(RegisterAction.Import).IsHeavy().WithMetadata(new RequestSizeLimitAttribute(MostBytes))
        .WithSummary("Gives a zone its extent: all areas of a file sent as the plain body, united. GeoJSON, GeoPackage, FlatGeobuf, KML or a zipped shapefile, at most 64 MiB; If-Match needed")
        .Accepts<Stream>("*/*").Produces<ZoneExtentShape>().Answers(400, 404, 409, 412, 413, 422, 428);

    private static async Task<IResult> Set(string id, HttpContext http, NpgsqlDataSource source, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var zone = query.Id("id", id);
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        if (http.Request.Headers.IfMatch.ToString() is not { Length: > 0 } version)
        {
            return Problem.VersionNeeded();
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (!http.Scope().Holds(zone) || await SeenAsync(zone, connection, cancellation) is not { } seen)
        {
            return Problem.NotFound(Zone);
        }

        if (version != FormattableString.Invariant($"\"z{zone}-v{seen.Version}\""))
        {
            return Problem.Stale(seen);
        }

        var folder = Directory.CreateTempSubdirectory("landregistry-zone-").FullName;
        try
        {
            var upload = Path.Combine(folder, "upload");
            await using (var file = File.Create(upload))
            {
                await http.Request.Body.CopyToAsync(file, cancellation);
            }

            return await SetAsync(seen, upload, folder, new(http.User.Identity!.Name!, "SetZoneExtent", seen.NameZh, time.GetUtcNow()), connection, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IResult> SetAsync(SeenZone seen, string upload, string folder, ChangeOrigin origin, NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (VectorFile.Lay(upload, folder) is not { } file)
        {
            return Refused(GdalFaults.Unknown);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var outcome = await StagedFeatures.StageAsync(connection, file, folder, cancellation);
        if (outcome != GdalOutcome.Read)
        {
            return Refused(GdalFaults.Of(outcome, Unread));
        }

        await RunAsync("stage_extent.sql");
        var found = await FactsAsync(seen.Id, connection, cancellation);
        if (ZoneExtents.Fault(found) is { } why)
        {
            return Refused(why);
        }

        if (!found.MeetsParent)
        {
            return Problem.Refused(ZoneRefusals.ExtentElsewhere());
        }

        await connection.BeginChangeAsync(origin, cancellation);
        if (await RunAsync("set_extent.sql", seen.Id, seen.Version) == 0)
        {
            return Problem.Stale((await SeenAsync(seen.Id, connection, cancellation))!);
        }

        var answer = await AnswerAsync(seen.Id, connection, cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.Ok(answer);

        async Task<int> RunAsync(string sql, params object[] values)
        {
            await using var command = Command(sql, connection, values);
            return await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static IResult Refused(Text why) => Problem.Of(ProblemKind.ZoneFileRefused, why);

    private static async Task<ZoneExtentFacts> FactsAsync(long zone, NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = Command("extent_facts.sql", connection, zone);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new(await row.IsDBNullAsync(0, cancellation) ? null : row.GetDouble(0), row.GetInt32(1), row.GetBoolean(2), row.GetBoolean(3));
    }

    private static async Task<ZoneExtentShape> AnswerAsync(long zone, NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = Command("extent_answer.sql", connection, zone);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new(row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetFieldValue<double[]>(3), row.GetDouble(4), row.GetInt32(5), row.GetInt64(6));
    }

    private static async Task<SeenZone?> SeenAsync(long zone, NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select version, name_zh from registry.zone where id = $1", connection);
        command.Parameters.Add(new() { Value = zone });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(zone, row.GetInt32(0), row.GetString(1)) : null;
    }

    private static NpgsqlCommand Command(string sql, NpgsqlConnection connection, params object[] values)
    {
        var command = new NpgsqlCommand(EmbeddedSql.Read($"Zones/{sql}"), connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }

    private sealed record SeenZone(long Id, int Version, string NameZh);
}
