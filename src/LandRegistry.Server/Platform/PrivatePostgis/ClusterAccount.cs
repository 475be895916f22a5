using System.Diagnostics;
using System.Text;

namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>What a finished command left: its exit code and everything it printed.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>
/// The system user that runs PostgreSQL: the program's own one, or, when the program runs as root, the cluster's
/// owner (<c>postgres</c> for a new cluster), because PostgreSQL refuses root.
/// </summary>
internal sealed class ClusterAccount
{
    private static readonly ClusterAccount Own = new(null, null);

    private readonly string? _group;

    private ClusterAccount(string? name, string? group)
    {
        Name = name;
        _group = group;
    }

    /// <summary>Null for the program's own user.</summary>
    public string? Name { get; }

    public static async Task<ClusterAccount> ForAsync(ClusterFolder folder, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return Own;
        }

        var owner = Directory.Exists(folder.Data)
            ? (await Own.RunAsync("stat", ["-c", "%U", folder.Data], cancellation)).Output.Trim()
            : "postgres";
        if (owner == "root")
        {
            throw ClusterFaults.OwnedByRoot(folder.Data);
        }

        var group = await Own.RunAsync("id", ["-g", owner], cancellation);
        return group.Succeeded ? new ClusterAccount(owner, group.Output.Trim()) : throw ClusterFaults.NoAccount(owner);
    }

    /// <summary>Makes a folder that only this account may enter; an existing one is taken over where that is allowed.</summary>
    public async Task<bool> TryMakePrivateFolderAsync(string path, CancellationToken cancellation)
    {
        string[] owner = Name is null ? [] : ["-o", Name];
        if (new DirectoryInfo(path) is { LinkTarget: not null })
        {
            return false;
        }

        // install(1) changes owner and mode of what exists, and fails where it belongs to someone else.
        return (await Own.RunAsync("install", ["-d", "-m", "0700", .. owner, path], cancellation)).Succeeded;
    }

    public async Task<bool> CanEnterAsync(string path, CancellationToken cancellation) =>
        (await RunAsync("test", ["-x", path], cancellation)).Succeeded;

    /// <summary>Runs a command as this account and waits for it; cancelling kills it with its children.</summary>
    public async Task<CommandResult> RunAsync(string file, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = Describe(file, arguments) };
        var output = new StringBuilder();
        void Collect(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is not null)
            {
                lock (output)
                {
                    output.AppendLine(line.Data);
                }
            }
        }

        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new CommandResult(process.ExitCode, output.ToString());
    }

    private ProcessStartInfo Describe(string file, IEnumerable<string> arguments)
    {
        IEnumerable<string> line = Name is null
            ? [file, .. arguments]
            : ["setpriv", $"--reuid={Name}", $"--regid={_group}", "--init-groups", "--", file, .. arguments];
        var start = new ProcessStartInfo
        {
            FileName = line.First(),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var argument in line.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(variable);
        }

        // Messages are read by this program (and quoted to the user beside a translation), so they stay in one language.
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
