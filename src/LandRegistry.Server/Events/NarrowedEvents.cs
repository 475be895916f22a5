using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Events;

/// <summary>
/// What an event says to somebody who may see some zones only: of a change the parcels in them, nothing when there are none. A change
/// of many parcels says no more than that something is to be read anew, and that only when it touched their zones.
/// </summary>
internal sealed class NarrowedEvents(NpgsqlDataSource source)
{
    /// <summary>The event as somebody may be told it; null when it is not for them.</summary>
    public async Task<Told?> ForAsync(Told told, ZoneScope scope, CancellationToken cancellation)
    {
        if (scope.IsWhole)
        {
            return told;
        }

        if (told.Zones is { } zones && !zones.Any(scope.Holds))
        {
            return null;
        }

        if (told.Parcels is null)
        {
            return told.IsChange ? Told.Reload : told;
        }

        await using var command = source.CreateCommand(EmbeddedSql.Read("Events/parcels_in_sight.sql"));
        command.Parameters.Add(new() { Value = told.Parcels });
        command.Parameters.Add(scope.Argument());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var seen = reader.GetFieldValue<long[]>(0);
        return seen.Length == 0 ? null : told.Of(seen, reader.GetFieldValue<double[]>(1));
    }
}
