using Npgsql;

namespace LandRegistry.Server.Imports;

/// <summary>
/// Shows that the work of an import lives: a lock that the database holds for as long as this connection does. A program that is
/// killed loses its connections, so that its work is seen to have died, on any server and at once.
/// </summary>
internal sealed class ImportLife : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private ImportLife(NpgsqlConnection connection, long import) => (_connection, Import) = (connection, import);

    /// <summary>The import.</summary>
    public long Import { get; }

    /// <summary>Makes an import by a command that answers its number and takes the lock with it, so that nobody sees it without.</summary>
    public static async Task<ImportLife> BeginAsync(NpgsqlDataSource database, NpgsqlCommand add, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            add.Connection = connection;
            return new(connection, (long)(await add.ExecuteScalarAsync(cancellation))!);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes the lock, for which work that has just ended may be waited; null when other work of the import has it.</summary>
    public static async Task<ImportLife?> TryBeginAsync(NpgsqlDataSource database, long import, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            // An import is seen to wait again a moment before the lock of the work that it waited for is let go.
            await using var patience = new NpgsqlCommand("set lock_timeout = '3s'", connection);
            await patience.ExecuteNonQueryAsync(cancellation);
            await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtextextended('registry.import', $1))", connection);
            command.Parameters.Add(new() { Value = import });
            await command.ExecuteNonQueryAsync(cancellation);
            return new(connection, import);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await connection.DisposeAsync();
            return null;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock_all()", _connection);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is NpgsqlException or InvalidOperationException)
        {
            // A connection that is gone has let its lock go.
        }

        await _connection.DisposeAsync();
    }
}
