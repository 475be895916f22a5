using LandRegistry.Domain.Parcels;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>Looks up how the words of a filter are written in the register: folded to simplified letters, and by their sound.</summary>
public static class SearchWords
{
    /// <summary>The filter with its words looked up; itself when it has none.</summary>
    public static async Task<ParcelFilter> SpelledAsync(this NpgsqlDataSource source, ParcelFilter filter, CancellationToken cancellation)
    {
        if (filter.Words is not { } words || filter.Spelled is not null)
        {
            return filter;
        }

        await using var command = source.CreateCommand(EmbeddedSql.Read("Store/search_words.sql"));
        command.Parameters.Add(new()
        {
            Value = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
        });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var spelled = new List<SearchWord>();
        while (await rows.ReadAsync(cancellation))
        {
            spelled.Add(new(rows.GetString(0), rows.GetFieldValue<string[]>(1)));
        }

        return filter with { Spelled = spelled };
    }
}
