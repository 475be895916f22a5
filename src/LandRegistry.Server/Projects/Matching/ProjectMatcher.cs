using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Projects;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Projects.Sites;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Projects.Matching;

/// <summary>Finds the best projects for a site among all that look for one.</summary>
internal sealed class ProjectMatcher(RegistryDb db, SiteFacts facts, IndustryStore industries, CourtshipReader courtships, TimeProvider time)
{
    private static readonly ReviewRule Review = new(ReviewRule.UsualDays);

    /// <summary>Projects for a parcel; null when there is none.</summary>
    public async Task<ProjectMatches?> ForParcelAsync(long parcelId, int limit, CancellationToken cancellation)
    {
        var parcel = await db.Set<Parcel>().AsNoTracking().Where(one => one.Id == parcelId && one.EndedOn == null)
            .Select(one => new { one.AreaSquareMetres, one.LandUseCode, one.ZoneId, one.Status, one.HoldReason }).SingleOrDefaultAsync(cancellation);
        if (parcel is null)
        {
            return null;
        }

        var rules = await industries.ByZoneAsync(cancellation);
        var known = (await facts.OfParcelsAsync([parcelId], RegisterDay.Today(time), cancellation))[parcelId];
        var isOffered = parcel.Status is ParcelStatus.Reserved or ParcelStatus.Ready && parcel.HoldReason is null;
        return await AnswerAsync(
            SiteFacts.Land(parcel.AreaSquareMetres, parcel.LandUseCode, rules(parcel.ZoneId), known), isOffered, await courtships.OfParcelAsync(parcelId, cancellation), limit, cancellation);
    }

    /// <summary>Projects for a floor; null when there is none.</summary>
    public async Task<ProjectMatches?> ForFloorAsync(long floorId, int limit, ZoneScope scope, CancellationToken cancellation)
    {
        if (await db.Set<RecordedFloor>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == floorId, cancellation) is not { } floor || !scope.Holds(floor.ZoneId))
        {
            return null;
        }

        var rules = await industries.ByZoneAsync(cancellation);
        var known = floor.ParcelId is { } parcel ? (await facts.OfParcelsAsync([parcel], RegisterDay.Today(time), cancellation))[parcel] : ParcelFacts.None;
        return await AnswerAsync(SiteFacts.Floor(floor, rules(floor.ZoneId), known), floor.VacantSince is not null, await courtships.OfFloorAsync(floorId, cancellation), limit, cancellation);
    }

    private async Task<ProjectMatches> AnswerAsync(OfferedSite site, bool isOffered, List<CourtshipShape> standing, int limit, CancellationToken cancellation)
    {
        var taken = standing.Find(one => one.Step == Codes<CourtshipStep>.Of(CourtshipStep.Won))?.ProjectName;
        if (!isOffered)
        {
            return new(isOffered, taken, 0, [], standing);
        }

        var seeking = ProjectNames.Seeking.ToArray();
        var projects = await db.Set<RecordedProject>().AsNoTracking()
            .Where(project => seeking.Contains(project.Stage) && (site.IsFloor ? project.TakesFloor : project.TakesLand)).ToListAsync(cancellation);
        // What is far outside the wanted area is no candidate, as it is none for the project.
        var judged = projects.Select(project => (Project: project, Match: MatchRule.Judge(project.Needs(), site)))
            .Where(one => !one.Match.Criteria.Any(criterion => criterion is { Code: "area", Score: 0 }))
            .OrderByDescending(one => one.Match.Certain).ThenByDescending(one => one.Match.Reliability).ThenBy(one => one.Project.Id).ToList();
        var today = RegisterDay.Today(time);
        return new(true, taken, judged.Count,
        [
            .. judged.Take(limit).Select(one => new MatchedProject
            {
                ProjectId = one.Project.Id,
                Name = one.Project.Name,
                Investor = one.Project.Investor,
                Product = one.Project.Product,
                Stage = Codes<ProjectStage>.Of(one.Project.Stage),
                StageName = one.Project.Stage.Name(),
                AgreedYuan = one.Project.AgreedYuan,
                IsStale = Review.IsStale(one.Project.Stage, one.Project.ReviewedOn, today),
                Match = SiteMatcher.Shape(one.Match),
                Courtship = standing.Find(mark => mark.ProjectId == one.Project.Id) is { } mark ? new(mark.Id, mark.Step, mark.StepName) : null,
            }),
        ], standing);
    }
}
