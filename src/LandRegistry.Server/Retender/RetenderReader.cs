using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Retender;
using LandRegistry.Domain.Tenders;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Retender;

/// <summary>Reads the re-tender list: pages, the whole of it in a stream, counts.</summary>
internal sealed class RetenderReader(StandbyReads reads)
{
    private readonly NpgsqlDataSource _source = reads.Source;

    private const int Stretch = 500;

    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <summary>A page of one part of the list.</summary>
    public async Task<RetenderPage> PageAsync(RetenderQuery query, DateOnly today, RetenderCursor? after, int limit, CancellationToken cancellation)
    {
        query = await SpelledAsync(query, cancellation);
        var rows = await RowsAsync(query, today, after, limit + 1, cancellation);
        var next = rows.Count > limit ? rows[limit - 1].Cursor.Encode() : null;
        return new(query.Day, [.. rows.Take(limit).Select(row => row.Row)], next);
    }

    /// <summary>All rows in their order, read stretch by stretch.</summary>
    public async IAsyncEnumerable<RetenderRow> AllAsync(RetenderQuery query, DateOnly today, [EnumeratorCancellation] CancellationToken cancellation)
    {
        query = await SpelledAsync(query, cancellation);
        RetenderCursor? after = null;
        do
        {
            var rows = await RowsAsync(query, today, after, Stretch, cancellation);
            foreach (var (row, _) in rows)
            {
                yield return row;
            }

            after = rows.Count == Stretch ? rows[^1].Cursor : null;
        }
        while (after is not null);
    }

    /// <summary>Counts of every part, and of the asked one by zone, use or blocker.</summary>
    public async Task<RetenderTotals> TotalsAsync(RetenderQuery query, string by, CancellationToken cancellation)
    {
        query = await SpelledAsync(query, cancellation);
        await using var command = _source.CreateCommand(EmbeddedSql.Read("Retender/retender_totals.sql"));
        command.Parameters.AddRange(ParcelSet.Arguments(query.Filter with { Statuses = [.. RetenderSections.AllStatuses], OnHold = null }));
        foreach (var (value, type) in new (object?, NpgsqlDbType)[]
        {
            (query.Day, NpgsqlDbType.Date), (query.Settled, NpgsqlDbType.Array | NpgsqlDbType.Text), (query.MostBlocking, NpgsqlDbType.Integer),
            (query.BlockedBy, NpgsqlDbType.Array | NpgsqlDbType.Text), (query.Since, NpgsqlDbType.Date), (by, NpgsqlDbType.Text),
        })
        {
            command.Parameters.Add(Argument(value, type));
        }

        var (whole, groups) = (new List<(RetenderSection Section, RetenderTally Tally)>(), new List<RetenderTally>());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            string[] blocking = reader.GetBoolean(3) ? [] : ["-"];
            var section = RetenderSections.Of(ParcelStatuses.Parse(reader.GetString(1)), reader.GetBoolean(2), blocking)!.Value;
            var tally = new RetenderTally(reader.TextOrNull(4), reader.GetInt64(5), reader.GetDecimal(6), reader.GetDecimal(7));
            if (!reader.GetBoolean(0))
            {
                whole.Add((section, tally));
            }
            else if (section == query.Section)
            {
                groups.Add(tally);
            }
        }

        return new(
            query.Day, [.. Enum.GetValues<RetenderSection>().Select(section => Sum(Codes<RetenderSection>.Of(section), whole.Where(one => one.Section == section).Select(one => one.Tally)))],
            [.. groups.GroupBy(tally => tally.Key, StringComparer.Ordinal).Select(group => Sum(group.Key, group))]);
    }

    private static RetenderTally Sum(string? key, IEnumerable<RetenderTally> tallies) =>
        tallies.Aggregate(new RetenderTally(key, 0, 0, 0), (sum, one) => sum with
        {
            Count = sum.Count + one.Count, AreaSquareMetres = sum.AreaSquareMetres + one.AreaSquareMetres, FloorAreaSquareMetres = sum.FloorAreaSquareMetres + one.FloorAreaSquareMetres,
        });

    private async Task<RetenderQuery> SpelledAsync(RetenderQuery query, CancellationToken cancellation) =>
        query with { Filter = await _source.SpelledAsync(query.Filter, cancellation) };

    private async Task<List<(RetenderRow Row, RetenderCursor Cursor)>> RowsAsync(
        RetenderQuery query, DateOnly today, RetenderCursor? after, int limit, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(Ordered(EmbeddedSql.Read("Retender/retender_rows.sql"), query));
        command.Parameters.AddRange(Arguments(query));
        command.Parameters.Add(KeyArgument(query, after));
        command.Parameters.Add(Argument(after?.Id, NpgsqlDbType.Bigint));
        command.Parameters.Add(Argument(limit, NpgsqlDbType.Integer));
        command.Parameters.Add(Argument(today, NpgsqlDbType.Date));
        var law = (await RegisterLaw.OfAsync(_source, cancellation)).Shelf;
        var rows = new List<(RetenderRow, RetenderCursor)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var key = query.ByArea ? reader.GetDecimal(43).ToString(CultureInfo.InvariantCulture) : reader.GetString(42);
            rows.Add((Row(reader, law.For(reader.TextOrNull(44)), query.Day), new(query.Sort, key, reader.GetInt64(0))));
        }

        return rows;
    }

    private static string Ordered(string sql, RetenderQuery query) => sql
        .Replace("SORT_KEY", query.ByArea ? "sort_area" : "sort_code", StringComparison.Ordinal)
        .Replace("$23::KEY_TYPE", query.ByArea ? "$23::numeric" : "$23::text collate \"C\"", StringComparison.Ordinal)
        .Replace("BEYOND", query.Descending ? "<" : ">", StringComparison.Ordinal)
        .Replace("DIRECTION", query.Descending ? "desc" : "asc", StringComparison.Ordinal);

    private static NpgsqlParameter KeyArgument(RetenderQuery query, RetenderCursor? after) => query.ByArea
        ? Argument(after is null ? null : decimal.Parse(after.Key, CultureInfo.InvariantCulture), NpgsqlDbType.Numeric)
        : Argument(after?.Key, NpgsqlDbType.Text);

    private static NpgsqlParameter[] Arguments(RetenderQuery query)
    {
        var section = query.Section;
        return
        [
            .. ParcelSet.Arguments(query.Filter with { Statuses = [.. section.Statuses()], OnHold = section.Held() }),
            Argument(query.Day, NpgsqlDbType.Date),
            Argument(query.Settled, NpgsqlDbType.Array | NpgsqlDbType.Text),
            Argument(section.Ready(), NpgsqlDbType.Boolean),
            Argument(section == RetenderSection.Blocked ? query.MostBlocking : null, NpgsqlDbType.Integer),
            Argument(section == RetenderSection.Blocked ? query.BlockedBy : null, NpgsqlDbType.Array | NpgsqlDbType.Text),
            Argument(section == RetenderSection.Ready ? query.Since : null, NpgsqlDbType.Date),
        ];
    }

    private static NpgsqlParameter Argument(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static RetenderRow Row(NpgsqlDataReader reader, LawBook law, DateOnly day)
    {
        var status = ParcelStatuses.Parse(reader.GetString(5));
        var known = reader.IsDBNull(15) ? null : reader.GetFieldValue<string[]>(15);
        var section = RetenderSections.Of(status, reader.GetBoolean(41), known) ?? RetenderSection.Sold;
        var inReserve = section is RetenderSection.Ready or RetenderSection.Blocked or RetenderSection.Held;
        var blockers = Blockers.Of(inReserve ? known ?? [] : [], Facts(reader));
        var conditions = reader.IsDBNull(17) ? null : Conditions(reader);
        var area = reader.GetFieldValue<decimal?>(8);
        return new()
        {
            Id = reader.GetInt64(0),
            Code = reader.TextOrNull(1),
            Name = reader.TextOrNull(2),
            Address = reader.TextOrNull(3),
            ZoneId = reader.GetInt64(4),
            Status = reader.GetString(5),
            StatusSince = reader.GetFieldValue<DateOnly>(6),
            Section = Codes<RetenderSection>.Of(section),
            LandUseCode = reader.TextOrNull(7),
            AreaSquareMetres = area,
            AreaIsMeasured = reader.GetBoolean(9),
            FloorAreaSquareMetres = area is { } square && conditions?.FloorAreaRatioMax is { } ratio ? Math.Round(square * ratio, 2) : null,
            Location = [reader.GetDouble(10), reader.GetDouble(11)],
            HoldReason = reader.TextOrNull(12),
            HoldUntil = reader.GetFieldValue<DateOnly?>(13),
            ReadyOn = inReserve ? reader.GetFieldValue<DateOnly?>(14) : null,
            ByScenario = section == RetenderSection.Ready && !reader.GetBoolean(16),
            Blockers = [.. blockers.Select(blocker => Shape(blocker, law.OnOrFirst(day)))],
            ExpectedOn = Blockers.AllSettledOn(blockers),
            Conditions = conditions,
            Infrastructure = Read<SiteThing[]>(reader, 32),
            RightEndsOn = reader.GetFieldValue<DateOnly?>(33),
            Neighbours = Read<Dictionary<string, int>>(reader, 34) is var around ? new(around.Values.Sum(), around) : null!,
            Tender = reader.IsDBNull(45) ? null : Tender(Read<TenderLine>(reader, 45), law.Tender),
        };
    }

    private static OfferedTender Tender(TenderLine line, TenderLaw law) => new()
    {
        Id = line.Id,
        Round = line.Round,
        Number = line.Number,
        Method = line.Method,
        MethodName = Codes<TenderMethod>.Parse(line.Method).Name(),
        Stage = line.Stage,
        StageName = Codes<TenderStage>.Parse(line.Stage).Name(),
        Since = line.Since,
        OpensOn = line.OpensOn,
        ClosesOn = line.ClosesOn,
        Next = line.Next is { } next && law.Words(next.Code) is var (says, article) ? new(next.Code, next.DueOn, next.Who, says, article) : null,
        Winner = line.Winner,
        PriceYuan = line.PriceYuan,
    };

    private static BlockerFacts Facts(NpgsqlDataReader reader) => new()
    {
        Burdens = Read<StandingBurden[]>(reader, 35),
        Creditors = Read<string[]>(reader, 36),
        CompensationDueOn = reader.GetFieldValue<DateOnly?>(37),
        Coming = Read<ComingReadiness[]>(reader, 38),
        CaseDeadlines = Read<Dictionary<string, DateOnly>>(reader, 39),
        StrategyEndsOn = reader.GetFieldValue<DateOnly?>(40),
    };

    private static BlockerShape Shape(Blocker blocker, LawEdition edition) => edition.Rule(blocker.Code) is var rule
        ? new(blocker.Code, rule.Says, rule.Article, blocker.Department, blocker.Holders, blocker.Expected?.On,
            blocker.Expected is { } expected ? Codes<ExpectationBasis>.Of(expected.Basis) : null)
        : null!;

    private static SupplyConditions Conditions(NpgsqlDataReader reader) => new()
    {
        OnDay = reader.GetFieldValue<DateOnly>(17),
        Number = reader.TextOrNull(18),
        FloorAreaRatioMin = reader.GetFieldValue<decimal?>(19),
        FloorAreaRatioMax = reader.GetFieldValue<decimal?>(20),
        BuildingDensityMax = reader.GetFieldValue<decimal?>(21),
        GreenRatioMin = reader.GetFieldValue<decimal?>(22),
        HeightMaxMetres = reader.GetFieldValue<decimal?>(23),
        InvestmentPerMuYuan = reader.GetFieldValue<decimal?>(24),
        OutputPerMuYuan = reader.GetFieldValue<decimal?>(25),
        TaxPerMuYuan = reader.GetFieldValue<decimal?>(26),
        EnergyPerOutputMax = reader.GetFieldValue<decimal?>(27),
        EmissionLimit = reader.TextOrNull(28),
        TermYears = reader.GetFieldValue<short?>(29),
        PricePerMuYuan = reader.GetFieldValue<decimal?>(30),
        PriceBasis = reader.TextOrNull(31),
    };

    private static T Read<T>(NpgsqlDataReader reader, int column) => JsonSerializer.Deserialize<T>(reader.GetString(column), Json)!;

    private sealed record TenderLine(
        long Id, int Round, string? Number, string Method, string Stage, DateOnly Since, DateOnly? OpensOn, DateOnly? ClosesOn, string? Winner, decimal? PriceYuan, DayLine? Next);

    private sealed record DayLine(string Code, DateOnly DueOn, string Who);
}
