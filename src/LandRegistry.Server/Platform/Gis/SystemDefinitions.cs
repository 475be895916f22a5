using Npgsql;

namespace LandRegistry.Server.Platform.Gis;

/// <summary>What coordinate systems are, in WKT, as the database knows them.</summary>
internal static class SystemDefinitions
{
    /// <summary>The WKT of every system that files are exchanged in, by its EPSG code.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select srid, srtext from public.spatial_ref_sys where srid = any ($1)", connection);
        command.Parameters.Add(new() { Value = ExchangeCrs.All.Select(crs => crs.Srid).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var definitions = new Dictionary<int, string>();
        while (await rows.ReadAsync(cancellation))
        {
            definitions.Add(rows.GetInt32(0), rows.GetString(1));
        }

        return definitions;
    }
}
