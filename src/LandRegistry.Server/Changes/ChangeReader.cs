using System.Globalization;
using System.Text.Json;
using LandRegistry.Domain.Changes;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Changes;

/// <summary>Which changes to list; null means any.</summary>
internal sealed record ChangeFilter(long? Parcel, long? Enterprise, string? Actor, DateOnly? From, DateOnly? To);

/// <summary>Reads changes and the rows they wrote.</summary>
internal sealed class ChangeReader(NpgsqlDataSource source, ZoneScope scope)
{
    private const int MostTold = 1_000;

    /// <summary>A page of changes, newest first, that are older than a change.</summary>
    public async Task<ChangePage> PageAsync(ChangeFilter filter, long? before, int limit, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Changes/change_list.sql"));
        command.Parameters.Add(Argument(filter.Parcel, NpgsqlDbType.Bigint));
        command.Parameters.Add(Argument(filter.Enterprise, NpgsqlDbType.Bigint));
        command.Parameters.Add(Argument(filter.Actor, NpgsqlDbType.Text));
        command.Parameters.Add(Argument(filter.From, NpgsqlDbType.Date));
        command.Parameters.Add(Argument(filter.To, NpgsqlDbType.Date));
        command.Parameters.Add(Argument(before, NpgsqlDbType.Bigint));
        command.Parameters.Add(Argument(null, NpgsqlDbType.Bigint));
        command.Parameters.Add(Argument(limit + 1, NpgsqlDbType.Integer));
        command.Parameters.Add(scope.Argument());
        var rows = await RowsAsync(command, cancellation);
        return rows.Count <= limit
            ? new(rows, null)
            : new([.. rows.Take(limit)], rows[limit - 1].Id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A change with the rows it wrote; null when there is no such change.</summary>
    public async Task<ChangeDetail?> DetailAsync(long id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (await FactsAsync(connection, id, cancellation) is not { } facts)
        {
            return null;
        }

        var many = facts.Versions > MostTold;
        var row = await RowAsync(connection, id, cancellation);
        return new()
        {
            Id = row.Id,
            RecordedAt = row.RecordedAt,
            Actor = row.Actor,
            Command = row.Command,
            Reason = row.Reason,
            UndoneBy = row.UndoneBy,
            Undoes = row.Undoes,
            IsUndone = row.IsUndone,
            Many = many,
            Rows = many ? [] : await ChangedAsync(connection, id, cancellation),
            UndoRefusal = UndoRefusal.Of(await IsBeyondAsync(connection, id, cancellation) ? ChangeRefusals.BeyondZones() : UndoRules.Judge(facts)),
        };
    }

    /// <summary>Whether the change wrote rows that the person may not see; of a change that they may not undo nothing more is said.</summary>
    private async Task<bool> IsBeyondAsync(NpgsqlConnection connection, long id, CancellationToken cancellation)
    {
        if (scope.IsWhole)
        {
            return false;
        }

        await using var command = new NpgsqlCommand("select registry.change_leaves($1, $2)", connection);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(scope.Argument());
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>What the undoing of a change is judged on; null when there is no such change.</summary>
    public static async Task<ChangeFacts?> FactsAsync(NpgsqlConnection connection, long id, CancellationToken cancellation)
    {
        string name;
        long versions;
        bool lasting;
        long? undoneBy;
        await using (var command = Command(connection, "change_facts", id))
        {
            command.Parameters.Add(new() { Value = UndoRules.MostOfImport + 1 });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            if (!await reader.ReadAsync(cancellation))
            {
                return null;
            }

            (name, versions) = (reader.GetString(0), reader.GetInt64(1));
            lasting = reader.GetBoolean(2);
            undoneBy = reader.IsDBNull(3) ? null : reader.GetInt64(3);
        }

        var later = new List<LaterChange>();
        if (versions is > 0 and <= UndoRules.MostOfImport)
        {
            await using var command = Command(connection, "later_changes", id);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                later.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3)));
            }
        }

        return new(id, name, versions, lasting, undoneBy, later);
    }

    private static async Task<ChangeRow> RowAsync(NpgsqlConnection connection, long id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Changes/change_list.sql"), connection);
        foreach (var type in new[] { NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.Date, NpgsqlDbType.Bigint })
        {
            command.Parameters.Add(Argument(null, type));
        }

        command.Parameters.Add(Argument(id, NpgsqlDbType.Bigint));
        command.Parameters.Add(Argument(1, NpgsqlDbType.Integer));
        command.Parameters.Add(Argument(null, NpgsqlDbType.Array | NpgsqlDbType.Bigint));
        return (await RowsAsync(command, cancellation))[0];
    }

    private static async Task<List<ChangeRow>> RowsAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<ChangeRow>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new()
            {
                Id = reader.GetInt64(0),
                RecordedAt = reader.GetFieldValue<DateTimeOffset>(1),
                Actor = reader.GetString(2),
                Command = reader.GetString(3),
                Reason = reader.IsDBNull(4) ? null : reader.GetString(4),
                UndoneBy = reader.IsDBNull(5) ? null : reader.GetInt64(5),
                Undoes = reader.IsDBNull(6) ? null : reader.GetInt64(6),
                IsUndone = reader.GetBoolean(7),
            });
        }

        return rows;
    }

    private async Task<List<ChangedRow>> ChangedAsync(NpgsqlConnection connection, long id, CancellationToken cancellation)
    {
        await using var command = Command(connection, "change_rows", id);
        command.Parameters.Add(scope.Argument());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<ChangedRow>();
        while (await reader.ReadAsync(cancellation))
        {
            var before = reader.IsDBNull(5) ? (JsonElement?)null : JsonElement.Parse(reader.GetString(5));
            rows.Add(new(
                reader.GetString(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetInt64(3),
                reader.GetBoolean(4), [.. FieldChanges.Between(before, JsonElement.Parse(reader.GetString(6)))]));
        }

        return rows;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, long id)
    {
        var command = new NpgsqlCommand(EmbeddedSql.Read($"Changes/{sql}.sql"), connection);
        command.Parameters.Add(new() { Value = id });
        return command;
    }

    private static NpgsqlParameter Argument(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
