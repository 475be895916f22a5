using System.Data;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using LandRegistry.Domain.Common;
using LandRegistry.Server.Exports.Formats;
using LandRegistry.Server.Platform.Gis;
using LandRegistry.Server.Platform.Sheets;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Exports;

/// <summary>
/// Writes parcels into files. Spreadsheets, GeoJSON and KML go out row by row while the statement runs; the others must be whole first
/// and are made in a temporary folder. Either way memory does not grow with the number of parcels, and all rows are of one snapshot.
/// </summary>
internal sealed class ParcelExport(NpgsqlDataSource source, TimeProvider time)
{
    private static readonly string[] TextColumns = ["code", "name", "use", "useCode", "area"];

    /// <summary>Reads an export through and says what it would write.</summary>
    public async Task<ExportCheck> CheckAsync(ExportPlan asked, CancellationToken cancellation)
    {
        var plan = await PlannedAsync(asked, cancellation);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await MeasureAsync(connection, plan, cancellation)).Found;
    }

    /// <summary>Writes a format that needs not be whole first.</summary>
    public async Task StreamAsync(ExportPlan asked, Stream to, CancellationToken cancellation)
    {
        var plan = await PlannedAsync(asked, cancellation);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var parcels = ParcelStatement.ReadAsync(connection, plan, cancellation);
        await (plan.Format switch
        {
            var format when format == ExportFormat.GeoJson => GeoJsonFile.WriteAsync(plan, parcels, to, cancellation),
            var format when format == ExportFormat.Kml => KmlFile.WriteAsync(plan, parcels, to, cancellation),
            var format when format == ExportFormat.Csv => CsvSheet.WriteAsync(SheetOf(plan, parcels), to, cancellation),
            _ => XlsxSheet.WriteAsync(SheetOf(plan, parcels), to, cancellation),
        });
    }

    /// <summary>Makes a file in a folder; answers its path, or why there is none.</summary>
    public async Task<(string? Path, Refusal? Refusal)> MakeAsync(ExportPlan asked, TemporaryFolder folder, CancellationToken cancellation)
    {
        var plan = await PlannedAsync(asked, cancellation);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        if (plan.Format == ExportFormat.GeoPackage)
        {
            return (await PackageAsync(connection, plan, folder, cancellation), null);
        }

        var measured = await MeasureAsync(connection, plan, cancellation);
        if (measured.Refusal is { } refusal)
        {
            return (null, refusal);
        }

        var made = Directory.CreateDirectory(folder.PathOf("made")).FullName;
        if (plan.Format == ExportFormat.Shapefile)
        {
            using var shapefiles = new ShapefileFolder(plan, measured, made);
            await foreach (var parcel in ParcelStatement.ReadAsync(connection, plan, cancellation))
            {
                shapefiles.Add(parcel);
            }

            shapefiles.Complete();
        }
        else
        {
            await BoundaryTextsAsync(connection, plan, made, cancellation);
        }

        return (await ZippedAsync(made, folder.PathOf("export.zip"), plan, cancellation), null);
    }

    private static async Task<TextMeasure> MeasureAsync(NpgsqlConnection connection, ExportPlan plan, CancellationToken cancellation)
    {
        var measure = new TextMeasure(plan);
        await foreach (var parcel in ParcelStatement.ReadAsync(connection, plan, cancellation))
        {
            measure.Add(parcel);
        }

        return measure;
    }

    private async Task<string> PackageAsync(NpgsqlConnection connection, ExportPlan plan, TemporaryFolder folder, CancellationToken cancellation)
    {
        var definitions = await SystemDefinitions.ReadAsync(connection, cancellation);
        var path = folder.PathOf("export.gpkg");
        using var file = new GeoPackageFile(path, srid => definitions[srid], time.GetUtcNow());
        var layers = new GeoPackageLayers(plan, file);
        await foreach (var parcel in ParcelStatement.ReadAsync(connection, plan, cancellation))
        {
            layers.Add(parcel);
        }

        layers.Complete();
        return path;
    }

    /// <summary>One file for each zone that a parcel lies in, since a file has one zone. Parcels without a boundary have nothing to stand in it.</summary>
    private static async Task BoundaryTextsAsync(NpgsqlConnection connection, ExportPlan plan, string folder, CancellationToken cancellation)
    {
        var files = new Dictionary<int, BoundaryTextFile>();
        try
        {
            await foreach (var parcel in ParcelStatement.ReadAsync(connection, plan, cancellation).Where(parcel => parcel.IsSurveyed).WithCancellation(cancellation))
            {
                if (!files.TryGetValue(parcel.Crs.Srid, out var file))
                {
                    files.Add(parcel.Crs.Srid, file = new BoundaryTextFile(plan, File.Create(Path.Combine(folder, FormattableString.Invariant($"parcels-{parcel.Crs.Srid}.txt")))));
                    await file.BeginAsync(parcel.Crs);
                }

                var cells = parcel.Cells;
                await file.AddAsync(parcel, new(cells[0] as string, cells[1] as string, cells[2] as string, cells[3] as string, cells[4] as decimal?));
            }
        }
        finally
        {
            foreach (var file in files.Values)
            {
                await file.DisposeAsync();
            }
        }
    }

    /// <summary>A single boundary file is handed out as it is.</summary>
    private static async Task<string> ZippedAsync(string folder, string zip, ExportPlan plan, CancellationToken cancellation)
    {
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        if (plan.Format == ExportFormat.BoundaryText && files.Count == 1)
        {
            return files[0];
        }

        await ZipFile.CreateFromDirectoryAsync(folder, zip, CompressionLevel.Fastest, includeBaseDirectory: false, System.Text.Encoding.UTF8, cancellation);
        return zip;
    }

    /// <summary>Words of the filter are looked up as for the list; a boundary file has columns of its own.</summary>
    private async Task<ExportPlan> PlannedAsync(ExportPlan plan, CancellationToken cancellation) => plan with
    {
        Filter = await source.SpelledAsync(plan.Filter, cancellation),
        Columns = plan.Format == ExportFormat.BoundaryText ? [.. TextColumns.Select(code => ParcelColumns.Find(code)!)] : plan.Columns,
    };

    private static Sheet SheetOf(ExportPlan plan, IAsyncEnumerable<ExportedParcel> parcels) => new(
        plan.Words.English ? "Parcels" : "宗地", [.. plan.Columns.Select(column => new SheetColumn(HeadOf(column, plan), column.Type, column.Width))], CellsAsync(parcels));

    /// <summary>Shapes say what they are in; so that whoever reads the table knows, and an import of it too.</summary>
    private static string HeadOf(ExportColumn column, ExportPlan plan) =>
        column.IsLong && plan.Crs is { } crs ? FormattableString.Invariant($"{plan.Words.Pick(column.Title)} EPSG:{crs.Srid}") : plan.Words.Pick(column.Title);

    private static async IAsyncEnumerable<object?[]> CellsAsync(IAsyncEnumerable<ExportedParcel> parcels, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var parcel in parcels.WithCancellation(cancellation))
        {
            yield return parcel.Cells;
        }
    }
}
