using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Store;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace LandRegistry.Server.Clocks;

/// <summary>
/// What is done at start and when a new day has begun: parcels that time alone has taken out of <c>ready</c> leave it, and the
/// lines that the past day added to the count flows and to the tally are added up.
/// </summary>
internal sealed class DayWatch(NpgsqlDataSource source, TimeProvider time, ILogger<DayWatch> logger) : BackgroundService
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

            await using var compact = source.CreateCommand("select registry.compact_count_flow(), registry.compact_tally()");
            await compact.ExecuteNonQueryAsync(cancellation);
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
