using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Store;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace LandRegistry.Server.Clocks;

/// <summary>Looks at start, and when a new day has begun, whether time alone has taken a parcel out of <c>ready</c>.</summary>
internal sealed class ReadyWatch(NpgsqlDataSource source, TimeProvider time, ILogger<ReadyWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateOnly? looked = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var today = RegisterDay.Today(time);
            if (looked != today && await TryLookAsync(today, stoppingToken))
            {
                looked = today;
            }

            await Task.Delay(LookAgainAfter, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryLookAsync(DateOnly today, CancellationToken cancellation)
    {
        try
        {
            foreach (var parcel in await ReadyFall.LeaveAllAsync(source, today, time.GetUtcNow(), cancellation))
            {
                logger.LogInformation("Parcel {Parcel} is no longer ready", parcel);
            }

            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception lost) when (lost is NpgsqlException || UnhandledFaults.IsDatabaseUnreachable(lost))
        {
            // Tried again with the next look.
            return false;
        }
    }
}
