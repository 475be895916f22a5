using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Law;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>
/// Computes the deadlines of all cases that have none yet, after many were written at once, or of all anew when the law has
/// changed; a single case follows its own commands (<see cref="StoredCases.RefreshDeadlinesAsync"/>).
/// </summary>
public static class StoredDeadlines
{
    private const int Stretch = 2048;

    /// <summary>Writes them in the running transaction, stretch by stretch; memory holds one.</summary>
    public static async Task FillAsync(NpgsqlDataSource source, NpgsqlConnection connection, NpgsqlTransaction transaction, RegisterLaw law, CancellationToken cancellation)
    {
        await using var db = new RegistryDb(RegistryDatabase.Options(new DbContextOptionsBuilder<RegistryDb>(), source).Options);
        db.Database.SetDbConnection(connection);
        await db.Database.UseTransactionAsync(transaction, cancellation);
        var bare = await db.Database.SqlQueryRaw<CaseOfCounty>(
            """
            select c.id as "Id", p.county_code as "County" from registry.land_case c join registry.parcel p on p.id = c.parcel_id
            where not exists (select from registry.case_deadline d where d.case_id = c.id) order by c.id
            """).ToListAsync(cancellation);
        for (var i = 0; i < bare.Count; i += Stretch)
        {
            var some = bare.GetRange(i, Math.Min(Stretch, bare.Count - i));
            var files = await FilesAsync(db, some, law, cancellation);
            await WriteAsync(connection, files, cancellation);
        }
    }

    /// <summary>Writes those of all cases anew in the running transaction; who writes cases meanwhile waits.</summary>
    public static async Task RewriteAsync(NpgsqlDataSource source, NpgsqlConnection connection, NpgsqlTransaction transaction, RegisterLaw law, CancellationToken cancellation)
    {
        await using var clear = new NpgsqlCommand(
            "lock table registry.case_deadline in share row exclusive mode; delete from registry.case_deadline", connection) { CommandTimeout = 3600 };
        await clear.ExecuteNonQueryAsync(cancellation);
        await FillAsync(source, connection, transaction, law, cancellation);
    }

    private static async Task<IReadOnlyList<CaseOfParcel>> FilesAsync(RegistryDb db, List<CaseOfCounty> some, RegisterLaw law, CancellationToken cancellation)
    {
        var cases = some.ConvertAll(one => one.Id);
        var (stages, documents) = (await Of<RecordedStage>(db, cases, cancellation), await Of<RecordedDocument>(db, cases, cancellation));
        var (determinations, plans) = (await Of<RecordedDetermination>(db, cases, cancellation), await Of<RecordedPlan>(db, cases, cancellation));
        var (milestones, causes) = (await Of<RecordedMilestone>(db, cases, cancellation), await Of<RecordedCause>(db, cases, cancellation));
        return [.. from one in some
                   let id = one.Id
                   let first = stages[id].FirstOrDefault()
                   where first is not null
                   select new CaseOfParcel(id, first.ParcelId, law.Shelf.For(one.County), new(
                       [.. stages[id]], [.. documents[id]], [.. determinations[id]], [.. plans[id]], [.. milestones[id]], [.. causes[id]]))];
    }

    private static async Task<ILookup<long, T>> Of<T>(RegistryDb db, List<long> cases, CancellationToken cancellation)
        where T : CaseRecord =>
        (await db.Set<T>().AsNoTracking().Where(record => cases.Contains(record.CaseId)).OrderBy(record => record.Id).ToListAsync(cancellation)).ToLookup(record => record.CaseId);

    private static async Task WriteAsync(NpgsqlConnection connection, IReadOnlyList<CaseOfParcel> files, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy registry.case_deadline (case_id, code, parcel_id, started_on, due_on, done_on, who) from stdin (format binary)", cancellation);
        foreach (var (id, parcel, law, history) in files)
        {
            foreach (var deadline in history.Deadlines(law))
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(id, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(deadline.Code, NpgsqlDbType.Text, cancellation);
                await copy.WriteAsync(parcel, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(deadline.StartedOn, NpgsqlDbType.Date, cancellation);
                await copy.WriteAsync(deadline.Due, NpgsqlDbType.Date, cancellation);
                if (deadline.DoneOn is { } done)
                {
                    await copy.WriteAsync(done, NpgsqlDbType.Date, cancellation);
                }
                else
                {
                    await copy.WriteNullAsync(cancellation);
                }

                await copy.WriteAsync(deadline.Who, NpgsqlDbType.Text, cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    private sealed record CaseOfCounty(long Id, string? County);

    private sealed record CaseOfParcel(long Id, long ParcelId, LawBook Law, CaseHistory History);
}
