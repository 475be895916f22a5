using System.Reflection;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace LandRegistry.Server.Platform.Health;

/// <summary>Whether the program works.</summary>
/// <param name="Status"><c>ok</c> or <c>unavailable</c>.</param>
/// <param name="Database"><c>ok</c> or <c>unreachable</c>.</param>
/// <param name="Version">Version of the program.</param>
public sealed record HealthReport(string Status, string Database, string Version);

internal static class HealthEndpoints
{
    private static readonly string Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/api/health", Check)
        .AllowAnonymous().WithMetadata(QueryParameters.None).WithTags("health").WithSummary("Whether program and database answer; open to all")
        .Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);

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
            return TypedResults.Json(new HealthReport("unavailable", "unreachable", Version), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
