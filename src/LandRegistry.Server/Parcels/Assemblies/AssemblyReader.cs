using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Parcels.Boundaries;
using LandRegistry.Server.Parcels.Lineage;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LandRegistry.Server.Parcels.Assemblies;

/// <summary>Reads proposals of land assembly, and what their parcels are as one site.</summary>
internal sealed class AssemblyReader(RegistryDb db, NpgsqlDataSource source, TimeProvider time, ZoneScope scope)
{
    /// <summary>The kept proposals, newest first; or the one named.</summary>
    public async Task<List<AssemblyRow>> RowsAsync(long? id, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            EmbeddedSql.Read("Parcels/Assemblies/assembly_list.sql"));
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint });
        command.Parameters.Add(scope.Argument());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<AssemblyRow>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new(
                reader.GetInt64(0), reader.GetString(1), await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetString(2),
                reader.GetFieldValue<long[]>(3), reader.GetInt32(4)));
        }

        return rows;
    }

    /// <summary>Whether all parcels named are or were there, within the person's zones.</summary>
    public async Task<bool> AreInSightAsync(long[] ids, CancellationToken cancellation) =>
        await db.Set<Parcel>().CountAsync(parcel => ids.Contains(parcel.Id) && (scope.Zones == null || scope.Zones.Contains(parcel.ZoneId)), cancellation) == ids.Length;

    /// <summary>What parcels are as one site; parcels that never were are left out.</summary>
    public async Task<AssembledSite> SiteAsync(IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var parcels = await ParcelsAsync(ids, cancellation);
        var standing = await db.Set<Parcel>().AsNoTracking().Where(p => ids.Contains(p.Id) && p.EndedOn == null).OrderBy(p => p.Id).ToListAsync(cancellation);
        standing.RemoveAll(parcel => !scope.Holds(parcel.ZoneId));
        var facts = new List<LineageFacts>();
        foreach (var parcel in standing)
        {
            facts.Add(await LineageReader.FactsAsync(db, parcel, RegisterDay.Today(time), cancellation));
        }

        var boundaries = standing.Where(parcel => parcel.Boundary is not null).Select(parcel => parcel.Boundary!).ToList();
        var merged = boundaries.Count > 0 ? ParcelCut.Merge(boundaries) : null;
        var against = facts.Count > 1 ? LineageRules.AgainstMerge(facts).Select(refusal => new BoundaryFinding(refusal)).ToList() : [];
        if (boundaries.Count > 1 && merged is null)
        {
            against.Add(new(BoundaryRefusals.NotAdjacent()));
        }

        Geometry? shape = merged ?? (boundaries.Count > 0 ? NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Union(boundaries.Cast<Geometry>()) : null);
        return new(
            shape is null ? null : GeoJson.Write(shape), merged is not null && boundaries.Count == parcels.Count, await AreaAsync(shape, cancellation),
            parcels, [.. against.Select(BoundaryCheckAnswer.Finding)]);
    }

    private async Task<List<AssembledParcel>> ParcelsAsync(IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Parcels/Assemblies/assembled_parcels.sql"));
        command.Parameters.Add(StoredAnswers.Ids([.. ids]));
        command.Parameters.Add(new() { Value = RegisterDay.Today(time) });
        command.Parameters.Add(scope.Argument());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var parcels = new List<AssembledParcel>();
        while (await reader.ReadAsync(cancellation))
        {
            decimal? Money(int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);
            string? Words(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
            parcels.Add(new(
                reader.GetInt64(0), Words(1), Words(2), reader.GetString(3), reader.GetBoolean(4), reader.GetBoolean(5), reader.GetInt32(6), Money(7),
                reader.GetFieldValue<string[]>(8), reader.GetFieldValue<string[]>(9), Money(10), Money(11), Money(12)));
        }

        return parcels;
    }

    private async Task<double?> AreaAsync(Geometry? shape, CancellationToken cancellation)
    {
        if (shape is null)
        {
            return null;
        }

        await using var command = source.CreateCommand("select registry.measured_area($1, st_x(st_pointonsurface($1)))");
        command.Parameters.Add(new() { Value = shape, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Geometry });
        return (double)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
