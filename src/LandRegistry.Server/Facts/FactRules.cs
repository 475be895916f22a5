using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LandRegistry.Server.Facts;

/// <summary>Asks the register what the rules on a fact have to know, and answers with their refusals.</summary>
internal sealed class FactRules(RegistryDb db, TimeProvider time)
{
    /// <summary>Judges a fact that is entered or corrected; null when it may stand.</summary>
    public async Task<Refusal?> JudgeAsync(FactKind kind, FactRecord record, CancellationToken cancellation)
    {
        var today = RegisterDay.Today(time);
        foreach (var field in kind.Fields.Where(field => field is { Type: FieldType.Day, MayBeFuture: false }))
        {
            if (FactKind.DayOf(record, field) is { } day && day > today)
            {
                return FactRefusals.InFuture(day, today);
            }
        }

        if (record.DocumentId is { } document && !await db.Set<DocumentRecord>().AnyAsync(d => d.Id == document && d.ParcelId == record.ParcelId, cancellation))
        {
            return FactRefusals.DocumentElsewhere();
        }

        return record switch
        {
            Occupancy occupancy when !await db.Set<Enterprise>().AnyAsync(e => e.Id == occupancy.EnterpriseId, cancellation) => FactRefusals.EnterpriseUnknown(),
            DocumentRecord { InspectionId: { } visit } when !await db.Set<InspectionRecord>().AnyAsync(i => i.Id == visit && i.ParcelId == record.ParcelId, cancellation)
                => FactRefusals.InspectionElsewhere(),
            LandFactRecord { Kind: LandFactKinds.PublicationWithdrawn } withdrawal => await JudgeWithdrawalOfPublicationAsync(withdrawal, cancellation),
            MoneyRecord { Kind: MoneyLedger.CompensationSettled or MoneyLedger.CompensationDue } line => await JudgeCompensationAsync(line, cancellation),
            MoneyRecord { Kind: not (MoneyLedger.Price or MoneyLedger.Fee or MoneyLedger.Deferred or MoneyLedger.SwapDifference) } paid when paid.OnDay > today
                => FactRefusals.InFuture(paid.OnDay, today),
            _ => null,
        };
    }

    /// <summary>Judges the withdrawal of a fact, already marked as withdrawn.</summary>
    public async Task<Refusal?> JudgeWithdrawalAsync(FactRecord record, CancellationToken cancellation)
    {
        switch (record)
        {
            case DocumentRecord:
                var uses = await UsesAsync(record.Id, cancellation);
                return uses > 0 ? FactRefusals.DocumentInUse(uses) : null;
            case MoneyRecord { Kind: MoneyLedger.CompensationDue } due:
                return await JudgeCompensationAsync(due, cancellation);
            default:
                return null;
        }
    }

    private async Task<Refusal?> JudgeWithdrawalOfPublicationAsync(LandFactRecord withdrawal, CancellationToken cancellation)
    {
        var others = await db.Set<LandFactRecord>().AsNoTracking()
            .Where(fact => fact.ParcelId == withdrawal.ParcelId && fact.Id != withdrawal.Id && fact.OnDay <= withdrawal.OnDay
                && (fact.Kind == LandFactKinds.Publication || fact.Kind == LandFactKinds.PublicationWithdrawn))
            .ToListAsync(cancellation);
        var published = others.Where(fact => fact.Kind == LandFactKinds.Publication).Select(fact => (DateOnly?)fact.OnDay).Max();
        var withdrawn = others.Where(fact => fact.Kind == LandFactKinds.PublicationWithdrawn).Select(fact => (DateOnly?)fact.OnDay).Max();
        return published is null || withdrawn >= published ? FactRefusals.NothingPublished(withdrawal.OnDay) : null;
    }

    /// <summary>Settlements may not exceed what is due, with this line as it shall be.</summary>
    private async Task<Refusal?> JudgeCompensationAsync(MoneyRecord line, CancellationToken cancellation)
    {
        var today = RegisterDay.Today(time);
        if (line.Kind == MoneyLedger.CompensationSettled && line.OnDay > today)
        {
            return FactRefusals.InFuture(line.OnDay, today);
        }

        var lines = await db.Set<MoneyRecord>().AsNoTracking().Where(other => other.ParcelId == line.ParcelId && other.Id != line.Id).ToListAsync(cancellation);
        var all = lines.Concat(line.Withdrawn ? [] : [line]).Select(other => new MoneyLine(other.Kind, other.OnDay, other.AmountYuan)).ToList();
        var balance = MoneyLedger.On(all, null, DateOnly.MaxValue).Compensation;
        return balance.DueYuan is null && balance.SettledYuan > 0m ? FactRefusals.SettledOverDue(balance.SettledYuan)
            : balance.OverYuan > 0m ? FactRefusals.SettledOverDue(balance.OverYuan.Value)
            : null;
    }

    private async Task<int> UsesAsync(long document, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Facts/document_uses.sql"), (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(new() { Value = document });
        return (int)(long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
