using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Choosing;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Server.Imports.Judging;
using LandRegistry.Server.Imports.Landing;
using LandRegistry.Server.Imports.Reading;
using Npgsql;

namespace LandRegistry.Server.Imports.Jobs;

/// <summary>The phases of an import's work: looking at the file, the dry run, matching anew, the commit.</summary>
internal sealed class ImportWork(ImportStore store, ImportRun run, SeenFiles seen)
{
    internal static readonly Text Looking = new("识别文件", "Looking at the file");
    private static readonly Text Matching = new("与登记库比对", "Comparing with the register");
    private static readonly Text Writing = new("写入登记库", "Writing to the register");

    /// <summary>Says what the file is; its choices begin as guessed.</summary>
    public async Task InspectAsync(long import, string path, ImportChoices? choices, IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        progress.Report(new(Looking, 0));
        var inspection = await SourceFiles.InspectAsync(path, SourceOf(choices), await store.GroundAsync(import, choices?.Zone, cancellation), Telling(progress, Looking), cancellation);
        if (inspection.Faults.Count > 0)
        {
            await store.RefuseAsync(import, inspection.Faults, cancellation);
            return;
        }

        seen.Keep(import, SourceOf(choices), inspection);
        var begun = choices ?? new() { Profile = ProfileCatalog.Recognise([.. inspection.Columns.Select(column => column.Name)]) };
        // What was mapped already stays, as long as the columns are the same.
        var names = inspection.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var isMapped = begun.Columns.Count > 0 && begun.Columns.All(column => names.Contains(column.Column));
        var guessed = begun with { Layer = inspection.Layer.Length > 0 ? inspection.Layer : null, Columns = isMapped ? begun.Columns : MappingGuess.Of(inspection.Columns) };
        await store.KeepAsync(import, JsonSerializer.Serialize(FileShapes.Of(inspection), ImportStore.Json), JsonSerializer.Serialize(guessed, ImportStore.Json), null, cancellation);
        await store.SettleAsync(import, ImportPhase.Choosing, null, cancellation);
    }

    /// <summary>Reads and judges all rows and matches them: the dry run.</summary>
    public async Task JudgeAsync(long import, string path, ImportChoices choices, IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        var faults = choices.Profile is { } name
            ? await JudgeByProfileAsync(import, path, name, choices, progress, cancellation)
            : await JudgeChosenAsync(import, path, choices, seen.Find(import, SourceOf(choices)), progress, cancellation);
        if (faults.Count > 0)
        {
            await store.SettleAsync(import, ImportPhase.Choosing, new(string.Join(' ', faults.Take(10).Select(fault => fault.Zh)), string.Join(' ', faults.Take(10).Select(fault => fault.En))), cancellation);
            return;
        }

        await store.SettleAsync(import, ImportPhase.Judged, null, cancellation);
    }

    /// <summary>Matches anew after repairs, exclusions or matches were decided.</summary>
    public async Task MatchAsync(long import, string source, IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        progress.Report(new(Matching, 0));
        await run.MatchAgainAsync(import, source, cancellation);
        await store.SettleAsync(import, ImportPhase.Judged, null, cancellation);
    }

    /// <summary>Writes into the register; false when the comparison has to be looked at again first.</summary>
    public async Task<bool> CommitAsync(long import, ImportOrder order, IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        progress.Report(new(Writing, 0));
        if (await run.CommitAsync(import, order, cancellation) is not LandingOutcome.Stale)
        {
            return true;
        }

        await store.SettleAsync(import, ImportPhase.Judged, new(
            "比对之后登记库有变化，结果已重新计算；请核对后再次提交。",
            "The register changed since it was compared with; the comparison was made anew. Look at it and commit again."), cancellation);
        return false;
    }

    /// <summary>Reads and judges by the columns that were chosen; why not, when the file or a choice does not allow it.</summary>
    /// <param name="import">The import.</param>
    /// <param name="path">The file.</param>
    /// <param name="choices">How its rows are read.</param>
    /// <param name="inspected">What the file is, where it was just looked at by the same choices; else it is looked at here.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<IReadOnlyList<Text>> JudgeChosenAsync(
        long import, string path, ImportChoices choices, SourceInspection? inspected, IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        var source = SourceOf(choices);
        var inspection = inspected ?? await SourceFiles.InspectAsync(path, source, await store.GroundAsync(import, choices.Zone, cancellation), Telling(progress, Looking), cancellation);
        if (inspection.Faults.Count > 0)
        {
            return inspection.Faults;
        }

        var profile = ChosenProfile.Of(choices);
        var columns = inspection.Columns.Select(column => column.Name).ToList();
        List<Text> faults = [.. profile.Columns.Select(column => column.Name).Except(columns, StringComparer.Ordinal).Select(FileFaults.MissingColumn), .. ProfileCheck.Faults(profile)];
        if (inspection.Crs is { MustAsk: true } && choices.Crs is null)
        {
            faults.Add(new("请先选定坐标系。", "Choose the coordinate system first."));
        }

        if (choices.Crs is { } told && !await store.KnowsSystemAsync(told.Srid, cancellation))
        {
            faults.Add(FileFaults.NoSuchSystem(told.Srid));
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        var crs = choices.Crs is { } chosen ? new CrsReading(chosen.Srid, chosen.IsSwapped, chosen.EastingShift) : inspection.Crs?.Best?.Reading;
        return await run.JudgeAsync(import, Rows(inspection, source, crs, cancellation), profile, choices.Zone, progress, cancellation);
    }

    private static FileRows Rows(SourceInspection inspection, SourceChoices source, CrsReading? crs, CancellationToken cancellation)
    {
        var latest = 0d;
        var reading = SourceFiles.ReadAsync(inspection, source, new Told<ReadingProgress>(told => latest = told.Share ?? 0), cancellation);
        var rows = crs is null ? reading : reading.Select(row => row.Geometry is null ? row : row with { Geometry = crs.Apply(row.Geometry) });
        return new([.. inspection.Columns.Select(column => column.Name)], rows, () => latest) { Srid = crs?.Srid ?? 4490 };
    }

    private async Task<IReadOnlyList<Text>> JudgeByProfileAsync(
        long import, string path, string name, ImportChoices choices, IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        var load = ProfileCatalog.LoadBuiltIn(name);
        if (load.Profile is not { } profile)
        {
            return load.Faults;
        }

        await using var file = File.OpenRead(path);
        var inspection = FileInspection.Of(file, profile);
        if (inspection.Encoding is null)
        {
            return inspection.Faults;
        }

        file.Position = 0;
        using var rows = new CsvRows(file, inspection.Encoding, profile);
        return rows.Faults.Count > 0 ? rows.Faults
            : await run.JudgeAsync(import, FileRows.Of(rows, file, inspection.EndsWithLineBreak), profile, choices.Zone, progress, cancellation);
    }

    /// <summary>How the file is to be opened.</summary>
    public static SourceChoices SourceOf(ImportChoices? choices) => new()
    {
        Layer = choices?.Layer,
        Encoding = choices?.Encoding,
        Delimiter = choices?.Delimiter,
        HeadingRow = choices?.HeadingRow,
        HeadingRows = choices?.HeadingRows,
        XColumn = choices?.XColumn,
        YColumn = choices?.YColumn,
        WktColumn = choices?.WktColumn,
    };

    internal static IProgress<ReadingProgress> Telling(IProgress<ImportProgress> progress, Text stage) =>
        new Told<ReadingProgress>(told => progress.Report(new(stage, told.Share ?? 0) { Rows = (int)told.Rows }));

    private sealed class Told<T>(Action<T> take) : IProgress<T>
    {
        public void Report(T value) => take(value);
    }
}
