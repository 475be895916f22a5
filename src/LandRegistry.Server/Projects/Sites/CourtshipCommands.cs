using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Projects;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Projects.Sites;

/// <summary>What is told with a step.</summary>
internal sealed record CourtshipMove(CourtshipStep To, DateOnly On, decimal? OfferYuan, long? TenderId, long? StrategyId);

/// <summary>A parcel or a floor by id.</summary>
internal sealed record SiteKey(long? ParcelId, long? FloorId);

/// <summary>Shortlists sites and takes the steps that follow.</summary>
internal sealed class CourtshipCommands(RegistryDb db, PoolChanges changes)
{
    public static readonly Text Courtship = new("该场地洽谈", "such project and site");

    public static readonly Text Parcel = new("该宗地", "such parcel");

    public static readonly Text Floor = new("该标准厂房", "such floor");

    public static readonly Text Tender = new("该宗地的该出让", "such tender of the parcel");

    public static readonly Text Strategy = new("该一企一策方案", "such strategy");

    /// <summary>Puts a site on a project's shortlist.</summary>
    public async Task<PoolOutcome> ShortlistAsync(long projectId, SiteKey site, ZoneScope scope, (DateOnly On, DateOnly Today) days, ChangeOrigin origin, CancellationToken cancellation)
    {
        var ((parcelId, floorId), (on, today)) = (site, days);
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        // The row lock makes two who shortlist for one project take turns.
        if (await db.Set<RecordedProject>().FromSql($"select * from registry.project where id = {projectId} for update").SingleOrDefaultAsync(cancellation) is not { } project)
        {
            return new PoolOutcome.Missing(ProjectCommands.Project);
        }

        if (await OfferedAsync(site, scope, cancellation) is { } ended)
        {
            return ended;
        }

        var refusal = !ProjectNames.Seeking.Contains(project.Stage) ? ProjectRefusals.NotSeeking(project.Stage)
            : on > today ? ProjectRefusals.InFuture(on, today)
            : await db.Set<RecordedCourtship>().AnyAsync(one => one.ProjectId == projectId && one.ParcelId == parcelId && one.FloorId == floorId, cancellation) ? ProjectRefusals.AlreadyListed()
            : await TakenByAsync(projectId, parcelId, floorId, cancellation) is { } taken ? ProjectRefusals.SiteTaken(taken)
            : null;
        if (refusal is not null)
        {
            return new PoolOutcome.Refused(refusal);
        }

        var courtship = new RecordedCourtship { ProjectId = projectId, ParcelId = parcelId, FloorId = floorId, Step = CourtshipStep.Shortlisted, StepSince = on };
        db.Add(courtship);
        await db.SaveChangesAsync(cancellation);
        Note(courtship, origin);
        await changes.FinishAsync(transaction, parcelId, cancellation);
        return new PoolOutcome.Done(courtship.Id);
    }

    /// <summary>Takes a step.</summary>
    public Task<PoolOutcome> StepAsync(long id, int version, CourtshipMove move, ZoneScope scope, DateOnly today, ChangeOrigin origin, CancellationToken cancellation) =>
        changes.ChangeAsync<RecordedCourtship>(id, version, Courtship, origin, async courtship =>
        {
            if (!scope.IsWhole && await ZoneAsync(new(courtship.ParcelId, courtship.FloorId), cancellation) is var zone && (zone is null || !scope.Holds(zone.Value)))
            {
                return new PoolOutcome.Missing(Courtship);
            }

            if (move.TenderId is { } tender && await CountAsync($"select count(*)::int as \"Value\" from registry.tender where id = {tender} and not withdrawn and parcel_id = {courtship.ParcelId}", cancellation) == 0)
            {
                return new PoolOutcome.Missing(Tender);
            }

            if (move.StrategyId is { } strategy && await CountAsync($"select count(*)::int as \"Value\" from registry.strategy where id = {strategy} and not withdrawn", cancellation) == 0)
            {
                return new PoolOutcome.Missing(Strategy);
            }

            if (move.To == CourtshipStep.Won)
            {
                // Two projects that win one site at the same moment take turns.
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({FormattableString.Invariant($"site {courtship.ParcelId}/{courtship.FloorId}")}, 0))", cancellation);
            }

            var taken = await TakenByAsync(courtship.ProjectId, courtship.ParcelId, courtship.FloorId, cancellation);
            if (Courtships.Judge(courtship.State(), move.To, move.On, today, taken) is { } refusal)
            {
                return new PoolOutcome.Refused(refusal);
            }

            (courtship.Step, courtship.StepSince) = (move.To, move.On);
            (courtship.OfferYuan, courtship.TenderId, courtship.StrategyId) =
                (move.OfferYuan ?? courtship.OfferYuan, move.TenderId ?? courtship.TenderId, move.StrategyId ?? courtship.StrategyId);
            Note(courtship, origin);
            return null;
        }, cancellation);

    /// <summary>Whether a site is to be had; what lies outside the person's zones is not there for them.</summary>
    private async Task<PoolOutcome?> OfferedAsync(SiteKey site, ZoneScope scope, CancellationToken cancellation)
    {
        if (await ZoneAsync(site, cancellation) is not { } zone || !scope.Holds(zone))
        {
            return new PoolOutcome.Missing(site.FloorId is null ? Parcel : Floor);
        }

        var isOffered = site.ParcelId is { } parcel
            ? await db.Set<Parcel>().AnyAsync(one => one.Id == parcel && (one.Status == ParcelStatus.Reserved || one.Status == ParcelStatus.Ready), cancellation)
            : await db.Set<RecordedFloor>().AnyAsync(one => one.Id == site.FloorId && one.VacantSince != null, cancellation);
        return isOffered ? null : new PoolOutcome.Refused(ProjectRefusals.SiteNotOffered());
    }

    private async Task<long?> ZoneAsync(SiteKey site, CancellationToken cancellation) => site.ParcelId is { } parcel
        ? await db.Set<Parcel>().Where(one => one.Id == parcel && one.EndedOn == null).Select(one => (long?)one.ZoneId).SingleOrDefaultAsync(cancellation)
        : await db.Set<RecordedFloor>().Where(one => one.Id == site.FloorId).Select(one => (long?)one.ZoneId).SingleOrDefaultAsync(cancellation);

    private async Task<string?> TakenByAsync(long projectId, long? parcelId, long? floorId, CancellationToken cancellation) =>
        await db.Set<RecordedCourtship>().Where(one => one.ProjectId != projectId && one.ParcelId == parcelId && one.FloorId == floorId && one.Step == CourtshipStep.Won)
            .Join(db.Set<RecordedProject>(), one => one.ProjectId, project => project.Id, (_, project) => project.Name).FirstOrDefaultAsync(cancellation);

    private Task<int> CountAsync(FormattableString sql, CancellationToken cancellation) => db.Database.SqlQuery<int>(sql).SingleAsync(cancellation);

    private void Note(RecordedCourtship courtship, ChangeOrigin origin) => db.Add(new RecordedCourtshipStep
    {
        CourtshipId = courtship.Id, ProjectId = courtship.ProjectId, ParcelId = courtship.ParcelId, Step = courtship.Step, OnDay = courtship.StepSince, Actor = origin.Actor, Note = origin.Reason,
    });
}
