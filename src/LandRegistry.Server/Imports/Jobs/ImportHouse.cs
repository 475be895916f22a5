using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LandRegistry.Domain.Imports.Choosing;
using LandRegistry.Server.Imports.Landing;
using LandRegistry.Server.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Imports.Jobs;

/// <summary>
/// Where imports are at home in a server: their files in a folder of their own, their work, and connections that wait for no request.
/// A file lies in a folder named by the number of its import; what it was called elsewhere is shown and nothing else.
/// </summary>
internal sealed class ImportHouse : IHostedService, IDisposable
{
    private static readonly ImportPhase[] BeforeJudging = [ImportPhase.Choosing, ImportPhase.Judged];
    private static readonly ImportPhase[] WhenJudged = [ImportPhase.Judged];

    private readonly NpgsqlDataSource _database;
    private readonly SeenFiles _seen = new();
    private readonly ImportWork _work;
    private readonly string _folder;

    public ImportHouse(string connectionString, string dataFolder, TimeProvider clock, ILoggerFactory logs)
    {
        _database = RegistryDataSource.Create(connectionString);
        _folder = Path.Combine(dataFolder, "imports");
        Store = new(_database, clock);
        _work = new(Store, new ImportRun(_database, clock), _seen);
        Jobs = new(Store, _database, logs.CreateLogger<ImportJobs>());
    }

    public ImportStore Store { get; }

    public ImportJobs Jobs { get; }

    /// <summary>Streams an upload to disk and begins to look at it.</summary>
    public async Task<long> TakeAsync(Stream body, string name, Importer person, string? profile, CancellationToken cancellation)
    {
        var life = await Store.AddAsync(person.Name, name, 0, ImportPhase.Inspecting, cancellation);
        var id = life.Import;
        var path = PathOf(id);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long bytes;
            await using (var file = File.Create(path))
            {
                bytes = await CopyAsync(body, file, digest, cancellation);
            }

            await Store.ReceivedAsync(id, bytes, Convert.ToHexStringLower(digest.GetHashAndReset()), person.Zones, cancellation);
        }
        catch
        {
            Remove(id);
            await Store.ForgetAsync(id, CancellationToken.None);
            await life.DisposeAsync();
            throw;
        }

        // Whoever leaves now finds the import on the list.
        var choices = profile is null ? null : new ImportChoices { Profile = profile };
        await Jobs.TryStartAsync(life, ImportPhase.Inspecting, [ImportPhase.Inspecting], (progress, stop) => _work.InspectAsync(id, path, choices, progress, stop), CancellationToken.None);
        return id;
    }

    /// <summary>Takes away what a program that was killed has left: uploads that never came to their end, and files that nobody needs any more.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Store.SettleDeadAsync(null, cancellationToken);
        var kept = Directory.Exists(_folder) ? Directory.GetDirectories(_folder) : [];
        var imports = kept.Select(folder => long.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var import) ? import : 0).Where(import => import > 0).ToArray();
        foreach (var import in imports.Except(await Store.UnfinishedAsync(imports, cancellationToken)))
        {
            Remove(import);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Jobs.EndAsync();

    /// <summary>Looks at the file anew.</summary>
    public Task<bool> LookAsync(ImportShape import, ImportChoices choices, CancellationToken cancellation) =>
        Jobs.TryStartAsync(import.Id, ImportPhase.Inspecting, BeforeJudging, (progress, stop) => _work.InspectAsync(import.Id, PathOf(import.Id), choices, progress, stop), cancellation);

    /// <summary>Begins the dry run.</summary>
    public async Task<bool> JudgeAsync(ImportShape import, ImportChoices choices, CancellationToken cancellation)
    {
        var source = choices.Profile is { } name ? ProfileCatalog.LoadBuiltIn(name).Profile?.Source : choices.Source;
        return await Jobs.TryStartAsync(import.Id, ImportPhase.Judging, BeforeJudging, async (progress, stop) =>
        {
            await Store.KeepAsync(import.Id, null, JsonSerializer.Serialize(choices, ImportStore.Json), choices.CampaignId, stop);
            await Store.NameSourceAsync(import.Id, source ?? ChosenProfile.UsualSource, stop);
            await _work.JudgeAsync(import.Id, PathOf(import.Id), choices, progress, stop);
        }, cancellation);
    }

    /// <summary>Accepts repairs or takes that back, and matches anew.</summary>
    public Task<bool> RepairAsync(ImportShape import, RepairRequest request, CancellationToken cancellation) =>
        MatchAnewAsync(import, "Issues/accept_repairs.sql", cancellation,
            new NpgsqlParameter<bool>("accept", request.Accept), Nullable("kind", NpgsqlDbType.Text, request.Kind), Nullable("column", NpgsqlDbType.Text, request.Column),
            Nullable("row", NpgsqlDbType.Integer, request.Row), Nullable("nth", NpgsqlDbType.Integer, request.Nth));

    /// <summary>Leaves rows out or takes them in again, and matches anew.</summary>
    public Task<bool> ExcludeAsync(ImportShape import, ExclusionRequest request, CancellationToken cancellation) =>
        MatchAnewAsync(import, "Api/exclude_rows.sql", cancellation,
            new NpgsqlParameter<bool>("exclude", request.Exclude), new("rows", NpgsqlDbType.Array | NpgsqlDbType.Integer) { Value = request.Rows.ToArray() });

    /// <summary>Decides which parcel a row is, and matches anew.</summary>
    public Task<bool> MatchAsync(ImportShape import, MatchRequest request, CancellationToken cancellation) =>
        MatchAnewAsync(import, "Api/choose_match.sql", cancellation,
            new NpgsqlParameter<int>("row", request.Row), Nullable("parcel", NpgsqlDbType.Bigint, request.Parcel), new NpgsqlParameter<bool>("reset", request.Reset));

    /// <summary>Begins the commit.</summary>
    public async Task<bool> CommitAsync(ImportShape import, string actor, string? reason, CancellationToken cancellation)
    {
        var order = new ImportOrder(await Store.SourceAsync(import.Id, cancellation), actor, string.IsNullOrWhiteSpace(reason) ? import.FileName : $"{reason.Trim()} ({import.FileName})", import.CampaignId);
        return await Jobs.TryStartAsync(import.Id, ImportPhase.Committing, WhenJudged, async (progress, stop) =>
        {
            if (await _work.CommitAsync(import.Id, order, progress, stop))
            {
                Remove(import.Id);
            }
        }, cancellation);
    }

    /// <summary>Stops the work, or gives up an import that waits.</summary>
    public async Task CancelAsync(ImportShape import, CancellationToken cancellation)
    {
        if (import.Phase is "inspecting" or "judging" or "matching" or "committing")
        {
            await Jobs.StopAsync(import.Id, cancellation);
        }
        else if (import.Phase is "choosing" or "judged" or "failed" or "refused")
        {
            await Store.SettleAsync(import.Id, ImportPhase.Cancelled, null, cancellation);
            await Store.ForgetRowsAsync(import.Id, cancellation);
            Remove(import.Id);
        }
    }

    public void Dispose()
    {
        Jobs.Dispose();
        _seen.Dispose();
        _database.Dispose();
    }

    private Task<bool> MatchAnewAsync(ImportShape import, string decision, CancellationToken cancellation, params NpgsqlParameter[] parameters) =>
        Jobs.TryStartAsync(import.Id, ImportPhase.Matching, WhenJudged, async (progress, stop) =>
        {
            await using (var connection = await _database.OpenConnectionAsync(stop))
            {
                await ImportRun.RunAsync(connection, decision, stop, [new NpgsqlParameter<long>("import", import.Id), .. parameters]);
            }

            await _work.MatchAsync(import.Id, await Store.SourceAsync(import.Id, stop), progress, stop);
        }, cancellation);

    private static async Task<long> CopyAsync(Stream from, Stream to, IncrementalHash digest, CancellationToken cancellation)
    {
        var part = new byte[1 << 17];
        var bytes = 0L;
        int read;
        while ((read = await from.ReadAsync(part, cancellation)) > 0)
        {
            digest.AppendData(part, 0, read);
            await to.WriteAsync(part.AsMemory(0, read), cancellation);
            bytes += read;
        }

        return bytes;
    }

    private string PathOf(long import) => Path.Combine(_folder, import.ToString(CultureInfo.InvariantCulture), "upload");

    private void Remove(long import)
    {
        var folder = Path.GetDirectoryName(PathOf(import))!;
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static NpgsqlParameter Nullable(string name, NpgsqlDbType type, object? value) => new(name, type) { Value = value ?? DBNull.Value };
}
