using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading.Layout;
using LandRegistry.Server.Platform.Gdal;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>Lays a source out for GDAL and asks for its layers and rows.</summary>
internal static class GdalInput
{
    private const long MostDataBytes = 400L << 20;

    private static readonly Dictionary<SourceFormat, (string Extension, string[] Drivers)> Formats = new()
    {
        [SourceFormat.Shapefile] = (".shp", ["ESRI Shapefile", "PGDUMP"]),
        [SourceFormat.GeoPackage] = (".gpkg", ["GPKG", "PGDUMP"]),
        [SourceFormat.Kml] = (".kml", ["LIBKML", "PGDUMP"]),
        [SourceFormat.Dxf] = (".dxf", ["DXF", "PGDUMP"]),
        [SourceFormat.FileGeodatabase] = (".gdb", ["OpenFileGDB", "PGDUMP"]),
    };

    /// <summary>The layers with what the file says of their rows; none when GDAL cannot read the file, which stays where it is.</summary>
    public static async Task<IReadOnlyList<GdalLayer>> LayersAsync(LaidSource laid, CancellationToken cancellation)
    {
        var input = Lay(laid);
        using var run = await GdalRun.StartAsync(Task("ogrinfo", ["-ro", "-al", "-so", Path.GetFileName(input)], input, laid.Format), cancellation)
            ?? throw new SourceFaultException(SourceFaults.NoGdal());
        var list = new GdalLayerList();
        try
        {
            var records = new BoundedRecords(run.Output, run.Cancellation);
            while (await records.NextAsync() is { } record && list.Count < GdalLayerList.MostLayers)
            {
                list.Take(System.Text.Encoding.UTF8.GetString(record.Span));
            }

            if (list.Count < GdalLayerList.MostLayers && !await run.EndAsync())
            {
                return [];
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SourceFaultException(SourceFaults.TooSlow());
        }

        return laid.Names.Count == 0 ? list.Of(input) : list.Of(laid.Names, number => LooseParts.LayerPath(input, number));
    }

    /// <summary>Puts the source into its folder under our name; its full path. Several shapefiles lie in a folder of ours already.</summary>
    private static string Lay(LaidSource laid)
    {
        var name = Path.Combine(laid.Folder, "input" + Formats[laid.Format].Extension);
        if (laid.Names.Count > 0)
        {
            return laid.Path;
        }

        if (laid.Path != name)
        {
            File.CreateSymbolicLink(name, Path.GetFullPath(laid.Path));
        }

        return name;
    }

    /// <summary>The task of writing the rows of a layer.</summary>
    public static GdalTask Rows(GdalLayer layer, SourceFormat format, string? encoding)
    {
        string[] options = encoding is null ? [] : ["-oo", $"ENCODING={encoding.ToUpperInvariant()}"];
        return Task("ogr2ogr",
        [
            "-f", "PGDUMP", "/vsistdout/", Path.GetFileName(layer.File), layer.Name, .. options, "-nlt", "GEOMETRY", "-nlt", "CONVERT_TO_LINEAR", "-dim", "XY",
            "-lco", "LAUNDER=NO", "-lco", "GEOMETRY_NAME=__shape", "-lco", "FID=__fid", "-lco", "SPATIAL_INDEX=NONE", "-lco", "CREATE_SCHEMA=OFF", "-lco", "DROP_TABLE=OFF",
        ], layer.File, format);
    }

    private static GdalTask Task(string program, IReadOnlyList<string> arguments, string input, SourceFormat format) =>
        new(program, arguments, Path.GetDirectoryName(input)!, Formats[format].Drivers)
        {
            MostAddressBytes = 2L << 30,
            MostDataBytes = MostDataBytes,
            MostCpuSeconds = 600,
            Patience = TimeSpan.FromMinutes(30),
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["PG_USE_COPY"] = "YES", ["OGR_SQLITE_CACHE"] = "32", ["GDAL_CACHEMAX"] = "16" },
        };
}
