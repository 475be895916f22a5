using System.Buffers.Text;
using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Tenders;
using LandRegistry.Domain.Today;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Today;

/// <summary>Where a page ended: the order is by day, kind, id and, for deadlines, their code.</summary>
internal sealed record TodayCursor(DateOnly Day, TodayKind Kind, long Id, string Sub)
{
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Reads a cursor; null when it was not made by us.</summary>
    public static TodayCursor? Decode(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<TodayCursor>(Base64Url.DecodeFromChars(text)) is { Sub: not null } cursor && Enum.IsDefined(cursor.Kind) ? cursor : null;
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>What a list of the day asks for; null where it does not ask. As of a past day the register is read as it was then.</summary>
internal sealed record TodayQuery(DateOnly AsOf, bool IsPast, int Within, string? Person, long[]? Zones, IReadOnlyList<TodayKind> Kinds, TodayCursor? After, int Limit);

/// <summary>
/// Reads the list of the day: each kind is read off its own index in order, no more than a page of it, and the kinds are
/// merged here. Counts come with the first page and stop at <see cref="MostCounted"/>.
/// </summary>
internal sealed class TodayReader(StandbyReads reads)
{
    private readonly NpgsqlDataSource _source = reads.Source;

    /// <summary>Items of a kind counted at most.</summary>
    public const int MostCounted = 1000;

    private sealed record Row(TodayKind Kind, DateOnly Day, long Id, string Sub, TodayItem Item);

    public async Task<TodayList> ReadAsync(TodayQuery query, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        var zones = await ZonesBelow.ReadAsync(connection, query.Zones, cancellation);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var kind in query.Kinds)
        {
            batch.BatchCommands.Add(Command(kind, query, zones));
        }

        var (rows, counts) = (new List<Row>(), new List<TodayCount>());
        var law = (await RegisterLaw.OfAsync(connection, cancellation)).Shelf;
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        foreach (var kind in query.Kinds)
        {
            var (past, on, coming) = (0L, 0L, 0L);
            while (await reader.ReadAsync(cancellation))
            {
                rows.Add(Read(reader, kind, query.AsOf, law.For(reader.TextOrNull(14))));
                (past, on, coming) = (reader.GetInt64(15), reader.GetInt64(16), reader.GetInt64(17));
            }

            counts.Add(new(Codes<TodayKind>.Of(kind), kind.Name(), kind.IsRaised(), past, on, coming, past + on + coming > MostCounted));
            await reader.NextResultAsync(cancellation);
        }

        var ordered = rows.OrderBy(row => row.Day).ThenBy(row => row.Kind).ThenBy(row => row.Id).ThenBy(row => row.Sub, StringComparer.Ordinal).ToList();
        var page = ordered.Take(query.Limit).ToList();
        return new()
        {
            AsOf = query.AsOf,
            Within = query.Within,
            Counts = query.After is null ? counts : [],
            Days = [.. page.GroupBy(row => row.Day).Select(day => new TodayDay(day.Key, [.. day.Select(row => row.Item)]))],
            NextCursor = ordered.Count > query.Limit ? new TodayCursor(page[^1].Day, page[^1].Kind, page[^1].Id, page[^1].Sub).Encode() : null,
        };
    }

    /// <summary>
    /// Parameters of every statement: $1 the day, $2 and $3 first and last day listed, $4 person, $5 zones, $6 how many are
    /// counted, $7 how many are given, $8 to $10 day, id and code after which the page begins, $11 statuses.
    /// </summary>
    private static NpgsqlBatchCommand Command(TodayKind kind, TodayQuery query, long[]? zones)
    {
        var (day, id, sub) = StartOf(kind, query.After);
        var command = new NpgsqlBatchCommand(Statement(kind, query.IsPast));
        foreach (var (value, type) in new (object?, NpgsqlDbType)[]
        {
            (query.AsOf, NpgsqlDbType.Date),
            (kind.FirstDay(query.AsOf, query.Within), NpgsqlDbType.Date),
            (query.AsOf.AddDays(query.Within), NpgsqlDbType.Date),
            (query.Person, NpgsqlDbType.Text),
            (zones, NpgsqlDbType.Array | NpgsqlDbType.Bigint),
            (query.After is null ? MostCounted + 1 : query.Limit + 1, NpgsqlDbType.Integer),
            (query.Limit + 1, NpgsqlDbType.Integer),
            (day, NpgsqlDbType.Date),
            (id, NpgsqlDbType.Bigint),
            (sub, NpgsqlDbType.Text),
            (kind.StatusesOf().Select(status => status.Code()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text),
        })
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        }

        return command;
    }

    /// <summary>
    /// The statement of a kind. LAND and HELD_LAND stand for the parcels, or those on hold, OFFICER for the officer of the case: as they
    /// are now, or as they were on the day, which costs more and is asked of past days only.
    /// </summary>
    private static string Statement(TodayKind kind, bool isPast)
    {
        var text = ClockDayOf(kind) is { } column
            ? EmbeddedSql.Read("Today/today_clock.sql").Replace("CLOCK_DAY", column, StringComparison.Ordinal)
            : EmbeddedSql.Read($"Today/today_{Codes<TodayKind>.Of(kind)}.sql");
        return text
            .Replace("HELD_LAND", isPast ? "registry.parcels_matching_as_of(null, null, null, null, null, true, null, null, $1)" : "registry.parcel", StringComparison.Ordinal)
            .Replace("LAND", isPast ? "registry.parcels_matching_as_of(null, null, null, null, null, null, null, null, $1)" : "registry.parcel", StringComparison.Ordinal)
            .Replace("OFFICER", isPast ? "registry.officer_of_case(c.id, $1)" : "c.officer", StringComparison.Ordinal);
    }

    /// <summary>The day of the clock's segments that a kind is about; null for kinds that are not the clock's.</summary>
    private static string? ClockDayOf(TodayKind kind) => kind switch
    {
        TodayKind.Suspicion => "suspected_from",
        TodayKind.Fee => "fee_from",
        TodayKind.Recovery => "recovery_from",
        _ => null,
    };

    /// <summary>Where a kind goes on after a cursor: kinds that stand before the cursor's are through with its day.</summary>
    private static (DateOnly? Day, long? Id, string? Sub) StartOf(TodayKind kind, TodayCursor? after) =>
        after is null ? (null, null, null)
        : kind < after.Kind ? (after.Day, long.MaxValue, "")
        : kind == after.Kind ? (after.Day, after.Id, after.Sub)
        : (after.Day, 0, "");

    private static Row Read(NpgsqlDataReader reader, TodayKind kind, DateOnly asOf, LawBook book)
    {
        var law = book.OnOrFirst(asOf);
        var (day, words) = (reader.GetFieldValue<DateOnly>(0), reader.TextOrNull(12));
        var term = kind == TodayKind.CaseDeadline && words is not null ? law.Terms.FirstOrDefault(one => one.Code == words) : null;
        var rule = kind.RuleOf(law);
        (Text Says, string Article)? tender = kind == TodayKind.TenderDeadline ? book.Tender.Words(words!) : null;
        return new(kind, day, reader.GetInt64(1), reader.GetString(2), new()
        {
            Kind = Codes<TodayKind>.Of(kind),
            KindName = kind.Name(),
            State = Codes<TodayState>.Of(kind.StateOn(day, asOf)),
            Day = day,
            DaysLeft = day.DayNumber - asOf.DayNumber,
            Says = tender?.Says ?? term?.Says ?? (words is { Length: > 0 } ? new(words, words) : rule?.Says ?? kind.Name()),
            Article = tender?.Article ?? term?.Article ?? rule?.Article,
            Who = reader.TextOrNull(13) is { Length: > 0 } who ? who : null,
            Person = reader.TextOrNull(11),
            ParcelId = reader.GetFieldValue<long?>(3),
            ParcelCode = reader.TextOrNull(4),
            ParcelName = reader.TextOrNull(5),
            ZoneId = reader.GetFieldValue<long?>(6),
            CaseId = reader.GetFieldValue<long?>(7),
            StrategyId = reader.GetFieldValue<long?>(8),
            EnterpriseId = reader.GetFieldValue<long?>(9),
            EnterpriseName = reader.TextOrNull(10),
        });
    }
}
