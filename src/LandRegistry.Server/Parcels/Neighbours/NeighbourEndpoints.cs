using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.Neighbours;

/// <summary>A parcel beside or near another.</summary>
public record NearParcel
{
    public required long Id { get; init; }
    public required string? Code { get; init; }
    public required string? Name { get; init; }
    public required string Status { get; init; }
    public required bool OnHold { get; init; }
    public required int Version { get; init; }
    public required decimal? AreaSquareMetres { get; init; }

    /// <summary>For a neighbour the length of the edge it shares, 0 where it touches in a point; for a near parcel the distance, 0 where it touches.</summary>
    public required double Metres { get; init; }
    public required string? Holder { get; init; }
}

/// <summary>Parcels beside or near another, nearest or longest edge first.</summary>
public sealed record NearParcels(IReadOnlyList<NearParcel> Items);

/// <summary>Neighbours of a parcel and the nearest of a status over HTTP.</summary>
internal static class NeighbourEndpoints
{
    private static readonly QueryParameters NearestParameters = new(
    [
        new("status", "string", "Only parcels of these; any when absent.", Repeatable: true, Values: ParcelStatuses.Codes),
        new("limit", "integer", "How many, 1 to 50; 10 when absent."),
    ]);

    public static void MapNeighbours(this IEndpointRouteBuilder parcels)
    {
        parcels.MapGet("/{id}/neighbours", Neighbours).Needs(RegisterAction.Read, RecordKind.Parcel).WithSummary("Parcels that share edge with one, with its length in metres; empty while it has no boundary")
            .Produces<NearParcels>().Answers(400);
        parcels.MapGet("/{id}/nearest", Nearest).Needs(RegisterAction.Read, RecordKind.Parcel).WithMetadata(NearestParameters).WithSummary("The nearest parcels of a status, with the distance in metres")
            .Produces<NearParcels>().Answers(400);
    }

    private static Task<IResult> Neighbours(string id, HttpContext http, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var parcelId = query.Id("id", id);
        return ReadAsync(source, query, "neighbours", [new() { Value = parcelId }, new() { Value = BoundaryRules.ToleranceMetres }, query.Scope.Argument()], cancellation);
    }

    private static Task<IResult> Nearest(string id, HttpContext http, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var parcelId = query.Id("id", id);
        var statuses = query.Many("status", text => (ParcelStatuses.TryParse(text, out _), text), "a status", "状态代码");
        var limit = query.Whole("limit", 1, 50, 10);
        return ReadAsync(
            source, query, "nearest",
            [new() { Value = parcelId }, new() { Value = (object?)statuses ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }, new() { Value = limit }, query.Scope.Argument()],
            cancellation);
    }

    private static async Task<IResult> ReadAsync(NpgsqlDataSource source, QueryReader query, string sql, NpgsqlParameter[] arguments, CancellationToken cancellation)
    {
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        await using var command = source.CreateCommand(EmbeddedSql.Read($"Parcels/Neighbours/{sql}.sql"));
        command.Parameters.AddRange(arguments);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var items = new List<NearParcel>();
        while (await reader.ReadAsync(cancellation))
        {
            items.Add(new()
            {
                Id = reader.GetInt64(0),
                Code = await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetString(1),
                Name = await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetString(2),
                Status = reader.GetString(3),
                OnHold = reader.GetBoolean(4),
                Version = reader.GetInt32(5),
                AreaSquareMetres = await reader.IsDBNullAsync(6, cancellation) ? null : reader.GetDecimal(6),
                Metres = reader.GetDouble(7),
                Holder = await reader.IsDBNullAsync(8, cancellation) ? null : reader.GetString(8),
            });
        }

        return TypedResults.Ok(new NearParcels(items));
    }
}
