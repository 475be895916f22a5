namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>Files and folders with the rights they need whatever the umask is.</summary>
internal static class ClusterFiles
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Readable = Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode PrivateFolder = Private | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static void WritePrivate(string path, string text)
    {
        if (OperatingSystem.IsWindows())
        {
            throw ClusterFaults.NotLinux();
        }

        File.Delete(path);
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = Private,
        });
        using var writer = new StreamWriter(file);
        writer.Write(text);
    }

    /// <summary>For what the cluster's account reads, in folders that are closed to others.</summary>
    public static void WriteReadable(string path, string text)
    {
        if (OperatingSystem.IsWindows())
        {
            throw ClusterFaults.NotLinux();
        }

        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, Readable);
    }

    public static void MakePrivateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw ClusterFaults.NotLinux();
        }

        Directory.CreateDirectory(path, PrivateFolder);
    }

    /// <summary>Lets other users pass through to what is theirs, without listing the folder.</summary>
    public static void LetPass(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw ClusterFaults.NotLinux();
        }

        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | Passable);
    }

    /// <summary>Resolves links from the top down; the base library resolves only the last part of a path.</summary>
    public static string RealPath(string path)
    {
        var real = "/";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            real = Directory.ResolveLinkTarget(real, returnFinalTarget: true) is { } target ? RealPath(target.FullName) : real;
        }

        return real;
    }
}
