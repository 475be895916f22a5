using System.Text.Json;
using System.Threading.Channels;
using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Judging;
using LandRegistry.Server.Imports.Landing;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Imports;

/// <summary>
/// The work of an import, for screen and console alike: rows are judged one after another as they are read and wait in the database;
/// they are matched with the register and each other; what is left goes into the register in one transaction as one change.
/// </summary>
internal sealed class ImportRun(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>More ground in common than this share of a row's own is likely the same parcel.</summary>
    public const double SameGroundShare = 0.1;

    private const int Stretch = 2_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Text Reading = new("读取并检查各行", "Reading and checking the rows");
    private static readonly Text Matching = new("与登记库比对", "Comparing with the register");

    /// <summary>Reads and judges a file and matches its rows; faults when the file is refused as a whole.</summary>
    public async Task<IReadOnlyList<Text>> JudgeAsync(
        long import, FileRows file, ImportProfile profile, string? zone, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (zone is not null && await AskAsync(connection, "Judging/find_zone.sql", cancellation, new NpgsqlParameter<string>("code", zone)) is null)
        {
            return [FileFaults.NoZone(zone)];
        }

        await ForgetRowsAsync(connection, import, cancellation);
        var zones = new ImportZones(profile.Zones, zone);
        using var facts = new RowFacts(profile, file.Headings);
        var tally = new RowTally();
        await StageAsync(new StagedRows(connection, import, facts, zones), new RowJudge(profile, file, RegisterDay.Today(clock), database), file, tally, progress, cancellation);
        if (tally.Faults(file) is { Count: > 0 } faults)
        {
            return faults;
        }

        await RunAsync(connection, "Judging/learn_rows.sql", cancellation);
        await RunAsync(connection, "Judging/keep_zones.sql", cancellation,
            new NpgsqlParameter<long>("import", import), new NpgsqlParameter<string>("zones", JsonSerializer.Serialize(zones.Made, Json)));
        progress?.Report(new(Matching, 0) { Rows = tally.Rows });
        var counts = await MatchAsync(connection, import, profile.Source, cancellation);
        if (counts.Rows != tally.Rows)
        {
            throw new InvalidOperationException("The lists of the import do not add up to the rows of the file.");
        }

        await transaction.CommitAsync(cancellation);
        return [];
    }

    /// <summary>Matches the rows of a judged import anew, after repairs, exclusions or other matches were chosen.</summary>
    public async Task MatchAgainAsync(long import, string source, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await MatchAsync(connection, import, source, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Writes a judged import into the register.</summary>
    public async Task<LandingOutcome> CommitAsync(long import, ImportOrder order, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var landing = new ImportLanding(connection, import, order, clock);
        await landing.HoldAsync(cancellation);
        if (await landing.HasRegisterChangedAsync(cancellation))
        {
            var before = await landing.DigestAsync(cancellation);
            await MatchAsync(connection, import, order.Source, cancellation);
            if (before != await landing.DigestAsync(cancellation))
            {
                // What the user saw is no longer so: the new comparison is kept, and looked at before anything is written.
                await transaction.CommitAsync(cancellation);
                return new LandingOutcome.Stale();
            }
        }

        var outcome = await landing.LandAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return outcome;
    }

    /// <summary>Matches, within a transaction of the caller.</summary>
    private static async Task<ImportCounts> MatchAsync(NpgsqlConnection connection, long import, string source, CancellationToken cancellation)
    {
        await RunAsync(connection, "Matching/apply_repairs.sql", cancellation, new NpgsqlParameter<long>("import", import));
        await RunAsync(connection, "Matching/match_rows.sql", cancellation,
            new NpgsqlParameter<long>("import", import), new NpgsqlParameter<string>("source", source), new NpgsqlParameter<double>("share", SameGroundShare));
        await RunAsync(connection, "Matching/find_issues.sql", cancellation,
            new NpgsqlParameter<long>("import", import), new NpgsqlParameter<double>("tolerance", BoundaryRules.ToleranceMetres));
        await RunAsync(connection, "Matching/settle_effects.sql", cancellation, new NpgsqlParameter<long>("import", import));
        var json = (string)(await AskAsync(connection, "Matching/count_rows.sql", cancellation, new NpgsqlParameter<long>("import", import)))!;
        var counts = JsonSerializer.Deserialize<ImportCounts>(json, Json)!;
        if (!counts.AddUp)
        {
            throw new InvalidOperationException("The lists of the import do not add up to its rows.");
        }

        await RunAsync(connection, "Matching/keep_counts.sql", cancellation, new NpgsqlParameter<long>("import", import), new NpgsqlParameter<string>("counts", json));
        return counts;
    }

    /// <summary>Reads and judges in one thread while the other copies.</summary>
    private static async Task StageAsync(
        StagedRows staged, RowJudge judge, FileRows file, RowTally tally, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var stretches = Channel.CreateBounded<List<JudgedRow>>(2);
        var reading = Task.Run(() => ReadAsync(judge, file, stretches.Writer, ended.Token), CancellationToken.None);
        try
        {
            await foreach (var stretch in stretches.Reader.ReadAllAsync(cancellation))
            {
                tally.Take(stretch);
                if (tally.Rows > file.MostRows)
                {
                    return;
                }

                await staged.WriteAsync(stretch, cancellation);
                progress?.Report(new(Reading, file.Done()) { Rows = tally.Rows });
            }
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAny(reading);
        }

        // What broke the reading is told here.
        await reading;
    }

    private static async Task ReadAsync(RowJudge judge, FileRows file, ChannelWriter<List<JudgedRow>> to, CancellationToken cancellation)
    {
        try
        {
            var rows = new List<SourceRow>(Stretch);
            await foreach (var row in file.Rows.WithCancellation(cancellation))
            {
                rows.Add(row);
                if (rows.Count == Stretch)
                {
                    await to.WriteAsync(await judge.JudgeAsync(rows, cancellation), cancellation);
                    rows.Clear();
                }
            }

            if (rows.Count > 0)
            {
                await to.WriteAsync(await judge.JudgeAsync(rows, cancellation), cancellation);
            }
        }
        finally
        {
            to.Complete();
        }
    }

    /// <summary>Takes away the rows of an import that wait.</summary>
    public static Task<int> ForgetRowsAsync(NpgsqlConnection connection, long import, CancellationToken cancellation) =>
        RunAsync(connection, "Judging/forget_rows.sql", cancellation, new NpgsqlParameter<long>("import", import));

    internal static async Task<int> RunAsync(NpgsqlConnection connection, string file, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(connection, file, parameters);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    internal static async Task<object?> AskAsync(NpgsqlConnection connection, string file, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(connection, file, parameters);
        return await command.ExecuteScalarAsync(cancellation);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string file, NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(EmbeddedSql.Read($"Imports/{file}"), connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(parameters);
        return command;
    }
}
