using System.Diagnostics;
using System.Globalization;

namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>The postmaster of one cluster: whether it lives, starting it, stopping it.</summary>
internal sealed class PostgresServer(ClusterFolder folder, PostgresInstallation installation, ClusterAccount account, PrivatePostgisOptions options)
{
    private const int QuotedLogLines = 12;
    private const int LongestLog = 5 * 1024 * 1024;

    /// <summary>The socket folder of the running cluster, which another TMPDIR or version of this program may have chosen.</summary>
    public string SocketFolder => ReadPidFile() is { Length: > 4 } lines && lines[4].Length > 0 ? lines[4] : folder.SocketFolder;

    /// <summary>The postmaster's process id while it lives, else null.</summary>
    public int? ProcessId
    {
        get
        {
            var written = ReadPidFile();
            return written.Length > 0
                && int.TryParse(written[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && IsPostmaster(id) ? id : null;
        }
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        await ClearRemainsOfAKilledServerAsync(cancellation);
        if (!await account.TryMakePrivateFolderAsync(folder.SocketFolder, cancellation))
        {
            throw ClusterFaults.SocketFolderTaken(folder.SocketFolder);
        }

        WriteSettings();
        if (new FileInfo(folder.Log) is { Exists: true, Length: > LongestLog })
        {
            File.Move(folder.Log, folder.Log + ".1", overwrite: true);
        }

        var logBefore = File.Exists(folder.Log) ? new FileInfo(folder.Log).Length : 0;
        var seconds = ((int)options.StartTimeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var started = await account.RunAsync(
            installation.PgCtl, ["start", "-w", "-s", "-t", seconds, "-D", folder.Data, "-l", folder.Log], cancellation);
        if (!started.Succeeded)
        {
            var said = LastLines(logBefore);
            throw ClusterFaults.NotStarted(folder.Log, said.Length > 0 ? said : started.Output.Trim());
        }
    }

    /// <summary>A fast shutdown: open sessions are ended, everything is written. Immediate only where that does not come to an end.</summary>
    public async Task StopAsync()
    {
        var stopped = await account.RunAsync(
            installation.PgCtl, ["stop", "-w", "-s", "-m", "fast", "-t", "60", "-D", folder.Data], CancellationToken.None);
        if (!stopped.Succeeded && ProcessId is not null)
        {
            await account.RunAsync(
                installation.PgCtl, ["stop", "-w", "-s", "-m", "immediate", "-t", "30", "-D", folder.Data], CancellationToken.None);
        }

        if (!folder.SocketFolder.StartsWith(folder.Root, StringComparison.Ordinal))
        {
            Directory.Delete(folder.SocketFolder, recursive: true);
        }
    }

    private void WriteSettings()
    {
        var settings = ClusterSettings.For(MachineSize.Measure(folder.Data), installation.Major, folder.SocketFolder, options.Durable);
        ClusterFiles.WriteReadable(folder.SettingsFile, settings);
    }

    /// <summary>
    /// After a kill -9: sessions that have not noticed yet are ended (nothing they do can be kept), and a pid file that
    /// names a process which is none of ours is removed, because PostgreSQL would take that process for a postmaster.
    /// </summary>
    private async Task ClearRemainsOfAKilledServerAsync(CancellationToken cancellation)
    {
        if (!File.Exists(folder.PidFile))
        {
            return;
        }

        foreach (var orphan in Process.GetProcessesByName("postgres").Where(process => WorksHere(process.Id)))
        {
            using (orphan)
            {
                orphan.Kill();
                while (WorksHere(orphan.Id))
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20), options.Clock, cancellation);
                }
            }
        }

        File.Delete(folder.PidFile);
        File.Delete(Path.Combine(folder.SocketFolder, FormattableString.Invariant($".s.PGSQL.{ClusterFolder.Port}")));
        File.Delete(Path.Combine(folder.SocketFolder, FormattableString.Invariant($".s.PGSQL.{ClusterFolder.Port}.lock")));
    }

    private string[] ReadPidFile()
    {
        try
        {
            return File.ReadAllLines(folder.PidFile);
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>Sessions show a title ("postgres: ..."), the postmaster the path of its program.</summary>
    private bool IsPostmaster(int processId)
    {
        try
        {
            var program = File.ReadAllText($"/proc/{processId}/cmdline").Split('\0')[0];
            return Path.GetFileName(program) == "postgres" && WorksHere(processId);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Every process of a cluster works in its folder. One that is dead but not collected yet works nowhere.</summary>
    private bool WorksHere(int processId)
    {
        try
        {
            return new FileInfo($"/proc/{processId}/cwd").LinkTarget == folder.Data;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string LastLines(long from)
    {
        if (!File.Exists(folder.Log))
        {
            return "";
        }

        using var log = File.OpenRead(folder.Log);
        log.Seek(Math.Min(from, log.Length), SeekOrigin.Begin);
        using var reader = new StreamReader(log);
        return string.Join('\n', reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(QuotedLogLines));
    }
}
