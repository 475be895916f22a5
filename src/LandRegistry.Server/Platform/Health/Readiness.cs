using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Platform.Health;

/// <summary>Whether this server should be sent requests: it is not stopping, and its database answers and has this program's schema.</summary>
internal sealed class Readiness(NpgsqlDataSource source)
{
    private volatile bool _isDraining;
    private volatile bool _schemaIsMine;

    public bool IsDraining => _isDraining;

    /// <summary>From now on not ready: a proxy sends its requests elsewhere, while those that come are still answered.</summary>
    public void Drain() => _isDraining = true;

    /// <summary>Asks the database; throws when it cannot be reached.</summary>
    public async Task<bool> SchemaIsMineAsync(CancellationToken cancellation)
    {
        if (!_schemaIsMine)
        {
            var state = await RegistryDatabase.StateAsync(source, cancellation);
            _schemaIsMine = state.Pending.Count == 0 && state.Unknown.Count == 0;
        }

        return _schemaIsMine;
    }
}
