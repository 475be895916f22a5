using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.Differences;

/// <summary>Two days to compare under a filter.</summary>
/// <param name="Filter">Asked of each day.</param>
/// <param name="From">The earlier day.</param>
/// <param name="To">The later day.</param>
/// <param name="IsToNow">The later day is today: then it is the register as it stands, whatever hour it is.</param>
internal sealed record TwoDays(ParcelFilter Filter, DateOnly From, DateOnly To, bool IsToNow);

/// <summary>Reads what is otherwise on a later day.</summary>
internal sealed class DifferenceReader(StandbyReads reads)
{
    private readonly NpgsqlDataSource _source = reads.Source;

    // Later than every day of the register, and not the infinity that Npgsql makes of the last day there is.
    private static readonly DateOnly Now = DateOnly.MaxValue.AddDays(-1);

    /// <summary>Counts on the first page, and a page of the parcels of a kind.</summary>
    public async Task<ParcelDifference> BetweenAsync(
        TwoDays days, string? kind, ParcelSort.Cursor? after, int limit, CancellationToken cancellation)
    {
        days = days with { Filter = await _source.SpelledAsync(days.Filter, cancellation) };
        var (counts, moves) = after is null ? await CountsAsync(days, cancellation) : default;
        var rows = kind is null ? [] : await RowsAsync(days, kind, after, limit + 1, cancellation);
        if (rows.Count <= limit)
        {
            return new(days.From, days.To, counts, moves, [.. rows.Select(row => row.Row)], null);
        }

        var (last, key) = rows[limit - 1];
        return new(
            days.From, days.To, counts, moves, [.. rows.Take(limit).Select(row => row.Row)], new ParcelSort.Cursor($"difference-{kind}", key, last.Id).Encode());
    }

    private async Task<(DifferenceCounts, IReadOnlyList<StatusMoveCount>)> CountsAsync(TwoDays days, CancellationToken cancellation)
    {
        await using var command = Command("difference_counts", days);
        var moves = new List<StatusMoveCount>();
        var (entered, left) = (0L, 0L);
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                var count = reader.GetInt64(3);
                switch (reader.GetString(0))
                {
                    case "entered":
                        entered = count;
                        break;
                    case "left":
                        left = count;
                        break;
                    default:
                        moves.Add(new(reader.GetString(1), reader.GetString(2), count));
                        break;
                }
            }
        }

        await using var deadlines = Command("deadline_count", days);
        return (new(entered, left, moves.Sum(move => move.Count), (long)(await deadlines.ExecuteScalarAsync(cancellation))!), moves);
    }

    private async Task<List<(DifferenceRow Row, string Key)>> RowsAsync(
        TwoDays days, string kind, ParcelSort.Cursor? after, int limit, CancellationToken cancellation)
    {
        var rows = new List<(DifferenceRow, string)>();
        await using var command = Command(kind == "deadline" ? "deadline_list" : "difference_list", days);
        if (kind != "deadline")
        {
            command.Parameters.Add(new() { Value = kind });
        }

        command.Parameters.Add(new() { Value = (object?)after?.Key ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = after?.Id ?? 0 });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add((
                new(
                    reader.GetInt64(0), Text(reader, 1), Text(reader, 2), [reader.GetDouble(3), reader.GetDouble(4)], OnDay(reader, 6, 18), OnDay(reader, 12, 21)),
                reader.GetString(5)));
        }

        return rows;
    }

    private NpgsqlCommand Command(string sql, TwoDays days)
    {
        var command = _source.CreateCommand(EmbeddedSql.Read($"Parcels/Differences/{sql}.sql"));
        command.Parameters.AddRange(ParcelSet.Arguments(days.Filter));
        // A day compared with itself is the same, today too.
        command.Parameters.Add(ParcelSet.DayArgument(days.IsToNow && days.From == days.To ? Now : days.From));
        command.Parameters.Add(ParcelSet.DayArgument(days.IsToNow ? Now : days.To));
        command.Parameters.Add(ParcelSet.DayArgument(days.From));
        command.Parameters.Add(ParcelSet.DayArgument(days.To));
        return command;
    }

    private static ParcelOnDay? OnDay(NpgsqlDataReader reader, int at, int clockAt) => reader.IsDBNull(at) ? null : new()
    {
        Status = reader.GetString(at),
        StatusSince = reader.GetFieldValue<DateOnly>(at + 1),
        OnHold = reader.GetBoolean(at + 2),
        ZoneId = reader.GetInt64(at + 3),
        LandUseCode = Text(reader, at + 4),
        AreaSquareMetres = reader.IsDBNull(at + 5) ? null : reader.GetDecimal(at + 5),
        SuspectedFrom = Day(reader, clockAt),
        FeeFrom = Day(reader, clockAt + 1),
        RecoveryFrom = Day(reader, clockAt + 2),
    };

    private static DateOnly? Day(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetFieldValue<DateOnly>(at);

    private static string? Text(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetString(at);
}
