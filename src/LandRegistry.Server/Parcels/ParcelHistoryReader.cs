using System.Text.Json;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Parcels;

/// <summary>Tells what happened to a parcel, from the versions that the database keeps.</summary>
internal sealed class ParcelHistoryReader(NpgsqlDataSource source)
{
    private sealed record VersionRow(
        long ChangeId, DateTimeOffset RecordedAt, string Actor, string Command, string? Reason, DateOnly? Effective, JsonElement Facts);

    /// <summary>All changes of a parcel, newest first; null when there is no such parcel.</summary>
    public async Task<ParcelHistory?> OfAsync(long parcelId, CancellationToken cancellation)
    {
        var versions = await VersionsAsync(parcelId, cancellation);
        if (versions.Count == 0)
        {
            return null;
        }

        var items = new List<HistoryItem>(versions.Count);
        for (var i = 0; i < versions.Count; i++)
        {
            var version = versions[i];
            var before = i > 0 ? versions[i - 1].Facts : (JsonElement?)null;
            items.Add(new(
                version.ChangeId, version.RecordedAt, version.Actor, version.Command, version.Reason, version.Effective,
                [.. Differences(before, version.Facts)]));
        }

        items.Reverse();
        return new(items);
    }

    private async Task<List<VersionRow>> VersionsAsync(long parcelId, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Parcels/parcel_versions.sql"));
        command.Parameters.Add(new() { Value = parcelId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<VersionRow>();
        while (await reader.ReadAsync(cancellation))
        {
            versions.Add(new(
                reader.GetInt64(0),
                reader.GetFieldValue<DateTimeOffset>(1),
                reader.GetString(2),
                reader.GetString(3),
                await reader.IsDBNullAsync(4, cancellation) ? null : reader.GetString(4),
                await reader.IsDBNullAsync(5, cancellation) ? null : reader.GetFieldValue<DateOnly>(5),
                JsonElement.Parse(reader.GetString(6))));
        }

        return versions;
    }

    private static IEnumerable<FieldChange> Differences(JsonElement? before, JsonElement after)
    {
        foreach (var member in after.EnumerateObject())
        {
            var old = before is { } earlier && earlier.TryGetProperty(member.Name, out var value) ? Known(value) : null;
            var now = Known(member.Value);
            if (old is null ? now is not null : now is null || !JsonElement.DeepEquals(old.Value, now.Value))
            {
                yield return new(Camel(member.Name), old, now);
            }
        }
    }

    private static JsonElement? Known(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value;

    private static string Camel(string snake) =>
        string.Concat(snake.Split('_').Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
