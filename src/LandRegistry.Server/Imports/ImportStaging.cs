using LandRegistry.Domain.Imports;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Imports;

/// <summary>The one transaction of an import: rows wait in temporary tables until all is known, then move in a few statements.</summary>
internal sealed class ImportStaging : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly ImportRequest _request;
    private readonly ImportZones _zones;

    private ImportStaging(NpgsqlConnection connection, NpgsqlTransaction transaction, ImportRequest request)
    {
        _connection = connection;
        _transaction = transaction;
        _request = request;
        _zones = new ImportZones(request.Profile.Zones, request.ZoneCode);
    }

    /// <summary>Begins the transaction. Two imports of one source wait for each other.</summary>
    public static async Task<ImportStaging> OpenAsync(NpgsqlDataSource database, ImportRequest request, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        var staging = new ImportStaging(connection, await connection.BeginTransactionAsync(cancellation), request);
        await staging.RunAsync("take_turn.sql", cancellation, new NpgsqlParameter<string>("source", request.Profile.Source));
        await staging.RunAsync("create_staging.sql", cancellation);
        return staging;
    }

    public async Task<bool> ZoneExistsAsync(string code, CancellationToken cancellation)
    {
        await using var command = Command("find_zone.sql", new NpgsqlParameter<string>("code", code));
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    public async Task<StagedRows> WriteRowsAsync(CancellationToken cancellation) =>
        new(await _connection.BeginBinaryImportAsync("copy import_row from stdin (format binary)", cancellation), _zones);

    /// <summary>Has PROJ transform every reading, lets the rule choose among them, and writes the places down.</summary>
    public async Task PlaceAsync(ImportPlaces places, ImportLedger ledger, CancellationToken cancellation)
    {
        await using (var copy = await _connection.BeginBinaryImportAsync("copy import_reading from stdin (format binary)", cancellation))
        {
            foreach (var reading in places.Readings)
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(reading.Row, NpgsqlDbType.Integer, cancellation);
                await copy.WriteAsync(reading.Reading, NpgsqlDbType.Integer, cancellation);
                await copy.WriteAsync(reading.Srid, NpgsqlDbType.Integer, cancellation);
                await copy.WriteAsync(reading.Position.X, NpgsqlDbType.Double, cancellation);
                await copy.WriteAsync(reading.Position.Y, NpgsqlDbType.Double, cancellation);
                await copy.WriteAsync(reading.Position.Z, NpgsqlDbType.Double, cancellation);
            }
            await copy.CompleteAsync(cancellation);
        }
        var landed = new List<(int Row, int Reading, double Longitude, double Latitude)>();
        await using (var command = Command("land_readings.sql"))
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                landed.Add((reader.GetInt32(0), reader.GetInt32(1), reader.GetDouble(2), reader.GetDouble(3)));
            }
        }
        await WritePlacesAsync(places, landed.ToLookup(l => l.Row, l => (l.Reading, l.Longitude, l.Latitude)), ledger, cancellation);
    }

    /// <summary>Compares the rows with what the register has, and refuses those whose parcel was edited since.</summary>
    public async Task JudgeAsync(ImportLedger ledger, string keyColumns, CancellationToken cancellation)
    {
        await RunAsync("judge_rows.sql", cancellation, new NpgsqlParameter<string>("source", _request.Profile.Source));
        await using var command = Command("read_effects.sql");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var effect = reader.GetString(1);
            ledger.Count(effect, 1);
            if (effect == "conflict")
            {
                ledger.Add(ImportIssues.EditedInRegister(reader.GetInt32(0), keyColumns, reader.GetString(2)));
            }
        }
    }

    /// <summary>Moves new and changed rows into the register; the number of the change, or null when there was nothing to move.</summary>
    public async Task<long?> LoadAsync(ImportLedger ledger, DateTimeOffset now, DateOnly today, CancellationToken cancellation)
    {
        if (ledger.CountOf("new") + ledger.CountOf("updated") == 0)
        {
            return null;
        }
        var reason = $"{_request.Profile.Name}: {Path.GetFileName(_request.File)}";
        var change = await _connection.BeginChangeAsync(new(_request.Actor, "ImportRegister", reason, now), cancellation);
        if (_request.ZoneCode is null)
        {
            var root = _request.Profile.Zones.Root;
            await MakeZonesAsync(new Dictionary<string, NamedZone>(StringComparer.Ordinal) { [root.Code] = root }, root.Code, "", cancellation);
            await MakeZonesAsync(_zones.Needed, "", root.Code, cancellation);
        }
        var source = _request.Profile.Source;
        var inserted = await RunAsync("insert_parcels.sql", cancellation, new NpgsqlParameter<string>("source", source));
        var updated = await RunAsync("update_parcels.sql", cancellation);
        if (inserted != ledger.CountOf("new") || updated != ledger.CountOf("updated"))
        {
            throw new InvalidOperationException("The register took another number of rows than it was given.");
        }

        await StoredAnswers.RefreshAsync(_connection, await ParcelsOfAsync(change, cancellation), today, cancellation);
        return change;
    }

    private async Task<List<long>> ParcelsOfAsync(long change, CancellationToken cancellation)
    {
        await using var command = Command("imported_parcels.sql", new NpgsqlParameter<long>("change", change));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var parcels = new List<long>();
        while (await rows.ReadAsync(cancellation))
        {
            parcels.Add(rows.GetInt64(0));
        }

        return parcels;
    }

    public Task CommitAsync(CancellationToken cancellation) => _transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        // What was not committed is rolled back here.
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task WritePlacesAsync(
        ImportPlaces places, ILookup<int, (int Reading, double Longitude, double Latitude)> landed, ImportLedger ledger, CancellationToken cancellation)
    {
        await using var copy = await _connection.BeginBinaryImportAsync("copy import_place from stdin (format binary)", cancellation);
        foreach (var question in places.Questions)
        {
            var answer = places.Answer(question, landed[question.Row]);
            if (answer.Issue is { } issue)
            {
                ledger.Add(issue);
            }
            if (answer.Place is { } place)
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(question.Row, NpgsqlDbType.Integer, cancellation);
                await copy.WriteAsync(place.Longitude, NpgsqlDbType.Double, cancellation);
                await copy.WriteAsync(place.Latitude, NpgsqlDbType.Double, cancellation);
                await copy.WriteAsync(place.Reading.Estimated, NpgsqlDbType.Boolean, cancellation);
            }
        }
        await copy.CompleteAsync(cancellation);
    }

    private Task<int> MakeZonesAsync(IReadOnlyDictionary<string, NamedZone> zones, string root, string parent, CancellationToken cancellation) =>
        RunAsync("make_zones.sql", cancellation,
            new NpgsqlParameter<string[]>("codes", [.. zones.Keys]),
            new NpgsqlParameter<string[]>("zh", [.. zones.Values.Select(z => z.Zh)]),
            new NpgsqlParameter<string[]>("en", [.. zones.Values.Select(z => z.En)]),
            new NpgsqlParameter<string[]>("kinds", [.. zones.Values.Select(z => z.Kind!)]),
            new NpgsqlParameter<string>("root", root),
            new NpgsqlParameter<string>("parent", parent));

    private async Task<int> RunAsync(string file, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(file, parameters);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private NpgsqlCommand Command(string file, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(EmbeddedSql.Read($"Imports/{file}"), _connection, _transaction) { CommandTimeout = 0 };
        command.Parameters.AddRange(parameters);
        return command;
    }
}
