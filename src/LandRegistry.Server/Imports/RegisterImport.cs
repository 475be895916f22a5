using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using Npgsql;

namespace LandRegistry.Server.Imports;

/// <summary>
/// Loads the register of somebody else: every row ends loaded, loaded with remarks, or refused with a reason, and one
/// transaction holds them all. A second import of the same file changes nothing.
/// </summary>
public sealed class RegisterImport(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly Text Checking = new("检查文件", "Checking the file");
    private static readonly Text Reading = new("读取各行", "Reading the rows");
    private static readonly Text Placing = new("定位", "Finding the places");
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
                : await LoadAsync(request, inspection, rows, file, progress, cancellation);
        }
    }

    private async Task<ImportResult> LoadAsync(
        ImportRequest request, FileInspection inspection, CsvRows rows, FileStream file,
        IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var ledger = new ImportLedger();
        await using var staging = await ImportStaging.OpenAsync(database, request, cancellation);
        if (request.ZoneCode is { } zone && !await staging.ZoneExistsAsync(zone, cancellation))
        {
            return ImportResult.RefusedFile([FileFaults.NoZone(zone)]);
        }

        var now = clock.GetUtcNow();
        var translation = new RowTranslation(request.Profile, rows.Headings, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        var places = new ImportPlaces(request.Profile, translation.PlaceColumns);
        await using (var rowsIn = await staging.WriteRowsAsync(cancellation))
        {
            while (rows.Next() is { } cells && ledger.Rows <= CsvRows.MostRows)
            {
                var row = translation.Translate(rows.Row, cells);
                ledger.Enter(row.Row, row.Issues);
                if (!row.Refused)
                {
                    places.Ask(row);
                    await rowsIn.WriteAsync(row, rows.Headings, cells, cancellation);
                }
                if (ledger.Rows % 500 == 0)
                {
                    progress?.Report(new(Reading, (double)file.Position / file.Length));
                }
            }
            await rowsIn.CompleteAsync(cancellation);
        }
        if (WholeFileFaults(ledger, inspection) is { Count: > 0 } faults)
        {
            return ImportResult.RefusedFile(faults);
        }

        progress?.Report(new(Placing, 0));
        await staging.PlaceAsync(places, ledger, cancellation);
        progress?.Report(new(Loading, 0));
        await staging.JudgeAsync(ledger, translation.KeyColumns, cancellation);
        var change = await staging.LoadAsync(ledger, now, DateOnly.FromDateTime(clock.GetLocalNow().DateTime), cancellation);
        var result = ledger.Close(inspection.Encoding!.WebName, request.DryRun ? null : change);
        if (change is not null && !request.DryRun)
        {
            await staging.CommitAsync(cancellation);
        }
        return result;
    }

    private static List<Text> WholeFileFaults(ImportLedger ledger, FileInspection inspection)
    {
        var faults = new List<Text>();
        if (ledger.Rows == 0)
        {
            faults.Add(FileFaults.NoRows());
        }
        if (ledger.Rows > CsvRows.MostRows)
        {
            faults.Add(FileFaults.TooManyRows(CsvRows.MostRows));
        }
        if (ledger.LastIsShifted && !inspection.EndsWithLineBreak)
        {
            faults.Add(FileFaults.Truncated(ledger.LastRow));
        }
        if (ledger.Shifted * 2 > ledger.Rows)
        {
            faults.Add(FileFaults.RowsShifted(ledger.Shifted, ledger.Rows));
        }
        return faults;
    }
}
