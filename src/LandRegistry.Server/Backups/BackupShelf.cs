using System.Text.Json;

namespace LandRegistry.Server.Backups;

/// <summary>A backup on the shelf.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="Check">The last time it was restored to look at it; null when never.</param>
public sealed record ShelvedBackup(string Name, BackupManifest Manifest, BackupCheck? Check);

/// <summary>Why the last scheduled backup did not come about.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">What went wrong.</param>
public sealed record BackupFailure(DateTimeOffset At, string Reason);

/// <summary>The folder of backups: what lies in it, and what may go.</summary>
public sealed class BackupShelf(string folder)
{
    private const string FailureName = "last-failure.json";

    public string Folder => folder;

    /// <summary>All complete backups, newest first.</summary>
    public async Task<IReadOnlyList<ShelvedBackup>> ListAsync(CancellationToken cancellation)
    {
        var shelf = new List<ShelvedBackup>();
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, "landregistry-*") : [])
        {
            if (!path.EndsWith(RegisterBackup.Unfinished, StringComparison.Ordinal) && await BackupManifest.ReadAsync(path, cancellation) is { } manifest)
            {
                shelf.Add(new(Path.GetFileName(path), manifest, await ReadAsync<BackupCheck>(Path.Combine(path, BackupCheck.FileName), cancellation)));
            }
        }

        return [.. shelf.OrderByDescending(backup => backup.Manifest.MadeAt)];
    }

    /// <summary>
    /// Removes what need not be kept: older than <paramref name="days"/> and not the first of one of the last <paramref name="months"/>
    /// months. The newest always stays, and so does the newest that was restored without a fault.
    /// </summary>
    public async Task<IReadOnlyList<string>> TidyAsync(DateTimeOffset now, int days, int months, CancellationToken cancellation)
    {
        var shelf = await ListAsync(cancellation);
        var firstsOfMonths = shelf.Where(backup => backup.Manifest.MadeAt >= now.AddMonths(-months))
            .GroupBy(backup => (backup.Manifest.MadeAt.Year, backup.Manifest.MadeAt.Month)).Select(month => month.Last().Name);
        HashSet<string> kept =
        [
            .. shelf.Where(backup => backup.Manifest.MadeAt >= now.AddDays(-days)).Select(backup => backup.Name),
            .. firstsOfMonths,
            .. shelf.Take(1).Select(backup => backup.Name),
            .. shelf.Where(backup => backup.Check is { Faults.Count: 0 }).Take(1).Select(backup => backup.Name),
        ];
        var gone = shelf.Select(backup => backup.Name).Where(name => !kept.Contains(name)).ToList();
        gone.ForEach(name => Directory.Delete(Path.Combine(folder, name), recursive: true));
        foreach (var left in Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, "*" + RegisterBackup.Unfinished) : [])
        {
            // What a killed program left; nobody works on it for a day.
            if (Directory.GetLastWriteTimeUtc(left) < now.UtcDateTime.AddDays(-1))
            {
                Directory.Delete(left, recursive: true);
            }
        }

        return gone;
    }

    /// <summary>Why the last scheduled backup did not come about; null when it did.</summary>
    public Task<BackupFailure?> FailureAsync(CancellationToken cancellation) => ReadAsync<BackupFailure>(Path.Combine(folder, FailureName), cancellation);

    internal async Task FailedAsync(BackupFailure failure, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, FailureName), JsonSerializer.Serialize(failure, BackupManifest.Json), cancellation);
    }

    internal void Succeeded() => File.Delete(Path.Combine(folder, FailureName));

    private static async Task<T?> ReadAsync<T>(string file, CancellationToken cancellation)
        where T : class
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync<T>(stream, BackupManifest.Json, cancellation);
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
