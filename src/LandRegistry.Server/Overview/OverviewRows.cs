using System.Globalization;
using LandRegistry.Domain.Overview;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Overview;

/// <summary>Which rows are asked for.</summary>
/// <param name="Day">The day of the overview.</param>
/// <param name="Zones">Zones; null for all.</param>
/// <param name="Of">age, use, stay, released, money or load.</param>
/// <param name="Key">The key of the figure; null is the one that is not known.</param>
/// <param name="After">Where the page before ended.</param>
/// <param name="Limit">How many.</param>
internal sealed record OverviewRowsQuery(DateOnly Day, long[]? Zones, string Of, string? Key, OverviewCursor? After, int Limit);

/// <summary>Where a page ended.</summary>
internal sealed record OverviewCursor(DateOnly On, long Id)
{
    public string Encode() => string.Create(CultureInfo.InvariantCulture, $"{On:yyyy-MM-dd}~{Id}");

    /// <summary>Reads what <see cref="Encode"/> wrote; null where it is something else.</summary>
    public static OverviewCursor? Parse(string text) =>
        text.Split('~') is [var day, var id] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(on, number) : null;
}

/// <summary>Reads the rows behind a figure of the overview, for figures that no other list has as of a day.</summary>
internal sealed class OverviewRows(StandbyReads reads)
{
    public static readonly IReadOnlyList<string> Kinds = ["age", "use", "stay", "released", "money", "load"];

    private readonly NpgsqlDataSource _source = reads.Source;

    public async Task<OverviewRowPage> ReadAsync(OverviewRowsQuery query, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        var zones = await ZonesBelow.ReadAsync(connection, query.Zones, cancellation);
        await using var command = new NpgsqlCommand(EmbeddedSql.Read($"Overview/overview_rows_{FileOf(query.Of)}.sql"), connection);
        command.Parameters.AddRange((NpgsqlParameter[])
        [
            Argument(query.Day, NpgsqlDbType.Date), Argument(zones, NpgsqlDbType.Array | NpgsqlDbType.Bigint), .. Own(query),
            Argument(query.After?.On, NpgsqlDbType.Date), Argument(query.After?.Id, NpgsqlDbType.Bigint), Argument(query.Limit + 1, NpgsqlDbType.Integer),
        ]);
        var rows = new List<OverviewRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Row(reader));
        }

        var more = rows.Count > query.Limit;
        return new([.. rows.Take(query.Limit)], more ? new OverviewCursor(rows[query.Limit - 1].On, rows[query.Limit - 1].Id).Encode() : null);
    }

    private static string FileOf(string of) => of switch { "age" or "use" => "stock", "stay" or "released" => "moves", _ => of };

    private static NpgsqlParameter[] Own(OverviewRowsQuery query) => query.Of switch
    {
        "age" or "use" =>
        [
            Argument(IdleStock.Statuses.Select(status => status.Code()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text), Argument(query.Of, NpgsqlDbType.Text), Argument(query.Key, NpgsqlDbType.Text),
        ],
        "stay" => [Argument(OverviewReader.FirstMonth(query.Day).AddDays(-1), NpgsqlDbType.Date), Moves((from, _) => from.Code() == query.Key)],
        "released" => [Argument(new DateOnly(query.Day.Year, 1, 1).AddDays(-1), NpgsqlDbType.Date), Moves(IdleStock.Releases)],
        _ => [Argument(query.Key, NpgsqlDbType.Text)],
    };

    private static NpgsqlParameter Moves(Func<ParcelStatus, ParcelStatus, bool> wanted) => Argument(
        (from one in ParcelStatuses.All from other in ParcelStatuses.All where one != other && wanted(one, other) select $"{one.Code()}>{other.Code()}").ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    private static NpgsqlParameter Argument(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static OverviewRow Row(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        ParcelId = reader.GetInt64(1),
        ParcelCode = reader.TextOrNull(2),
        ParcelName = reader.TextOrNull(3),
        ZoneId = reader.GetInt64(4),
        Status = reader.GetString(5),
        AreaSquareMetres = reader.GetFieldValue<decimal?>(6),
        On = reader.GetFieldValue<DateOnly>(7),
        Days = reader.GetFieldValue<int?>(8),
        AmountYuan = reader.GetFieldValue<decimal?>(9),
        CaseId = reader.GetFieldValue<long?>(10),
        CaseNumber = reader.TextOrNull(11),
        Overdue = reader.GetFieldValue<long?>(12),
    };
}
