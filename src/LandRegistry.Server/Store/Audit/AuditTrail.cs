using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store.Audit;

/// <summary>
/// Writes the audit trail. What must not be lost is written before the answer goes out (<see cref="WriteAsync"/>); reads are written
/// soon after (<see cref="Post"/>). Lines are sealed into the chain every few seconds, and when the server stops.
/// </summary>
public sealed class AuditTrail(NpgsqlDataSource source, TimeProvider time, ILogger<AuditTrail> logger) : BackgroundService
{
    private const int MostWaiting = 10_000;
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(2);

    private readonly Channel<(AuditLine Line, DateTimeOffset At)> _waiting =
        Channel.CreateBounded<(AuditLine, DateTimeOffset)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Writes a line now.</summary>
    public Task WriteAsync(AuditLine line, CancellationToken cancellation) => InsertAsync([(line, time.GetUtcNow())], cancellation);

    /// <summary>Has a line written soon; waits only when very many are waiting.</summary>
    public ValueTask Post(AuditLine line, CancellationToken cancellation) => _waiting.Writer.WriteAsync((line, time.GetUtcNow()), cancellation);

    /// <summary>Writes what waits and seals what is written.</summary>
    public async Task SealAsync(CancellationToken cancellation)
    {
        var lines = new List<(AuditLine, DateTimeOffset)>();
        while (_waiting.Reader.TryRead(out var line))
        {
            lines.Add(line);
        }

        if (lines.Count > 0)
        {
            await InsertAsync(lines, cancellation);
        }

        await using var seal = source.CreateCommand("select case when exists (select from registry.audit_line where link is null) then registry.seal_audit() end");
        await seal.ExecuteNonQueryAsync(cancellation);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TrySealAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rhythm = new PeriodicTimer(Rhythm);
        while (await rhythm.WaitForNextTickAsync(stoppingToken))
        {
            await TrySealAsync(stoppingToken);
        }
    }

    /// <summary>A database that is away for a while leaves lines waiting or unsealed; the next time finds them.</summary>
    private async Task TrySealAsync(CancellationToken cancellation)
    {
        try
        {
            await SealAsync(cancellation);
        }
        catch (Exception lost) when (lost is NpgsqlException or TimeoutException or InvalidOperationException or OperationCanceledException)
        {
            logger.LogDebug(lost, "The audit trail waits for the database");
        }
    }

    private async Task InsertAsync(List<(AuditLine Line, DateTimeOffset At)> lines, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (line, at) in lines)
        {
            var insert = new NpgsqlBatchCommand(EmbeddedSql.Read("Store/Audit/insert_audit_line.sql"));
            insert.Parameters.Add(new() { Value = at.ToUniversalTime() });
            insert.Parameters.Add(new() { Value = line.Person });
            insert.Parameters.Add(new() { Value = (object?)line.AccountId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
            insert.Parameters.Add(new() { Value = (object?)line.Address ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            insert.Parameters.Add(new() { Value = line.Action });
            insert.Parameters.Add(new() { Value = line.What });
            insert.Parameters.Add(new() { Value = (object?)line.Details ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb });
            insert.Parameters.Add(new() { Value = (object?)line.ParcelId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
            batch.BatchCommands.Add(insert);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
