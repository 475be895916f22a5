using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Evaluation;
using LandRegistry.Domain.Law;
using LandRegistry.Server.Platform.Standbys;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Evaluations;

/// <summary>An enterprise that takes part, with what it is graded on.</summary>
internal sealed record Entrant(string Name, EnterprisePeriod Period, bool IsEstimated);

/// <summary>Reads what enterprises are graded on, set by set: three questions for however many enterprises.</summary>
internal sealed class EvaluationReader(StandbyReads reads)
{
    private readonly NpgsqlDataSource _source = reads.Source;

    /// <summary>All enterprises of a scale with their land on the last day and their figures of the period.</summary>
    public async Task<IReadOnlyList<Entrant>> EntrantsAsync(string scale, IReadOnlyList<string> figures, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var lands = await LandsAsync(to, cancellation);
        var metrics = await MetricsAsync(from, to, figures, cancellation);
        await using var command = _source.CreateCommand(EmbeddedSql.Read("Evaluations/evaluation_enterprises.sql"));
        command.Parameters.Add(new() { Value = scale == "all" ? DBNull.Value : scale, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = to });
        var entrants = new List<Entrant>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetInt64(0);
            var records = metrics.GetValueOrDefault(id) ?? [];
            var (values, estimated) = (new Dictionary<string, decimal>(), false);
            foreach (var name in figures)
            {
                if (Metrics.Of(records, name, from, to) is { } figure)
                {
                    values[name] = figure.Amount;
                    estimated |= figure.IsEstimated;
                }
            }

            var age = reader.GetFieldValue<DateOnly?>(3) is { } since ? DayCount.FullMonths(since, to) / 12 : (int?)null;
            entrants.Add(new(
                reader.GetString(1),
                new(id, reader.TextOrNull(2), EnterpriseLand.Sum(lands.GetValueOrDefault(id) ?? []), values, age, reader.GetBoolean(4)),
                estimated));
        }

        return entrants;
    }

    private async Task<Dictionary<long, List<CountedLand>>> LandsAsync(DateOnly day, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(EmbeddedSql.Read("Evaluations/evaluation_lands.sql"));
        command.Parameters.Add(new() { Value = day });
        var lands = new Dictionary<long, List<CountedLand>>();
        var (parcel, area, occupants) = (0L, (decimal?)null, new List<Occupant>());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (reader.GetInt64(0) != parcel)
            {
                Divide();
                (parcel, area) = (reader.GetInt64(0), reader.GetFieldValue<decimal?>(1));
                occupants.Clear();
            }

            occupants.Add(new(reader.GetInt64(2), reader.GetString(3)));
        }

        Divide();
        return lands;

        void Divide()
        {
            foreach (var (enterprise, land) in EnterpriseLand.Divide(new(parcel, area, occupants)))
            {
                if (!lands.TryGetValue(enterprise, out var list))
                {
                    lands[enterprise] = list = [];
                }

                list.Add(land);
            }
        }
    }

    private async Task<Dictionary<long, List<EnterpriseMetric>>> MetricsAsync(DateOnly from, DateOnly to, IReadOnlyList<string> figures, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(EmbeddedSql.Read("Evaluations/evaluation_metrics.sql"));
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = to });
        command.Parameters.Add(new() { Value = figures.ToArray() });
        var metrics = new Dictionary<long, List<EnterpriseMetric>>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var metric = new EnterpriseMetric
            {
                EnterpriseId = reader.GetInt64(0),
                Name = reader.GetString(1),
                FromOn = reader.GetFieldValue<DateOnly>(2),
                ToOn = reader.GetFieldValue<DateOnly>(3),
                Amount = reader.GetDecimal(4),
                IsEstimated = reader.GetBoolean(5),
            };
            if (!metrics.TryGetValue(metric.EnterpriseId, out var list))
            {
                metrics[metric.EnterpriseId] = list = [];
            }

            list.Add(metric);
        }

        return metrics;
    }
}
