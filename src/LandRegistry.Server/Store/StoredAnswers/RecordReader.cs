using LandRegistry.Domain.Answers;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Readiness;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>
/// Reads the records of parcels set by set, one statement for each kind of fact, whether of one parcel or of a stretch of a
/// million. The records are used again with the next reading.
/// </summary>
internal sealed class RecordReader
{
    private static readonly FactSource Unasked = new("");

    private static readonly (string File, Action<RecordReader, NpgsqlDataReader, ParcelRecord> Add)[] Kinds =
    [
        ("contracts", static (reader, row, record) => reader.AddContract(row, record)),
        ("facts", static (reader, row, record) => reader.AddFact(row, record)),
        ("progress", static (reader, row, record) => record.Progress.Add(new(Day(row, 1)!.Value, Number(row, 2), Number(row, 3), reader.Source(row, 4, "进度报告 progress report")))),
        ("stoppages", static (reader, row, record) => record.Stoppages.Add(new(Day(row, 1)!.Value, Day(row, 2), row.GetFieldValue<string[]>(3), reader.Source(row, 4, "停工记录 stoppage")))),
        ("burdens", static (reader, row, record) => record.Burdens.Add(new(row.GetString(1), Day(row, 2), Day(row, 3), reader.Source(row, 5, Text(row, 4) ?? "权利负担 encumbrance")))),
        ("compensations", static (reader, row, record) => record.Compensations.Add(new(row.GetDecimal(3), row.GetBoolean(1), Day(row, 2)!.Value, reader.Source(row, 4, "补偿台账 compensation ledger")))),
        ("infrastructure", static (reader, row, record) => record.Infrastructure.Add(new(row.GetString(1), new(Day(row, 2)!.Value, reader.Source(row, 3, "配套记录 infrastructure"))))),
    ];

    private readonly List<ParcelRecord> _pool = [];
    private readonly Dictionary<long, ParcelRecord> _byParcel = [];
    private bool _explained;

    /// <summary>Reads the records of the parcels between two ids, both inclusive, in their order.</summary>
    /// <param name="connection">Where; the running transaction is seen.</param>
    /// <param name="from">Least id.</param>
    /// <param name="to">Greatest id.</param>
    /// <param name="only">Of these only; null for all.</param>
    /// <param name="explained">Whether sources are asked for, as an explanation needs and a timeline does not.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<ParcelRecord>> ReadAsync(
        NpgsqlConnection connection, long from, long to, long[]? only, bool explained, CancellationToken cancellation)
    {
        _explained = explained;
        await using var batch = new NpgsqlBatch(connection) { Timeout = 3600 };
        batch.BatchCommands.Add(Command("parcels", from, to, only, explained: null));
        foreach (var (file, _) in Kinds)
        {
            batch.BatchCommands.Add(Command(file, from, to, only, explained));
        }

        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        var count = await ReadParcelsAsync(rows, cancellation);
        foreach (var (_, add) in Kinds)
        {
            await rows.NextResultAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                add(this, rows, _byParcel[rows.GetInt64(0)]);
            }
        }

        return _pool.GetRange(0, count);
    }

    private async Task<int> ReadParcelsAsync(NpgsqlDataReader rows, CancellationToken cancellation)
    {
        _byParcel.Clear();
        var count = 0;
        while (await rows.ReadAsync(cancellation))
        {
            if (count == _pool.Count)
            {
                _pool.Add(new());
            }

            var record = _pool[count++];
            record.Begin(rows.GetInt64(0), Text(rows, 1), rows.GetBoolean(2), rows.GetBoolean(3));
            _byParcel.Add(record.ParcelId, record);
        }

        return count;
    }

    private void AddContract(NpgsqlDataReader row, ParcelRecord record)
    {
        var kind = row.GetString(1);
        var isSupplementary = kind == "supplementary";
        var label = kind switch { "supplementary" => "补充协议 supplementary agreement", "allocation" => "划拨决定书 allocation decision", _ => "出让合同 contract" }
            + (Text(row, 10) is { } number ? $" {number}" : "");
        record.Agreements.Add(new(
            Source(row, 11, label), isSupplementary, Day(row, 2), Day(row, 3), Day(row, 4), Day(row, 5), Number(row, 6), Number(row, 7), Number(row, 8),
            row.IsDBNull(9) ? null : row.GetInt16(9)));
    }

    private void AddFact(NpgsqlDataReader row, ParcelRecord record)
    {
        var (kind, number) = (row.GetString(1), Text(row, 5));
        var test = Text(row, 3) switch
        {
            "pit_dug" => StartTest.PitDug,
            "piles_driven" => StartTest.PilesDriven,
            "foundation_third" => StartTest.FoundationThird,
            _ => StartTest.Unstated,
        };
        var source = _explained ? Source(row, 6, NameOf(kind) + (number is null ? "" : $" {number}")) : Unasked;
        record.Facts.Add(new(kind, Day(row, 2)!.Value, test, Text(row, 4), number, source));
    }

    private FactSource Source(NpgsqlDataReader row, int column, string otherwise) =>
        _explained ? new(Text(row, column) ?? otherwise, Day(row, column + 2), Text(row, column + 1)) : Unasked;

    private static string NameOf(string kind) => LandFactKinds.All.First(known => known.Code == kind).Name is var name ? $"{name.Zh} {name.En}" : kind;

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static decimal? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDecimal(column);

    private static NpgsqlBatchCommand Command(string file, long from, long to, long[]? only, bool? explained)
    {
        var command = new NpgsqlBatchCommand(EmbeddedSql.Read($"Store/StoredAnswers/records_{file}.sql"));
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = to });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)only ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        if (explained is { } asked)
        {
            command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = asked });
        }

        return command;
    }
}
