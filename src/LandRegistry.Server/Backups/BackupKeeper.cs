using LandRegistry.Server.Platform.Settings;
using Npgsql;

namespace LandRegistry.Server.Backups;

/// <summary>What a server keeps its backups by.</summary>
/// <param name="ConnectionString">The register's database.</param>
/// <param name="DataFolder">The server's data folder.</param>
/// <param name="Shelf">Where they lie; null when the server makes none.</param>
internal sealed record BackupPlace(string ConnectionString, string DataFolder, BackupShelf? Shelf);

/// <summary>Makes and checks the backups of a server, one at a time among all servers of the database.</summary>
internal sealed class BackupKeeper(BackupPlace place, ServerSettings settings, TimeProvider time)
{
    // Any number that nothing else of the register locks.
    private const string TryHold = "select pg_try_advisory_lock(6034)";

    /// <summary>Makes a backup and tidies the shelf; null when another server is at it.</summary>
    public Task<string?> MakeAsync(string occasion, CancellationToken cancellation) => AloneAsync(
        async shelf =>
        {
            var folder = await RegisterBackup.MakeAsync(place.ConnectionString, place.DataFolder, shelf.Folder, occasion, time, progress: null, cancellation);
            shelf.Succeeded();
            await shelf.TidyAsync(time.GetUtcNow(), settings.BackupKeepDays, settings.BackupKeepMonths, cancellation);
            return Path.GetFileName(folder);
        },
        cancellation);

    /// <summary>Restores a backup of the shelf to look at it; null when another server is at it.</summary>
    public Task<BackupCheck?> CheckAsync(string name, CancellationToken cancellation) => AloneAsync<BackupCheck>(
        async shelf => await RegisterRestore.VerifyAsync(place.ConnectionString, Path.Combine(shelf.Folder, name), time, progress: null, cancellation), cancellation);

    private async Task<T?> AloneAsync<T>(Func<BackupShelf, Task<T>> work, CancellationToken cancellation)
        where T : class
    {
        if (place.Shelf is not { } shelf)
        {
            return null;
        }

        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(place.ConnectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return await RegisterBackup.AskAsync<bool>(connection, TryHold, cancellation) ? await work(shelf) : null;
    }
}
