using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>
/// What a load of many rows left to be made after its commit: indexes that no constraint needs, search words, counts and map cells.
/// Each lane has its own connection. Cut short, the rest is done at the next start; meanwhile records are complete and searches slow
/// or short of the new rows.
/// </summary>
public static class DeferredWork
{
    /// <summary>The indexes of facts; who reads all facts waits for this lane only.</summary>
    public const string Answers = "answers";

    /// <summary>Indexes of parcels, counts and map cells.</summary>
    public const string Lists = "lists";

    /// <summary>What parcels were when, and its indexes.</summary>
    public const string Periods = "periods";

    /// <summary>Search words.</summary>
    public const string Search = "search";

    /// <summary>Does all that is left; returns at once where nothing is.</summary>
    public static Task FinishAsync(NpgsqlDataSource source, CancellationToken cancellation) =>
        Task.WhenAll(new[] { Answers, Lists, Periods, Search }.Select(lane => FinishLaneAsync(source, lane, cancellation)));

    /// <summary>Does what is left in one lane, statement by statement, each once however many programs ask.</summary>
    public static async Task FinishLaneAsync(NpgsqlDataSource source, string lane, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        while (await DoNextAsync(connection, lane, cancellation))
        {
        }
    }

    private static async Task<bool> DoNextAsync(NpgsqlConnection connection, string lane, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var take = new NpgsqlCommand(EmbeddedSql.Read("Store/Deferred/take_next.sql"), connection, transaction) { CommandTimeout = 3600 };
        take.Parameters.AddWithValue("lane", NpgsqlDbType.Text, lane);
        if (await take.ExecuteScalarAsync(cancellation) is not string statement)
        {
            return false;
        }

#pragma warning disable CA2100 // The statement was written by the load itself, from the definitions of the catalogue.
        await using var command = new NpgsqlCommand(statement, connection, transaction) { CommandTimeout = 3600 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
