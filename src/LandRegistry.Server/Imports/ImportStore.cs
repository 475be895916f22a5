using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using LandRegistry.Server.Store;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Imports;

/// <summary>Reads and writes the rows that tell of imports.</summary>
internal sealed class ImportStore(NpgsqlDataSource database, TimeProvider clock)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Begins an import of a file; it is seen to live until what is answered is let go.</summary>
    public async Task<ImportLife> AddAsync(string actor, string fileName, long bytes, ImportPhase phase, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Imports/add_import.sql"));
        Text(command, "actor", actor);
        Text(command, "name", fileName);
        command.Parameters.Add(new NpgsqlParameter<long>("bytes", bytes));
        Text(command, "phase", Codes<ImportPhase>.Of(phase));
        command.Parameters.Add(new NpgsqlParameter<DateTime>("now", clock.GetUtcNow().UtcDateTime));
        return await ImportLife.BeginAsync(database, command, cancellation);
    }

    /// <summary>Keeps what came of an upload.</summary>
    public async Task ReceivedAsync(long import, long bytes, string digest, long[]? scope, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("update registry.import set file_bytes = $2, file_digest = $3, scope = $4 where id = $1");
        command.Parameters.Add(new() { Value = import });
        command.Parameters.Add(new() { Value = bytes });
        command.Parameters.Add(new() { Value = digest });
        command.Parameters.Add(new() { Value = (object?)scope ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Names the source that the rows are of.</summary>
    public async Task NameSourceAsync(long import, string source, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("update registry.import set source = $2 where id = $1");
        command.Parameters.Add(new() { Value = import });
        command.Parameters.Add(new() { Value = source });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Name of the source that the rows are of.</summary>
    public async Task<string> SourceAsync(long import, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select source from registry.import where id = $1");
        command.Parameters.Add(new() { Value = import });
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Moves an import to a phase in which it waits or has ended.</summary>
    public Task SettleAsync(long import, ImportPhase phase, Text? fault, CancellationToken cancellation) =>
        MoveAsync(import, phase, fault is null ? null : JsonSerializer.Serialize(fault, Json), cancellation);

    /// <summary>Refuses the file as a whole.</summary>
    public Task RefuseAsync(long import, IReadOnlyList<Text> faults, CancellationToken cancellation) =>
        SettleAsync(import, ImportPhase.Refused, new(string.Join(' ', faults.Take(10).Select(fault => fault.Zh)), string.Join(' ', faults.Take(10).Select(fault => fault.En))), cancellation);

    /// <summary>Begins a phase of work; false when the import was not in one of the phases that it may begin from, or its work still runs.</summary>
    public async Task<bool> BeginAsync(long import, ImportPhase phase, IReadOnlyList<ImportPhase> from, CancellationToken cancellation)
    {
        await using var command = Command("begin_phase.sql");
        command.Parameters.Add(new NpgsqlParameter<long>("import", import));
        Text(command, "phase", Codes<ImportPhase>.Of(phase));
        command.Parameters.Add(new("from", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = from.Select(Codes<ImportPhase>.Of).ToArray() });
        command.Parameters.Add(new NpgsqlParameter<DateTime>("now", clock.GetUtcNow().UtcDateTime));
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    /// <summary>Tells how far the work is; true when somebody asked it to stop.</summary>
    public async Task<bool> ReportAsync(long import, ImportProgress progress, CancellationToken cancellation)
    {
        await using var command = Command("report_progress.sql");
        command.Parameters.Add(new NpgsqlParameter<long>("import", import));
        Text(command, "stage", JsonSerializer.Serialize(progress.Stage, Json));
        command.Parameters.Add(new NpgsqlParameter<double>("done", progress.Done));
        command.Parameters.Add(new NpgsqlParameter<long>("rows", progress.Rows));
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>Asks the work of an import to stop, wherever it runs.</summary>
    public async Task AskToStopAsync(long import, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("update registry.import set stop_asked = true where id = $1");
        command.Parameters.Add(new() { Value = import });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Accepts every repair that is proposed.</summary>
    public async Task AcceptAllAsync(long import, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("update registry.import_issue set is_accepted = true where import_id = $1 and patch is not null");
        command.Parameters.Add(new() { Value = import });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Keeps what the file was found to be, or how it is to be read.</summary>
    public async Task KeepAsync(long import, string? inspection, string? choices, long? campaign, CancellationToken cancellation)
    {
        await using var command = Command("keep_choices.sql");
        command.Parameters.Add(new NpgsqlParameter<long>("import", import));
        command.Parameters.Add(new("inspection", NpgsqlDbType.Text) { Value = (object?)inspection ?? DBNull.Value });
        command.Parameters.Add(new("choices", NpgsqlDbType.Text) { Value = (object?)choices ?? DBNull.Value });
        command.Parameters.Add(new("campaign", NpgsqlDbType.Bigint) { Value = (object?)campaign ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Everything found in the rows of an import, in their order.</summary>
    public async IAsyncEnumerable<ImportIssue> IssuesAsync(long import, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = Command("Issues/all_issues.sql");
        command.Parameters.Add(new NpgsqlParameter<long>("import", import));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            yield return new(
                rows.GetInt32(0), rows.GetString(1), rows.GetString(2), rows.GetString(3),
                rows.GetString(4) switch { "refused" => IssueSeverity.Refusal, "warning" => IssueSeverity.Warning, _ => IssueSeverity.Notice },
                new(rows.GetString(5), rows.GetString(6)))
            {
                Repair = rows.IsDBNull(7) ? null : new(new(rows.GetString(7), rows.GetString(8)), null, null),
            };
        }
    }

    /// <summary>The lists of an import; null before they are made.</summary>
    public async Task<ImportCounts?> CountsAsync(long import, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select counts::text from registry.import where id = $1");
        command.Parameters.Add(new() { Value = import });
        return await command.ExecuteScalarAsync(cancellation) is string counts ? JsonSerializer.Deserialize<ImportCounts>(counts, Json) : null;
    }

    /// <summary>Where the zone of a code lies, or all zones together, degrees, of those that who imports may see; null where none is drawn.</summary>
    public async Task<Envelope?> GroundAsync(long? import, string? zone, CancellationToken cancellation)
    {
        await using var command = Command("Judging/ground_of.sql");
        command.Parameters.Add(new("import", NpgsqlDbType.Bigint) { Value = (object?)import ?? DBNull.Value });
        command.Parameters.Add(new("zone", NpgsqlDbType.Text) { Value = (object?)zone ?? DBNull.Value });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetDouble(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3)) : null;
    }

    /// <summary>Whether there is a coordinate system of this EPSG number.</summary>
    public async Task<bool> KnowsSystemAsync(int srid, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select exists (select from spatial_ref_sys where srid = $1)");
        command.Parameters.Add(new() { Value = srid });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Takes away an import of which nothing came.</summary>
    public async Task ForgetAsync(long import, CancellationToken cancellation)
    {
        await ForgetRowsAsync(import, cancellation);
        await using var command = database.CreateCommand("delete from registry.import where id = $1 and change_id is null");
        command.Parameters.Add(new() { Value = import });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Lets an import whose work died wait where it waited before, or goes with it where there is no file to go on with; all of them where none is named.</summary>
    public async Task SettleDeadAsync(long? import, CancellationToken cancellation)
    {
        await using var command = Command("settle_dead.sql");
        command.Parameters.Add(new("import", NpgsqlDbType.Bigint) { Value = (object?)import ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Those of the imports that may still need their file.</summary>
    public async Task<HashSet<long>> UnfinishedAsync(long[] imports, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select id from registry.import where id = any ($1) and phase not in ('committed', 'nothing_new', 'cancelled')");
        command.Parameters.Add(new() { Value = imports });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var unfinished = new HashSet<long>();
        while (await rows.ReadAsync(cancellation))
        {
            unfinished.Add(rows.GetInt64(0));
        }

        return unfinished;
    }

    /// <summary>Takes away the rows of an import that wait.</summary>
    public async Task ForgetRowsAsync(long import, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await ImportRun.ForgetRowsAsync(connection, import, cancellation);
    }

    private async Task MoveAsync(long import, ImportPhase phase, string? fault, CancellationToken cancellation)
    {
        await using var command = Command("settle_phase.sql");
        command.Parameters.Add(new NpgsqlParameter<long>("import", import));
        Text(command, "phase", Codes<ImportPhase>.Of(phase));
        command.Parameters.Add(new("fault", NpgsqlDbType.Text) { Value = (object?)fault ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<DateTime>("now", clock.GetUtcNow().UtcDateTime));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private NpgsqlCommand Command(string file) => database.CreateCommand(EmbeddedSql.Read($"Imports/{file}"));

    private static void Text(NpgsqlCommand command, string name, string value) => command.Parameters.Add(new NpgsqlParameter<string>(name, value));
}
