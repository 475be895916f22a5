using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>What a return is entered with; rows that say nothing are left out from the beginning.</summary>
internal sealed record ReturnHead(long Package, string Digest, string By, DateTimeOffset At, int LeftOut);

/// <summary>What is known of a return.</summary>
internal sealed record KnownReturn(long Package, int LeftOut, long? ChangeId);

/// <summary>Returned packages in the database.</summary>
internal static class FieldReturnStore
{
    /// <summary>The context's connection, for statements that EF should not write.</summary>
    public static NpgsqlConnection Connection(this RegistryDb db) => (NpgsqlConnection)db.Database.GetDbConnection();

    /// <summary>Enters a return with the parcels of its package that the person may see; the other rows are counted.</summary>
    public static async Task<long> InsertAsync(NpgsqlConnection connection, ReturnHead head, IReadOnlyList<FieldRow> rows, ZoneScope scope, CancellationToken cancellation)
    {
        var ours = await OfPackageAsync(connection, head.Package, scope, cancellation);
        var taken = rows.Where(row => ours.Contains(row.ParcelId)).ToList();
        long id;
        await using (var insert = new NpgsqlCommand(
            "insert into registry.field_return (package_id, digest, returned_by, returned_at, left_out) values ($1, $2, $3, $4, $5) returning id", connection))
        {
            foreach (var value in new object[] { head.Package, head.Digest, head.By, head.At, head.LeftOut + rows.Count - taken.Count })
            {
                insert.Parameters.Add(new() { Value = value });
            }

            id = (long)(await insert.ExecuteScalarAsync(cancellation))!;
        }

        await using var copy = await connection.BeginBinaryImportAsync(
            "copy registry.field_return_parcel (return_id, parcel_id, name, address, status, status_on, remarks, checked_on, checked_by, note, boundary) from stdin (format binary)", cancellation);
        foreach (var row in taken)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(id, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync(row.ParcelId, NpgsqlDbType.Bigint, cancellation);
            await TextAsync(row.Name);
            await TextAsync(row.Address);
            await TextAsync(row.Status);
            await DayAsync(row.StatusOn);
            await TextAsync(row.Remarks);
            await DayAsync(row.CheckedOn);
            await TextAsync(row.CheckedBy);
            await TextAsync(row.Note);
            await (row.Boundary is { } boundary ? copy.WriteAsync(boundary, NpgsqlDbType.Geometry, cancellation) : copy.WriteNullAsync(cancellation));
        }

        await copy.CompleteAsync(cancellation);
        return id;

        Task TextAsync(string? value) => value is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(value, NpgsqlDbType.Text, cancellation);
        Task DayAsync(DateOnly? value) => value is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(value.Value, NpgsqlDbType.Date, cancellation);
    }

    /// <summary>Enters a photograph of a parcel of the return; the same picture twice is one.</summary>
    public static async Task InsertAsync(NpgsqlConnection connection, long id, FieldPhoto photo, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into registry.field_return_photo (return_id, digest, parcel_id, media_type, title, taken_on, content)
            select $1, $2, f.parcel_id, $4, $5, $6, $7 from registry.field_return_parcel f where f.return_id = $1 and f.parcel_id = $3
            on conflict on constraint field_return_photo_pk do nothing
            """, connection);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = photo.Digest });
        command.Parameters.Add(new() { Value = photo.ParcelId });
        command.Parameters.Add(new() { Value = photo.MediaType });
        command.Parameters.Add(new() { Value = (object?)photo.Title ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)photo.TakenOn ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = photo.Content });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What is known of a return; null when there is none, or when a parcel of it lies outside the person's zones.</summary>
    public static async Task<KnownReturn?> FindAsync(NpgsqlConnection connection, long id, ZoneScope scope, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select r.package_id, r.left_out, r.change_id from registry.field_return r
            where r.id = $1 and ($2::bigint[] is null or not exists (
                select from registry.field_return_parcel x join registry.parcel p on p.id = x.parcel_id where x.return_id = r.id and p.zone_id <> all ($2)))
            """, connection);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(scope.Argument());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetInt64(0), row.GetInt32(1), row.GetFieldValue<long?>(2)) : null;
    }

    /// <summary>Writes notes or photographs; answers the parcels that got any.</summary>
    public static async Task<IReadOnlyList<long>> AddAsync(NpgsqlConnection connection, string sql, long id, long[] leftOut, DateOnly? today, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read(sql), connection);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = leftOut });
        if (today is { } day)
        {
            command.Parameters.Add(new() { Value = day });
        }

        await using var row = await command.ExecuteReaderAsync(cancellation);
        var parcels = new List<long>();
        while (await row.ReadAsync(cancellation))
        {
            parcels.Add(row.GetInt64(0));
        }

        return parcels;
    }

    /// <summary>Names the present change as the one that took the return over.</summary>
    public static async Task NoteChangeAsync(NpgsqlConnection connection, long id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("update registry.field_return set change_id = registry.current_change() where id = $1", connection);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<HashSet<long>> OfPackageAsync(NpgsqlConnection connection, long package, ZoneScope scope, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select x.parcel_id from registry.field_package_parcel x join registry.parcel p on p.id = x.parcel_id
            where x.package_id = $1 and ($2::bigint[] is null or p.zone_id = any ((select registry.zones_with_descendants($2))::bigint[]))
            """, connection);
        command.Parameters.Add(new() { Value = package });
        command.Parameters.Add(new() { Value = (object?)(scope.IsWhole ? null : scope.Zones) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var ids = new HashSet<long>();
        while (await row.ReadAsync(cancellation))
        {
            ids.Add(row.GetInt64(0));
        }

        return ids;
    }
}
