using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>
/// The parcels that a filter matches, for EF Core and for plain SQL: both go through <c>registry.parcels_matching</c> or, as of
/// a past day, <c>registry.parcels_matching_as_of</c>, whose sixteen arguments <see cref="Arguments"/> gives in order.
/// </summary>
public static class ParcelSet
{
    /// <summary>The matching parcels as a composable query.</summary>
    public static IQueryable<Parcel> Matching(this RegistryDb db, ParcelFilter filter)
    {
        var a = Arguments(filter);
        var parcels = filter.AsOf is { } day
            ? db.Set<Parcel>().FromSql($"select * from registry.parcels_matching_as_of({a[0]}, {a[1]}, {a[2]}, {a[3]}, {a[4]}, {a[5]}, {a[6]}, {a[7]}, {day}, {a[8]}, {a[9]}, {a[10]}, {a[11]}, {a[12]}, {a[13]}, {a[14]})")
            : filter.Words is not null
            ? db.Set<Parcel>().FromSql($"select * from registry.parcels_matching_words({a[0]}, {a[1]}, {a[2]}, {a[3]}, {a[4]}, {a[5]}, {a[6]}, {a[7]}, {a[8]}, {a[9]}, {a[10]}, {a[11]}, {a[12]}, {a[13]}, {a[14]}, {a[15]})")
            : MostMatch(filter)
            ? db.Set<Parcel>().FromSql($"select * from registry.parcels_matching_readiness({a[0]}, {a[1]}, {a[2]}, {a[3]}, {a[4]}, {a[5]}, {a[6]}, {a[7]}, {a[8]}, {a[9]}, {a[10]}, {a[11]}, {a[12]}, {a[13]}, {a[14]}, {a[15]})")
            : db.Set<Parcel>().FromSql($"select * from registry.parcels_matching({a[0]}, {a[1]}, {a[2]}, {a[3]}, {a[4]}, {a[5]}, {a[6]}, {a[7]}, {a[8]}, {a[9]}, {a[10]}, {a[11]}, {a[12]}, {a[13]}, {a[14]}, {a[15]})");
        return parcels.AsNoTracking();
    }

    /// <summary>
    /// A statement over all parcels that the filter matches, in the form that is quicker for the filter: the same parcels, by another way to
    /// them (<c>registry.parcels_matching_words</c>, <c>_due</c>, <c>_readiness</c>).
    /// </summary>
    public static string Begun(string sql, ParcelFilter filter) =>
        filter.Words is null && filter.AsksDue ? Instead(sql, "due")
        : filter.Words is null && filter.AsksAnswers ? Instead(sql, "readiness")
        : BegunByWords(sql, filter);

    /// <summary>The same for a statement over the few parcels of a place: words alone are worth another way.</summary>
    public static string BegunByWords(string sql, ParcelFilter filter) => filter.Words is null ? sql : Instead(sql, "words");

    private static string Instead(string sql, string way) => sql.Replace("registry.parcels_matching(", $"registry.parcels_matching_{way}(", StringComparison.Ordinal);

    /// <summary>Of readiness, whether it is asked for what is so of most parcels: few are ready, and each lacks something.</summary>
    private static bool MostMatch(ParcelFilter filter) => filter.Readiness is { } states ? states.Contains(ReadinessState.Blocked) : filter.Blockers is not null;

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
        Argument(filter.Due is { } due ? Days(due) : null, NpgsqlDbType.DateRange),
        Argument(filter.DueNear is { } near ? Distance(near) : null, NpgsqlDbType.IntegerRange),
        Argument(filter.Readiness?.Select(Codes<ReadinessState>.Of).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text),
        Argument(filter.Blockers, NpgsqlDbType.Array | NpgsqlDbType.Text),
        Argument(filter.AnswersOn, NpgsqlDbType.Date),
    ];

    private static NpgsqlRange<DateOnly> Days(DueDays due) => new(
        due.From ?? default, lowerBoundIsInclusive: true, lowerBoundInfinite: due.From is null,
        due.To ?? default, upperBoundIsInclusive: true, upperBoundInfinite: due.To is null);

    private static NpgsqlRange<int> Distance(DueNear near) => near switch
    {
        DueNear.Overdue => new(0, lowerBoundIsInclusive: false, lowerBoundInfinite: true, -1, upperBoundIsInclusive: true, upperBoundInfinite: false),
        DueNear.Week => new(0, 7),
        DueNear.Month => new(0, 30),
        _ => new(0, 90),
    };

    /// <summary>The past day of an as-of question, as a parameter.</summary>
    public static NpgsqlParameter DayArgument(DateOnly day) => Argument(day, NpgsqlDbType.Date);

    private static NpgsqlParameter Argument(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
