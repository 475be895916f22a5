using System.Data;
using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.FieldWork;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Gis;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>Which parcels a package is of, and how it is called.</summary>
internal sealed record WantedPackage(string Name, string Language, ParcelFilter Filter, IReadOnlyList<long>? Parcels);

/// <summary>Makes field packages, lists them, and writes their files. A file is told from history and is the same however often it is asked for.</summary>
internal sealed class FieldPackages(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Parcels of a package at most: more than a team walks, and still quick on a tablet.</summary>
    public const int MostParcels = 10_000;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Makes a package; a refusal when it would be empty or too large.</summary>
    public async Task<(FieldPackage? Package, Refusal? Refusal)> MakeAsync(WantedPackage wanted, string actor, CancellationToken cancellation)
    {
        var filter = await source.SpelledAsync(wanted.Filter, cancellation);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using var insert = new NpgsqlCommand("insert into registry.field_package (name, language, made_by, made_at) values ($1, $2, $3, $4) returning id", connection);
        foreach (var value in new object[] { wanted.Name, wanted.Language, actor, time.GetUtcNow() })
        {
            insert.Parameters.Add(new() { Value = value });
        }

        var id = (long)(await insert.ExecuteScalarAsync(cancellation))!;
        await using var fill = new NpgsqlCommand(ParcelSet.Begun(EmbeddedSql.Read("Parcels/FieldWork/insert_package_parcels.sql"), filter), connection);
        fill.Parameters.AddRange(ParcelSet.Arguments(filter));
        fill.Parameters.Add(new() { Value = id });
        fill.Parameters.Add(new() { Value = (object?)wanted.Parcels?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        fill.Parameters.Add(new() { Value = MostParcels + 1 });
        var count = await fill.ExecuteNonQueryAsync(cancellation);
        if (count is 0 or > MostParcels)
        {
            return (null, count == 0 ? FieldRefusals.NothingChosen() : FieldRefusals.TooManyParcels(MostParcels));
        }

        await transaction.CommitAsync(cancellation);
        return ((await ListAsync(id, cancellation)).Single(), null);
    }

    /// <summary>The latest packages, or the one that is asked for.</summary>
    public async Task<IReadOnlyList<FieldPackage>> ListAsync(long? id, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Parcels/FieldWork/package_list.sql"));
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var packages = new List<FieldPackage>();
        while (await row.ReadAsync(cancellation))
        {
            packages.Add(new(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3), row.GetInt64(4),
                JsonSerializer.Deserialize<List<FieldReturnRow>>(row.GetString(5), Web)!));
        }

        return packages;
    }

    /// <summary>Writes the file of a package; false when there is none.</summary>
    public async Task<bool> WriteAsync(long id, string path, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using var find = new NpgsqlCommand("select token, language, name, made_at from registry.field_package where id = $1", connection);
        find.Parameters.Add(new() { Value = id });
        (Guid Token, string Language, string Name, DateTimeOffset MadeAt) package;
        await using (var row = await find.ExecuteReaderAsync(cancellation))
        {
            if (!await row.ReadAsync(cancellation))
            {
                return false;
            }

            package = (row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3));
        }

        var definitions = await SystemDefinitions.ReadAsync(connection, cancellation);
        using var file = new GeoPackageFile(path, srid => definitions[srid], package.MadeAt);
        var layers = new FieldPackageLayers(file, package.Language == "en");
        layers.Mark(package.Token, package.Name, package.MadeAt);
        await using (var command = new NpgsqlCommand(EmbeddedSql.Read("Parcels/FieldWork/package_parcels.sql"), connection))
        {
            command.Parameters.Add(new() { Value = id });
            await using var row = await command.ExecuteReaderAsync(cancellation);
            while (await row.ReadAsync(cancellation))
            {
                layers.AddParcel(row);
            }
        }

        await AddPhotosAsync(connection, layers, id, cancellation);
        layers.Complete();
        return true;
    }

    /// <summary>The photographs are listed first and read one by one, so that one at most is in memory.</summary>
    private static async Task AddPhotosAsync(NpgsqlConnection connection, FieldPackageLayers layers, long id, CancellationToken cancellation)
    {
        var photos = new List<(long Scan, long Parcel, DateOnly? TakenOn, string? Title)>();
        await using (var command = new NpgsqlCommand(EmbeddedSql.Read("Parcels/FieldWork/package_photos.sql"), connection))
        {
            command.Parameters.Add(new() { Value = id });
            command.Parameters.Add(new() { Value = (long)FieldFile.MostPhotoBytes });
            await using var row = await command.ExecuteReaderAsync(cancellation);
            while (await row.ReadAsync(cancellation))
            {
                photos.Add((row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<DateOnly?>(2), row.TextOrNull(3)));
            }
        }

        foreach (var (scan, parcel, takenOn, title) in photos)
        {
            await using var command = new NpgsqlCommand("select string_agg(content, ''::bytea order by part) from registry.document_scan_part where scan_id = $1", connection);
            command.Parameters.Add(new() { Value = scan });
            layers.AddPhoto(parcel, takenOn, title, (byte[])(await command.ExecuteScalarAsync(cancellation))!);
        }
    }
}
