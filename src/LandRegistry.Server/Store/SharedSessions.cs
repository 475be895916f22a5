using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>
/// Whether something between the program and the database hands one session of the database to several connections, as PgBouncer in
/// transaction mode does. The program prepares statements, listens and sets times per session: it would be answered by other statements
/// than it asked.
/// </summary>
public static class SharedSessions
{
    /// <summary>Whether a session that one connection has is given to another while both are open.</summary>
    public static async Task<bool> AreHandedOnAsync(string connectionString, CancellationToken cancellation)
    {
        await using var source = RegistryDataSource.Create(connectionString);
        await using var one = await source.OpenConnectionAsync(cancellation);
        var session = await SessionOfAsync(one, cancellation);
        if (session == one.ProcessID)
        {
            // Nothing is in between: the session is the one that was greeted.
            return false;
        }

        await using var other = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await other.BeginTransactionAsync(cancellation);
        return await SessionOfAsync(other, cancellation) == session || await SessionOfAsync(one, cancellation) != session;
    }

    private static async Task<int> SessionOfAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_backend_pid()", connection);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
