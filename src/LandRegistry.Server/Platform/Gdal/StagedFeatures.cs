using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Platform.Gdal;

/// <summary>The features of a file on their way into the database: a table of the transaction, <c>staged_feature (ordinal, feature)</c>, in degrees as GDAL gave them.</summary>
internal static class StagedFeatures
{
    /// <summary>Reads a file that was laid out for GDAL into the table; how that ended.</summary>
    public static async Task<GdalOutcome> StageAsync(NpgsqlConnection connection, string file, string folder, CancellationToken cancellation)
    {
        await using (var table = new NpgsqlCommand("create temporary table staged_feature (ordinal integer, feature jsonb) on commit drop", connection))
        {
            await table.ExecuteNonQueryAsync(cancellation);
        }

        await using var copy = await connection.BeginBinaryImportAsync("copy staged_feature (ordinal, feature) from stdin (format binary)", cancellation);
        var ordinal = 0;
        var outcome = await GdalChild.ReadAsync(file, folder, TakeAsync, cancellation);
        if (outcome == GdalOutcome.Read)
        {
            await copy.CompleteAsync(cancellation);
        }

        return outcome;

        async Task TakeAsync(string line)
        {
            // Some versions of GDAL begin each line with a record separator (RFC 8142).
            var feature = line.Trim('\u001e', ' ', '\0');
            // The database takes no NUL in a text.
            if (feature.Length == 0 || feature.Contains("\\u0000", StringComparison.Ordinal))
            {
                return;
            }

            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(++ordinal, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(feature, NpgsqlDbType.Jsonb, cancellation);
        }
    }
}
