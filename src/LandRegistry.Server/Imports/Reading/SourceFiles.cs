using System.Runtime.CompilerServices;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading.Layout;
using LandRegistry.Server.Imports.Reading.Shapes;
using LandRegistry.Server.Imports.Reading.Tables;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Imports.Reading;

/// <summary>
/// The one door to what officers receive. <see cref="InspectAsync"/> says what a file is, <see cref="ReadAsync"/> hands out its
/// rows one after another in bounded memory. Neither changes the file, trusts its name, or keeps anything of it; what has to be
/// unpacked goes into a folder of its own and is gone afterwards. Both may be called as often as one likes, also in another process.
/// </summary>
public static class SourceFiles
{
    /// <summary>Most rows that are read of a file.</summary>
    public const int MostRows = 1_000_000;

    private const int RowsBetweenReports = 500;

    /// <summary>Reads a file from end to end and says what it is; every way to refuse it is in <see cref="SourceInspection.Faults"/>.</summary>
    /// <param name="path">A file; or a folder that holds the parts of a shapefile or geodatabase.</param>
    /// <param name="choices">What the user has said already; the inspection is made accordingly.</param>
    /// <param name="zone">Extent of the zone that the import is for, degrees, longitude first, for the coordinate doctor.</param>
    /// <param name="progress">Told about every 500 rows.</param>
    /// <param name="cancellation">Ends the work and removes what was unpacked.</param>
    public static async Task<SourceInspection> InspectAsync(
        string path, SourceChoices? choices = null, Envelope? zone = null, IProgress<ReadingProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var laid = new LaidSource();
        SourceFormat? format = null;
        try
        {
            format = await laid.LayAsync(path, cancellation);
            using var source = await OpenAsync(laid, choices ?? new(), cancellation);
            var survey = new SourceSurvey(source.Columns);
            await foreach (var row in source.ReadAsync(cancellation))
            {
                survey.Take(row);
                Report(progress, source, survey.Rows);
            }

            return survey.Close(path, laid, source, zone);
        }
        catch (SourceFaultException fault)
        {
            return new() { Path = path, Format = format, Faults = [fault.Fault] };
        }
    }

    /// <summary>
    /// The rows of an inspected file, in its order, geometry in the file's own numbers (<see cref="CrsReading.Apply"/> makes
    /// coordinates of them). Rows that cannot be read come too, with the issue that refuses them. Columns are those of the inspection.
    /// </summary>
    /// <exception cref="SourceFaultException">The file is not what was inspected, or no longer there.</exception>
    public static async IAsyncEnumerable<SourceRow> ReadAsync(
        SourceInspection inspection, SourceChoices? choices = null, IProgress<ReadingProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var laid = new LaidSource();
        await laid.LayAsync(inspection.Path, cancellation);
        var settled = (choices ?? new()) with
        {
            Layer = choices?.Layer ?? (inspection.Layer.Length > 0 ? inspection.Layer : null),
            Encoding = choices?.Encoding ?? inspection.Encoding?.Name,
        };
        using var source = await OpenAsync(laid, settled, cancellation);
        if (!source.Columns.Select(column => column.Name).SequenceEqual(inspection.Columns.Select(column => column.Name), StringComparer.Ordinal))
        {
            throw new SourceFaultException(SourceFaults.Changed());
        }

        var rows = 0L;
        await foreach (var row in source.ReadAsync(cancellation))
        {
            yield return row;
            Report(progress, source, ++rows);
        }
    }

    /// <summary>Opens what was laid out.</summary>
    /// <param name="laid">The file under our name.</param>
    /// <param name="choices">What is settled.</param>
    /// <param name="cancellation">Ends the work.</param>
    private static Task<OpenSource> OpenAsync(LaidSource laid, SourceChoices choices, CancellationToken cancellation) =>
        laid.Format switch
        {
            SourceFormat.BoundaryText => BoundaryTextSource.OpenAsync(laid, choices, cancellation),
            SourceFormat.Csv => CsvSource.OpenAsync(laid, choices, cancellation),
            SourceFormat.Excel => ExcelSource.OpenAsync(laid, choices, cancellation),
            SourceFormat.GeoJson => GeoJsonSource.OpenAsync(laid, choices, cancellation),
            _ => GdalSource.OpenAsync(laid, choices, cancellation),
        };

    private static void Report(IProgress<ReadingProgress>? progress, OpenSource source, long rows)
    {
        if (rows % RowsBetweenReports == 0)
        {
            progress?.Report(new(rows, source.Share));
        }

        if (rows > MostRows)
        {
            throw new SourceFaultException(FileFaults.TooManyRows(MostRows));
        }
    }
}
