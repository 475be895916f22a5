using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Strategies;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LandRegistry.Server.Strategies;

/// <summary>Reads strategies: one, all of an enterprise, and the gap report.</summary>
internal sealed class StrategyReader(RegistryDb db, NpgsqlDataSource source, TimeProvider time, ZoneScope scope)
{
    private sealed record Idle(long Id, string Name, string? State, long Parcels);

    /// <summary>One version; null when there is none.</summary>
    public async Task<StrategyDetail?> OneAsync(long id, CancellationToken cancellation)
    {
        var strategy = await db.Set<RecordedStrategy>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation);
        return strategy is null ? null : (await ShapesAsync([strategy], cancellation))[0];
    }

    /// <summary>All versions of an enterprise, newest first; null when there is no such enterprise.</summary>
    public async Task<IReadOnlyList<StrategyDetail>?> OfEnterpriseAsync(long enterpriseId, CancellationToken cancellation)
    {
        if (!await db.Set<Enterprise>().AnyAsync(e => e.Id == enterpriseId && e.EndedOn == null, cancellation))
        {
            return null;
        }

        var versions = await db.Set<RecordedStrategy>().AsNoTracking().Where(s => s.EnterpriseId == enterpriseId)
            .OrderByDescending(s => s.Number).ToListAsync(cancellation);
        return await ShapesAsync(versions, cancellation);
    }

    /// <summary>A page of the idle enterprises that lack a current strategy or one of its slots, by the enterprise's id.</summary>
    public async Task<StrategyGapPage> GapsAsync(long after, int limit, CancellationToken cancellation)
    {
        var today = RegisterDay.Today(time);
        var gaps = new List<StrategyGapRow>();
        for (var more = true; more && gaps.Count <= limit;)
        {
            var batch = await IdleAsync(after, 500, cancellation);
            more = batch.Count == 500;
            after = batch.Count > 0 ? batch[^1].Id : after;
            var ids = batch.Select(one => one.Id).ToArray();
            var books = (await db.Set<RecordedStrategy>().AsNoTracking().Where(s => ids.Contains(s.EnterpriseId) && s.ApprovedOn != null).ToListAsync(cancellation))
                .GroupBy(s => s.EnterpriseId).ToDictionary(group => group.Key, group => new StrategyBook([.. group.Select(s => s.Of([]))]));
            var known = batch.ToDictionary(one => one.Id);
            gaps.AddRange(StrategyGaps.Of(ids, books, today).Select(gap => new StrategyGapRow(
                gap.EnterpriseId, known[gap.EnterpriseId].Name, known[gap.EnterpriseId].State, known[gap.EnterpriseId].Parcels, gap.HasStrategy, gap.Missing)));
        }

        return gaps.Count <= limit
            ? new(gaps, null)
            : new(gaps[..limit], gaps[limit - 1].EnterpriseId.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<List<Idle>> IdleAsync(long after, int limit, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Strategies/idle_enterprises.sql"));
        command.Parameters.Add(new() { Value = IdleEnterprise.Statuses.Select(status => status.Code()).ToArray() });
        command.Parameters.Add(new() { Value = IdleEnterprise.States.ToArray() });
        command.Parameters.Add(new() { Value = RegisterDay.Today(time) });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = limit });
        command.Parameters.Add(scope.Argument());
        var idle = new List<Idle>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            idle.Add(new(reader.GetInt64(0), reader.GetString(1), reader.TextOrNull(2), reader.GetInt64(3)));
        }

        return idle;
    }

    private async Task<List<StrategyDetail>> ShapesAsync(IReadOnlyList<RecordedStrategy> strategies, CancellationToken cancellation)
    {
        var (ids, enterprises) = (strategies.Select(s => s.Id).ToArray(), strategies.Select(s => s.EnterpriseId).Distinct().ToArray());
        var steps = (await db.Set<RecordedStep>().AsNoTracking().Where(step => ids.Contains(step.StrategyId)).ToListAsync(cancellation)).ToLookup(step => step.StrategyId);
        var names = await db.Set<Enterprise>().AsNoTracking().Where(e => enterprises.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, cancellation);
        return [.. strategies.Select(strategy => Shape(strategy, strategy.Of(steps[strategy.Id]), names[strategy.EnterpriseId]))];
    }

    private StrategyDetail Shape(RecordedStrategy row, Strategy strategy, string enterprise)
    {
        var today = RegisterDay.Today(time);
        return new()
        {
            Id = row.Id,
            EnterpriseId = row.EnterpriseId,
            EnterpriseName = enterprise,
            Number = row.Number,
            Type = Codes<StrategyType>.Of(row.Type),
            TypeName = row.Type.Name(),
            Leader = row.Leader,
            Officer = row.Officer,
            PlanDocument = row.PlanDocument,
            Court = (row.CourtKind ?? row.CourtName ?? row.CourtCaseNumber) is null
                ? null
                : new(row.CourtKind, row.CourtName, row.CourtCaseNumber, row.CourtAdministrator, row.CourtAcceptedOn),
            Investor = row.Investor,
            InvestorStage = row.InvestorStage is { } stage ? Codes<InvestorStage>.Of(stage) : null,
            InvestorStageName = row.InvestorStage?.Name(),
            Target = Figures(strategy.Target),
            Result = Figures(strategy.Result),
            IsExemplar = row.IsExemplar,
            EndOn = row.EndOn,
            ApprovedOn = row.ApprovedOn,
            ReplacedOn = row.ReplacedOn,
            IsCurrent = strategy.IsCurrentOn(today),
            Missing = StrategyBook.Gaps(strategy),
            Steps = [.. BackSchedule.Of(strategy).Select((step, i) => new StrategyStepShape(
                i + 1, step.Step.Name, step.Step.Days, step.Step.Department, step.Step.Assignee, step.StartBy, step.DueOn, step.Step.DoneOn, step.IsLateOn(today)))],
            Note = row.Note,
            Version = row.Version,
        };
    }

    private static StrategyFigures Figures(Outcome outcome) =>
        new(outcome.AreaReleasedSquareMetres, outcome.InvestmentYuan, outcome.YearlyTaxYuan, outcome.Jobs);
}
