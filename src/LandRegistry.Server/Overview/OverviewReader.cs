using LandRegistry.Domain.Overview;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Overview;

/// <summary>Reads the register in figures as of a day: one batch over periods, counts, ledger and cases.</summary>
internal sealed class OverviewReader(StandbyReads reads)
{
    private readonly NpgsqlDataSource _source = reads.Source;

    private const int Months = 12;
    private const decimal DaysOfMonth = 30.4375m;

    private sealed record Move(DateOnly Month, ParcelStatus From, ParcelStatus To, long Count, decimal Area, long Days);

    private sealed record Cell(string? Key, string? Other, long Count, decimal Area);

    public async Task<OverviewAnswer> ReadAsync(DateOnly day, long[]? within, CancellationToken cancellation)
    {
        var firstMonth = FirstMonth(day);
        var firstDay = firstMonth < new DateOnly(day.Year, 1, 1) ? firstMonth : new(day.Year, 1, 1);
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        var zones = await ZonesBelow.ReadAsync(connection, within, cancellation);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Command("counts", day, zones));
        batch.BatchCommands.Add(Command("ages", day, zones, new() { Value = IdleStock.Statuses.Select(status => status.Code()).ToArray() }));
        batch.BatchCommands.Add(Command("flow", day, zones, new() { Value = firstDay.AddDays(-1), NpgsqlDbType = NpgsqlDbType.Date }));
        batch.BatchCommands.Add(Command("money", day, zones));
        batch.BatchCommands.Add(Command("load", day, zones));
        batch.BatchCommands.Add(Command("target", day, zones: null, bare: true));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var counts = await RowsAsync(reader, row => new Cell($"{row.GetInt64(0)}", row.GetString(1), row.GetInt64(2), row.GetDecimal(3)), cancellation);
        var ages = await RowsAsync(reader, row => new Cell(row.TextOrNull(0), $"{row.GetInt32(1)}", row.GetInt64(2), row.GetDecimal(3)), cancellation);
        var moves = await RowsAsync(reader, row => new Move(
            row.GetFieldValue<DateOnly>(0), ParcelStatuses.Parse(row.GetString(1)), ParcelStatuses.Parse(row.GetString(2)), row.GetInt64(3), row.GetDecimal(4), row.GetInt64(5)), cancellation);
        var money = await RowsAsync(reader, row => new OverviewMoney(row.GetString(0), row.GetInt64(1), row.GetDecimal(2)), cancellation);
        var officers = await RowsAsync(reader, row => new OverviewLoad(row.TextOrNull(0), row.GetInt64(1), row.GetInt64(2)), cancellation);
        var target = (await RowsAsync(reader, row => row.GetFieldValue<decimal?>(0), cancellation)).SingleOrDefault();
        var released = moves.Where(move => move.Month.Year == day.Year && IdleStock.Releases(move.From, move.To)).ToList();
        return new()
        {
            AsOf = day,
            Statuses = Tallies(counts, cell => cell.Other),
            Zones = Tallies(counts.Where(cell => IdleStock.Has(ParcelStatuses.Parse(cell.Other!))), cell => cell.Key),
            Uses = Tallies(ages, cell => cell.Key),
            Ages = Tallies(ages, cell => cell.Other),
            Months = [.. Enumerable.Range(0, Months).Select(i => Month(firstMonth.AddMonths(i), day, moves))],
            Stays = [.. moves.Where(move => move.Month >= firstMonth).GroupBy(move => move.From).OrderBy(stay => stay.Key).Select(Stay)],
            Released = new(day.Year, released.Sum(move => move.Count), released.Sum(move => move.Area), target),
            Money = money,
            Officers = officers,
        };
    }

    /// <summary>The first day of the twelve months that flow and stays are told of.</summary>
    public static DateOnly FirstMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1 - Months);

    private static List<OverviewTally> Tallies(IEnumerable<Cell> cells, Func<Cell, string?> key) =>
    [
        .. cells.GroupBy(key).Select(group => new OverviewTally(group.Key, group.Sum(cell => cell.Count), group.Sum(cell => cell.Area)))
            .OrderBy(tally => tally.Key, StringComparer.Ordinal),
    ];

    private static OverviewMonth Month(DateOnly first, DateOnly day, List<Move> moves)
    {
        var last = first.AddMonths(1).AddDays(-1);
        var entered = moves.Where(move => move.Month == first && !IdleStock.Has(move.From) && IdleStock.Has(move.To)).ToList();
        var left = moves.Where(move => move.Month == first && IdleStock.Has(move.From) && !IdleStock.Has(move.To)).ToList();
        return new(
            first, last < day ? last : day, entered.Sum(move => move.Count), entered.Sum(move => move.Area), left.Sum(move => move.Count), left.Sum(move => move.Area));
    }

    private static OverviewStay Stay(IGrouping<ParcelStatus, Move> stay)
    {
        var parcels = stay.Sum(move => move.Count);
        return new(stay.Key.Code(), parcels, Math.Round(stay.Sum(move => move.Days) / DaysOfMonth / parcels, 1));
    }

    private static NpgsqlBatchCommand Command(string file, DateOnly day, long[]? zones, NpgsqlParameter? further = null, bool bare = false)
    {
        var command = new NpgsqlBatchCommand(EmbeddedSql.Read($"Overview/overview_{file}.sql"));
        command.Parameters.Add(new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date });
        if (!bare)
        {
            command.Parameters.Add(new() { Value = (object?)zones ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        }

        if (further is not null)
        {
            command.Parameters.Add(further);
        }

        return command;
    }

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        await reader.NextResultAsync(cancellation);
        return rows;
    }
}
