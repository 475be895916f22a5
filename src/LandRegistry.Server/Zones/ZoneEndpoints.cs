using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Zones;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LandRegistry.Server.Zones;

/// <summary>A zone in the tree.</summary>
public sealed record ZoneShape
{
    public required long Id { get; init; }
    public required long? ParentId { get; init; }
    public required string Code { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }

    /// <summary>country, province, city, county, development_zone, park or area.</summary>
    public required string Kind { get; init; }
    public required string? CountyCode { get; init; }

    /// <summary>True for a county code made up for demonstration.</summary>
    public required bool CountyIsInvented { get; init; }

    /// <summary>West, south, east, north in degrees (EPSG:4490): of the extent, else of the parcels in it; null when neither is known.</summary>
    public required IReadOnlyList<double>? Bbox { get; init; }

    /// <summary>Whether it has an extent; the box is that of its parcels where not.</summary>
    public required bool HasExtent { get; init; }

    /// <summary>Row version, for If-Match: <c>"z{id}-v{version}"</c>.</summary>
    public required int Version { get; init; }

    /// <summary>Standing parcels of the zone itself, without those of zones below it.</summary>
    public required long ParcelCount { get; init; }
}

/// <summary>A land-use class.</summary>
public sealed record LandUseShape(string Code, string System, string NameZh, string NameEn);

internal static class ZoneEndpoints
{
    public static void MapZones(this IEndpointRouteBuilder routes)
    {
        var zones = routes.MapGroup("/api").Needs(RegisterAction.Read).WithTags("zones").WithMetadata(QueryParameters.None);
        zones.MapGet("/zones", List).WithSummary("The tree of zones, parents first").Produces<IReadOnlyList<ZoneShape>>().Answers();
        NewZoneEndpoint.Map(zones);
        ZoneExtentEndpoint.Map(zones);
        zones.MapGet("/zones/outlines", Outlines).WithSummary("Outlines of the zones as a GeoJSON FeatureCollection")
            .Produces<object>(contentType: "application/geo+json").Answers();
        zones.MapGet("/land-uses", LandUses).WithSummary("Land-use classes and their names").Produces<IReadOnlyList<LandUseShape>>().Answers();
    }

    private static async Task<IResult> List(NpgsqlDataSource source, ZoneScope scope, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Zones/zone_list.sql"));
        command.Parameters.Add(scope.Argument());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var zones = new List<ZoneShape>();
        while (await reader.ReadAsync(cancellation))
        {
            zones.Add(new()
            {
                Id = reader.GetInt64(0),
                ParentId = await reader.IsDBNullAsync(1, cancellation) || !scope.Holds(reader.GetInt64(1)) ? null : reader.GetInt64(1),
                Code = reader.GetString(2),
                NameZh = reader.GetString(3),
                NameEn = reader.GetString(4),
                Kind = reader.GetString(5),
                CountyCode = await reader.IsDBNullAsync(6, cancellation) ? null : reader.GetString(6),
                CountyIsInvented = reader.GetBoolean(7),
                Bbox = await reader.IsDBNullAsync(8, cancellation) ? null : reader.GetFieldValue<double[]>(8),
                ParcelCount = reader.GetInt64(9),
                HasExtent = reader.GetBoolean(10),
                Version = reader.GetInt32(11),
            });
        }

        return TypedResults.Ok(zones);
    }

    private static async Task<IResult> Outlines(NpgsqlDataSource source, ZoneScope scope, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Zones/zone_outlines.sql"));
        command.Parameters.Add(scope.Argument());
        return TypedResults.Text((string)(await command.ExecuteScalarAsync(cancellation))!, "application/geo+json");
    }

    private static async Task<IResult> LandUses(RegistryDb db, CancellationToken cancellation) =>
        TypedResults.Ok(await db.Set<LandUse>().OrderBy(use => use.System).ThenBy(use => use.Code)
            .Select(use => new LandUseShape(use.Code, use.System, use.NameZh, use.NameEn)).ToListAsync(cancellation));
}
