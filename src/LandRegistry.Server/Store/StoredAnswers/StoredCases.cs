using LandRegistry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Store;

/// <summary>What was recorded of a case, read into the Domain, and the deadlines that follow from it, stored.</summary>
public static class StoredCases
{
    /// <summary>All standing records of a case, in the order of recording.</summary>
    public static async Task<CaseHistory> CaseHistoryAsync(this RegistryDb db, long caseId, CancellationToken cancellation) => new(
        await Of<RecordedStage>(db, caseId).ToListAsync(cancellation),
        await Of<RecordedDocument>(db, caseId).ToListAsync(cancellation),
        await Of<RecordedDetermination>(db, caseId).ToListAsync(cancellation),
        await Of<RecordedPlan>(db, caseId).ToListAsync(cancellation),
        await Of<RecordedMilestone>(db, caseId).ToListAsync(cancellation),
        await Of<RecordedCause>(db, caseId).ToListAsync(cancellation));

    /// <summary>Writes the deadlines of a case anew, in the running change; every write on a case ends with it.</summary>
    public static async Task RefreshDeadlinesAsync(this RegistryDb db, LandCase landCase, CancellationToken cancellation)
    {
        var caseId = landCase.Id;
        var history = await db.CaseHistoryAsync(caseId, cancellation);
        var deadlines = history.Deadlines(await RegisterLaw.OfParcelAsync(db, landCase.ParcelId, cancellation));
        await db.Database.ExecuteSqlAsync($"delete from registry.case_deadline where case_id = {caseId}", cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into registry.case_deadline (case_id, code, parcel_id, started_on, due_on, done_on, who)
            select {caseId}, d.code, c.parcel_id, d.started_on, d.due_on, d.done_on, d.who
            from registry.land_case c,
                 unnest({deadlines.Select(one => one.Code).ToArray()}, {deadlines.Select(one => one.StartedOn).ToArray()},
                        {deadlines.Select(one => one.Due).ToArray()}, {deadlines.Select(one => one.DoneOn).ToArray()},
                        {deadlines.Select(one => one.Who).ToArray()}) as d (code, started_on, due_on, done_on, who)
            where c.id = {caseId}
            """, cancellation);
    }

    private static IQueryable<T> Of<T>(RegistryDb db, long caseId)
        where T : CaseRecord => db.Set<T>().AsNoTracking().Where(record => record.CaseId == caseId).OrderBy(record => record.Id);
}
