using System.Diagnostics;

namespace LandRegistry.Server.Platform.Gdal;

/// <summary>
/// A child of GDAL at work: no network, bounded memory and time, only the drivers that are needed, its own folder. Whatever a
/// hostile file makes GDAL do, it does there and dies there; it dies too when this is disposed of.
/// </summary>
internal sealed class GdalRun : IDisposable
{
    private static readonly SemaphoreSlim Places = new(2);
    private static string[]? _drivers;

    private readonly Process _child;
    private readonly CancellationTokenSource _patience;
    private readonly Task _complaints;

    private GdalRun(Process child, TimeSpan patience, CancellationToken cancellation)
    {
        _child = child;
        _patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _patience.CancelAfter(patience);
        // Complaints are not kept: they may quote the file. They must be read, or the child would wait.
        _complaints = child.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
    }

    /// <summary>What it writes, as bytes.</summary>
    public Stream Output => _child.StandardOutput.BaseStream;

    /// <summary>What it writes, as text.</summary>
    public StreamReader Text => _child.StandardOutput;

    /// <summary>Cancelled with the caller's, and when the child has taken too long.</summary>
    public CancellationToken Cancellation => _patience.Token;

    /// <summary>Starts a child, after those before it; null when GDAL is not installed.</summary>
    public static async Task<GdalRun?> StartAsync(GdalTask task, CancellationToken cancellation)
    {
        await Places.WaitAsync(cancellation);
        var isStarted = false;
        try
        {
            var drivers = _drivers ??= await DriversAsync(cancellation);
            var run = new GdalRun(Process.Start(StartOf(task, drivers))!, task.Patience, cancellation);
            isStarted = true;
            return run;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            if (!isStarted)
            {
                Places.Release();
            }
        }
    }

    /// <summary>Waits for its end; whether it ended well.</summary>
    public async Task<bool> EndAsync()
    {
        await _complaints;
        await _child.WaitForExitAsync(Cancellation);
        return _child.ExitCode == 0;
    }

    public void Dispose()
    {
        if (!_child.HasExited)
        {
            _child.Kill(entireProcessTree: true);
        }

        _child.Dispose();
        _patience.Dispose();
        Places.Release();
    }

    private static ProcessStartInfo StartOf(GdalTask task, string[] drivers)
    {
        var start = Quiet("prlimit", task.Folder,
        [
            FormattableString.Invariant($"--as={task.MostAddressBytes}"), FormattableString.Invariant($"--data={task.MostDataBytes}"),
            FormattableString.Invariant($"--cpu={task.MostCpuSeconds}"), "--core=0", "--nofile=256", "--",
            "unshare", "--map-root-user", "--net", "--", task.Program, .. task.Arguments,
        ]);
        start.Environment["OGR_SKIP"] = string.Join(',', drivers.Except(task.Drivers, StringComparer.Ordinal));
        start.Environment["CPL_VSIL_CURL_ALLOWED_EXTENSIONS"] = ".none";
        start.Environment["GDAL_HTTP_TIMEOUT"] = "1";
        start.Environment["OGR_GEOJSON_MAX_OBJ_SIZE"] = "64";
        start.Environment["SHAPE_RESTORE_SHX"] = "YES";
        foreach (var (name, value) in task.Settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>All drivers of shapes, read once from GDAL itself.</summary>
    private static async Task<string[]> DriversAsync(CancellationToken cancellation)
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
        return [.. names];
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
