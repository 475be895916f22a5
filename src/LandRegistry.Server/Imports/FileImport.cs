using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Choosing;
using LandRegistry.Server.Imports.Jobs;
using LandRegistry.Server.Imports.Landing;
using LandRegistry.Server.Imports.Reading;
using Npgsql;

namespace LandRegistry.Server.Imports;

/// <summary>The import journey at the console, in one go: columns as guessed or as told, repairs accepted or not, dry run or commit.</summary>
public sealed class FileImport(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Runs the import.</summary>
    /// <param name="path">The file, or a folder with the parts of a shapefile.</param>
    /// <param name="choices">How its rows are read; columns that are not named are guessed.</param>
    /// <param name="order">Who imports, whether for good, and whether repairs are accepted.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the work; nothing is kept then.</param>
    public async Task<ImportResult> RunAsync(string path, ImportChoices choices, FileOrder order, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return ImportResult.RefusedFile([FileFaults.NotFound(path)]);
        }

        var source = ImportWork.SourceOf(choices);
        var inspection = await SourceFiles.InspectAsync(path, source, null, ImportWork.Telling(progress ?? new Progress<ImportProgress>(), ImportWork.Looking), cancellation);
        if (inspection.Faults.Count > 0)
        {
            return ImportResult.RefusedFile(inspection.Faults);
        }

        var guessed = MappingGuess.Of(inspection.Columns).Where(guess => choices.Columns.All(told => told.Column != guess.Column && told.Field != guess.Field));
        var settled = choices with { Columns = [.. choices.Columns.Where(told => told.Field != ParcelField.None), .. guessed] };
        var store = new ImportStore(database, clock);
        var import = await store.AddAsync(order.Actor, Path.GetFileName(path), File.Exists(path) ? new FileInfo(path).Length : 0, ImportPhase.Judging, cancellation);
        await using var life = await ImportLife.BeginAsync(database, import, cancellation);
        var isKept = false;
        try
        {
            var run = new ImportRun(database, clock);
            using var seen = new SeenFiles();
            var faults = await new ImportWork(store, run, seen).JudgeChosenAsync(import, path, settled, inspection, progress ?? new Progress<ImportProgress>(), cancellation);
            if (faults.Count > 0)
            {
                return ImportResult.RefusedFile(faults);
            }

            var landing = new ImportOrder(settled.Source ?? ChosenProfile.UsualSource, order.Actor, Path.GetFileName(path), settled.CampaignId);
            if (order.AcceptsRepairs)
            {
                await store.AcceptAllAsync(import, cancellation);
                await run.MatchAgainAsync(import, landing.Source, cancellation);
            }

            var encoding = inspection.Encoding?.Name ?? inspection.Format.ToString()!;
            if (order.IsDryRun)
            {
                return await RegisterImport.ResultAsync(store, import, encoding, null, cancellation);
            }

            LandingOutcome outcome;
            do
            {
                outcome = await run.CommitAsync(import, landing, cancellation);
            }
            while (outcome is LandingOutcome.Stale);
            isKept = true;
            return await RegisterImport.ResultAsync(store, import, encoding, (outcome as LandingOutcome.Landed)?.ChangeId, cancellation);
        }
        finally
        {
            if (!isKept)
            {
                await store.ForgetAsync(import, CancellationToken.None);
            }
        }
    }

    /// <summary>The choices of a profile that was saved in the register; null when there is none of the name.</summary>
    public Task<ImportChoices?> SavedProfileAsync(string name, CancellationToken cancellation) => new ProfileStore(database, clock).FindAsync(name, cancellation);
}

/// <summary>Who imports at the console, and how.</summary>
/// <param name="Actor">Name that the change is recorded under.</param>
/// <param name="IsDryRun">True to keep nothing.</param>
/// <param name="AcceptsRepairs">True to accept every repair that is proposed.</param>
public sealed record FileOrder(string Actor, bool IsDryRun, bool AcceptsRepairs);
