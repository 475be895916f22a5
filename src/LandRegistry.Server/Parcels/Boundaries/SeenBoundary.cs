using System.Text.Json;
using Npgsql;

namespace LandRegistry.Server.Parcels.Boundaries;

/// <summary>The boundary of the version that a caller saw: what both people drew from.</summary>
/// <param name="Id">The parcel.</param>
/// <param name="Version">The version.</param>
/// <param name="Boundary">GeoJSON with every digit; null when it had none.</param>
public sealed record SeenBoundary(long Id, int Version, JsonElement? Boundary)
{
    /// <summary>Null when there was no such version.</summary>
    internal static async Task<SeenBoundary?> OfAsync(NpgsqlDataSource source, long parcelId, int version, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select st_asgeojson(h.boundary, 15) from registry.parcel_history h where h.parcel_id = $1 and h.version = $2");
        command.Parameters.Add(new() { Value = parcelId });
        command.Parameters.Add(new() { Value = version });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
        {
            return null;
        }

        return new(parcelId, version, await reader.IsDBNullAsync(0, cancellation) ? null : JsonElement.Parse(reader.GetString(0)));
    }
}
