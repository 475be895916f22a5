using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using LandRegistry.Server.Imports.Judging;
using LandRegistry.Server.Imports.Landing;
using Npgsql;

namespace LandRegistry.Server.Imports;

/// <summary>
/// Loads the register of somebody else from one file by a profile, in one go: every row ends loaded, loaded with remarks, or refused
/// with a reason. A second import of the same file changes nothing.
/// </summary>
public sealed class RegisterImport(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly Text Checking = new("检查文件", "Checking the file");
    private static readonly Text Loading = new("写入登记库", "Writing to the register");

    /// <summary>Runs the import.</summary>
    public async Task<ImportResult> RunAsync(
        ImportRequest request, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        FileStream file;
        try
        {
            file = File.OpenRead(request.File);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return ImportResult.RefusedFile([FileFaults.NotFound(request.File)]);
        }

        await using (file)
        {
            progress?.Report(new(Checking, 0));
            var inspection = FileInspection.Of(file, request.Profile);
            if (inspection.Encoding is null)
            {
                return ImportResult.RefusedFile(inspection.Faults);
            }

            file.Position = 0;
            using var rows = new CsvRows(file, inspection.Encoding, request.Profile);
            return rows.Faults.Count > 0
                ? ImportResult.RefusedFile(rows.Faults)
                : await RunAsync(request, inspection.Encoding.WebName, FileRows.Of(rows, file, inspection.EndsWithLineBreak), file.Length, progress, cancellation);
        }
    }

    private async Task<ImportResult> RunAsync(
        ImportRequest request, string encoding, FileRows rows, long bytes, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var store = new ImportStore(database, clock);
        var run = new ImportRun(database, clock);
        var name = Path.GetFileName(request.File);
        await using var life = await store.AddAsync(request.Actor, name, bytes, ImportPhase.Judging, cancellation);
        var import = life.Import;
        try
        {
            if (await run.JudgeAsync(import, rows, request.Profile, request.ZoneCode, progress, cancellation) is { Count: > 0 } faults)
            {
                await store.RefuseAsync(import, faults, cancellation);
                return ImportResult.RefusedFile(faults);
            }

            LandingOutcome outcome = new LandingOutcome.Nothing();
            if (!request.DryRun)
            {
                progress?.Report(new(Loading, 0));
                var order = new ImportOrder(request.Profile.Source, request.Actor, $"{request.Profile.Name}: {name}", null);
                do
                {
                    outcome = await run.CommitAsync(import, order, cancellation);
                }
                while (outcome is LandingOutcome.Stale);
            }

            var result = await ResultAsync(store, import, encoding, (outcome as LandingOutcome.Landed)?.ChangeId, cancellation);
            if (request.DryRun)
            {
                await store.ForgetAsync(import, CancellationToken.None);
            }

            return result;
        }
        catch (OperationCanceledException)
        {
            await store.ForgetAsync(import, CancellationToken.None);
            throw;
        }
    }

    internal static async Task<ImportResult> ResultAsync(ImportStore store, long import, string encoding, long? change, CancellationToken cancellation)
    {
        var counts = (await store.CountsAsync(import, cancellation))!;
        var issues = new List<ImportIssue>();
        await foreach (var issue in store.IssuesAsync(import, cancellation))
        {
            issues.Add(issue);
        }

        return new()
        {
            Rows = counts.Rows,
            Loaded = counts.New + counts.Changed + counts.Unchanged - counts.WithRemarks,
            LoadedWithRemarks = counts.WithRemarks,
            Refused = counts.Refused,
            New = counts.New,
            Updated = counts.Changed,
            Unchanged = counts.Unchanged,
            Encoding = encoding,
            Issues = issues,
            ChangeId = change,
        };
    }
}
