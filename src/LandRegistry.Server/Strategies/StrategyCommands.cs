using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Strategies;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Strategies;

/// <summary>How a command on a strategy ended.</summary>
internal abstract record StrategyEnd
{
    /// <summary>Written; the id of the strategy.</summary>
    public sealed record Done(long Id) : StrategyEnd;

    /// <summary>No such strategy, enterprise or step.</summary>
    public sealed record Missing(Text What) : StrategyEnd;

    /// <summary>The strategy has changed since the caller saw it.</summary>
    public sealed record Stale : StrategyEnd;

    /// <summary>A rule forbids it.</summary>
    public sealed record Refused(Refusal Refusal) : StrategyEnd;
}

/// <summary>What is told of an approved strategy; null leaves what is.</summary>
internal sealed record StrategyProgress(string? Investor, InvestorStage? Stage, Outcome? Result, bool? IsExemplar);

/// <summary>Commands on strategies. Each is one transaction, one change, on the version that the caller saw.</summary>
internal sealed class StrategyCommands(RegistryDb db, TimeProvider time)
{
    public static readonly Text Strategy = new("该一企一策方案", "such strategy");

    public static readonly Text Enterprise = new("该企业", "such enterprise");

    public static readonly Text Step = new("该方案的这个步骤", "such step of the strategy");

    /// <summary>Drafts the next version of an enterprise's strategy.</summary>
    public async Task<StrategyEnd> DraftAsync(Strategy draft, string? note, ChangeOrigin origin, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        if (!await LockEnterpriseAsync(draft.EnterpriseId, cancellation))
        {
            return new StrategyEnd.Missing(Enterprise);
        }

        var book = await BookAsync(draft.EnterpriseId, cancellation);
        var drafted = book.Draft(draft).Versions[^1];
        var row = new RecordedStrategy { Note = note };
        row.Take(drafted);
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        await WriteStepsAsync(row, drafted, cancellation);
        await transaction.CommitAsync(cancellation);
        return new StrategyEnd.Done(row.Id);
    }

    /// <summary>Copies a strategy as a draft for another enterprise.</summary>
    public async Task<StrategyEnd> CopyAsync(long id, long enterpriseId, DateOnly endOn, ChangeOrigin origin, CancellationToken cancellation) =>
        await db.Set<RecordedStrategy>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is { } row
            ? await DraftAsync(row.Of(await StepsAsync(id, cancellation)).CopyFor(enterpriseId, endOn), row.Note, origin, cancellation)
            : new StrategyEnd.Missing(Strategy);

    /// <summary>Writes a draft anew; an approved version is not altered.</summary>
    public Task<StrategyEnd> RedraftAsync(long id, int version, Strategy draft, string? note, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, async row =>
        {
            if (row.ApprovedOn is not null)
            {
                return new StrategyEnd.Refused(StrategyRefusals.AlreadyApproved(row.Number));
            }

            var redrafted = draft with { EnterpriseId = row.EnterpriseId, Version = row.Number };
            row.Take(redrafted);
            row.Note = note;
            await WriteStepsAsync(row, redrafted, cancellation);
            return null;
        }, cancellation);

    /// <summary>Approves a draft; it replaces the current version.</summary>
    public Task<StrategyEnd> ApproveAsync(long id, int version, DateOnly on, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, async row =>
        {
            if (on > RegisterDay.Today(time))
            {
                return new StrategyEnd.Refused(StrategyRefusals.ApprovalInFuture(on, RegisterDay.Today(time)));
            }

            await LockEnterpriseAsync(row.EnterpriseId, cancellation);
            var book = await BookAsync(row.EnterpriseId, cancellation);
            var (approved, refusal) = book.Approve(row.Number, on, (await RegisterLaw.OfAsync(db, cancellation)).Shelf.General.OnOrFirst(on));
            if (refusal is not null)
            {
                return new StrategyEnd.Refused(refusal);
            }

            var rows = await db.Set<RecordedStrategy>().Where(s => s.EnterpriseId == row.EnterpriseId).ToListAsync(cancellation);
            foreach (var one in rows)
            {
                var now = approved!.Versions.Single(candidate => candidate.Version == one.Number);
                (one.ApprovedOn, one.ReplacedOn) = (now.ApprovedOn, now.ReplacedOn);
            }

            return null;
        }, cancellation);

    /// <summary>Tells what an approved strategy has reached.</summary>
    public Task<StrategyEnd> ReportAsync(long id, int version, StrategyProgress progress, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, row =>
        {
            row.Investor = progress.Investor ?? row.Investor;
            row.InvestorStage = progress.Stage ?? row.InvestorStage;
            row.IsExemplar = progress.IsExemplar ?? row.IsExemplar;
            if (progress.Result is { } result)
            {
                row.TakeResult(result);
            }

            return Task.FromResult<StrategyEnd?>(null);
        }, cancellation);

    /// <summary>Marks a step of an approved strategy done, or not done after all.</summary>
    public Task<StrategyEnd> MarkStepAsync(long id, int version, int position, DateOnly? on, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, async row =>
        {
            if (row.ApprovedOn is null)
            {
                return new StrategyEnd.Refused(StrategyRefusals.NotApproved(row.Number));
            }

            if (on > RegisterDay.Today(time))
            {
                return new StrategyEnd.Refused(StrategyRefusals.ApprovalInFuture(on.Value, RegisterDay.Today(time)));
            }

            if (await db.Set<RecordedStep>().SingleOrDefaultAsync(step => step.StrategyId == id && step.Position == position, cancellation) is not { } found)
            {
                return new StrategyEnd.Missing(Step);
            }

            found.DoneOn = on;
            return null;
        }, cancellation);

    private async Task<StrategyEnd> ChangeAsync(
        long id, int version, ChangeOrigin origin, Func<RecordedStrategy, Task<StrategyEnd?>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        if (await db.Set<RecordedStrategy>().SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } row)
        {
            return new StrategyEnd.Missing(Strategy);
        }

        if (row.Version != version)
        {
            return new StrategyEnd.Stale();
        }

        try
        {
            if (await change(row) is { } ended)
            {
                return ended;
            }

            // Written with each of its steps, so that its version tells of them all.
            db.Entry(row).Property(s => s.Number).IsModified = true;
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StrategyEnd.Stale();
        }

        await transaction.CommitAsync(cancellation);
        return new StrategyEnd.Done(id);
    }

    /// <summary>Two who draft or approve for one enterprise take turns.</summary>
    private async Task<bool> LockEnterpriseAsync(long enterpriseId, CancellationToken cancellation) =>
        await db.Set<Enterprise>().FromSql($"select * from registry.enterprise where id = {enterpriseId} and ended_on is null for update").AsNoTracking()
            .FirstOrDefaultAsync(cancellation) is not null;

    private async Task<StrategyBook> BookAsync(long enterpriseId, CancellationToken cancellation)
    {
        var rows = await db.Set<RecordedStrategy>().AsNoTracking().Where(s => s.EnterpriseId == enterpriseId).OrderBy(s => s.Number).ToListAsync(cancellation);
        var steps = (await db.Set<RecordedStep>().AsNoTracking().Where(step => step.EnterpriseId == enterpriseId).ToListAsync(cancellation)).ToLookup(step => step.StrategyId);
        return new([.. rows.Select(row => row.Of(steps[row.Id]))]);
    }

    private Task<List<RecordedStep>> StepsAsync(long strategyId, CancellationToken cancellation) =>
        db.Set<RecordedStep>().Where(step => step.StrategyId == strategyId).OrderBy(step => step.Position).ToListAsync(cancellation);

    /// <summary>Steps are written over by their position; those left over are withdrawn.</summary>
    private async Task WriteStepsAsync(RecordedStrategy row, Strategy strategy, CancellationToken cancellation)
    {
        var rows = await StepsAsync(row.Id, cancellation);
        var schedule = BackSchedule.Of(strategy);
        for (var i = 0; i < Math.Max(rows.Count, schedule.Count); i++)
        {
            if (i >= schedule.Count)
            {
                rows[i].Withdrawn = true;
                continue;
            }

            if (i >= rows.Count)
            {
                rows.Add(new() { StrategyId = row.Id, EnterpriseId = row.EnterpriseId, Position = i + 1 });
                db.Add(rows[i]);
            }

            rows[i].Take(schedule[i]);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
