using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Facts;

/// <summary>How a command on a fact ended.</summary>
internal abstract record FactOutcome
{
    /// <summary>Written.</summary>
    public sealed record Done(long Id) : FactOutcome;

    /// <summary>No such parcel or fact.</summary>
    public sealed record Missing(Text What) : FactOutcome;

    /// <summary>The fact has changed since the caller saw it.</summary>
    public sealed record Stale : FactOutcome;

    /// <summary>A rule forbids it.</summary>
    public sealed record Refused(Refusal Refusal) : FactOutcome;
}

/// <summary>Who writes a fact, and why.</summary>
internal sealed record FactAuthor(string Actor, string? Reason);

/// <summary>Enters, corrects and withdraws facts. Each is one transaction, one change; stored answers follow in it.</summary>
internal sealed class FactCommands(RegistryDb db, FactRules rules, TimeProvider time)
{
    private static readonly Text NoParcel = new("该宗地", "such parcel");
    private static readonly Text NoFact = new("该事实", "such fact");

    /// <summary>The register's law, which has the lists of causes and documents that a fact may name.</summary>
    public async Task<LawShelf> LawAsync(CancellationToken cancellation) => (await RegisterLaw.OfAsync(db, cancellation)).Shelf;

    /// <summary>Enters a fact.</summary>
    public async Task<FactOutcome> EnterAsync(FactKind kind, FactRecord record, FactAuthor author, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(Origin("EnterFact", author), cancellation);
        if (!await db.Set<Parcel>().AnyAsync(parcel => parcel.Id == record.ParcelId && parcel.EndedOn == null, cancellation))
        {
            return new FactOutcome.Missing(NoParcel);
        }

        if (await rules.JudgeAsync(kind, record, cancellation) is { } refusal)
        {
            return new FactOutcome.Refused(refusal);
        }

        db.Add(record);
        await db.SaveChangesAsync(cancellation);
        await StoredAnswers.RefreshAsync(db, [record.ParcelId], RegisterDay.Today(time), cancellation);
        await transaction.CommitAsync(cancellation);
        return new FactOutcome.Done(record.Id);
    }

    /// <summary>Corrects a fact: all that it says is stated anew.</summary>
    public Task<FactOutcome> CorrectAsync(FactKind kind, long id, int version, JsonElement body, QueryReader faults, FactAuthor author, CancellationToken cancellation) =>
        ChangeAsync(kind, id, version, Origin("CorrectFact", author), async record =>
        {
            kind.Read(body, record, await LawAsync(cancellation), faults);
            return faults.Faults.Count > 0 ? null : await rules.JudgeAsync(kind, record, cancellation);
        }, faults, cancellation);

    /// <summary>Withdraws a fact that was entered by mistake.</summary>
    public Task<FactOutcome> WithdrawAsync(FactKind kind, long id, int version, QueryReader faults, FactAuthor author, CancellationToken cancellation) =>
        ChangeAsync(kind, id, version, Origin("WithdrawFact", author), async record =>
        {
            record.Withdrawn = true;
            return await rules.JudgeWithdrawalAsync(record, cancellation);
        }, faults, cancellation);

    private async Task<FactOutcome> ChangeAsync(
        FactKind kind, long id, int version, ChangeOrigin origin, Func<FactRecord, Task<Refusal?>> change, QueryReader faults, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        var record = await kind.Records(db).AsTracking().SingleOrDefaultAsync(found => found.Id == id, cancellation);
        if (record is null || !kind.Has(record))
        {
            return new FactOutcome.Missing(NoFact);
        }

        if (record.Version != version)
        {
            return new FactOutcome.Stale();
        }

        if (record.Withdrawn)
        {
            return new FactOutcome.Refused(FactRefusals.AlreadyWithdrawn());
        }

        if (await change(record) is { } refusal)
        {
            return new FactOutcome.Refused(refusal);
        }

        if (faults.Faults.Count > 0)
        {
            return new FactOutcome.Done(id);
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new FactOutcome.Stale();
        }

        await StoredAnswers.RefreshAsync(db, [record.ParcelId], RegisterDay.Today(time), cancellation);
        await transaction.CommitAsync(cancellation);
        return new FactOutcome.Done(id);
    }

    private ChangeOrigin Origin(string command, FactAuthor author) => new(author.Actor, command, author.Reason, time.GetUtcNow());
}
