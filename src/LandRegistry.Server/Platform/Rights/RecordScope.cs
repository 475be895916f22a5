using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Platform.Rights;

/// <summary>
/// Asks the database whether records lie in somebody's zones. For a person who may see the whole register nothing is asked.
/// </summary>
public sealed class RecordScope(NpgsqlDataSource source)
{
    /// <summary>Whether a record lies in the scope; a proposal of assembly with all its parcels, any other with one zone at least.</summary>
    public async ValueTask<bool> HoldsAsync(ZoneScope scope, RecordKind kind, long id, string? factKind, CancellationToken cancellation)
    {
        if (scope.IsWhole)
        {
            return true;
        }

        await using var command = kind == RecordKind.Change
            ? source.CreateCommand("select registry.change_touches($1, $2)")
            : source.CreateCommand("select registry.record_is_within($3, $1, $2, $4)");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(scope.Argument());
        if (kind != RecordKind.Change)
        {
            command.Parameters.Add(new() { Value = TableOf(kind, factKind) });
            command.Parameters.Add(new() { Value = kind == RecordKind.Assembly });
        }

        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Whether all parcels named lie in the scope; one that is not there lies nowhere.</summary>
    public async ValueTask<bool> HoldsParcelsAsync(ZoneScope scope, IEnumerable<long> parcels, CancellationToken cancellation)
    {
        if (scope.IsWhole)
        {
            return true;
        }

        var ids = parcels.Distinct().ToArray();
        await using var command = source.CreateCommand("select count(*) from registry.parcel where id = any ($1) and zone_id = any ($2)");
        command.Parameters.Add(new() { Value = ids });
        command.Parameters.Add(scope.Argument());
        return (long)(await command.ExecuteScalarAsync(cancellation))! == ids.Length;
    }

    /// <summary>Whether a change wrote nothing outside the scope.</summary>
    public async ValueTask<bool> HoldsWholeChangeAsync(ZoneScope scope, long change, CancellationToken cancellation)
    {
        if (scope.IsWhole)
        {
            return true;
        }

        await using var command = source.CreateCommand("select not registry.change_leaves($1, $2)");
        command.Parameters.Add(new() { Value = change });
        command.Parameters.Add(scope.Argument());
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The table that a kind of record stands in.</summary>
    private static string TableOf(RecordKind kind, string? factKind) => kind switch
    {
        RecordKind.Case => "land_case",
        RecordKind.Fact => factKind switch
        {
            "contract" or "stoppage" or "encumbrance" or "occupancy" or "infrastructure" or "supply_conditions" or "document" or "inspection" => factKind,
            "progress" => "progress_report",
            "money" => "money_line",
            _ => "land_fact",
        },
        _ => Codes<RecordKind>.Of(kind),
    };
}
