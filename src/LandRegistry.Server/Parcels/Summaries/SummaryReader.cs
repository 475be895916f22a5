using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.Summaries;

/// <summary>Counts and areas of the parcels that a filter matches.</summary>
internal sealed class SummaryReader(StandbyReads reads, TimeProvider time)
{
    private readonly NpgsqlDataSource _source = reads.Source;

    /// <summary>Counts of the matching parcels by status, zone, use, officer, cause, or by what the stored answers say of them.</summary>
    public async Task<ParcelSummary> SummaryAsync(ParcelFilter filter, string by, CancellationToken cancellation)
    {
        filter = await _source.SpelledAsync(filter, cancellation);
        await using var command = Command(filter, by);
        var groups = new List<TallyGroup>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            groups.Add(await GroupAsync(reader, 0, cancellation));
        }

        // A parcel counts under each item that blocks it, and at each distance at which something is due.
        var total = by is "blocker" or "due" ? (await SummaryAsync(filter, "status", cancellation)).Total : Total(groups);
        return new(by, total, groups);
    }

    /// <summary>
    /// Counts of what the filter shows, and of the choices of its parts: for those all other parts are obeyed, their own is not. In one
    /// round trip; words are looked up once for all parts that the filter leaves open.
    /// </summary>
    /// <param name="filter">The filter.</param>
    /// <param name="seen">The zones that the person may see; null for any. The choices of zones are these.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<ParcelChoices> ChoicesAsync(ParcelFilter filter, long[]? seen, CancellationToken cancellation)
    {
        filter = await _source.SpelledAsync(filter, cancellation);
        var open = Parts(filter, seen).Where(part => !part.IsAsked).Select(part => part.By).Prepend("shown").ToArray();
        var asked = Parts(filter, seen).Where(part => part.IsAsked).ToArray();
        var groups = filter.AsOf is null ? await (filter.TallySuffices ? TalliedAsync(filter, seen, cancellation) : CountedAsync(filter, open, asked, cancellation))
            : await CountedAsOfAsync(filter, seen, cancellation);
        return new(
            Total(groups["shown"]), [.. groups["shown"]], [.. groups["status"]], [.. groups["zone"]], [.. groups["use"]], [.. groups["officer"]], [.. groups["cause"]]);
    }

    /// <summary>The parts of the filter that have choices, each with the filter as it is besides.</summary>
    private static IEnumerable<(string By, bool IsAsked, ParcelFilter Besides)> Parts(ParcelFilter filter, long[]? seen) =>
    [
        ("status", filter.Statuses is not null, filter with { Statuses = null }),
        ("zone", filter.Zones is not null && !ReferenceEquals(filter.Zones, seen), filter with { Zones = seen }),
        ("use", filter.LandUseCodes is not null, filter with { LandUseCodes = null }),
        ("officer", filter.Officers is not null, filter with { Officers = null }),
        ("cause", filter.IdleCauses is not null, filter with { IdleCauses = null }),
    ];

    private async Task<ILookup<string, TallyGroup>> TalliedAsync(ParcelFilter filter, long[]? seen, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(EmbeddedSql.Read("Parcels/Summaries/choices_of_tally.sql"));
        command.Parameters.AddRange(TallyArguments(filter));
        command.Parameters.Add(new() { Value = (object?)seen ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await GroupsAsync(reader, cancellation);
    }

    private async Task<ILookup<string, TallyGroup>> CountedAsync(
        ParcelFilter filter, string[] open, IEnumerable<(string By, bool IsAsked, ParcelFilter Besides)> asked, CancellationToken cancellation)
    {
        await using var batch = _source.CreateBatch();
        foreach (var (besides, parts) in asked.Select(part => (part.Besides, new[] { part.By })).Prepend((filter, open)))
        {
            var command = new NpgsqlBatchCommand(ParcelSet.Begun(EmbeddedSql.Read("Parcels/Summaries/choices_of_parcels.sql"), besides));
            command.Parameters.AddRange(ParcelSet.Arguments(besides));
            command.Parameters.Add(new() { Value = parts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await GroupsAsync(reader, cancellation);
    }

    private async Task<ILookup<string, TallyGroup>> CountedAsOfAsync(ParcelFilter filter, long[]? seen, CancellationToken cancellation)
    {
        var groups = new List<(string By, TallyGroup Group)>();
        foreach (var (by, _, besides) in Parts(filter, seen).Prepend(("shown", false, filter)))
        {
            var summary = await SummaryAsync(besides, by == "shown" ? "status" : by, cancellation);
            groups.AddRange(summary.Groups.Select(group => (by, group)));
        }

        return groups.ToLookup(group => group.By, group => group.Group);
    }

    private static async Task<ILookup<string, TallyGroup>> GroupsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var groups = new List<(string By, TallyGroup Group)>();
        do
        {
            while (await reader.ReadAsync(cancellation))
            {
                groups.Add((reader.GetString(0), await GroupAsync(reader, 1, cancellation)));
            }
        }
        while (await reader.NextResultAsync(cancellation));
        return groups.ToLookup(group => group.By, group => group.Group);
    }

    private static async Task<TallyGroup> GroupAsync(NpgsqlDataReader reader, int at, CancellationToken cancellation) =>
        new(await reader.IsDBNullAsync(at, cancellation) ? null : reader.GetString(at), reader.GetInt64(at + 1), reader.GetDecimal(at + 2));

    private static Tally Total(IEnumerable<TallyGroup> groups) =>
        groups.Aggregate(new Tally(0, 0), (sum, group) => new(sum.Count + group.Count, sum.AreaSquareMetres + group.AreaSquareMetres));

    private NpgsqlCommand Command(ParcelFilter filter, string by)
    {
        if (filter.AsOf is null && filter.TallySuffices && !IsAnswer(by))
        {
            var tallied = _source.CreateCommand(EmbeddedSql.Read("Parcels/Summaries/summary_of_tally.sql"));
            tallied.Parameters.AddRange(TallyArguments(filter));
            tallied.Parameters.Add(new() { Value = by });
            return tallied;
        }

        var fromFlows = filter.AsOf is not null && filter.CountsSuffice && by is ("status" or "zone");
        var command = _source.CreateCommand(ParcelSet.Begun(IsAnswer(by) ? AnswersSql(filter) : SummarySql(fromFlows, filter), filter));
        var arguments = ParcelSet.Arguments(filter);
        command.Parameters.AddRange(fromFlows ? [arguments[0], arguments[1], arguments[5]] : arguments);
        command.Parameters.Add(new() { Value = by });
        command.Parameters.Add(ParcelSet.DayArgument(filter.AsOf ?? RegisterDay.Today(time)));
        return command;
    }

    /// <summary>Statuses, zones, uses, hold, officers and causes.</summary>
    private static NpgsqlParameter[] TallyArguments(ParcelFilter filter)
    {
        var arguments = ParcelSet.Arguments(filter);
        return [arguments[0], arguments[1], arguments[2], arguments[5], arguments[8], arguments[9]];
    }

    private static bool IsAnswer(string by) => by is "readiness" or "blocker" or "due";

    private static string AnswersSql(ParcelFilter filter) => EmbeddedSql.Read("Parcels/Summaries/summary_of_answers.sql").Replace(
        "MATCHING",
        filter.AsOf is not null ? "registry.periods_matching($1, $2, $3, $4, $5, $6, $7, $8, $18, $9, $10, $11, $12, $13, $14, $15)"
            : "(select p.id as parcel_id, p.area_square_metres from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) p)",
        StringComparison.Ordinal);

    private static string SummarySql(bool fromFlows, ParcelFilter filter) => EmbeddedSql.Read(
        fromFlows ? "Parcels/Summaries/summary_of_counts_as_of.sql"
        : filter.AsOf is not null ? "Parcels/Summaries/summary_of_parcels_as_of.sql"
        : "Parcels/Summaries/summary_of_parcels.sql");
}
