using LandRegistry.Domain.Common;
using LandRegistry.Domain.Projects;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LandRegistry.Server.Projects;

/// <summary>How a command on a record of the pool ended.</summary>
internal abstract record PoolOutcome
{
    /// <summary>Written; the id of the record.</summary>
    public sealed record Done(long Id) : PoolOutcome;

    /// <summary>No such record.</summary>
    public sealed record Missing(Text What) : PoolOutcome;

    /// <summary>The record has changed since the caller saw it.</summary>
    public sealed record Stale : PoolOutcome;

    /// <summary>A rule forbids it.</summary>
    public sealed record Refused(Refusal Refusal) : PoolOutcome;
}

/// <summary>What the commands on records of the pool share: one transaction, one change, on the version that the caller saw.</summary>
internal sealed class PoolChanges(RegistryDb db)
{
    /// <summary>Changes one record.</summary>
    /// <param name="id">The record.</param>
    /// <param name="version">The version that the caller saw.</param>
    /// <param name="what">What it is called where there is none.</param>
    /// <param name="origin">Who and why.</param>
    /// <param name="change">Changes it; an outcome ends the command without a write.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<PoolOutcome> ChangeAsync<T>(long id, int version, Text what, ChangeOrigin origin, Func<T, Task<PoolOutcome?>> change, CancellationToken cancellation)
        where T : ProjectRecord
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        if (await db.Set<T>().SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } record)
        {
            return new PoolOutcome.Missing(what);
        }

        if (record.Version != version)
        {
            return new PoolOutcome.Stale();
        }

        try
        {
            if (await change(record) is { } ended)
            {
                return ended;
            }

            // Written with each of its records, so that its version tells of them all.
            db.Entry(record).Property(one => one.Note).IsModified = true;
            await FinishAsync(transaction, ParcelOf(record), cancellation);
            return new PoolOutcome.Done(id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new PoolOutcome.Stale();
        }
    }

    /// <summary>Writes and tells every open window.</summary>
    public async Task FinishAsync(IDbContextTransaction transaction, long? parcelId, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        long[] parcels = parcelId is { } parcel ? [parcel] : [];
        await db.Database.ExecuteSqlAsync(
            $"""
            select registry.announce(registry.current_change(), {parcels}, (select st_extent(shape_mercator)::box2d from registry.parcel where id = any ({parcels})))
            """, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static long? ParcelOf(ProjectRecord record) => record switch
    {
        RecordedCourtship courtship => courtship.ParcelId,
        RecordedFloor floor => floor.ParcelId,
        _ => null,
    };
}

/// <summary>Commands on one project.</summary>
internal sealed class ProjectCommands(RegistryDb db, PoolChanges changes)
{
    public static readonly Text Project = new("该项目", "such project");

    /// <summary>Enters a project with its first stage.</summary>
    public async Task<PoolOutcome> EnterAsync(Action<RecordedProject> describe, ProjectStage stage, DateOnly since, DateOnly today, ChangeOrigin origin, CancellationToken cancellation)
    {
        if (since > today)
        {
            return new PoolOutcome.Refused(ProjectRefusals.InFuture(since, today));
        }

        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        var project = new RecordedProject { Stage = stage, StageSince = since, ReviewedOn = today };
        describe(project);
        db.Add(project);
        await db.SaveChangesAsync(cancellation);
        db.Add(new RecordedProjectEvent { ProjectId = project.Id, Stage = stage, OnDay = since, Note = origin.Reason });
        await changes.FinishAsync(transaction, parcelId: null, cancellation);
        return new PoolOutcome.Done(project.Id);
    }

    /// <summary>Tells a project anew; whoever does has looked at it.</summary>
    public Task<PoolOutcome> DescribeAsync(long id, int version, Action<RecordedProject> describe, DateOnly today, ChangeOrigin origin, CancellationToken cancellation) =>
        changes.ChangeAsync<RecordedProject>(id, version, Project, origin, project =>
        {
            describe(project);
            project.ReviewedOn = today;
            return Task.FromResult<PoolOutcome?>(null);
        }, cancellation);

    /// <summary>Takes a project to a stage.</summary>
    public Task<PoolOutcome> MoveAsync(long id, int version, ProjectStage to, DateOnly on, (decimal? Agreed, decimal? Arrived) money, DateOnly today, ChangeOrigin origin, CancellationToken cancellation) =>
        changes.ChangeAsync<RecordedProject>(id, version, Project, origin, project =>
        {
            if (ProjectMoves.Judge(project.Stage, project.StageSince, to, on, today) is { } refusal)
            {
                return Task.FromResult<PoolOutcome?>(new PoolOutcome.Refused(refusal));
            }

            (project.Stage, project.StageSince, project.ReviewedOn) = (to, on, today);
            (project.AgreedYuan, project.ArrivedYuan) = (money.Agreed ?? project.AgreedYuan, money.Arrived ?? project.ArrivedYuan);
            db.Add(new RecordedProjectEvent { ProjectId = id, Stage = to, OnDay = on, Note = origin.Reason });
            return Task.FromResult<PoolOutcome?>(null);
        }, cancellation);

    /// <summary>Says that the entry still holds.</summary>
    public Task<PoolOutcome> ReviewAsync(long id, int version, DateOnly on, DateOnly today, ChangeOrigin origin, CancellationToken cancellation) =>
        changes.ChangeAsync<RecordedProject>(id, version, Project, origin, project =>
        {
            if (on > today)
            {
                return Task.FromResult<PoolOutcome?>(new PoolOutcome.Refused(ProjectRefusals.InFuture(on, today)));
            }

            if (on < project.ReviewedOn)
            {
                return Task.FromResult<PoolOutcome?>(new PoolOutcome.Refused(ProjectRefusals.BeforeFormer(on, project.ReviewedOn)));
            }

            project.ReviewedOn = on;
            return Task.FromResult<PoolOutcome?>(null);
        }, cancellation);
}
