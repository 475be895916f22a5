using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Tenders;
using LandRegistry.Server.Store;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.Marks;

/// <summary>Which parcels a step is about: those named, or, for null, those that the filter matches.</summary>
internal sealed record Selection(IReadOnlyList<long>? Parcels, ParcelFilter Filter, ZoneScope Scope);

/// <summary>A selected parcel as it stands; <c>Facts</c> is null when it does not stand any more.</summary>
internal sealed record SelectedParcel(long Id, int Version, string? Code, string? Name, StatusFacts? Facts);

/// <summary>Reads selections set by set.</summary>
internal static class SelectionReader
{
    private static readonly IReadOnlyList<ReadinessItem> NotAsked = [];

    /// <summary>The ids of a selection in their order, one more than a step may take where they are too many.</summary>
    public static async Task<long[]> IdsAsync(NpgsqlConnection connection, Selection selection, CancellationToken cancellation) =>
        selection.Parcels is { } named
            ? [.. named.Distinct().Order()]
            : await ReadIdsAsync(Command(connection, "selected_by_filter", selection.Filter), cancellation);

    /// <summary>The parcels under a filter whose point lies in a shape.</summary>
    public static Task<long[]> WithinAsync(NpgsqlConnection connection, ParcelFilter filter, Geometry shape, CancellationToken cancellation)
    {
        var command = Command(connection, "selected_within", filter);
        command.Parameters.Add(new() { Value = shape, NpgsqlDbType = NpgsqlDbType.Geometry });
        return ReadIdsAsync(command, cancellation);
    }

    /// <summary>What each parcel is judged on, in one round trip; inside a change they are held until its end.</summary>
    public static async Task<IReadOnlyList<SelectedParcel>> ReadAsync(NpgsqlConnection connection, long[] ids, ZoneScope scope, bool hold, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Parcels/Marks/selected_parcels.sql") + (hold ? " for no key update of p" : ""), connection);
        command.Parameters.Add(StoredAnswers.Ids(ids));
        command.Parameters.Add(scope.Argument());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<long, SelectedParcel>(ids.Length);
        while (await rows.ReadAsync(cancellation))
        {
            var open = rows.IsDBNull(7) ? null : new OpenCase(rows.GetInt64(7), Codes<CaseStage>.Parse(rows.GetString(8)));
            var facts = new StatusFacts(ParcelStatuses.Parse(rows.GetString(4)), rows.GetFieldValue<DateOnly>(5), rows.GetBoolean(6), NotAsked)
            {
                Case = open,
                Tender = Codes<TenderStage>.Find(Text(rows, 9)),
            };
            found.Add(rows.GetInt64(0), new(rows.GetInt64(0), rows.GetInt32(1), Text(rows, 2), Text(rows, 3), facts));
        }

        return [.. ids.Select(id => found.GetValueOrDefault(id) ?? new(id, 0, null, null, null))];
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, ParcelFilter filter)
    {
        var command = new NpgsqlCommand(ParcelSet.Begun(EmbeddedSql.Read($"Parcels/Marks/{sql}.sql"), filter), connection);
        command.Parameters.AddRange(ParcelSet.Arguments(filter));
        command.Parameters.Add(new() { Value = MarkRules.Most + 1 });
        return command;
    }

    private static async Task<long[]> ReadIdsAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var owned = command;
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<long>();
        while (await rows.ReadAsync(cancellation))
        {
            ids.Add(rows.GetInt64(0));
        }

        return [.. ids];
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
