using System.Globalization;
using System.Runtime.CompilerServices;
using LandRegistry.Server.Platform.Sheets;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Audit;

/// <summary>A line of the audit trail.</summary>
/// <param name="Id">Key.</param>
/// <param name="At">When.</param>
/// <param name="Person">Who.</param>
/// <param name="Address">From where; null for the command line.</param>
/// <param name="Action">What kind of line.</param>
/// <param name="What">What it was done to.</param>
/// <param name="Details">Further particulars, JSON; null when there are none.</param>
/// <param name="ParcelId">The parcel it was about.</param>
/// <param name="ChangeId">The change of the register that it stands for.</param>
/// <param name="Link">Place in the chain; null until sealed.</param>
/// <param name="Hash">Its hash, hexadecimal.</param>
public sealed record AuditRow(
    long Id, DateTimeOffset At, string Person, string? Address, string Action, string What, string? Details, long? ParcelId, long? ChangeId, long? Link, string? Hash);

/// <summary>A page of the trail, newest first.</summary>
public sealed record AuditPage(IReadOnlyList<AuditRow> Items, string? NextCursor);

/// <summary>A place at which the chain breaks.</summary>
/// <param name="Link">Place in the chain.</param>
/// <param name="LineId">The line there; where lines are missing, the one that follows them.</param>
/// <param name="Fault">missing or altered.</param>
/// <param name="Missing">How many lines are missing from that place on; 0 when the line there was altered.</param>
public sealed record AuditBreak(long Link, long LineId, string Fault, long Missing);

/// <summary>Whether the chain holds.</summary>
/// <param name="IsWhole">True when no line was altered or removed.</param>
/// <param name="Sealed">Lines in the chain.</param>
/// <param name="Unsealed">Lines written within the last seconds, not in the chain yet.</param>
/// <param name="Head">Hash of the last line. Keep it elsewhere: only it shows later that lines at the end were removed.</param>
/// <param name="Breaks">Where the chain breaks, in its order, 100 at most; empty when it is whole.</param>
/// <param name="HasMore">Whether it breaks at further places.</param>
public sealed record AuditVerdict(bool IsWhole, long Sealed, long Unsealed, string? Head, IReadOnlyList<AuditBreak> Breaks, bool HasMore);

/// <summary>Which lines are asked for; null means any.</summary>
public sealed record AuditFilter(string? Person, string[]? Actions, long? Parcel, DateOnly? From, DateOnly? To)
{
    /// <summary>All lines.</summary>
    public static AuditFilter Any { get; } = new(null, null, null, null, null);
}

/// <summary>Reads the audit trail.</summary>
public sealed class AuditReader(NpgsqlDataSource source)
{
    private const int MostBreaks = 100;

    private static readonly string[] Columns = ["id", "at", "person", "address", "action", "what", "details", "parcel", "change", "link", "hash"];

    /// <summary>A page of lines, newest first, before one.</summary>
    public async Task<AuditPage> PageAsync(AuditFilter filter, long? before, int limit, CancellationToken cancellation)
    {
        var rows = new List<AuditRow>();
        await foreach (var row in RowsAsync(filter, before, limit + 1, newestFirst: true, cancellation))
        {
            rows.Add(row);
        }

        return rows.Count <= limit ? new(rows, null) : new(rows[..limit], rows[limit - 1].Id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Walks the chain.</summary>
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Audit/audit_verify.sql"));
        command.CommandTimeout = 600;
        command.Parameters.Add(new() { Value = MostBreaks + 1 });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var (sealedLines, unsealed, head) = (reader.GetInt64(0), reader.GetInt64(1), reader.TextOrNull(2));
        var breaks = new List<AuditBreak>();
        do
        {
            if (!await reader.IsDBNullAsync(3, cancellation))
            {
                breaks.Add(new(reader.GetInt64(3), reader.GetInt64(4), reader.GetString(5), reader.GetInt64(6)));
            }
        }
        while (await reader.ReadAsync(cancellation));

        return new(breaks.Count == 0, sealedLines, unsealed, head, breaks.Count <= MostBreaks ? breaks : breaks[..MostBreaks], breaks.Count > MostBreaks);
    }

    /// <summary>The lines as a sheet, oldest first, read while it is written.</summary>
    public Sheet Sheet(AuditFilter filter, CancellationToken cancellation) => new(
        "audit", [.. Columns.Select(name => new SheetColumn(name, CellType.Text, 20))], CellsAsync(filter, cancellation));

    private async IAsyncEnumerable<object?[]> CellsAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in RowsAsync(filter, null, null, newestFirst: false, cancellation))
        {
            yield return
            [
                row.Id, row.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture), row.Person, row.Address, row.Action, row.What, row.Details,
                row.ParcelId, row.ChangeId, row.Link, row.Hash,
            ];
        }
    }

    private async IAsyncEnumerable<AuditRow> RowsAsync(
        AuditFilter filter, long? before, int? limit, bool newestFirst, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read(newestFirst ? "Audit/audit_list.sql" : "Audit/audit_all.sql"));
        foreach (var (value, type) in new (object?, NpgsqlDbType)[]
        {
            (filter.Person, NpgsqlDbType.Text), (filter.Actions, NpgsqlDbType.Array | NpgsqlDbType.Text), (filter.Parcel, NpgsqlDbType.Bigint),
            (filter.From, NpgsqlDbType.Date), (filter.To, NpgsqlDbType.Date),
        })
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        }

        if (newestFirst)
        {
            command.Parameters.Add(new() { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
            command.Parameters.Add(new() { Value = limit!.Value });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return new(
                reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.TextOrNull(3), reader.GetString(4), reader.GetString(5),
                reader.TextOrNull(6), reader.GetFieldValue<long?>(7), reader.GetFieldValue<long?>(8), reader.GetFieldValue<long?>(9), reader.TextOrNull(10));
        }
    }
}
