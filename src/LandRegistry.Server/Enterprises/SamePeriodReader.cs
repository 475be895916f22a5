using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Enterprises;

/// <summary>Figures of a period beside those of the same period of the year before.</summary>
/// <param name="Metric">Code of the figure.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="BeforeFrom">First day of the year before.</param>
/// <param name="BeforeTo">Last day of the year before, inclusive.</param>
/// <param name="TolerancePercent">Within which a figure counts as level, both ends inclusive.</param>
/// <param name="InProduction">Enterprises in production; the buckets part them.</param>
/// <param name="Buckets">Counts and sums.</param>
/// <param name="Items">Enterprises of the bucket asked for, the largest fall first.</param>
public sealed record SamePeriodAnswer(
    string Metric, Text Name, DateOnly From, DateOnly To, DateOnly BeforeFrom, DateOnly BeforeTo, decimal TolerancePercent, int InProduction,
    IReadOnlyList<SamePeriodTally> Buckets, IReadOnlyList<SamePeriodRow> Items);

/// <summary>A bucket: level, above, below or not_comparable, with the sums of what is known in it.</summary>
public sealed record SamePeriodTally(string Bucket, int Count, decimal Now, decimal Before);

/// <summary>An enterprise and its figures; null is unknown. The change is a share of the former figure.</summary>
public sealed record SamePeriodRow(long EnterpriseId, string EnterpriseName, Text? OperatingStateName, string Bucket, decimal? Now, decimal? Before, decimal? Change, bool IsEstimated);

/// <summary>What the comparison asks for.</summary>
internal sealed record SamePeriodQuery(string Metric, DateOnly From, DateOnly To, decimal Tolerance, SamePeriodBucket? Bucket, int Limit);

/// <summary>Compares the figures of enterprises in production with the same period of the year before.</summary>
internal sealed class SamePeriodReader(StandbyReads reads)
{
    private readonly NpgsqlDataSource _source = reads.Source;

    private static readonly string[] Producing = ["normal", "limited", "loss_making", "resumed", "trial"];

    public async Task<SamePeriodAnswer> ReadAsync(SamePeriodQuery query, CancellationToken cancellation)
    {
        var (from, to) = SamePeriod.YearBefore(query.From, query.To);
        var records = await RecordsAsync(query, from, to, cancellation);
        var rows = new List<SamePeriodRow>();
        await using var command = _source.CreateCommand(EmbeddedSql.Read("Enterprises/same_period_enterprises.sql"));
        command.Parameters.Add(new() { Value = Producing, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            List<EnterpriseMetric> own = records.TryGetValue(reader.GetInt64(0), out var found) ? found : [];
            var now = Metrics.Of(own, query.Metric, query.From, query.To);
            var before = Metrics.Of(own, query.Metric, from, to);
            var change = now is { } one && before is { } other && other.Amount != 0 ? Math.Round((one.Amount - other.Amount) / Math.Abs(other.Amount), 4) : (decimal?)null;
            rows.Add(new(
                reader.GetInt64(0), reader.GetString(1), OperatingStates.Name(reader.TextOrNull(2)),
                Codes<SamePeriodBucket>.Of(SamePeriod.Judge(now?.Amount, before?.Amount, query.Tolerance)), now?.Amount, before?.Amount, change,
                now?.IsEstimated == true || before?.IsEstimated == true));
        }

        var wanted = query.Bucket is { } bucket ? Codes<SamePeriodBucket>.Of(bucket) : null;
        return new(
            query.Metric, Metrics.Name(query.Metric), query.From, query.To, from, to, query.Tolerance * 100, rows.Count,
            [.. Codes<SamePeriodBucket>.All.Select(code => Tally(code, rows))],
            [.. rows.Where(row => wanted is null || row.Bucket == wanted).OrderBy(row => row.Change is null).ThenBy(row => row.Change).ThenBy(row => row.EnterpriseId).Take(query.Limit)]);
    }

    private static SamePeriodTally Tally(string bucket, List<SamePeriodRow> rows)
    {
        var own = rows.FindAll(row => row.Bucket == bucket);
        return new(bucket, own.Count, own.Sum(row => row.Now ?? 0), own.Sum(row => row.Before ?? 0));
    }

    private async Task<Dictionary<long, List<EnterpriseMetric>>> RecordsAsync(SamePeriodQuery query, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(EmbeddedSql.Read("Enterprises/same_period_metrics.sql"));
        command.Parameters.Add(new() { Value = query.Metric });
        foreach (var day in new[] { query.From, query.To, from, to })
        {
            command.Parameters.Add(new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date });
        }

        var records = new Dictionary<long, List<EnterpriseMetric>>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetInt64(0);
            if (!records.TryGetValue(id, out var own))
            {
                records.Add(id, own = []);
            }

            own.Add(new()
            {
                EnterpriseId = id, Name = query.Metric, FromOn = reader.GetFieldValue<DateOnly>(1), ToOn = reader.GetFieldValue<DateOnly>(2),
                Amount = reader.GetDecimal(3), IsEstimated = reader.GetBoolean(4),
            });
        }

        return records;
    }
}
