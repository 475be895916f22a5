namespace LandRegistry.Server.Platform.Gdal;

/// <summary>How the child ended.</summary>
internal enum GdalOutcome
{
    Read,

    /// <summary>GDAL could not read the file, or it says no coordinate system.</summary>
    Refused,

    /// <summary>More shapes, bytes or seconds than are given.</summary>
    TooLarge,

    /// <summary>GDAL is not installed.</summary>
    Missing,
}

/// <summary>Has ogr2ogr read the shapes of a file in a child of its own (<see cref="GdalRun"/>), brought to degrees.</summary>
internal static class GdalChild
{
    public const int MostFeatures = 100_000;
    private const long MostOutputBytes = 512L << 20;

    private static readonly string[] Needed = ["GeoJSON", "GeoJSONSeq", "GPKG", "ESRI Shapefile", "FlatGeobuf", "KML"];

    /// <summary>Reads the shapes of a file as GeoJSON features in degrees, one after another.</summary>
    public static async Task<GdalOutcome> ReadAsync(string file, string folder, Func<string, Task> take, CancellationToken cancellation)
    {
        string[] arguments =
            ["-f", "GeoJSONSeq", "/vsistdout/", Path.GetFileName(file), "-t_srs", "EPSG:4326", "-dim", "XY", "-lco", "COORDINATE_PRECISION=8"];
        using var run = await GdalRun.StartAsync(new("ogr2ogr", arguments, folder, Needed), cancellation);
        if (run is null)
        {
            return GdalOutcome.Missing;
        }

        try
        {
            return await DrainAsync(run, take);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return GdalOutcome.TooLarge;
        }
    }

    private static async Task<GdalOutcome> DrainAsync(GdalRun run, Func<string, Task> take)
    {
        var (features, bytes) = (0, 0L);
        while (await run.Text.ReadLineAsync(run.Cancellation) is { } line)
        {
            bytes += line.Length;
            if (++features > MostFeatures || bytes > MostOutputBytes)
            {
                return GdalOutcome.TooLarge;
            }

            await take(line);
        }

        return await run.EndAsync() ? GdalOutcome.Read : GdalOutcome.Refused;
    }
}
