using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Demo;

/// <summary>
/// The search words of a large zone and their index, made on a session of their own while the load writes its records, since the index
/// takes a core as long as those. They are copied out of the load's transaction into a table beside the present one, which takes its
/// place after the load's commit. Given up before, nothing is left of it.
/// </summary>
internal sealed class WordsBeside(NpgsqlDataSource source, CancellationToken cancellation) : IAsyncDisposable
{
    private const int Hour = 3600;

    private readonly CancellationTokenSource _givenUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;
    private Task _made = Task.CompletedTask;

    /// <summary>Takes the words out of the running load, which has laid out parcels and their users, and goes on to index them.</summary>
    public async Task TakeAsync(NpgsqlConnection load)
    {
        await ExecuteAsync("hold", load);
        _connection = await source.OpenConnectionAsync(cancellation);
        _transaction = await _connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync("begin", _connection);
        await using (var from = await load.BeginRawBinaryCopyAsync(EmbeddedSql.Read("Demo/Words/copy_out.sql"), cancellation))
        await using (var to = await _connection.BeginRawBinaryCopyAsync(EmbeddedSql.Read("Demo/Words/copy_in.sql"), cancellation))
        {
            await from.CopyToAsync(to, cancellation);
        }

        _made = ExecuteAsync("index", _connection);
    }

    /// <summary>Puts the words in their place; the load's commit is behind us.</summary>
    public async Task TakePlaceAsync()
    {
        await _made;
        await ExecuteAsync("take_place", _connection!);
        await _transaction!.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        // Where the load failed the words may still be being made: they are stopped, and only then is the connection closed.
        await _givenUp.CancelAsync();
        await _made.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await (_transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        _givenUp.Dispose();
    }

    private async Task ExecuteAsync(string file, NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read($"Demo/Words/{file}.sql"), connection) { CommandTimeout = Hour };
        await command.ExecuteNonQueryAsync(_givenUp.Token);
    }
}
