using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Tenders;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace LandRegistry.Server.Tenders;

/// <summary>How a command on a tender ended.</summary>
internal abstract record TenderOutcome
{
    /// <summary>Written; the id of the tender.</summary>
    public sealed record Done(long Id) : TenderOutcome;

    /// <summary>No such tender or parcel.</summary>
    public sealed record Missing(Text What) : TenderOutcome;

    /// <summary>The tender has changed since the caller saw it.</summary>
    public sealed record Stale : TenderOutcome;

    /// <summary>A rule forbids it.</summary>
    public sealed record Refused(Refusal Refusal) : TenderOutcome;
}

/// <summary>What a plan of a tender says.</summary>
internal sealed record TenderPlan(
    TenderMethod Method, string? Number, DateOnly PlannedOn, DateOnly? OpensOn, DateOnly? ClosesOn, decimal? StartingPriceYuan, decimal? ReservePriceYuan, decimal? DepositYuan, string? Note)
{
    public void WriteTo(RecordedTender tender)
    {
        (tender.Method, tender.Number, tender.OpensOn, tender.ClosesOn) = (Method, Number, OpensOn, ClosesOn);
        (tender.StartingPriceYuan, tender.ReservePriceYuan, tender.DepositYuan, tender.Note) = (StartingPriceYuan, ReservePriceYuan, DepositYuan, Note);
    }
}

/// <summary>What is said of an indicator.</summary>
internal sealed record IndicatorMark(string Code, decimal? Promised, decimal? Found, DateOnly CheckedOn, string? Note);

/// <summary>Commands on one tender. Each is one transaction, one change, on the version that the caller saw.</summary>
internal sealed class TenderCommands(RegistryDb db, TenderMove moves)
{
    public static readonly Text Tender = new("该出让", "such tender");

    public static readonly Text Parcel = new("该宗地", "such parcel");

    /// <summary>Plans a tender; after one that failed it is the next round.</summary>
    public async Task<TenderOutcome> PlanAsync(long parcelId, TenderPlan plan, ChangeOrigin origin, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        // The row lock makes two who plan at once take turns.
        var parcel = await db.Set<Parcel>().FromSql($"select * from registry.parcel where id = {parcelId} and ended_on is null for update").SingleOrDefaultAsync(cancellation);
        if (parcel is null)
        {
            return new TenderOutcome.Missing(Parcel);
        }

        var latest = await db.Set<RecordedTender>().Where(one => one.ParcelId == parcelId).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancellation);
        if (latest is { EndedOn: null })
        {
            return new TenderOutcome.Refused(TenderRefusals.Open(latest.Stage));
        }

        var again = latest is { Stage: TenderStage.Failed or TenderStage.Terminated };
        var tender = new RecordedTender
        {
            ParcelId = parcelId, PlannedOn = plan.PlannedOn, StageSince = plan.PlannedOn, Round = again ? latest!.Round + 1 : 1, PreviousId = again ? latest!.Id : null,
        };
        plan.WriteTo(tender);
        db.Add(tender);
        await db.SaveChangesAsync(cancellation);
        db.Add(new RecordedTenderEvent { TenderId = tender.Id, ParcelId = parcelId, Stage = TenderStage.Planned, OnDay = plan.PlannedOn, Note = origin.Reason });
        await FinishAsync(tender, transaction, cancellation);
        return new TenderOutcome.Done(tender.Id);
    }

    /// <summary>Alters a plan that is not announced yet.</summary>
    public Task<TenderOutcome> AlterAsync(long id, int version, TenderPlan plan, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, tender =>
        {
            if (tender.Stage != TenderStage.Planned)
            {
                return Task.FromResult<Refusal?>(TenderRefusals.NotNext(tender.Stage, TenderStage.Planned));
            }

            plan.WriteTo(tender);
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>Takes a tender to another stage, and its parcel with it.</summary>
    public Task<TenderOutcome> MoveAsync(long id, int version, TenderStep step, ContractTerms terms, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, tender => moves.TakeAsync(tender, step, terms, origin.Reason, cancellation), cancellation);

    /// <summary>Promises an indicator, or says what was found.</summary>
    public Task<TenderOutcome> MarkAsync(long id, int version, IndicatorMark mark, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, async tender =>
        {
            var row = await db.Set<RecordedTenderIndicator>().SingleOrDefaultAsync(one => one.TenderId == id && one.Code == mark.Code, cancellation);
            if (row is null)
            {
                row = new() { TenderId = id, ParcelId = tender.ParcelId, Code = mark.Code };
                db.Add(row);
            }

            row.Promised = mark.Promised ?? row.Promised;
            row.Note = mark.Note ?? row.Note;
            if (mark.Found is { } found)
            {
                (row.Found, row.CheckedOn, row.CheckedBy) = (found, mark.CheckedOn, origin.Actor);
            }

            return null;
        }, cancellation);

    private async Task<TenderOutcome> ChangeAsync(long id, int version, ChangeOrigin origin, Func<RecordedTender, Task<Refusal?>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        if (await db.Set<RecordedTender>().SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } tender)
        {
            return new TenderOutcome.Missing(Tender);
        }

        if (tender.Version != version)
        {
            return new TenderOutcome.Stale();
        }

        try
        {
            if (await change(tender) is { } refusal)
            {
                return new TenderOutcome.Refused(refusal);
            }

            await FinishAsync(tender, transaction, cancellation);
            return new TenderOutcome.Done(id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new TenderOutcome.Stale();
        }
    }

    /// <summary>The tender itself is written with each of its records, so that its version tells of them all.</summary>
    private async Task FinishAsync(RecordedTender tender, IDbContextTransaction transaction, CancellationToken cancellation)
    {
        db.Entry(tender).Property(one => one.Stage).IsModified = true;
        await db.SaveChangesAsync(cancellation);
        await StoredTenders.RefreshAsync((NpgsqlConnection)db.Database.GetDbConnection(), [tender.ParcelId], cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            select registry.announce(registry.current_change(), array[id], shape_mercator::box2d)
            from registry.parcel where id = {tender.ParcelId}
            """, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
