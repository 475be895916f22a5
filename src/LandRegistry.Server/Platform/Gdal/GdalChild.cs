using System.Diagnostics;

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

/// <summary>
/// Has ogr2ogr read a file in a child process of its own: no network, bounded memory, time and output, only the drivers that are
/// needed, its own folder. Whatever a hostile file makes GDAL do, it does there and dies there.
/// </summary>
internal static class GdalChild
{
    public const int MostFeatures = 100_000;
    private const long MostOutputBytes = 512L << 20;
    private const long MostMemoryBytes = 3L << 30;
    private const int MostCpuSeconds = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly string[] Needed = ["GeoJSON", "GeoJSONSeq", "GPKG", "ESRI Shapefile", "FlatGeobuf", "KML"];
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static string? _skipped;

    /// <summary>Reads the shapes of a file as GeoJSON features in degrees, one after another.</summary>
    public static async Task<GdalOutcome> ReadAsync(string file, string folder, Func<string, Task> take, CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            var skipped = _skipped ??= await SkippedDriversAsync(cancellation);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            using var child = Process.Start(StartOf(file, folder, skipped))!;
            try
            {
                return await DrainAsync(child, take, patience.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return GdalOutcome.TooLarge;
            }
            finally
            {
                if (!child.HasExited)
                {
                    child.Kill(entireProcessTree: true);
                }
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return GdalOutcome.Missing;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<GdalOutcome> DrainAsync(Process child, Func<string, Task> take, CancellationToken cancellation)
    {
        // Complaints are not kept: they may quote the file. They must be read, or the child would wait.
        var complaints = child.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellation);
        var (features, bytes) = (0, 0L);
        while (await child.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            bytes += line.Length;
            if (++features > MostFeatures || bytes > MostOutputBytes)
            {
                return GdalOutcome.TooLarge;
            }

            await take(line);
        }

        await complaints;
        await child.WaitForExitAsync(cancellation);
        return child.ExitCode == 0 ? GdalOutcome.Read : GdalOutcome.Refused;
    }

    private static ProcessStartInfo StartOf(string file, string folder, string skipped)
    {
        var start = Quiet("prlimit", folder,
        [
            FormattableString.Invariant($"--as={MostMemoryBytes}"), FormattableString.Invariant($"--cpu={MostCpuSeconds}"), "--core=0", "--nofile=64", "--",
            "unshare", "--map-root-user", "--net", "--",
            "ogr2ogr", "-f", "GeoJSONSeq", "/vsistdout/", Path.GetFileName(file), "-t_srs", "EPSG:4326", "-dim", "XY", "-lco", "COORDINATE_PRECISION=8",
        ]);
        start.Environment["OGR_SKIP"] = skipped;
        start.Environment["CPL_VSIL_CURL_ALLOWED_EXTENSIONS"] = ".none";
        start.Environment["GDAL_HTTP_TIMEOUT"] = "1";
        start.Environment["OGR_GEOJSON_MAX_OBJ_SIZE"] = "64";
        start.Environment["SHAPE_RESTORE_SHX"] = "YES";
        return start;
    }

    /// <summary>All drivers but the needed ones, read once from GDAL itself.</summary>
    private static async Task<string> SkippedDriversAsync(CancellationToken cancellation)
    {
        using var child = Process.Start(Quiet("ogrinfo", Path.GetTempPath(), ["--formats"]))!;
        var names = new List<string>();
        while (await child.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            var end = line.IndexOf(" -", StringComparison.Ordinal);
            if (line.StartsWith("  ", StringComparison.Ordinal) && end > 0)
            {
                names.Add(line[..end].Trim());
            }
        }

        await child.WaitForExitAsync(cancellation);
        return string.Join(',', names.Except(Needed, StringComparer.Ordinal));
    }

    private static ProcessStartInfo Quiet(string program, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            UseShellExecute = false,
        };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        return start;
    }
}
