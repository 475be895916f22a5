using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Changes;
using LandRegistry.Domain.Common;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LandRegistry.Server.Changes;

/// <summary>How an undo ended.</summary>
internal abstract record UndoOutcome
{
    /// <summary>Written, as this change.</summary>
    public sealed record Done(long ChangeId) : UndoOutcome;

    /// <summary>No such change.</summary>
    public sealed record Missing : UndoOutcome;

    /// <summary>A rule forbids it.</summary>
    public sealed record Refused(Refusal Refusal) : UndoOutcome;
}

/// <summary>Undoes changes. An undo is a change like any other, and can be undone in its turn; a parcel that it puts
/// back to ready while something blocks it falls out of ready in the same change, as it would by any other write.</summary>
internal sealed class ChangeCommands(RegistryDb db, TimeProvider time)
{
    /// <summary>Puts every row that a change wrote back to what it was, and withdraws or ends those that it brought.</summary>
    public async Task<UndoOutcome> UndoAsync(long id, string reason, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(new(actor, "UndoChange", reason, time.GetUtcNow()), cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (await ChangeReader.FactsAsync(connection, id, cancellation) is not { } seen)
        {
            return new UndoOutcome.Missing();
        }

        // What is refused for its size is not locked first.
        if (UndoRules.Judge(seen) is { } early)
        {
            return new UndoOutcome.Refused(early);
        }

        await db.Database.ExecuteSqlAsync($"select registry.hold_ground_of_change({id})", cancellation);
        await db.Database.ExecuteSqlAsync($"select registry.hold_rows_of_change({id})", cancellation);
        var facts = await ChangeReader.FactsAsync(connection, id, cancellation);
        if (UndoRules.Judge(facts!) is { } refusal)
        {
            return new UndoOutcome.Refused(refusal);
        }

        try
        {
            await db.Database.ExecuteSqlAsync($"select registry.undo_rows({id}, {RegisterDay.Today(time)})", cancellation);
        }
        catch (PostgresException conflict) when (conflict.SqlState.StartsWith(PostgresErrorClass, StringComparison.Ordinal))
        {
            return new UndoOutcome.Refused(ChangeRefusals.Conflicts(id));
        }

        // A boundary that comes back may meet what others have drawn on its ground meanwhile.
        var taken = await db.Database.SqlQuery<string>(
            $"select c as \"Value\" from registry.ground_conflicts_of({id}, {BoundaryRules.ToleranceMetres}) c").ToListAsync(cancellation);
        if (taken.Count > 0)
        {
            return new UndoOutcome.Refused(ChangeRefusals.GroundTaken(id, taken));
        }

        var parcels = await db.Database.SqlQuery<long>(
            $"select distinct parcel_id as \"Value\" from registry.rows_of_change({id}) where parcel_id is not null").ToListAsync(cancellation);
        await StoredAnswers.RefreshAsync(db, parcels, RegisterDay.Today(time), cancellation);
        await RefreshCasesAsync(id, cancellation);
        var undo = await db.Database.SqlQuery<long>($"select registry.current_change() as \"Value\"").SingleAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new UndoOutcome.Done(undo);
    }

    /// <summary>The deadlines of the cases that a change wrote to follow their records.</summary>
    private async Task RefreshCasesAsync(long change, CancellationToken cancellation)
    {
        var touched = await db.Database.SqlQuery<long>(
            $"""
            select distinct case when w.record_kind = 'land_case' then w.record_id else (r.facts ->> 'case_id')::bigint end as "Value"
            from registry.rows_of_change({change}) w
            join registry.record r on r.record_kind = w.record_kind and r.record_id = w.record_id
            where w.record_kind = 'land_case' or w.record_kind like 'case\_%'
            """).ToListAsync(cancellation);
        foreach (var landCase in await db.Set<LandCase>().IgnoreQueryFilters().AsNoTracking().Where(found => touched.Contains(found.Id)).ToListAsync(cancellation))
        {
            await db.RefreshDeadlinesAsync(landCase, cancellation);
        }
    }

    // Integrity constraint violation.
    private const string PostgresErrorClass = "23";
}
