using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Choosing;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;
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

        var store = new ImportStore(database, clock);
        var ground = await store.GroundAsync(null, choices.Zone, cancellation);
        var inspection = await SourceFiles.InspectAsync(path, ImportWork.SourceOf(choices), ground, ImportWork.Telling(progress ?? new Progress<ImportProgress>(), ImportWork.Looking), cancellation);
        if (inspection.Faults.Count > 0)
        {
            return ImportResult.RefusedFile(inspection.Faults);
        }

        var guessed = MappingGuess.Of(inspection.Columns).Where(guess => choices.Columns.All(told => told.Column != guess.Column && told.Field != guess.Field));
        var reading = Reading(choices, inspection);
        if (reading is null && inspection.Crs is { } unknown)
        {
            return ImportResult.RefusedFile([.. Recognised(inspection), CrsUnknown(unknown), .. unknown.Proposals.Select(Sentence)]);
        }

        var settled = choices with
        {
            Columns = [.. choices.Columns.Where(told => told.Field != ParcelField.None), .. guessed],
            Crs = reading is null ? null : new(reading.Srid, reading.IsSwapped, reading.EastingShift),
        };
        await using var life = await store.AddAsync(order.Actor, Path.GetFileName(path), File.Exists(path) ? new FileInfo(path).Length : 0, ImportPhase.Judging, cancellation);
        var import = life.Import;
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
            var notes = Notes(choices, inspection, reading);
            if (order.IsDryRun)
            {
                return await RegisterImport.ResultAsync(store, import, encoding, null, cancellation) with { Notes = notes };
            }

            LandingOutcome outcome;
            do
            {
                outcome = await run.CommitAsync(import, landing, cancellation);
            }
            while (outcome is LandingOutcome.Stale);
            isKept = true;
            return await RegisterImport.ResultAsync(store, import, encoding, (outcome as LandingOutcome.Landed)?.ChangeId, cancellation) with { Notes = notes };
        }
        finally
        {
            if (!isKept)
            {
                await store.ForgetAsync(import, CancellationToken.None);
            }
        }
    }

    /// <summary>How the coordinates are read: as told, else as the doctor is sure of or finds clear; null when there are none, or it cannot be known.</summary>
    private static CrsReading? Reading(ImportChoices choices, SourceInspection inspection) =>
        choices.Crs is { } told ? new(told.Srid, told.IsSwapped, told.EastingShift) : inspection.Crs?.Clear?.Reading;

    /// <summary>What was guessed, and why; a console has no map on which it is seen.</summary>
    private static List<Text> Notes(ImportChoices choices, SourceInspection inspection, CrsReading? reading)
    {
        List<Text> notes = [.. Recognised(inspection), .. inspection.Notes];
        if (inspection.Layers.Count > 1 && inspection.Layer != SourceLayer.Together)
        {
            var names = inspection.Layers.Select(layer => layer.Name == SourceLayer.Together ? "\"*\"" : ReadingIssues.Brief(layer.Name)).Take(20).ToList();
            var layer = ReadingIssues.Brief(inspection.Layer);
            notes.Add(new($"读取图层“{layer}”；文件中有 {string.Join("、", names)}，可用 --layer 另选。", $"The layer \"{layer}\" is read; the file has {string.Join(", ", names)}: choose with --layer."));
        }

        if (reading is not null && inspection.Crs is { } found)
        {
            notes.Add(found.Proposals.FirstOrDefault(proposal => proposal.Reading == reading) is { } proposed && choices.Crs is null
                ? Sentence(proposed)
                : new(FormattableString.Invariant($"坐标系按指定：{reading.Title.Zh}（EPSG:{reading.Srid}）。"), FormattableString.Invariant($"Coordinates as told: {reading.Title.En} (EPSG:{reading.Srid}).")));
        }

        return notes;
    }

    /// <summary>The standard whose headings the file has: read by its profile it says more.</summary>
    private static IEnumerable<Text> Recognised(SourceInspection inspection) => ProfileCatalog.Recognise([.. inspection.Columns.Select(column => column.Name)]) is { } profile
        ? [new($"列标题与配置“{profile}”一致，可用 --profile {profile} 按该标准读取。", $"The headings are those of the profile \"{profile}\": read it by --profile {profile}.")]
        : [];

    private static Text CrsUnknown(CrsDiagnosis found) => new(
        $"坐标系无法断定，请用 --crs 指定（对调坐标轴加 --swap-axes）。{found.Sentence.Zh}", $"The coordinate system cannot be known; tell it by --crs (and --swap-axes). {found.Sentence.En}");

    private static Text Sentence(CrsProposal proposal) => new(
        FormattableString.Invariant($"坐标系 {proposal.Reading.Title.Zh}（EPSG:{proposal.Reading.Srid}）：{string.Concat(proposal.Reasons.Select(reason => reason.Zh))}"),
        FormattableString.Invariant($"Coordinates {proposal.Reading.Title.En} (EPSG:{proposal.Reading.Srid}): {string.Join(' ', proposal.Reasons.Select(reason => reason.En))}"));

    /// <summary>The choices of a profile that was saved in the register; null when there is none of the name.</summary>
    public Task<ImportChoices?> SavedProfileAsync(string name, CancellationToken cancellation) => new ProfileStore(database, clock).FindAsync(name, cancellation);
}

/// <summary>Who imports at the console, and how.</summary>
/// <param name="Actor">Name that the change is recorded under.</param>
/// <param name="IsDryRun">True to keep nothing.</param>
/// <param name="AcceptsRepairs">True to accept every repair that is proposed.</param>
public sealed record FileOrder(string Actor, bool IsDryRun, bool AcceptsRepairs);
