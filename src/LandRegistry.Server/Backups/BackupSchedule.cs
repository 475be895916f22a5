using LandRegistry.Server.Platform.Settings;
using Microsoft.Extensions.Hosting;

namespace LandRegistry.Server.Backups;

/// <summary>Makes a backup when one is due and checks one when that is due, while the server runs.</summary>
internal sealed class BackupSchedule(BackupPlace place, BackupKeeper keeper, ServerSettings settings, TimeProvider time, ILogger<BackupSchedule> logger) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (place.Shelf is not { } shelf || settings.BackupEveryHours == 0)
        {
            return;
        }

        await Task.Delay(AfterStart, stoppingToken);
        while (true)
        {
            await DoWhatIsDueAsync(shelf, stoppingToken);
            await Task.Delay(Between, stoppingToken);
        }
    }

    /// <summary>One look at the shelf. A failure is told to the log and to whoever looks at the shelf, and tried again later.</summary>
    internal async Task DoWhatIsDueAsync(BackupShelf shelf, CancellationToken cancellation)
    {
        try
        {
            var now = time.GetUtcNow();
            var backups = await shelf.ListAsync(cancellation);
            if (backups.Count == 0 || backups[0].Manifest.MadeAt <= now.AddHours(-settings.BackupEveryHours))
            {
                await keeper.MakeAsync("scheduled", cancellation);
                backups = await shelf.ListAsync(cancellation);
            }

            var lastCheck = backups.Max(backup => backup.Check?.At);
            if (settings.BackupCheckEveryDays > 0 && backups.Count > 0 && (lastCheck is null || lastCheck <= now.AddDays(-settings.BackupCheckEveryDays)))
            {
                await keeper.CheckAsync(backups[0].Name, cancellation);
            }
        }
        catch (Exception failed) when (failed is BackupException or Npgsql.NpgsqlException or IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("The scheduled backup did not succeed: {Reason}", failed.Message);
            await TryTellAsync(shelf, failed.Message, cancellation);
        }
    }

    private async Task TryTellAsync(BackupShelf shelf, string reason, CancellationToken cancellation)
    {
        try
        {
            await shelf.FailedAsync(new(time.GetUtcNow(), reason), cancellation);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("Nor can that be written beside the backups: {Reason}", unwritable.Message);
        }
    }
}
