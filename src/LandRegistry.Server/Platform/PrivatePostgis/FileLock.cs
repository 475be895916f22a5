namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>
/// An advisory lock on a file between programs. .NET opens with flock(2): sharing nothing takes it exclusively,
/// sharing reads takes it shared. The kernel frees it when the holder ends in whatever way, kill -9 included.
/// </summary>
public sealed class FileLock : IDisposable
{
    /// <summary>EWOULDBLOCK, what flock(2) answers when another holds the lock.</summary>
    private const int WouldBlock = 11;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>The lock, or null when another program holds it.</summary>
    public static FileLock? TryExclusive(string path) => TryOpen(path, FileShare.None);

    public static FileLock? TryShared(string path) => TryOpen(path, FileShare.Read);

    public static async Task<FileLock> ExclusiveAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            if (TryExclusive(path) is { } taken)
            {
                return taken;
            }

            await Task.Delay(RetryAfter, cancellation);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileLock? TryOpen(string path, FileShare share)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, share));
        }
        catch (IOException problem) when (problem.HResult == WouldBlock)
        {
            return null;
        }
    }
}
