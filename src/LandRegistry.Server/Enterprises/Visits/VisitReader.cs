using System.Globalization;
using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Evaluation;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LandRegistry.Server.Enterprises.Visits;

/// <summary>Reads visits, findings, plans and the watch list.</summary>
internal sealed class VisitReader(RegistryDb db, NpgsqlDataSource source, TimeProvider time, ZoneScope scope)
{
    private const int Stretch = 500;

    private sealed record CaseRow(long CaseId, long ParcelId, string? ParcelName, string? ParcelCode, string? Number, string Stage, DateOnly Since, DateOnly? ClosedOn, string? Officer);

    private sealed record Named(long Id, string Name, string? State);

    /// <summary>What the watch list and the overdue visits are made of, for some enterprises.</summary>
    private sealed record Known(
        ILookup<long, WatchMark> Marks, ILookup<long, EnterpriseSignal> Signals, ILookup<long, EnterpriseFinding> Findings, ILookup<long, VisitPlan> Plans, Dictionary<long, DateOnly> LastVisits);

    private DateOnly Today => RegisterDay.Today(time);

    /// <summary>All visits of an enterprise and what goes with them; null when there is no such enterprise.</summary>
    public async Task<VisitFile?> FileAsync(long id, CancellationToken cancellation)
    {
        if (await db.Set<Enterprise>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.EndedOn == null, cancellation) is not { } enterprise)
        {
            return null;
        }

        var visits = await db.Set<EnterpriseVisit>().AsNoTracking().Where(one => one.EnterpriseId == id).OrderByDescending(one => one.OnDay).ThenByDescending(one => one.Id).ToListAsync(cancellation);
        var known = await KnownAsync([id], cancellation);
        var findings = known.Findings[id].ToLookup(one => one.VisitId);
        var plan = PlanOf(known, id);
        var lastVisit = known.LastVisits.TryGetValue(id, out var last) ? last : (DateOnly?)null;
        var mark = known.Marks[id].FirstOrDefault();
        var cases = await db.Database.SqlQueryRaw<CaseRow>(EmbeddedSql.Read("Enterprises/Visits/enterprise_cases.sql"), id, Today).ToListAsync(cancellation);
        return new()
        {
            EnterpriseId = id,
            Version = enterprise.Version,
            Plan = plan is null ? null : new(plan.EveryDays, plan.FromOn, plan.Visitor, plan.Note),
            NextDueOn = plan?.NextDueOn(lastVisit, Today),
            IsOverdue = plan?.IsOverdue(lastVisit, Today) == true,
            Findings = Counts(known.Findings[id]),
            Visits =
            [
                .. visits.Select(visit => new VisitShape(
                    visit.Id, Codes<VisitKind>.Of(visit.Kind), visit.OnDay, visit.Visitor, visit.Premises, visit.Seen, visit.Source, visit.Note,
                    [.. findings[visit.Id].OrderBy(one => one.Id).Select(one => new FindingShape(one.Id, one.Found, one.DueOn, one.RectifiedOn, IsLate(one), one.Note))])),
            ],
            Watch = [.. Reasons(known, id, enterprise.OperatingState).Select(Shape)],
            Mark = mark is null ? null : new(mark.FromOn, mark.Note, mark.Source),
            Cases =
            [
                .. cases.Select(one => new EnterpriseCase(
                    one.CaseId, one.ParcelId, one.ParcelName, one.ParcelCode, one.Number, one.Stage, Codes<CaseStage>.Parse(one.Stage).Name(), one.Since, one.ClosedOn, one.Officer)),
            ],
        };
    }

    /// <summary>Visits of a span of days, and how many are overdue today.</summary>
    public async Task<VisitTotals> TotalsAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var seen = Seen();
        var visits = await db.Set<EnterpriseVisit>().AsNoTracking().Where(one => one.OnDay >= from && one.OnDay <= to && seen.Contains(one.EnterpriseId))
            .Select(one => new { one.Id, one.EnterpriseId, one.Premises }).ToListAsync(cancellation);
        var findings = await db.Set<EnterpriseFinding>().AsNoTracking()
            .Where(one => seen.Contains(one.EnterpriseId) && db.Set<EnterpriseVisit>().Any(visit => visit.Id == one.VisitId && visit.OnDay >= from && visit.OnDay <= to)).ToListAsync(cancellation);
        var counts = VisitCounts.Of([.. visits.Select(one => (one.EnterpriseId, one.Premises))]);
        var planned = await db.Set<VisitPlan>().Where(one => one.FromOn <= Today && (one.ToOn == null || one.ToOn >= Today) && seen.Contains(one.EnterpriseId))
            .Select(one => one.EnterpriseId).Distinct().ToArrayAsync(cancellation);
        var known = await KnownAsync(planned, cancellation);
        return new(from, to, counts.Visits, counts.Premises, counts.Enterprises, Counts(findings), planned.Count(id => IsOverdue(known, id)));
    }

    /// <summary>The enterprises on land that may be seen; all for whoever may see all.</summary>
    private IQueryable<long> Seen() => scope.Zones is not { } zones
        ? db.Set<Enterprise>().Select(one => one.Id)
        : db.Set<Occupancy>().Where(one => !one.Withdrawn && db.Set<Parcel>().Any(parcel => parcel.Id == one.ParcelId && zones.Contains(parcel.ZoneId))).Select(one => one.EnterpriseId);

    /// <summary>A page of the watch list, by the enterprise's id.</summary>
    public async Task<WatchPage> WatchedAsync(WatchReason? reason, long after, int limit, CancellationToken cancellation)
    {
        var rows = new List<WatchedRow>();
        for (var more = true; more && rows.Count <= limit;)
        {
            var batch = await CandidatesAsync(after, cancellation);
            more = batch.Count == Stretch;
            after = batch.Count > 0 ? batch[^1].Id : after;
            var known = await KnownAsync([.. batch.Select(one => one.Id)], cancellation);
            rows.AddRange(batch.Select(one => (One: one, Reasons: Reasons(known, one.Id, one.State)))
                .Where(one => reason is { } asked ? one.Reasons.Contains(asked) : one.Reasons.Count > 0).Select(one => Row(one.One, one.Reasons, known)));
        }

        return rows.Count <= limit ? new(rows, null) : new(rows[..limit], rows[limit - 1].EnterpriseId.ToString(CultureInfo.InvariantCulture));
    }

    private WatchedRow Row(Named one, IReadOnlyList<WatchReason> reasons, Known known)
    {
        var lastVisit = known.LastVisits.TryGetValue(one.Id, out var last) ? last : (DateOnly?)null;
        return new(
            one.Id, one.Name, one.State, OperatingStates.Name(one.State), [.. reasons.Select(Shape)], lastVisit, PlanOf(known, one.Id)?.NextDueOn(lastVisit, Today), Counts(known.Findings[one.Id]).Open);
    }

    private async Task<List<Named>> CandidatesAsync(long after, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Enterprises/Visits/watch_candidates.sql"));
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = Stretch });
        command.Parameters.Add(new() { Value = Today });
        command.Parameters.Add(new() { Value = WatchList.States.ToArray() });
        command.Parameters.Add(scope.Argument());
        var rows = new List<Named>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new(reader.GetInt64(0), reader.GetString(1), reader.TextOrNull(2)));
        }

        return rows;
    }

    private async Task<Known> KnownAsync(long[] ids, CancellationToken cancellation)
    {
        var today = Today;
        return new(
            (await db.Set<WatchMark>().AsNoTracking().Where(one => ids.Contains(one.EnterpriseId) && one.FromOn <= today && (one.ToOn == null || one.ToOn >= today)).ToListAsync(cancellation)).ToLookup(one => one.EnterpriseId),
            (await db.Set<EnterpriseSignal>().AsNoTracking().Where(one => ids.Contains(one.EnterpriseId)).ToListAsync(cancellation)).ToLookup(one => one.EnterpriseId),
            (await db.Set<EnterpriseFinding>().AsNoTracking().Where(one => ids.Contains(one.EnterpriseId)).ToListAsync(cancellation)).ToLookup(one => one.EnterpriseId),
            (await db.Set<VisitPlan>().AsNoTracking().Where(one => ids.Contains(one.EnterpriseId)).ToListAsync(cancellation)).ToLookup(one => one.EnterpriseId),
            await db.Set<EnterpriseVisit>().Where(one => ids.Contains(one.EnterpriseId)).GroupBy(one => one.EnterpriseId)
                .Select(group => new { group.Key, Last = group.Max(one => one.OnDay) }).ToDictionaryAsync(group => group.Key, group => group.Last, cancellation));
    }

    private IReadOnlyList<WatchReason> Reasons(Known known, long id, string? state) => WatchList.Reasons(new(
        known.Marks[id].Any(),
        ZombieCheck.Usual.Assess([.. known.Signals[id].Select(one => new ZombieEvidence(one.Signal, one.IsPresent, one.OnDay, new FactSource(one.Source, Document: one.Document)))], Today).IsZombie == true,
        state, known.Findings[id].Count(IsLate), IsOverdue(known, id)));

    private bool IsOverdue(Known known, long id) =>
        PlanOf(known, id)?.IsOverdue(known.LastVisits.TryGetValue(id, out var last) ? last : null, Today) == true;

    private VisitPlan? PlanOf(Known known, long id) => known.Plans[id].FirstOrDefault(one => one.FromOn <= Today && (one.ToOn is null || one.ToOn >= Today));

    private bool IsLate(EnterpriseFinding finding) => finding.RectifiedOn is null && finding.DueOn < Today;

    private static FindingCountsShape Counts(IEnumerable<EnterpriseFinding> findings)
    {
        var list = findings.ToList();
        var counts = new FindingCounts(list.Count, list.Count(one => one.RectifiedOn is not null));
        return new(counts.Found, counts.Rectified, counts.Open, counts.Rate);
    }

    private static WatchReasonShape Shape(WatchReason reason) => new(Codes<WatchReason>.Of(reason), reason.Name());
}
