using LandRegistry.Domain.Enterprises;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Enterprises.Visits;

/// <summary>Visits, findings, plans of visits and marks of the watch list, each on the version of the enterprise.</summary>
internal sealed class VisitCommands(RegistryDb db, EnterpriseCommands enterprises)
{
    /// <summary>Records a visit with what was found.</summary>
    public Task<EnterpriseEnd> VisitAsync(long id, int version, EnterpriseVisit visit, IReadOnlyList<EnterpriseFinding> findings, ChangeOrigin origin, CancellationToken cancellation) =>
        enterprises.ChangeAsync(id, version, origin, async _ =>
        {
            visit.EnterpriseId = id;
            db.Add(visit);
            await db.SaveChangesAsync(cancellation);
            foreach (var finding in findings)
            {
                (finding.EnterpriseId, finding.VisitId, finding.Source) = (id, visit.Id, visit.Source);
                db.Add(finding);
            }
        }, cancellation);

    /// <summary>Says that something found was put right, or not after all; missing when the enterprise has no such finding.</summary>
    public async Task<EnterpriseEnd> RectifyAsync(long id, int version, long findingId, DateOnly? on, ChangeOrigin origin, CancellationToken cancellation)
    {
        var isMissing = false;
        var end = await enterprises.ChangeAsync(id, version, origin, async _ =>
        {
            if (await db.Set<EnterpriseFinding>().SingleOrDefaultAsync(one => one.Id == findingId && one.EnterpriseId == id, cancellation) is not { } finding)
            {
                isMissing = true;
                return;
            }

            (finding.RectifiedOn, finding.Note) = (on, origin.Reason);
        }, cancellation, () => isMissing);
        return isMissing ? EnterpriseEnd.Missing : end;
    }

    /// <summary>Plans visits from today on; the plan that stood ends the day before.</summary>
    public Task<EnterpriseEnd> PlanAsync(long id, int version, VisitPlan? plan, DateOnly today, ChangeOrigin origin, CancellationToken cancellation) =>
        enterprises.ChangeAsync(id, version, origin, async _ =>
        {
            if (await db.Set<VisitPlan>().SingleOrDefaultAsync(one => one.EnterpriseId == id && one.ToOn == null, cancellation) is { } former)
            {
                // One that began today was never in force.
                (former.ToOn, former.Withdrawn) = former.FromOn < today ? ((DateOnly?)today.AddDays(-1), false) : (null, true);
                await db.SaveChangesAsync(cancellation);
            }

            if (plan is not null)
            {
                plan.EnterpriseId = id;
                db.Add(plan);
            }
        }, cancellation);

    /// <summary>Marks an enterprise for the watch list from today on, or ends the mark.</summary>
    public Task<EnterpriseEnd> WatchAsync(long id, int version, bool isWatched, DateOnly today, ChangeOrigin origin, CancellationToken cancellation) =>
        enterprises.ChangeAsync(id, version, origin, async _ =>
        {
            var mark = await db.Set<WatchMark>().SingleOrDefaultAsync(one => one.EnterpriseId == id && one.ToOn == null, cancellation);
            if (isWatched && mark is null)
            {
                db.Add(new WatchMark { EnterpriseId = id, FromOn = today, Source = origin.Actor, Note = origin.Reason });
            }
            else if (!isWatched && mark is not null)
            {
                (mark.ToOn, mark.Withdrawn) = mark.FromOn < today ? ((DateOnly?)today.AddDays(-1), false) : (null, true);
            }
        }, cancellation);
}
