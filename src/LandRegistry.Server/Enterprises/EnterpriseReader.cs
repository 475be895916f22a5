using System.Globalization;
using System.Runtime.CompilerServices;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Evaluation;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Strategies;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Enterprises;

/// <summary>Which enterprises a list asks for; null where it does not ask.</summary>
internal sealed record EnterpriseQuery(string? Words, string? State, string? Scale, bool IdleOnly, bool ZombiesOnly, string[]? Strategies, long After, int Limit);

/// <summary>Reads enterprises: pages, one whole on a day.</summary>
internal sealed class EnterpriseReader(RegistryDb db, NpgsqlDataSource source, TimeProvider time, ZoneScope scope)
{
    private const int RowsAtATime = 500;

    private static readonly Text AreaRule = new(
        "宗地的使用者为其承租人和实际使用人，没有时为使用权人；单独使用的全部计入（自有或租赁），共用的等分计入，出租给他人的不计入使用权人。",
        "The users of a parcel are its lessees and occupiers, or else its holders. Who uses it alone counts all of it (owned or leased), several count equal parts, and what is let out does not count for the holder.");

    /// <summary>A page of enterprises, by id. Who is a zombie the Domain says, so that batches are read until the page is full.</summary>
    public async Task<EnterprisePage> PageAsync(EnterpriseQuery query, CancellationToken cancellation)
    {
        var rows = new List<EnterpriseRow>();
        for (var after = (long?)query.After; after is not null && rows.Count <= query.Limit;)
        {
            var batch = await BatchAsync(query with { After = after.Value }, cancellation);
            rows.AddRange(query.ZombiesOnly ? batch.Where(row => row.IsZombie == true) : batch);
            after = batch.Count > query.Limit ? batch[^1].Id : null;
        }

        return rows.Count <= query.Limit
            ? new(rows, null)
            : new(rows[..query.Limit], rows[query.Limit - 1].Id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>All rows of the list, in one snapshot, some hundreds at a time.</summary>
    public async IAsyncEnumerable<EnterpriseRow> AllAsync(EnterpriseQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var snapshot = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        for (var after = (long?)0; after is not null;)
        {
            var batch = await BatchAsync(query with { After = after.Value, Limit = RowsAtATime }, cancellation);
            foreach (var row in batch.Where(row => !query.ZombiesOnly || row.IsZombie == true))
            {
                yield return row;
            }

            after = batch.Count > RowsAtATime ? batch[^1].Id : null;
        }
    }

    /// <summary>Rows after an id: one more than the limit where there are more.</summary>
    private async Task<List<EnterpriseRow>> BatchAsync(EnterpriseQuery query, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Enterprises/enterprise_list.sql"), (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(Argument(SearchPatterns.Of(query.Words), NpgsqlDbType.Array | NpgsqlDbType.Text));
        command.Parameters.Add(Argument(query.State, NpgsqlDbType.Text));
        command.Parameters.Add(Argument(query.Scale, NpgsqlDbType.Text));
        command.Parameters.Add(Argument(query.After, NpgsqlDbType.Bigint));
        command.Parameters.Add(Argument(query.Limit + 1, NpgsqlDbType.Integer));
        command.Parameters.Add(Argument(RegisterDay.Today(time), NpgsqlDbType.Date));
        command.Parameters.Add(Argument(IdleEnterprise.Statuses.Select(status => status.Code()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text));
        command.Parameters.Add(Argument(IdleEnterprise.States.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text));
        command.Parameters.Add(Argument(query.IdleOnly, NpgsqlDbType.Boolean));
        command.Parameters.Add(Argument(query.Strategies, NpgsqlDbType.Array | NpgsqlDbType.Text));
        command.Parameters.Add(Argument(query.ZombiesOnly, NpgsqlDbType.Boolean));
        command.Parameters.Add(scope.Argument());
        var rows = new List<EnterpriseRow>();
        var signalled = new List<long>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                var (state, type) = (reader.TextOrNull(5), Codes<StrategyType>.Find(reader.TextOrNull(10)));
                if (reader.GetBoolean(11))
                {
                    signalled.Add(reader.GetInt64(0));
                }

                rows.Add(new()
                {
                    Id = reader.GetInt64(0),
                    Name = reader.GetString(1),
                    CreditCode = reader.TextOrNull(2),
                    IndustryCode = reader.TextOrNull(3),
                    Scale = reader.TextOrNull(4),
                    OperatingState = state,
                    OperatingStateName = OperatingStates.Name(state),
                    ParcelCount = reader.GetInt64(6),
                    IsIdle = reader.GetBoolean(7),
                    IsZombie = null,
                    StrategyType = type is { } known ? Codes<StrategyType>.Of(known) : null,
                    StrategyTypeName = type?.Name(),
                    Officer = reader.TextOrNull(8),
                    Version = reader.GetInt32(9),
                });
            }
        }

        return await WithZombiesAsync(rows, signalled, cancellation);
    }

    /// <summary>Of whom nothing was recorded it stays open.</summary>
    private async Task<List<EnterpriseRow>> WithZombiesAsync(List<EnterpriseRow> rows, List<long> signalled, CancellationToken cancellation)
    {
        if (signalled.Count == 0)
        {
            return rows;
        }

        var signals = (await db.Set<EnterpriseSignal>().AsNoTracking().Where(s => signalled.Contains(s.EnterpriseId)).ToListAsync(cancellation)).ToLookup(s => s.EnterpriseId);
        var today = RegisterDay.Today(time);
        return [.. rows.Select(row => signals.Contains(row.Id) ? row with { IsZombie = Assess(signals[row.Id], today).IsZombie } : row)];
    }

    /// <summary>All of an enterprise on a day; null when there is none.</summary>
    public async Task<EnterpriseDetail?> DetailAsync(long id, DateOnly asOf, CancellationToken cancellation)
    {
        var enterprise = await db.Set<Enterprise>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null, cancellation);
        if (enterprise is null)
        {
            return null;
        }

        var lands = await LandsAsync(id, asOf, cancellation);
        var metrics = await db.Set<EnterpriseMetric>().AsNoTracking().Where(m => m.EnterpriseId == id && m.FromOn <= asOf)
            .OrderByDescending(m => m.ToOn).ThenBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(cancellation);
        var states = await db.Set<EnterpriseState>().AsNoTracking().Where(s => s.EnterpriseId == id && s.OnDay <= asOf)
            .OrderByDescending(s => s.OnDay).ThenByDescending(s => s.Id).ToListAsync(cancellation);
        var signals = await db.Set<EnterpriseSignal>().AsNoTracking().Where(s => s.EnterpriseId == id).ToListAsync(cancellation);
        var strategy = await db.Set<RecordedStrategy>().AsNoTracking().SingleOrDefaultAsync(
            s => s.EnterpriseId == id && s.ApprovedOn <= asOf && (s.ReplacedOn == null || s.ReplacedOn > asOf), cancellation);
        var zombie = Assess(signals, asOf);
        var areas = EnterpriseLand.Sum(lands.Select(land => land.Counted));
        var state = states.Count > 0 ? states[0].State : enterprise.OperatingState;
        return new()
        {
            Id = enterprise.Id,
            Name = enterprise.Name,
            CreditCode = enterprise.CreditCode,
            IndustryCode = enterprise.IndustryCode,
            Scale = enterprise.Scale,
            OperatingState = state,
            OperatingStateName = OperatingStates.Name(state),
            ParcelCount = lands.Count,
            IsIdle = IdleEnterprise.Is(lands.Select(land => ParcelStatuses.Parse(land.Shape.Status)), state),
            IsZombie = zombie.IsZombie,
            StrategyType = strategy is null ? null : Codes<StrategyType>.Of(strategy.Type),
            StrategyTypeName = strategy?.Type.Name(),
            Officer = strategy?.Officer,
            Version = enterprise.Version,
            AsOf = asOf,
            FormerNames = enterprise.FormerNames,
            ProducingSince = enterprise.ProducingSince,
            IsExempt = enterprise.IsExempt,
            Areas = new(areas.OwnedSquareMetres, areas.LeasedSquareMetres, areas.SharedSquareMetres, AreaRule),
            Parcels = [.. lands.Select(land => land.Shape)],
            Metrics = [.. metrics.Select(m => new MetricShape(m.Id, m.Name, Metrics.Name(m.Name), m.FromOn, m.ToOn, m.Amount, m.IsEstimated, m.Source, m.Note, m.Version))],
            States = [.. states.Select(s => new StateShape(s.Id, s.State, OperatingStates.Name(s.State)!, s.OnDay, s.Causes, s.Source, s.Note, s.Version))],
            Zombie = Zombie(zombie),
            Strategy = strategy is null ? null : new(
                strategy.Id, strategy.Number, Codes<StrategyType>.Of(strategy.Type), strategy.Type.Name(), strategy.Leader, strategy.Officer, strategy.EndOn),
        };
    }

    private static ZombieAssessment Assess(IEnumerable<EnterpriseSignal> signals, DateOnly asOf) => ZombieCheck.Usual.Assess(
        [.. signals.Select(s => new ZombieEvidence(s.Signal, s.IsPresent, s.OnDay, new FactSource(s.Source, Document: s.Document)))], asOf);

    private static ZombieShape Zombie(ZombieAssessment found)
    {
        return new(found.Score, found.Possible, ZombieCheck.Usual.CutOff, found.IsZombie,
        [
            .. found.Findings.Select(finding => new ZombieSignalShape(
                finding.Signal.Code, finding.Signal.Says, finding.Signal.Weight, finding.IsPresent, finding.Evidence?.On, finding.Evidence?.Source.Document, finding.Evidence?.Source.Label)),
        ]);
    }

    private async Task<List<(EnterpriseParcel Shape, CountedLand Counted)>> LandsAsync(long id, DateOnly asOf, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Enterprises/enterprise_lands.sql"));
        command.Parameters.Add(Argument(id, NpgsqlDbType.Bigint));
        command.Parameters.Add(Argument(asOf, NpgsqlDbType.Date));
        command.Parameters.Add(scope.Argument());
        var lands = new List<(EnterpriseParcel, CountedLand)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var occupants = reader.GetFieldValue<long[]>(5).Zip(reader.GetFieldValue<string[]>(6), (enterprise, role) => new Occupant(enterprise, role)).ToList();
            var parcel = new OccupiedParcel(reader.GetInt64(0), reader.GetFieldValue<decimal?>(4), occupants);
            var counted = EnterpriseLand.Divide(parcel).First(part => part.EnterpriseId == id).Land;
            var status = reader.GetString(3);
            lands.Add((new(
                parcel.ParcelId, reader.TextOrNull(1), reader.TextOrNull(2), status, ParcelStatuses.Parse(status).Name(),
                [.. occupants.Where(one => one.EnterpriseId == id).Select(one => one.Role).Distinct()], parcel.AreaSquareMetres,
                Codes<LandShare>.Of(counted.Share), counted.Users, counted.CountedSquareMetres), counted));
        }

        return lands;
    }

    private static NpgsqlParameter Argument(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
