using System.Text.Json;
using System.Text.Json.Nodes;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Events;

/// <summary>
/// What an event says to somebody who may see some zones only: of a change the parcels in them, nothing when there are none. A change
/// of many parcels says no more than that something is to be read anew.
/// </summary>
internal sealed class NarrowedEvents(NpgsqlDataSource source)
{
    /// <summary>The event as somebody may be told it; null when it is not for them.</summary>
    public async Task<ChangeFeed.Told?> ForAsync(ChangeFeed.Told told, ZoneScope scope, CancellationToken cancellation)
    {
        if (scope.IsWhole || told.Kind != ChangeFeed.ChangeKind)
        {
            return told;
        }

        if (JsonNode.Parse(told.Data) is not JsonObject change || change["many"]?.GetValue<bool>() != false)
        {
            return told with { Data = ChangeFeed.Reload };
        }

        var parcels = change["parcels"]!.AsArray().Select(id => id!.GetValue<long>()).ToArray();
        await using var command = source.CreateCommand(EmbeddedSql.Read("Events/parcels_in_sight.sql"));
        command.Parameters.Add(new() { Value = parcels });
        command.Parameters.Add(scope.Argument());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var seen = reader.GetFieldValue<long[]>(0);
        if (seen.Length == 0)
        {
            return null;
        }

        change["parcels"] = JsonSerializer.SerializeToNode(seen);
        change["bbox"] = JsonSerializer.SerializeToNode(reader.GetFieldValue<double[]>(1));
        return told with { Data = change.ToJsonString() };
    }
}
