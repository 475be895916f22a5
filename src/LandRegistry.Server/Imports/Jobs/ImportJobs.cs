using System.Collections.Concurrent;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Reading;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LandRegistry.Server.Imports.Jobs;

/// <summary>
/// Runs the work of imports beside the requests. What anybody needs to know of it stands in the database; here is only what this
/// program runs itself, so that it can be stopped.
/// </summary>
internal sealed partial class ImportJobs(ImportStore store, NpgsqlDataSource database, ILogger<ImportJobs> log) : IDisposable
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(300);
    private readonly ConcurrentDictionary<long, (Task Work, CancellationTokenSource Stop)> _running = new();
    private readonly CancellationTokenSource _ending = new();

    /// <summary>Begins a phase; false when the import is not in one of the phases that it may begin from.</summary>
    public async Task<bool> TryStartAsync(
        long import, ImportPhase phase, IReadOnlyList<ImportPhase> from, Func<IProgress<ImportProgress>, CancellationToken, Task> work, CancellationToken cancellation)
        => await ImportLife.TryBeginAsync(database, import, cancellation) is { } life && await TryStartAsync(life, phase, from, work, cancellation);

    /// <summary>Begins a phase of an import that is held already; what is held goes with the work.</summary>
    public async Task<bool> TryStartAsync(
        ImportLife life, ImportPhase phase, IReadOnlyList<ImportPhase> from, Func<IProgress<ImportProgress>, CancellationToken, Task> work, CancellationToken cancellation)
    {
        var hasBegun = false;
        try
        {
            hasBegun = await store.BeginAsync(life.Import, phase, from, cancellation);
        }
        finally
        {
            if (!hasBegun)
            {
                await life.DisposeAsync();
            }
        }

        return hasBegun && Run(life, phase, work);
    }

    private bool Run(ImportLife life, ImportPhase phase, Func<IProgress<ImportProgress>, CancellationToken, Task> work)
    {
        // It begins once it stands among the running, so that it is never taken from there before it came.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        var begun = new TaskCompletionSource();
        _running[life.Import] = (RunAsync(begun.Task, life.Import, phase, life, work, stop), stop);
        begun.SetResult();
        return true;
    }

    /// <summary>Stops the work of an import, wherever it runs.</summary>
    public async Task StopAsync(long import, CancellationToken cancellation)
    {
        await store.AskToStopAsync(import, cancellation);
        if (_running.TryGetValue(import, out var running))
        {
            await running.Stop.CancelAsync();
        }
    }

    /// <summary>A server that ends stops its work; nothing of it was written.</summary>
    public async Task EndAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_running.Values.Select(running => running.Work));
    }

    public void Dispose() => _ending.Dispose();

    private async Task RunAsync(
        Task begun, long import, ImportPhase phase, ImportLife life, Func<IProgress<ImportProgress>, CancellationToken, Task> work, CancellationTokenSource stop)
    {
        await begun;
        await Task.Yield();
        var latest = new LatestProgress();
        using var ended = new CancellationTokenSource();
        var reports = ReportAsync(import, latest, stop, ended.Token);
        try
        {
            await work(latest, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await store.SettleAsync(import, After(phase), new("已停止，未写入任何内容。", "Stopped; nothing was written."), CancellationToken.None);
        }
        catch (SourceFaultException fault)
        {
            await store.RefuseAsync(import, [fault.Fault], CancellationToken.None);
        }
#pragma warning disable CA1031 // The host of this work: whatever broke is logged, and the user told that nothing was written.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            WorkFailed(log, import, phase, fault);
            await store.SettleAsync(import, After(phase), new("程序出错，未写入任何内容；可以重试。", "The program failed; nothing was written. Try again."), CancellationToken.None);
        }
        finally
        {
            await ended.CancelAsync();
            await reports;
            _running.TryRemove(import, out _);
            stop.Dispose();
            await life.DisposeAsync();
        }
    }

    /// <summary>Where an import waits after work that came to nothing.</summary>
    private static ImportPhase After(ImportPhase phase) => phase switch
    {
        ImportPhase.Committing or ImportPhase.Matching => ImportPhase.Judged,
        ImportPhase.Judging => ImportPhase.Choosing,
        _ => ImportPhase.Failed,
    };

    private async Task ReportAsync(long import, LatestProgress latest, CancellationTokenSource stop, CancellationToken ended)
    {
        ImportProgress? told = null;
        while (!ended.IsCancellationRequested)
        {
            if (latest.Value is { } now && now != told)
            {
                told = now;
                if (await store.ReportAsync(import, now, CancellationToken.None))
                {
                    await stop.CancelAsync();
                }
            }

            try
            {
                await Task.Delay(BetweenReports, TimeProvider.System, ended);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Import} failed while {Phase}.")]
    private static partial void WorkFailed(ILogger log, long import, ImportPhase phase, Exception fault);

    private sealed class LatestProgress : IProgress<ImportProgress>
    {
        private volatile ImportProgress? _value;

        public ImportProgress? Value => _value;

        public void Report(ImportProgress value) => _value = value;
    }
}
