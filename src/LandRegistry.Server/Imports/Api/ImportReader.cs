using System.Globalization;
using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Choosing;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Imports.Jobs;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Imports;

/// <summary>Reads imports, what was found in their rows, and what the rows do.</summary>
internal sealed class ImportReader(NpgsqlDataSource database, ImportHouse house)
{
    private const string Dead = "dead:";

    /// <summary>An import with all that is known of it; null when there is none that this person may see.</summary>
    public async Task<ImportShape?> FindAsync(long id, string? actor, CancellationToken cancellation)
    {
        var found = (await ListAsync(id, actor, null, 1, cancellation)).SingleOrDefault();
        return found is null ? null : found with { Issues = await KindsAsync(id, cancellation) };
    }

    /// <summary>Imports, newest first, that are older than one; those whose work died are settled first.</summary>
    public async Task<List<ImportShape>> ListAsync(long? id, string? actor, long? before, int limit, CancellationToken cancellation)
    {
        var found = await ReadAsync(id, actor, before, limit, cancellation);
        if (found.TrueForAll(import => !import.Phase.StartsWith(Dead, StringComparison.Ordinal)))
        {
            return found;
        }

        await house.Store.SettleDeadAsync(id, cancellation);
        return await ReadAsync(id, actor, before, limit, cancellation);
    }

    private async Task<List<ImportShape>> ReadAsync(long? id, string? actor, long? before, int limit, CancellationToken cancellation)
    {
        await using var command = Command(
            "Api/import_list.sql", Nullable("import", NpgsqlDbType.Bigint, id), Nullable("actor", NpgsqlDbType.Text, actor),
            Nullable("before", NpgsqlDbType.Bigint, before), new NpgsqlParameter<int>("limit", limit));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var imports = new List<ImportShape>();
        while (await rows.ReadAsync(cancellation))
        {
            imports.Add(new()
            {
                Id = rows.GetInt64(0),
                CreatedAt = rows.GetFieldValue<DateTimeOffset>(1),
                Actor = rows.GetString(2),
                FileName = rows.GetString(3),
                FileBytes = rows.GetInt64(4),
                Phase = rows.GetString(5),
                Stage = Json<Text>(rows, 6),
                Done = rows.GetDouble(7),
                RowsDone = rows.GetInt64(8),
                StartedAt = rows.IsDBNull(9) ? null : rows.GetFieldValue<DateTimeOffset>(9),
                Fault = Json<Text>(rows, 10),
                Counts = Json<ImportCounts>(rows, 11),
                Bbox = rows.IsDBNull(12) ? null : rows.GetFieldValue<double[]>(12),
                CampaignId = rows.IsDBNull(13) ? null : rows.GetInt64(13),
                ChangeId = rows.IsDBNull(14) ? null : rows.GetInt64(14),
                IsUndone = rows.GetBoolean(15),
                FinishedAt = rows.IsDBNull(16) ? null : rows.GetFieldValue<DateTimeOffset>(16),
                File = Json<FileShape>(rows, 17),
                Choices = Json<ImportChoices>(rows, 18),
                Issues = null,
            });
        }

        return imports;
    }

    /// <summary>A page of what was found, in the order of the rows.</summary>
    public async Task<IssuePage> IssuesAsync(long import, IssueFilter filter, (int Row, int Nth) after, int limit, CancellationToken cancellation)
    {
        await using var command = Command(
            "Issues/issue_page.sql", new NpgsqlParameter<long>("import", import), Nullable("kind", NpgsqlDbType.Text, filter.Kind),
            Nullable("severity", NpgsqlDbType.Text, filter.Severity), Nullable("row", NpgsqlDbType.Integer, filter.Row),
            new NpgsqlParameter<int>("afterRow", after.Row), new NpgsqlParameter<int>("afterNth", after.Nth), new NpgsqlParameter<int>("limit", limit + 1));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var issues = new List<IssueShape>();
        while (await rows.ReadAsync(cancellation))
        {
            issues.Add(new()
            {
                Row = rows.GetInt32(0),
                Nth = rows.GetInt32(1),
                Column = rows.GetString(2),
                Value = rows.GetString(3),
                Kind = rows.GetString(4),
                Severity = rows.GetString(5),
                Sentence = new(rows.GetString(6), rows.GetString(7)),
                Repair = rows.IsDBNull(8) ? null : new(rows.GetString(8), rows.GetString(9)),
                IsAccepted = rows.GetBoolean(10),
            });
        }

        return issues.Count <= limit
            ? new(issues, null)
            : new(issues[..limit], string.Create(CultureInfo.InvariantCulture, $"{issues[limit - 1].Row}-{issues[limit - 1].Nth}"));
    }

    /// <summary>A page of rows with what they do, to parcels in sight.</summary>
    public async Task<ImportRowPage> RowsAsync(long import, RowFilter filter, ZoneScope scope, int after, int limit, CancellationToken cancellation)
    {
        await using var command = Command(
            "Api/row_page.sql", new NpgsqlParameter<long>("import", import), new("effects", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = filter.Effects },
            Nullable("matched", NpgsqlDbType.Text, filter.MatchedBy), Nullable("row", NpgsqlDbType.Integer, filter.Row),
            Nullable("zones", NpgsqlDbType.Array | NpgsqlDbType.Bigint, scope.Zones), new NpgsqlParameter<int>("after", after), new NpgsqlParameter<int>("limit", limit + 1));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var items = new List<ImportRowShape>();
        while (await rows.ReadAsync(cancellation))
        {
            items.Add(new()
            {
                Row = rows.GetInt32(0),
                Effect = rows.GetString(1),
                Label = rows.GetString(2),
                ParcelId = rows.IsDBNull(3) ? null : rows.GetInt64(3),
                ParcelLabel = rows.IsDBNull(3) || rows.IsDBNull(4) ? null : rows.GetString(4),
                MatchedBy = rows.IsDBNull(5) ? null : rows.GetString(5),
                Share = rows.IsDBNull(6) ? null : rows.GetDouble(6),
                Differences = Json(rows, 7),
                Facts = Json(rows, 8),
                Shape = Json(rows, 9),
                ShapeBefore = Json(rows, 10),
            });
        }

        return items.Count <= limit ? new(items, null) : new(items[..limit], items[limit - 1].Row.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Shapes of the rows for a map.</summary>
    public async Task<IReadOnlyList<ImportShapeOnMap>> ShapesAsync(long import, int limit, CancellationToken cancellation)
    {
        await using var command = Command("Api/shape_page.sql", new NpgsqlParameter<long>("import", import), new NpgsqlParameter<int>("limit", limit));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var shapes = new List<ImportShapeOnMap>();
        while (await rows.ReadAsync(cancellation))
        {
            shapes.Add(new(rows.GetInt32(0), rows.GetString(1), Json(rows, 2)!.Value));
        }

        return shapes;
    }

    private async Task<List<IssueKindShape>> KindsAsync(long import, CancellationToken cancellation)
    {
        await using var command = Command("Issues/issue_kinds.sql", new NpgsqlParameter<long>("import", import));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var kinds = new List<IssueKindShape>();
        while (await rows.ReadAsync(cancellation))
        {
            kinds.Add(new(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetInt32(3), rows.GetInt32(4), rows.GetInt32(5)));
        }

        return kinds;
    }

    private NpgsqlCommand Command(string file, params NpgsqlParameter[] parameters)
    {
        var command = database.CreateCommand(EmbeddedSql.Read($"Imports/{file}"));
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter Nullable(string name, NpgsqlDbType type, object? value) => new(name, type) { Value = value ?? DBNull.Value };

    private static T? Json<T>(NpgsqlDataReader rows, int at)
        where T : class => rows.IsDBNull(at) ? null : JsonSerializer.Deserialize<T>(rows.GetString(at), ImportStore.Json);

    private static JsonElement? Json(NpgsqlDataReader rows, int at)
    {
        if (rows.IsDBNull(at))
        {
            return null;
        }

        using var document = JsonDocument.Parse(rows.GetString(at));
        return document.RootElement.Clone();
    }
}

/// <summary>Which issues to list; null means any.</summary>
internal sealed record IssueFilter(string? Kind, string? Severity, int? Row);

/// <summary>Which rows to list.</summary>
internal sealed record RowFilter(string[] Effects, string? MatchedBy, int? Row);
