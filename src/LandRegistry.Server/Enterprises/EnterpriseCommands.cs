using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Enterprises;

/// <summary>How a command on an enterprise ended.</summary>
internal enum EnterpriseEnd
{
    /// <summary>Written.</summary>
    Done,

    /// <summary>No such enterprise.</summary>
    Missing,

    /// <summary>The enterprise has changed since the caller saw it.</summary>
    Stale,
}

/// <summary>What an enterprise is, apart from its dated records: stated anew as a whole.</summary>
internal sealed record Particulars(string Name, string? CreditCode, string? IndustryCode, string? Scale, DateOnly? ProducingSince, bool IsExempt);

/// <summary>Records of an enterprise. Each is one transaction, one change, on the version that the caller saw.</summary>
internal sealed class EnterpriseCommands(RegistryDb db, RecordScope records, ZoneScope scope)
{
    /// <summary>Corrects what an enterprise is; a new name keeps the former one.</summary>
    /// <returns>How it ended, and the refusal when a rule forbids it.</returns>
    public async Task<(EnterpriseEnd End, Refusal? Refusal)> DescribeAsync(long id, int version, Particulars particulars, ChangeOrigin origin, CancellationToken cancellation)
    {
        Refusal? refusal = null;
        var end = await ChangeAsync(id, version, origin, async enterprise =>
        {
            if (particulars.CreditCode is { } wanted)
            {
                // Who gives the same code at the same moment waits, and is then told who has it.
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"credit code " + wanted}, 0))", cancellation);
            }

            if (particulars.CreditCode is { } code
                && await db.Set<Enterprise>().AsNoTracking().Where(e => e.Id != id && e.CreditCode == code && e.EndedOn == null).Select(e => new { e.Id, e.Name }).FirstOrDefaultAsync(cancellation) is { } other)
            {
                refusal = EnterpriseRefusals.CreditCodeTaken(code, await records.HoldsAsync(scope, RecordKind.Enterprise, other.Id, null, cancellation) ? other.Name : null);
                return;
            }

            enterprise.Rename(particulars.Name);
            (enterprise.CreditCode, enterprise.IndustryCode, enterprise.Scale) = (particulars.CreditCode, particulars.IndustryCode, particulars.Scale);
            (enterprise.ProducingSince, enterprise.IsExempt) = (particulars.ProducingSince, particulars.IsExempt);
        }, cancellation, () => refusal is not null);
        return (end, refusal);
    }

    /// <summary>Records a figure, in the place of one of the same name and period.</summary>
    public Task<EnterpriseEnd> AddMetricAsync(long id, int version, EnterpriseMetric metric, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, async _ =>
        {
            metric.EnterpriseId = id;
            var former = await db.Set<EnterpriseMetric>().SingleOrDefaultAsync(
                m => m.EnterpriseId == id && m.Name == metric.Name && m.FromOn == metric.FromOn && m.ToOn == metric.ToOn, cancellation);
            if (former is null)
            {
                db.Add(metric);
                return;
            }

            (former.Amount, former.IsEstimated, former.Source, former.Note) = (metric.Amount, metric.IsEstimated, metric.Source, metric.Note);
        }, cancellation);

    /// <summary>Records an operating state; the latest by its day is the enterprise's state now.</summary>
    public Task<EnterpriseEnd> AddStateAsync(long id, int version, EnterpriseState state, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, async enterprise =>
        {
            state.EnterpriseId = id;
            db.Add(state);
            if (!await db.Set<EnterpriseState>().AnyAsync(s => s.EnterpriseId == id && s.OnDay > state.OnDay, cancellation))
            {
                enterprise.OperatingState = state.State;
            }
        }, cancellation);

    /// <summary>Records a sign of a zombie enterprise.</summary>
    public Task<EnterpriseEnd> AddSignalAsync(long id, int version, EnterpriseSignal signal, ChangeOrigin origin, CancellationToken cancellation) =>
        ChangeAsync(id, version, origin, _ =>
        {
            signal.EnterpriseId = id;
            db.Add(signal);
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>Changes an enterprise on the version that the caller saw; refused, nothing is written.</summary>
    public async Task<EnterpriseEnd> ChangeAsync(long id, int version, ChangeOrigin origin, Func<Enterprise, Task> change, CancellationToken cancellation, Func<bool>? isRefused = null)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        var enterprise = await db.Set<Enterprise>().SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null, cancellation);
        if (enterprise is null)
        {
            return EnterpriseEnd.Missing;
        }

        if (enterprise.Version != version)
        {
            return EnterpriseEnd.Stale;
        }

        await change(enterprise);
        if (isRefused?.Invoke() == true)
        {
            return EnterpriseEnd.Done;
        }

        // Written with each of its records, so that its version tells of them all.
        db.Entry(enterprise).Property(e => e.OperatingState).IsModified = true;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return EnterpriseEnd.Stale;
        }

        await transaction.CommitAsync(cancellation);
        return EnterpriseEnd.Done;
    }
}
