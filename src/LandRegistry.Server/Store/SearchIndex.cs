using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>
/// The index of the search words. A load of many parcels leaves it out and makes it after its commit, beside other work; should that be
/// cut short, the next start makes it. Meanwhile a search is slow and right.
/// </summary>
public static class SearchIndex
{
    /// <summary>Makes the index where it is missing.</summary>
    public static async Task EnsureAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        // Asked first, because creating an index waits for writers even where it stands already.
        await using var missing = new NpgsqlCommand("select to_regclass('registry.parcel_search_content_ix') is null", connection);
        if (await missing.ExecuteScalarAsync(cancellation) is true)
        {
            await using var make = new NpgsqlCommand(EmbeddedSql.Read("Store/make_search_index.sql"), connection) { CommandTimeout = 3600 };
            await make.ExecuteNonQueryAsync(cancellation);
        }
    }
}
