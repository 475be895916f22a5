using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Demo;

/// <summary>
/// The search words of a large zone and their index, made on a session of their own while the load writes its records, since the index
/// takes a core as long as those. They are copied out of the load's transaction into a table beside the present one, which takes its
/// place after the load's commit. Given up before, nothing is left of it.
/// </summary>
internal sealed class WordsBeside : IAsyncDisposable
{
    private const int Hour = 3600;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private Task _made = Task.CompletedTask;

    private WordsBeside(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<WordsBeside> BeginAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        var words = new WordsBeside(connection, await connection.BeginTransactionAsync(cancellation));
        await words.ExecuteAsync("begin", cancellation);
        return words;
    }

    /// <summary>Takes the words out of the running load, which has laid out parcels and their users, and goes on to index them.</summary>
    public async Task TakeAsync(NpgsqlConnection load, CancellationToken cancellation)
    {
        await using (var from = await load.BeginRawBinaryCopyAsync(EmbeddedSql.Read("Demo/Words/copy_out.sql"), cancellation))
        await using (var to = await _connection.BeginRawBinaryCopyAsync(EmbeddedSql.Read("Demo/Words/copy_in.sql"), cancellation))
        {
            await from.CopyToAsync(to, cancellation);
        }

        _made = ExecuteAsync("index", cancellation);
    }

    /// <summary>Puts the words in their place; the load's commit is behind us.</summary>
    public async Task TakePlaceAsync(CancellationToken cancellation)
    {
        await _made;
        await ExecuteAsync("take_place", cancellation);
        await _transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        // Where the load failed the words may still be being made; a connection is not closed under a running command.
        await _made.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task ExecuteAsync(string file, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read($"Demo/Words/{file}.sql"), _connection, _transaction) { CommandTimeout = Hour };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
