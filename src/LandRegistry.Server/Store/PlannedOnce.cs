using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>The server's connections for statements that are planned once (<see cref="RegistryDataSource.CreatePlannedOnce"/>).</summary>
internal sealed class PlannedOnce(string connectionString) : IAsyncDisposable
{
    public NpgsqlDataSource Source { get; } = RegistryDataSource.CreatePlannedOnce(connectionString);

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
