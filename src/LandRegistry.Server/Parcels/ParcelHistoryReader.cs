using System.Text.Json;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Parcels;

/// <summary>Tells what happened to a parcel and to its records, from the versions that the database keeps.</summary>
internal sealed class ParcelHistoryReader(NpgsqlDataSource source)
{
    private const string Parcel = "parcel";

    private sealed record Version(string Kind, long Id, int Number, long ChangeId, JsonElement Facts);

    private sealed record Change(
        long Id, DateTimeOffset RecordedAt, string Actor, string Command, string? Reason, DateOnly? Effective, long? UndoneBy, long? Undoes);

    /// <summary>All changes of a parcel and its records, newest first, one item each; null when there is no such parcel.</summary>
    public async Task<ParcelHistory?> OfAsync(long parcelId, CancellationToken cancellation)
    {
        var versions = await VersionsAsync(parcelId, cancellation);
        if (versions.Count == 0)
        {
            return null;
        }

        var written = versions.GroupBy(version => (version.Kind, version.Id)).SelectMany(Written).ToLookup(row => row.ChangeId);
        return new([.. (await ChangesAsync(parcelId, cancellation)).Select(change => new HistoryItem(
            change.Id, change.RecordedAt, change.Actor, change.Command, change.Reason, change.Effective,
            [.. written[change.Id].Where(row => row.Record.Kind == Parcel).SelectMany(row => row.Record.Fields)])
        {
            Records = [.. written[change.Id].Where(row => row.Record.Kind != Parcel).Select(row => row.Record)],
            UndoneBy = change.UndoneBy,
            Undoes = change.Undoes,
        })]);
    }

    /// <summary>What each change made of one row: from the version before its first to its last.</summary>
    private static IEnumerable<(long ChangeId, RecordChange Record)> Written(IGrouping<(string Kind, long Id), Version> row)
    {
        JsonElement? before = null;
        foreach (var run in row.OrderBy(version => version.Number).GroupBy(version => version.ChangeId))
        {
            var after = run.Last();
            yield return (run.Key, new(row.Key.Kind, row.Key.Id, run.First().Number == 1, [.. FieldChanges.Between(before, after.Facts)]));
            before = after.Facts;
        }
    }

    private async Task<List<Version>> VersionsAsync(long parcelId, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Parcels/parcel_versions.sql"));
        command.Parameters.Add(new() { Value = parcelId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<Version>();
        while (await reader.ReadAsync(cancellation))
        {
            versions.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetInt64(3), JsonElement.Parse(reader.GetString(4))));
        }

        return versions;
    }

    private async Task<List<Change>> ChangesAsync(long parcelId, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Parcels/parcel_changes.sql"));
        command.Parameters.Add(new() { Value = parcelId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var changes = new List<Change>();
        while (await reader.ReadAsync(cancellation))
        {
            changes.Add(new(
                reader.GetInt64(0),
                reader.GetFieldValue<DateTimeOffset>(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5),
                reader.IsDBNull(6) ? null : reader.GetInt64(6),
                reader.IsDBNull(7) ? null : reader.GetInt64(7)));
        }

        return changes;
    }
}
