using System.Reflection;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace LandRegistry.Server.Platform.Health;

/// <summary>Whether the program works.</summary>
/// <param name="Status"><c>ok</c>, <c>unavailable</c>, or <c>stopping</c>.</param>
/// <param name="Database"><c>ok</c>, <c>unreachable</c>, or <c>other-schema</c>: it has not the schema of this program.</param>
/// <param name="Version">Version of the program.</param>
public sealed record HealthReport(string Status, string Database, string Version);

/// <summary>That the program runs, whatever its database does.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
/// <param name="Version">Version of the program.</param>
public sealed record LiveReport(string Status, string Version);

internal static class HealthEndpoints
{
    /// <summary>Version of the program.</summary>
    public static readonly string Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/api/health").AllowAnonymous().WithMetadata(QueryParameters.None).WithTags("health");
        health.MapGet("", Check).WithSummary("Whether program and database answer; open to all")
            .Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);
        health.MapGet("/live", () => new LiveReport("ok", Version)).WithSummary("Whether the program runs; start it anew when not; open to all");
        health.MapGet("/ready", CheckReady).WithSummary("Whether this server should be sent requests: it is not stopping, and its database has its schema; open to all")
            .Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<JsonHttpResult<HealthReport>> Check(NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellation);
            return TypedResults.Json(new HealthReport("ok", "ok", Version));
        }
        catch (NpgsqlException lost) when (UnhandledFaults.IsDatabaseUnreachable(lost))
        {
            return Unavailable("unreachable");
        }
    }

    private static async Task<JsonHttpResult<HealthReport>> CheckReady(Readiness readiness, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var answer = await Check(source, cancellation);
        if (answer.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            return answer;
        }

        return readiness.IsDraining ? TypedResults.Json(new HealthReport("stopping", "ok", Version), statusCode: StatusCodes.Status503ServiceUnavailable)
            : await readiness.SchemaIsMineAsync(cancellation) ? answer
            : Unavailable("other-schema");
    }

    private static JsonHttpResult<HealthReport> Unavailable(string database) =>
        TypedResults.Json(new HealthReport("unavailable", database, Version), statusCode: StatusCodes.Status503ServiceUnavailable);
}
