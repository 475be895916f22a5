using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>
/// Zones read before the statements that ask for them: a planner that sees the zones themselves knows how many parcels
/// they hold, which it cannot of a call.
/// </summary>
internal static class ZonesBelow
{
    /// <summary>Zones with all below them, in no order; null for no zones in particular.</summary>
    public static async Task<long[]?> ReadAsync(NpgsqlConnection connection, long[]? zones, CancellationToken cancellation)
    {
        if (zones is null)
        {
            return null;
        }

        await using var command = new NpgsqlCommand("select registry.zones_with_descendants($1)", connection) { Parameters = { new() { Value = zones } } };
        return (long[])(await command.ExecuteScalarAsync(cancellation))!;
    }
}
