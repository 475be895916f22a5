using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Cases;

/// <summary>How a command on a case ended.</summary>
internal abstract record CaseOutcome
{
    /// <summary>Written; the id of the case.</summary>
    public sealed record Done(long Id) : CaseOutcome;

    /// <summary>No such case, parcel or document.</summary>
    public sealed record Missing(Text What) : CaseOutcome;

    /// <summary>The case has changed since the caller saw it.</summary>
    public sealed record Stale : CaseOutcome;

    /// <summary>A rule forbids it.</summary>
    public sealed record Refused(Refusal Refusal) : CaseOutcome;
}

/// <summary>Where a case is to begin.</summary>
internal sealed record Opening(CaseStage Stage, DateOnly On, string? Officer, string? Number);

/// <summary>A service of a document, or its correction.</summary>
internal sealed record Service(DateOnly On, string? Proof);

/// <summary>Commands on one case. Each is one transaction, one change, on the version that the caller saw.</summary>
internal sealed class CaseCommands(RegistryDb db, CaseMove moves, CaseFacts facts, TimeProvider time)
{
    public static readonly Text Case = new("该案件", "such case");

    public static readonly Text Parcel = new("该宗地", "such parcel");

    public static readonly Text Document = new("该案件的这份文书", "such document of the case");

    /// <summary>Opens a case; a suspicion moves the parcel in the same change.</summary>
    public async Task<CaseOutcome> OpenAsync(long parcelId, Opening opening, ChangeOrigin origin, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        // The row lock makes two who open at once take turns.
        var parcel = await db.Set<Parcel>().FromSql($"select * from registry.parcel where id = {parcelId} and ended_on is null for update")
            .SingleOrDefaultAsync(cancellation);
        if (parcel is null)
        {
            return new CaseOutcome.Missing(Parcel);
        }

        if (await moves.OtherOpenAsync(parcelId, cancellation) is { } open)
        {
            return new CaseOutcome.Refused(CaseRefusals.CaseOpen(open));
        }

        if (opening.On > RegisterDay.Today(time))
        {
            return new CaseOutcome.Refused(ParcelRefusals.EffectiveInFuture(opening.On, RegisterDay.Today(time)));
        }

        var landCase = new LandCase { ParcelId = parcelId, Number = opening.Number, Officer = opening.Officer, OpenedOn = opening.On };
        landCase.Reach(CaseStage.Watched, opening.On);
        db.Add(landCase);
        await db.SaveChangesAsync(cancellation);
        db.Add(new RecordedStage { CaseId = landCase.Id, ParcelId = parcelId, Stage = CaseStage.Watched, OnDay = opening.On, Note = origin.Reason });
        await db.SaveChangesAsync(cancellation);
        var refusal = opening.Stage == CaseStage.Watched ? null : await moves.TakeAsync(landCase, opening.Stage, opening.On, origin.Reason, cancellation);
        return refusal is not null ? new CaseOutcome.Refused(refusal) : await FinishAsync(landCase, transaction, cancellation);
    }

    /// <summary>Takes a case to another stage, and its parcel with it.</summary>
    public Task<CaseOutcome> MoveAsync(long id, int version, CaseStage to, DateOnly on, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, landCase => moves.TakeAsync(landCase, to, on, origin.Reason, cancellation), cancellation);

    /// <summary>Puts a case into an officer's hands.</summary>
    public Task<CaseOutcome> AssignAsync(long id, int version, string? officer, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, landCase =>
        {
            landCase.Officer = officer;
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>Adds a record to a case, judged on its day.</summary>
    /// <param name="id">The case.</param>
    /// <param name="version">The version that the caller saw.</param>
    /// <param name="record">The record; case and parcel are filled in.</param>
    /// <param name="on">Its day.</param>
    /// <param name="origin">The change.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<CaseOutcome> AddAsync(long id, int version, CaseRecord record, DateOnly on, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, async landCase =>
        {
            if (await JudgeAsync(landCase, record, on, cancellation) is { } refusal)
            {
                return refusal;
            }

            (record.CaseId, record.ParcelId) = (landCase.Id, landCase.ParcelId);
            db.Add(record);
            await db.SaveChangesAsync(cancellation);
            if (record is RecordedMilestone milestone)
            {
                await facts.RecordAsync(landCase, milestone, cancellation);
            }

            return null;
        }, cancellation);

    /// <summary>Records the service of a document, or corrects it.</summary>
    public async Task<CaseOutcome> ServeAsync(long id, int version, long documentId, Service service, ChangeOrigin origin, CancellationToken cancellation)
    {
        var found = false;
        var outcome = await ChangeAsync(id, version, origin, async _ =>
        {
            if (await db.Set<RecordedDocument>().SingleOrDefaultAsync(paper => paper.Id == documentId && paper.CaseId == id, cancellation) is not { } paper)
            {
                return null;
            }

            found = true;
            if (service.On < paper.IssuedOn)
            {
                return CaseRefusals.ServedBeforeIssue(service.On, paper.IssuedOn);
            }

            (paper.ServedOn, paper.ProofOfService) = (service.On, service.Proof);
            return null;
        }, cancellation, () => found);
        return outcome is CaseOutcome.Done && !found ? new CaseOutcome.Missing(Document) : outcome;
    }

    private async Task<Refusal?> JudgeAsync(LandCase landCase, CaseRecord record, DateOnly on, CancellationToken cancellation)
    {
        if (on > RegisterDay.Today(time))
        {
            return ParcelRefusals.EffectiveInFuture(on, RegisterDay.Today(time));
        }

        if (record is not RecordedPlan plan)
        {
            return null;
        }

        // A plan that the law forbids is refused when it is drafted, not only when it is to be carried out.
        var history = await db.CaseHistoryAsync(landCase.Id, cancellation);
        var surroundings = await CaseSurroundings.ReadAsync(db, landCase.ParcelId, on, cancellation);
        return surroundings.Judged(history, await RegisterLaw.OfParcelAsync(db, landCase.ParcelId, cancellation), on) is not { } context
            ? CaseRefusals.BeforeStage(on, landCase.OpenedOn)
            : PlanGuards.JudgeMeasure(context with { File = context.File with { Plan = CaseHistory.PlanOf(plan) } });
    }

    private async Task<CaseOutcome> ChangeAsync(
        long id, int version, ChangeOrigin origin, Func<LandCase, Task<Refusal?>> change, CancellationToken cancellation, Func<bool>? keep = null)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        var landCase = await db.Set<LandCase>().SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (landCase is null)
        {
            return new CaseOutcome.Missing(Case);
        }

        if (landCase.Version != version)
        {
            return new CaseOutcome.Stale();
        }

        try
        {
            if (await change(landCase) is { } refusal)
            {
                return new CaseOutcome.Refused(refusal);
            }

            return keep?.Invoke() == false ? new CaseOutcome.Done(id) : await FinishAsync(landCase, transaction, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new CaseOutcome.Stale();
        }
    }

    /// <summary>The case itself is written with each of its records, so that its version tells of them all.</summary>
    private async Task<CaseOutcome> FinishAsync(
        LandCase landCase, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancellation)
    {
        db.Entry(landCase).Property(c => c.Stage).IsModified = true;
        await db.SaveChangesAsync(cancellation);
        await db.RefreshDeadlinesAsync(landCase, cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            select registry.announce(registry.current_change(), array[id], shape_mercator::box2d)
            from registry.parcel where id = {landCase.ParcelId}
            """, cancellation);
        await transaction.CommitAsync(cancellation);
        return new CaseOutcome.Done(landCase.Id);
    }
}
