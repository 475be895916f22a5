using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Projects;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Projects.Sites;

/// <summary>Reads what is between projects and sites.</summary>
internal sealed class CourtshipReader(RegistryDb db)
{
    /// <summary>Sites of a project within the person's zones; null when there is no such project.</summary>
    public async Task<CourtshipList?> OfProjectAsync(long projectId, ZoneScope scope, CancellationToken cancellation)
    {
        if (!await db.Set<RecordedProject>().AnyAsync(one => one.Id == projectId, cancellation))
        {
            return null;
        }

        return new(await ShapesAsync(CourtshipsInSight.In(db, scope).Where(one => one.ProjectId == projectId), cancellation));
    }

    /// <summary>Projects that court a parcel.</summary>
    public Task<List<CourtshipShape>> OfParcelAsync(long parcelId, CancellationToken cancellation) =>
        ShapesAsync(db.Set<RecordedCourtship>().Where(one => one.ParcelId == parcelId), cancellation);

    /// <summary>Projects that court a floor.</summary>
    public Task<List<CourtshipShape>> OfFloorAsync(long floorId, CancellationToken cancellation) =>
        ShapesAsync(db.Set<RecordedCourtship>().Where(one => one.FloorId == floorId), cancellation);

    /// <summary>One; null when there is none.</summary>
    public async Task<CourtshipShape?> OneAsync(long id, CancellationToken cancellation) =>
        (await ShapesAsync(db.Set<RecordedCourtship>().Where(one => one.Id == id), cancellation)).SingleOrDefault();

    private async Task<List<CourtshipShape>> ShapesAsync(IQueryable<RecordedCourtship> wanted, CancellationToken cancellation)
    {
        var courtships = await wanted.AsNoTracking().ToListAsync(cancellation);
        var (ids, projectIds) = (courtships.Select(one => one.Id).ToArray(), courtships.Select(one => one.ProjectId).Distinct().ToArray());
        var floorIds = courtships.Select(one => one.FloorId).OfType<long>().Distinct().ToArray();
        var floors = await db.Set<RecordedFloor>().AsNoTracking().Where(one => floorIds.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var parcelIds = courtships.Select(one => one.ParcelId).Concat(floors.Values.Select(floor => floor.ParcelId)).OfType<long>().Distinct().ToArray();
        var parcels = await db.Set<Parcel>().AsNoTracking().Where(one => parcelIds.Contains(one.Id))
            .Select(one => new { one.Id, one.Name, one.Code, one.AreaSquareMetres, one.Location }).ToDictionaryAsync(one => one.Id, cancellation);
        var names = await db.Set<RecordedProject>().Where(one => projectIds.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        var steps = (await db.Set<RecordedCourtshipStep>().AsNoTracking().Where(one => ids.Contains(one.CourtshipId)).ToListAsync(cancellation)).ToLookup(one => one.CourtshipId);
        return
        [
            .. courtships.OrderBy(one => one.Step == CourtshipStep.Declined).ThenByDescending(one => one.StepSince).ThenByDescending(one => one.Id)
                .Select(one => Shape(one, names[one.ProjectId], Site(one), steps[one.Id])),
        ];

        SiteName Site(RecordedCourtship one)
        {
            var floor = one.FloorId is { } floorId ? floors[floorId] : null;
            var parcel = (one.ParcelId ?? floor?.ParcelId) is { } parcelId ? parcels.GetValueOrDefault(parcelId) : null;
            IReadOnlyList<double>? location = parcel is null ? null : [parcel.Location.X, parcel.Location.Y];
            return floor is null
                ? new(one.ParcelId, null, parcel?.Name, parcel?.Code, parcel?.AreaSquareMetres, location)
                : new(floor.ParcelId, floor.Id, $"{floor.Building} {floor.Floor}", parcel?.Code, floor.AreaSquareMetres, location);
        }
    }

    private static CourtshipShape Shape(RecordedCourtship one, string project, SiteName site, IEnumerable<RecordedCourtshipStep> steps) => new()
    {
        Id = one.Id,
        ProjectId = one.ProjectId,
        ProjectName = project,
        Site = site,
        Step = Codes<CourtshipStep>.Of(one.Step),
        StepName = one.Step.Name(),
        Since = one.StepSince,
        OfferYuan = one.OfferYuan,
        TenderId = one.TenderId,
        StrategyId = one.StrategyId,
        Next = [.. Courtships.After(one.Step).Select(step => new CourtshipNext(Codes<CourtshipStep>.Of(step), step.Name()))],
        Steps = [.. steps.OrderByDescending(step => step.Id).Select(step => new CourtshipStepShape(Codes<CourtshipStep>.Of(step.Step), step.Step.Name(), step.OnDay, step.Actor, step.Note))],
        Version = one.Version,
    };
}
