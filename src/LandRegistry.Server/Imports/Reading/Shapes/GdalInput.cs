using System.Globalization;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading.Layout;
using LandRegistry.Server.Platform.Gdal;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>Lays a source out for GDAL and asks for its layers and rows.</summary>
internal static class GdalInput
{
    private const int MostLayers = 500;
    private const long MostDataBytes = 400L << 20;
    private const string LayerLine = "Layer name: ";
    private const string CountLine = "Feature Count: ";

    private static readonly Dictionary<SourceFormat, (string Extension, string[] Drivers)> Formats = new()
    {
        [SourceFormat.Shapefile] = (".shp", ["ESRI Shapefile", "PGDUMP"]),
        [SourceFormat.GeoPackage] = (".gpkg", ["GPKG", "PGDUMP"]),
        [SourceFormat.Kml] = (".kml", ["LIBKML", "PGDUMP"]),
        [SourceFormat.Dxf] = (".dxf", ["DXF", "PGDUMP"]),
        [SourceFormat.FileGeodatabase] = (".gdb", ["OpenFileGDB", "PGDUMP"]),
    };

    /// <summary>Puts the source into its folder under our name; its full path. The original stays where it is.</summary>
    public static string Lay(LaidSource laid)
    {
        var name = Path.Combine(laid.Folder, "input" + Formats[laid.Format].Extension);
        if (laid.Path != name)
        {
            File.CreateSymbolicLink(name, Path.GetFullPath(laid.Path));
        }

        return name;
    }

    /// <summary>The layers with what the file says of their rows; empty when GDAL cannot read the file.</summary>
    public static async Task<List<SourceLayer>> LayersAsync(string input, SourceFormat format, CancellationToken cancellation)
    {
        using var run = await GdalRun.StartAsync(Task("ogrinfo", ["-ro", "-al", "-so", Path.GetFileName(input)], input, format), cancellation)
            ?? throw new SourceFaultException(SourceFaults.NoGdal());
        var layers = new List<SourceLayer>();
        try
        {
            var records = new BoundedRecords(run.Output, run.Cancellation);
            while (await records.NextAsync() is { } record && layers.Count < MostLayers)
            {
                Take(layers, System.Text.Encoding.UTF8.GetString(record.Span));
            }

            return layers.Count < MostLayers && !await run.EndAsync() ? [] : layers;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SourceFaultException(SourceFaults.TooSlow());
        }
    }

    private static void Take(List<SourceLayer> layers, string line)
    {
        if (line.StartsWith(LayerLine, StringComparison.Ordinal))
        {
            layers.Add(new(line[LayerLine.Length..], null));
        }
        else if (layers is [.., { Rows: null } last] && line.StartsWith(CountLine, StringComparison.Ordinal)
            && long.TryParse(line.AsSpan(CountLine.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var rows))
        {
            layers[^1] = last with { Rows = rows };
        }
    }

    /// <summary>The task of writing the rows of a layer.</summary>
    public static GdalTask Rows(string input, SourceFormat format, string layer, string? encoding)
    {
        string[] options = encoding is null ? [] : ["-oo", $"ENCODING={encoding.ToUpperInvariant()}"];
        return Task("ogr2ogr",
        [
            "-f", "PGDUMP", "/vsistdout/", Path.GetFileName(input), layer, .. options, "-nlt", "GEOMETRY", "-nlt", "CONVERT_TO_LINEAR", "-dim", "XY",
            "-lco", "LAUNDER=NO", "-lco", "GEOMETRY_NAME=__shape", "-lco", "FID=__fid", "-lco", "SPATIAL_INDEX=NONE", "-lco", "CREATE_SCHEMA=OFF", "-lco", "DROP_TABLE=OFF",
        ], input, format);
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
