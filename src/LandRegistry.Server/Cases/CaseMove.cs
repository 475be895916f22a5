using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Cases;

/// <summary>Takes a case to a stage within a running change: judged by the Domain, written with its event, followed by the parcel.</summary>
internal sealed class CaseMove(RegistryDb db, TimeProvider time)
{
    /// <summary>The open case of a parcel, other than the one given; null when there is none.</summary>
    public async Task<OpenCase?> OtherOpenAsync(long parcelId, CancellationToken cancellation, long except = 0) =>
        await db.Set<LandCase>().AsNoTracking().Where(c => c.ParcelId == parcelId && c.ClosedOn == null && c.Id != except)
            .Select(c => new OpenCase(c.Id, c.Stage)).FirstOrDefaultAsync(cancellation);

    /// <summary>Takes the stage; a refusal leaves nothing that may be committed.</summary>
    public async Task<Refusal?> TakeAsync(LandCase landCase, CaseStage to, DateOnly on, string? note, CancellationToken cancellation)
    {
        var today = RegisterDay.Today(time);
        if (on > today)
        {
            return ParcelRefusals.EffectiveInFuture(on, today);
        }

        if (on < landCase.StageSince)
        {
            return CaseRefusals.BeforeStage(on, landCase.StageSince);
        }

        var history = await db.CaseHistoryAsync(landCase.Id, cancellation);
        var surroundings = await CaseSurroundings.ReadAsync(db, landCase.ParcelId, on, cancellation);
        var context = surroundings.Judged(history, await RegisterLaw.OfParcelAsync(db, landCase.ParcelId, cancellation), on)!;
        if (CaseMoves.Judge(context, to) is { } refusal)
        {
            return refusal;
        }

        if (landCase.ClosedOn is not null && !to.IsClosed()
            && await OtherOpenAsync(landCase.ParcelId, cancellation, landCase.Id) is { } open)
        {
            return CaseRefusals.CaseOpen(open);
        }

        if (await MoveParcelAsync(landCase, to, on, context.File.Determination, cancellation) is { } forbidden)
        {
            return forbidden;
        }

        db.Add(new RecordedStage { CaseId = landCase.Id, ParcelId = landCase.ParcelId, Stage = to, OnDay = on, Note = note });
        landCase.Reach(to, on);
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Each hop is an update of its own, so that the status history has every mark.</summary>
    private async Task<Refusal?> MoveParcelAsync(LandCase landCase, CaseStage to, DateOnly on, Determination? determined, CancellationToken cancellation)
    {
        var parcel = await db.Set<Parcel>().SingleAsync(p => p.Id == landCase.ParcelId, cancellation);
        if (CaseStatuses.Path(landCase.Stage, to, parcel.Status) is not { } path)
        {
            return to == CaseStage.Retendered
                ? CaseRefusals.NotListed(parcel.Status)
                : ParcelRefusals.MoveNotInTable(parcel.Status, CaseStatuses.Target(landCase.Stage, to)!.Value);
        }

        if (path.Count > 0 && on < parcel.StatusSince)
        {
            return ParcelRefusals.EffectiveBeforeStatus(on, parcel.StatusSince);
        }

        foreach (var status in path)
        {
            (parcel.Status, parcel.StatusSince) = (status, on);
            // The kind and cause of idleness belong to the determination and to its disposal, and end with them.
            var idle = status is ParcelStatus.Idle or ParcelStatus.Disposing && determined is not null;
            parcel.IdleKind = idle ? Codes<IdleKind>.Of(determined!.Kind) : null;
            parcel.IdleCause = idle ? Codes<CauseSide>.Of(determined!.Cause) : null;
            await db.SaveChangesAsync(cancellation);
        }

        return null;
    }
}
