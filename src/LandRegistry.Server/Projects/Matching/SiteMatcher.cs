using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Projects;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Projects.Sites;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Projects.Matching;

/// <summary>Which sites a match looks at.</summary>
/// <param name="Land">Parcels.</param>
/// <param name="Floors">Vacant floors.</param>
/// <param name="MostBlocking">Of land, how many items of readiness may still block; 0: ready land only.</param>
/// <param name="Limit">How many of the best.</param>
/// <param name="Zones">The zones that the person may see; null for all.</param>
internal sealed record MatchQuery(bool Land, bool Floors, int MostBlocking, int Limit, long[]? Zones);

/// <summary>
/// Finds the best sites for a project among all that may be had. What the index of offers says of a parcel bounds what it can score: facts
/// are read in the order of that bound, and no further than until the last of the best beats the next bound. The answer is that of judging all.
/// </summary>
internal sealed class SiteMatcher(RegistryDb db, SiteFacts facts, IndustryStore industries, TimeProvider time)
{
    private const int FirstStretch = 400;

    private sealed record Judged(Candidate? Land, RecordedFloor? Floor, SiteMatch Match, IReadOnlyList<string> Blocking)
    {
        public long Id => Land?.Id ?? Floor!.Id;
    }

    /// <summary>Sites for a project, best first.</summary>
    public async Task<SiteMatches> SitesAsync(RecordedProject project, MatchQuery query, CancellationToken cancellation)
    {
        var needs = project.Needs();
        var rules = await industries.ByZoneAsync(cancellation);
        var best = new List<Judged>();
        var considered = 0;
        if (query.Land && needs.TakesLand)
        {
            (best, considered) = await LandAsync(project.Id, needs, query, rules, cancellation);
        }

        if (query.Floors && needs.TakesFloor)
        {
            var floors = await FloorsAsync(project.Id, needs, query.Zones, rules, cancellation);
            considered += floors.Count;
            best = Best(best.Concat(floors), query.Limit);
        }

        return new(considered, await ShapesAsync(project.Id, best, cancellation));
    }

    private async Task<(List<Judged> Best, int Considered)> LandAsync(
        long projectId, ProjectNeeds needs, MatchQuery query, Func<long, IReadOnlyList<ZoneIndustry>> rules, CancellationToken cancellation)
    {
        string[] statuses = query.MostBlocking == 0 ? [ParcelStatus.Ready.Code()] : [ParcelStatus.Ready.Code(), ParcelStatus.Reserved.Code()];
        var candidates = await facts.CandidatesAsync(needs.Area.Least * MatchRule.SmallestShare, needs.Area.Most * MatchRule.LargestShare, statuses, projectId, query.Zones, cancellation);
        var queue = candidates.Select(land => (Land: land, Bound: MatchRule.Judge(needs, SiteFacts.Land(land.Area, land.Use, rules(land.ZoneId), ParcelFacts.None)).Possible))
            .OrderByDescending(one => one.Bound).ThenBy(one => one.Land.Id).ToList();
        var best = new List<Judged>();
        var today = RegisterDay.Today(time);
        for (int at = 0, stretch = FirstStretch; at < queue.Count && (best.Count < query.Limit || best[^1].Match.Certain <= queue[at].Bound); at += stretch, stretch *= 2)
        {
            var lands = queue.Skip(at).Take(stretch).Select(one => one.Land).ToList();
            var known = await facts.OfParcelsAsync([.. lands.Select(land => land.Id)], today, cancellation);
            best = Best(best.Concat(lands.Where(land => IsNear(land, known[land.Id], query.MostBlocking)).Select(land => new Judged(
                land, null, MatchRule.Judge(needs, SiteFacts.Land(land.Area, land.Use, rules(land.ZoneId), known[land.Id])), known[land.Id].Blocking ?? []))), query.Limit);
        }

        return (best, queue.Count);
    }

    /// <summary>Ready land is; land in reserve of which readiness is not computed yet is not.</summary>
    private static bool IsNear(Candidate land, ParcelFacts known, int mostBlocking) =>
        land.Status == ParcelStatus.Ready.Code() || known.Blocking is { } blocking && blocking.Length <= mostBlocking;

    private async Task<List<Judged>> FloorsAsync(long projectId, ProjectNeeds needs, long[]? zones, Func<long, IReadOnlyList<ZoneIndustry>> rules, CancellationToken cancellation)
    {
        var (least, most) = (needs.FloorArea.Least * MatchRule.SmallestShare, needs.FloorArea.Most * MatchRule.LargestShare);
        var floors = await db.Set<RecordedFloor>().AsNoTracking()
            .Where(floor => zones == null || zones.Contains(floor.ZoneId))
            .Where(floor => floor.VacantSince != null && (floor.AreaSquareMetres == null || ((least == null || floor.AreaSquareMetres >= least) && (most == null || floor.AreaSquareMetres <= most))))
            .Where(floor => !db.Set<RecordedCourtship>().Any(one => one.FloorId == floor.Id && one.Step == CourtshipStep.Won && one.ProjectId != projectId))
            .ToListAsync(cancellation);
        var known = await facts.OfParcelsAsync([.. floors.Select(floor => floor.ParcelId).OfType<long>().Distinct()], RegisterDay.Today(time), cancellation);
        return
        [
            .. floors.Select(floor => new Judged(null, floor, MatchRule.Judge(
                needs, SiteFacts.Floor(floor, rules(floor.ZoneId), floor.ParcelId is { } parcel ? known[parcel] : ParcelFacts.None)), [])),
        ];
    }

    /// <summary>The best of them: what is certain counts first, then how much is known, then land that is ready.</summary>
    private static List<Judged> Best(IEnumerable<Judged> judged, int limit) =>
    [
        .. judged.OrderByDescending(one => one.Match.Certain).ThenByDescending(one => one.Match.Reliability).ThenBy(one => one.Blocking.Count)
            .ThenBy(one => one.Floor is not null).ThenBy(one => one.Id).Take(limit),
    ];

    private async Task<List<MatchedSite>> ShapesAsync(long projectId, List<Judged> best, CancellationToken cancellation)
    {
        var parcelIds = best.Select(one => one.Land?.Id ?? one.Floor!.ParcelId).OfType<long>().Distinct().ToArray();
        var parcels = await db.Set<Parcel>().AsNoTracking().Where(one => parcelIds.Contains(one.Id))
            .Select(one => new { one.Id, one.Name, one.Code, one.AreaSquareMetres, one.Location }).ToDictionaryAsync(one => one.Id, cancellation);
        var courtships = await db.Set<RecordedCourtship>().AsNoTracking().Where(one => one.ProjectId == projectId).ToListAsync(cancellation);
        return
        [
            .. best.Select(one =>
            {
                var parcel = (one.Land?.Id ?? one.Floor!.ParcelId) is { } id ? parcels[id] : null;
                IReadOnlyList<double>? location = parcel is null ? null : [parcel.Location.X, parcel.Location.Y];
                return new MatchedSite
                {
                    Kind = one.Floor is null ? "land" : "floor",
                    Site = one.Floor is { } floor
                        ? new(floor.ParcelId, floor.Id, $"{floor.Building} {floor.Floor}", parcel?.Code, floor.AreaSquareMetres, location)
                        : new(parcel!.Id, null, parcel.Name, parcel.Code, parcel.AreaSquareMetres, location),
                    ZoneId = one.Land?.ZoneId ?? one.Floor!.ZoneId,
                    Status = one.Land?.Status,
                    LandUseCode = one.Land?.Use,
                    Blocking = one.Blocking,
                    Match = Shape(one.Match),
                    Courtship = courtships.Find(mark => one.Floor is null ? mark.ParcelId == one.Id : mark.FloorId == one.Id) is { } mark ? Mark(mark) : null,
                };
            }),
        ];
    }

    /// <summary>A match as an answer.</summary>
    public static MatchShape Shape(SiteMatch match) => new(
        match.Score, match.Reliability, Math.Round(match.Certain, 1),
        [.. match.Criteria.Select(one => new CriterionShape(one.Code, one.Weight, one.Score, one.Need(), one.Found()))]);

    /// <summary>A courtship in short.</summary>
    public static CourtshipMark Mark(RecordedCourtship one) => new(one.Id, Codes<CourtshipStep>.Of(one.Step), one.Step.Name());
}
