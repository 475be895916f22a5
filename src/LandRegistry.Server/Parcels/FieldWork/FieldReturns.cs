using System.Security.Cryptography;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.FieldWork;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>How a file was taken in.</summary>
internal sealed record TakenFile(long? Id, bool IsNew, IReadOnlyList<FieldFault> Faults, Refusal? Refusal);

/// <summary>How the taking over of a return ended.</summary>
internal abstract record ReturnOutcome
{
    public sealed record Done : ReturnOutcome;

    public sealed record Missing : ReturnOutcome;

    /// <summary>The register has changed since the choices were made.</summary>
    public sealed record Stale : ReturnOutcome;

    public sealed record Refused(Refusal Refusal) : ReturnOutcome;
}

/// <summary>
/// Takes returned packages in, compares them, and takes them over as one change. What is compared is read anew each time, so that files
/// of several officers may come in any order and the same file twice changes nothing.
/// </summary>
internal sealed class FieldReturns(NpgsqlDataSource source, RegistryDb db, FieldPackages packages, TimeProvider time, ZoneScope scope)
{
    /// <summary>Name of the change.</summary>
    public const string Command = "ReturnFieldPackage";

    /// <summary>Stores a file; the same file again is the return that it was.</summary>
    public async Task<TakenFile> TakeAsync(string path, ZoneScope scope, string actor, CancellationToken cancellation)
    {
        using var file = FieldFile.Open(path);
        if (file is null)
        {
            return new(null, false, [new("file", "No GeoPackage of a field package.", "不是外业数据包（GeoPackage）。")], null);
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var find = new NpgsqlCommand("select id from registry.field_package where token = $1", connection);
        find.Parameters.Add(new() { Value = file.Token() ?? Guid.Empty });
        if (await find.ExecuteScalarAsync(cancellation) is not long package)
        {
            return new(null, false, [], FieldRefusals.NotOurs());
        }

        string digest;
        await using (var content = File.OpenRead(path))
        {
            digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        }

        await using var known = new NpgsqlCommand("select id from registry.field_return where package_id = $1 and digest = $2", connection);
        known.Parameters.Add(new() { Value = package });
        known.Parameters.Add(new() { Value = digest });
        if (await known.ExecuteScalarAsync(cancellation) is long before)
        {
            return new(before, false, [], null);
        }

        var (rows, drawings) = (file.Parcels(FieldPackages.MostParcels), file.Drawings(FieldPackages.MostParcels));
        var isTooLarge = rows.Count > FieldPackages.MostParcels || drawings.Count > FieldPackages.MostParcels;
        if (file.Faults.Count > 0 || isTooLarge)
        {
            return new(null, false, file.Faults, isTooLarge ? FieldRefusals.TooManyParcels(FieldPackages.MostParcels) : null);
        }

        var head = new ReturnHead(package, digest, actor, time.GetUtcNow(), (int)Math.Min(file.Shapeless, int.MaxValue));
        var id = await FieldReturnStore.InsertAsync(connection, head, rows, scope, cancellation);
        await DrawnParcels.InsertAsync(connection, id, drawings, cancellation);
        foreach (var photo in file.Photos())
        {
            await FieldReturnStore.InsertAsync(connection, id, photo, cancellation);
        }

        if (file.Faults.Count > 0)
        {
            return new(null, false, file.Faults, null);
        }

        await transaction.CommitAsync(cancellation);
        return new(id, true, [], null);
    }

    /// <summary>A return compared; null when there is none. What the rules say of the field's changes is tried out and taken back.</summary>
    public async Task<(FieldReturn Return, string ETag)?> CompareAsync(long id, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(new("-", Command, null, time.GetUtcNow()), cancellation);
        var connection = db.Connection();
        if (await FieldReturnStore.FindAsync(connection, id, scope, cancellation) is not { } head)
        {
            return null;
        }

        var parcels = await ThriceParcel.ReadAsync(connection, id, hold: false, cancellation);
        var drawn = await DrawnParcels.ReadAsync(connection, id, scope, cancellation);
        var wanted = FieldChanges.Of(parcels, new Dictionary<(long, string), string>());
        var refusals = await new FieldWriter(db, time, scope).WriteAsync(wanted.Parcels, "-", cancellation);
        var (_, drawnRefusals) = await DrawnParcels.WriteAsync(connection, id, drawn.Where(one => one.ParcelId is null), RegisterDay.Today(time), scope, cancellation);
        await transaction.RollbackAsync(cancellation);
        var package = (await packages.ListAsync(head.Package, cancellation)).Single();
        var answer = FieldAnswer.Of(id, head, package, parcels, refusals);
        return (FieldAnswer.With(answer, drawn, drawnRefusals), ThriceParcel.ETag(id, parcels, drawn));
    }

    /// <summary>Takes a return over, with the choices made on the comparison that the tag names.</summary>
    public async Task<ReturnOutcome> ApplyAsync(
        long id, string seen, ReturnChoices choices, string reason, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(new(actor, Command, reason, time.GetUtcNow()), cancellation);
        var connection = db.Connection();
        if (await FieldReturnStore.FindAsync(connection, id, scope, cancellation) is null)
        {
            return new ReturnOutcome.Missing();
        }

        var parcels = await ThriceParcel.ReadAsync(connection, id, hold: true, cancellation);
        var drawn = await DrawnParcels.ReadAsync(connection, id, scope, cancellation);
        if (ThriceParcel.ETag(id, parcels, drawn) != seen)
        {
            return new ReturnOutcome.Stale();
        }

        var wanted = FieldChanges.Of(parcels, choices.Values);
        if (wanted.Unresolved > 0)
        {
            return new ReturnOutcome.Refused(FieldRefusals.Unresolved(wanted.Unresolved));
        }

        var refusals = await new FieldWriter(db, time, scope).WriteAsync(wanted.Parcels, reason, cancellation);
        var (added, drawnRefusals) = await DrawnParcels.WriteAsync(
            connection, id, drawn.Where(one => one.ParcelId is null && !choices.LeftOut.Contains(one.Key)), RegisterDay.Today(time), scope, cancellation);
        if (refusals.Count + drawnRefusals.Count is > 0 and var refused)
        {
            return new ReturnOutcome.Refused(FieldRefusals.RowsRefused(refused));
        }

        long[] ended = [.. parcels.Where(parcel => !parcel.Stands).Select(parcel => parcel.Id)];
        var touched = wanted.Parcels.Select(parcel => parcel.Id).Concat(added).ToHashSet();
        touched.UnionWith(await FieldReturnStore.AddAsync(connection, "Parcels/FieldWork/apply_notes.sql", id, ended, null, cancellation));
        touched.UnionWith(await FieldReturnStore.AddAsync(connection, "Parcels/FieldWork/apply_photos.sql", id, ended, RegisterDay.Today(time), cancellation));
        if (touched.Count == 0)
        {
            return new ReturnOutcome.Done();
        }

        await StoredAnswers.RefreshAsync(db, [.. touched.Order()], RegisterDay.Today(time), cancellation);
        await StoredAnswers.AnnounceAsync(connection, [.. touched.Order()], cancellation);
        await FieldReturnStore.NoteChangeAsync(connection, id, cancellation);
        await transaction.CommitAsync(cancellation);
        return new ReturnOutcome.Done();
    }
}
