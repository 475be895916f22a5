using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LandRegistry.Server.Parcels.Boundaries;

/// <summary>The boundary breaks rules; the first gives the answer its name.</summary>
internal sealed record BrokenBoundary(IReadOnlyList<BoundaryFinding> Findings) : Outcome;

/// <summary>A parcel was written that the caller did not name.</summary>
internal sealed record Brought(long Id) : Outcome;

/// <summary>What a new parcel is to be, read and checked for form.</summary>
internal sealed record DrawnParcel(
    MultiPolygon Boundary, long ZoneId, string? Code, string? Name, string? Address, decimal? StatedAreaSquareMetres,
    string? LandUseCode, string? LandUseSystem, ParcelStatus Status);

/// <summary>Who writes a boundary, why, and whether they insist where a rule may be accepted.</summary>
internal sealed record DrawingHand(string Actor, string Reason, bool Accepts)
{
    /// <summary>The zones in which they may draw.</summary>
    public ZoneScope Scope { get; init; } = ZoneScope.Whole;
}

/// <summary>
/// Writes boundaries. Each command holds the ground that it draws on before it looks for neighbours, so that of two who draw into
/// the same gap one is refused by what the other has written.
/// </summary>
internal sealed class BoundaryCommands(RegistryDb db, TimeProvider time)
{
    /// <summary>Draws a new parcel into the register.</summary>
    public async Task<Outcome> DrawAsync(DrawnParcel drawn, DrawingHand hand, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(new(hand.Actor, "DrawParcel", hand.Reason, time.GetUtcNow()), cancellation);
        var zone = await db.Set<Domain.Zones.Zone>().AsNoTracking().SingleOrDefaultAsync(z => z.Id == drawn.ZoneId, cancellation);
        if (zone is null || !hand.Scope.Holds(zone.Id))
        {
            return new Outcome.Missing();
        }

        var draft = new BoundaryDraft(drawn.Boundary, [], drawn.ZoneId, drawn.StatedAreaSquareMetres);
        if (await JudgeAsync(draft, hand, cancellation) is { } broken)
        {
            return broken;
        }

        if (drawn.Code is { } code && await db.Set<Parcel>().AnyAsync(p => p.Code == code, cancellation))
        {
            return new Outcome.Refused(BoundaryRefusals.CodeTaken(code));
        }

        var parcel = new Parcel
        {
            Code = drawn.Code,
            Name = drawn.Name,
            Address = drawn.Address,
            ZoneId = drawn.ZoneId,
            CountyCode = drawn.Code?[..6] ?? zone.CountyCode,
            Boundary = drawn.Boundary,
            Location = drawn.Boundary.InteriorPoint,
            StatedAreaSquareMetres = drawn.StatedAreaSquareMetres,
            LandUseCode = drawn.LandUseCode,
            LandUseSystem = drawn.LandUseSystem,
            Status = drawn.Status,
            StatusSince = RegisterDay.Today(time),
            Source = "officer",
        };
        db.Add(parcel);
        await db.SaveChangesAsync(cancellation);
        await StoredAnswers.RefreshAsync(db, [parcel.Id], RegisterDay.Today(time), cancellation);
        await transaction.CommitAsync(cancellation);
        return new Brought(parcel.Id);
    }

    /// <summary>Gives a parcel another boundary, or its first.</summary>
    public async Task<Outcome> SetAsync(long id, int version, MultiPolygon boundary, DrawingHand hand, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(new(hand.Actor, "SetBoundary", hand.Reason, time.GetUtcNow()), cancellation);
        var parcel = await db.Set<Parcel>().SingleOrDefaultAsync(p => p.Id == id && p.EndedOn == null, cancellation);
        if (parcel is null)
        {
            return new Outcome.Missing();
        }

        if (parcel.Version != version)
        {
            return new Outcome.Stale();
        }

        if (await JudgeAsync(new(boundary, [id], parcel.ZoneId, parcel.StatedAreaSquareMetres), hand, cancellation) is { } broken)
        {
            return broken;
        }

        parcel.Boundary = boundary;
        parcel.LocationIsEstimated = false;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome.Stale();
        }

        await StoredAnswers.RefreshAsync(db, [id], RegisterDay.Today(time), cancellation);
        await transaction.CommitAsync(cancellation);
        return new Outcome.Done();
    }

    private async Task<Outcome?> JudgeAsync(BoundaryDraft draft, DrawingHand hand, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await BoundaryJudge.HoldGroundAsync(connection, draft.Boundary.Envelope, cancellation);
        var judgement = await BoundaryJudge.JudgeAsync(connection, draft with { Seen = hand.Scope }, cancellation);
        return judgement.IsAcceptable(hand.Accepts) ? null : new BrokenBoundary(judgement.Findings);
    }
}
