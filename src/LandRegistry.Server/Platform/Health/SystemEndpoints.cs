using System.Runtime.InteropServices;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Settings;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace LandRegistry.Server.Platform.Health;

/// <summary>When the server was started, by its clock.</summary>
internal sealed record ServerStart(DateTimeOffset At);

/// <summary>How server, database, standbys and disks are, for the administrator.</summary>
internal static class SystemEndpoints
{
    public static void MapSystem(this IEndpointRouteBuilder routes) => routes.MapGet("/api/system", Look).Needs(RegisterAction.RunServer)
        .WithTags("system").WithMetadata(QueryParameters.None).WithSummary("How the server that answers is: version, database, standbys, disks").Produces<SystemReport>().Answers();

    private static async Task<Ok<SystemReport>> Look(
        RegistryHostOptions options, ServerSettings settings, ServerStart start, Readiness readiness, NpgsqlDataSource source, StandbyReads standbys, CancellationToken cancellation)
    {
        var database = await DatabaseAsync(readiness, source, cancellation);
        return TypedResults.Ok(new SystemReport(
            HealthEndpoints.Version,
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}",
            settings.IsOffice,
            start.At,
            readiness.IsDraining ? "stopping" : database.Status == "ok" ? "ok" : "unavailable",
            Environment.WorkingSet,
            database,
            await standbys.HostsAsync(cancellation),
            [.. Folders(options).Select(folder => DiskReport.Of(folder.Holds, folder.Path))]));
    }

    private static IEnumerable<(string Holds, string Path)> Folders(RegistryHostOptions options)
    {
        yield return ("data", options.DataFolder);
        if (options.BackupFolder is { } backups)
        {
            yield return ("backups", backups);
        }
    }

    private static async Task<DatabaseReport> DatabaseAsync(Readiness readiness, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var schema = RegistryDatabase.KnownMigrations()[^1];
        try
        {
            var isMine = await readiness.SchemaIsMineAsync(cancellation);
            await using var command = source.CreateCommand(EmbeddedSql.Read("Platform/Health/system.sql"));
            await using var row = await command.ExecuteReaderAsync(cancellation);
            await row.ReadAsync(cancellation);
            return new(isMine ? "ok" : "other-schema", schema, row.GetString(0), row.TextOrNull(1), row.GetInt64(2), row.GetInt32(3), row.GetInt32(4));
        }
        catch (NpgsqlException lost) when (UnhandledFaults.IsDatabaseUnreachable(lost))
        {
            return new("unreachable", schema);
        }
    }
}
