using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>The server's connections for statements that are planned once (<see cref="RegistryDataSource.CreatePlannedOnce"/>).</summary>
internal sealed class PlannedOnce(string connectionString, StatementTimeouts timeouts) : IAsyncDisposable
{
    public NpgsqlDataSource Source { get; } = RegistryDataSource.CreatePlannedOnce(connectionString, timeouts);

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
