using LandRegistry.Domain.Parcels;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>
/// The parcels that a filter matches, for EF Core and for plain SQL: both go through <c>registry.parcels_matching</c> or, as of
/// a past day, <c>registry.parcels_matching_as_of</c>, whose eleven common arguments <see cref="Arguments"/> gives in order.
/// </summary>
public static class ParcelSet
{
    /// <summary>The matching parcels as a composable query.</summary>
    public static IQueryable<Parcel> Matching(this RegistryDb db, ParcelFilter filter)
    {
        var a = Arguments(filter);
        var parcels = filter.AsOf is { } day
            ? db.Set<Parcel>().FromSql($"select * from registry.parcels_matching_as_of({a[0]}, {a[1]}, {a[2]}, {a[3]}, {a[4]}, {a[5]}, {a[6]}, {a[7]}, {day}, {a[8]}, {a[9]}, {a[10]})")
            : db.Set<Parcel>().FromSql($"select * from registry.parcels_matching({a[0]}, {a[1]}, {a[2]}, {a[3]}, {a[4]}, {a[5]}, {a[6]}, {a[7]}, {a[8]}, {a[9]}, {a[10]})");
        return parcels.AsNoTracking();
    }

    /// <summary>Arguments of <c>registry.parcels_matching</c>, in its order, each typed; null where the filter does not ask.</summary>
    public static NpgsqlParameter[] Arguments(ParcelFilter filter) =>
    [
        Argument(filter.Statuses?.Select(status => status.Code()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text),
        Argument(filter.Zones, NpgsqlDbType.Array | NpgsqlDbType.Bigint),
        Argument(filter.LandUseCodes, NpgsqlDbType.Array | NpgsqlDbType.Text),
        Argument(filter.MinAreaSquareMetres, NpgsqlDbType.Numeric),
        Argument(filter.MaxAreaSquareMetres, NpgsqlDbType.Numeric),
        Argument(filter.OnHold, NpgsqlDbType.Boolean),
        Argument(SearchPatterns.Literal(filter), NpgsqlDbType.Array | NpgsqlDbType.Text),
        Argument(filter.Box, NpgsqlDbType.Geometry),
        Argument(filter.Officers, NpgsqlDbType.Array | NpgsqlDbType.Text),
        Argument(filter.IdleCauses, NpgsqlDbType.Array | NpgsqlDbType.Text),
        Argument(SearchPatterns.Spelled(filter), NpgsqlDbType.Array | NpgsqlDbType.Text),
    ];

    /// <summary>The past day of an as-of question, as a parameter.</summary>
    public static NpgsqlParameter DayArgument(DateOnly day) => Argument(day, NpgsqlDbType.Date);

    private static NpgsqlParameter Argument(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
