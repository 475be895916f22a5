using LandRegistry.Domain.Readiness;
using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>
/// Takes parcels out of <c>ready</c> on which an item no longer holds (Order 53 Article 21). The move is a change of its own in the
/// same transaction, whose reason names the items, so that history, events and the difference of two dates show why.
/// </summary>
public static class ReadyFall
{
    /// <summary>Command of the changes.</summary>
    public const string Command = "LeaveReady";

    /// <summary>Looks at all ready parcels, in a change of its own where one has to leave: time alone can do it.</summary>
    /// <returns>The parcels that left.</returns>
    public static async Task<IReadOnlyList<long>> LeaveAllAsync(NpgsqlDataSource source, DateOnly today, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if ((await FindAsync(connection, null, today, cancellation)).Count == 0)
        {
            return [];
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.BeginChangeAsync(new("登记系统 register", Command, "到期核对 check of the day", now), cancellation);
        var left = await LeaveAsync(connection, await RegisterLaw.OfAsync(connection, cancellation), null, today, cancellation);
        await transaction.CommitAsync(cancellation);
        return left;
    }

    /// <summary>Inside a running change.</summary>
    internal static async Task<IReadOnlyList<long>> LeaveAsync(
        NpgsqlConnection connection, RegisterLaw law, long[]? among, DateOnly today, CancellationToken cancellation)
    {
        var found = await FindAsync(connection, among, today, cancellation);
        foreach (var (parcel, since) in found)
        {
            var record = await StoredAnswers.RecordAsync(connection, parcel, cancellation);
            var blocking = law.NewAnswers().AssessReadiness(record!, today).Blocking.ToList();
            await InChangeOfItsOwnAsync(connection, Reason(blocking), async () =>
            {
                await using var command = new NpgsqlCommand(EmbeddedSql.Read("Store/StoredAnswers/leave_ready.sql"), connection);
                command.Parameters.Add(new() { Value = parcel });
                command.Parameters.Add(new() { Value = since });
                await command.ExecuteNonQueryAsync(cancellation);
            }, cancellation);
        }

        return [.. found.Select(left => left.Parcel)];
    }

    private static async Task<List<(long Parcel, DateOnly Since)>> FindAsync(NpgsqlConnection connection, long[]? among, DateOnly today, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Store/StoredAnswers/no_longer_ready.sql"), connection);
        command.Parameters.Add(new() { Value = today });
        command.Parameters.Add(StoredAnswers.Ids(among));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(long, DateOnly)>();
        while (await rows.ReadAsync(cancellation))
        {
            var (from, status) = (rows.GetFieldValue<DateOnly>(1), rows.GetFieldValue<DateOnly>(2));
            // It left when the item ceased to hold, but not before it was marked ready.
            found.Add((rows.GetInt64(0), from > status ? from : status));
        }

        return found;
    }

    private static string Reason(List<ReadinessItem> blocking) => string.Join("；", blocking.Select(item =>
        $"{item.Says.Zh} {item.Says.En} ({item.Article}{(item.Evidence is { Label.Length: > 0 } evidence ? $"; {evidence.Label}" : "")})"));

    /// <summary>Runs a write under a change with a reason of its own, by the same actor at the same time, and takes up the former change again.</summary>
    private static async Task InChangeOfItsOwnAsync(NpgsqlConnection connection, string reason, Func<Task> write, CancellationToken cancellation)
    {
        await using var begin = new NpgsqlCommand(
            "select c.id, registry.begin_change(c.actor, $1, $2, c.recorded_at) from registry.change c where c.id = registry.current_change()", connection);
        begin.Parameters.Add(new() { Value = Command });
        begin.Parameters.Add(new() { Value = reason });
        long former;
        await using (var rows = await begin.ExecuteReaderAsync(cancellation))
        {
            await rows.ReadAsync(cancellation);
            former = rows.GetInt64(0);
        }

        await write();
        await using var resume = new NpgsqlCommand("select set_config('registry.change', $1::bigint::text, true)", connection);
        resume.Parameters.Add(new() { Value = former });
        await resume.ExecuteNonQueryAsync(cancellation);
    }
}
