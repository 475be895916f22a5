using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Parcels;

/// <summary>How a command on one parcel ended.</summary>
internal abstract record Outcome
{
    /// <summary>Written.</summary>
    public sealed record Done : Outcome;

    /// <summary>No such parcel.</summary>
    public sealed record Missing : Outcome;

    /// <summary>The parcel has changed since the caller saw it.</summary>
    public sealed record Stale : Outcome;

    /// <summary>A rule forbids it.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome;
}

/// <summary>Commands on one parcel. Each is one transaction, one change, on the version that the caller saw.</summary>
internal sealed class ParcelCommands(RegistryDb db, TimeProvider time)
{
    /// <summary>Moves a parcel to another status, if the table of legal moves lets it.</summary>
    public Task<Outcome> MarkStatusAsync(long id, int version, StatusMark mark, string reason, string actor, CancellationToken cancellation) =>
        ChangeAsync(id, version, new(actor, "MarkStatus", reason, time.GetUtcNow()), async parcel =>
        {
            var today = RegisterDay.Today(time);
            var record = await StoredAnswers.RecordAsync(db, id, cancellation);
            // Ready means ready from the day named, and still ready today.
            var answers = (await RegisterLaw.OfAsync(db, cancellation)).NewAnswers();
            var blocking = answers.AssessReadiness(record!, today).Blocking.ToList();
            blocking = blocking.Count > 0 || mark.EffectiveOn > today ? blocking : [.. answers.AssessReadiness(record!, mark.EffectiveOn).Blocking];
            var drivers = await db.StatusDriversOfAsync(id, cancellation);
            if (StatusMoves.Judge(ParcelCard.Facts(parcel, drivers, blocking), mark.To, mark.EffectiveOn, today) is { } refusal)
            {
                return refusal;
            }

            parcel.Status = mark.To;
            parcel.StatusSince = mark.EffectiveOn;
            // The kind and cause of idleness belong to the determination and to its disposal, and end with them.
            if (mark.To == ParcelStatus.Idle)
            {
                parcel.IdleKind = mark.IdleKind ?? parcel.IdleKind;
                parcel.IdleCause = mark.IdleCause ?? parcel.IdleCause;
            }
            else if (mark.To != ParcelStatus.Disposing)
            {
                parcel.IdleKind = null;
                parcel.IdleCause = null;
            }

            return null;
        }, cancellation);

    /// <summary>Puts a parcel on hold, or changes the reason and end of its hold.</summary>
    public Task<Outcome> PutOnHoldAsync(long id, int version, string reason, DateOnly? until, string actor, CancellationToken cancellation) =>
        ChangeAsync(id, version, new(actor, "PutOnHold", reason, time.GetUtcNow()), parcel =>
        {
            parcel.HoldReason = reason;
            parcel.HoldUntil = until;
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>Releases a parcel from its hold.</summary>
    public Task<Outcome> ReleaseAsync(long id, int version, string reason, string actor, CancellationToken cancellation) =>
        ChangeAsync(id, version, new(actor, "Release", reason, time.GetUtcNow()), parcel =>
        {
            if (parcel.HoldReason is null)
            {
                return Task.FromResult<Refusal?>(ParcelRefusals.NotOnHold());
            }

            parcel.HoldReason = null;
            parcel.HoldUntil = null;
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    private async Task<Outcome> ChangeAsync(
        long id, int version, ChangeOrigin origin, Func<Parcel, Task<Refusal?>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        var parcel = await db.Set<Parcel>().SingleOrDefaultAsync(p => p.Id == id && p.EndedOn == null, cancellation);
        if (parcel is null)
        {
            return new Outcome.Missing();
        }

        if (parcel.Version != version)
        {
            return new Outcome.Stale();
        }

        if (await change(parcel) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome.Stale();
        }

        await transaction.CommitAsync(cancellation);
        return new Outcome.Done();
    }
}
