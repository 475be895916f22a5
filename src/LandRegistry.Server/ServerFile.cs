using System.Text.Json;

namespace LandRegistry.Server;

/// <summary>A running server, as its data folder tells other programs of the same owner.</summary>
/// <param name="Address">Where it answers.</param>
/// <param name="OwnerSecret">What new sign-in tickets are asked for with.</param>
/// <param name="ProcessId">The program that serves.</param>
public sealed record RunningServer(Uri Address, string OwnerSecret, int ProcessId);

/// <summary><c>server.json</c> in the data folder, readable by its owner only.</summary>
public sealed class ServerFile(string dataFolder)
{
    private readonly string _path = Path.Combine(dataFolder, "server.json");

    /// <summary>The server that says it runs on this folder; null when none does. It may have been killed since: ask it.</summary>
    public RunningServer? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<RunningServer>(File.ReadAllBytes(_path));
        }
        catch (Exception absent) when (absent is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal async Task WriteAsync(RunningServer server, CancellationToken cancellation)
    {
        var draft = _path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var stream = new FileStream(draft, options))
        {
            await JsonSerializer.SerializeAsync(stream, server, cancellationToken: cancellation);
        }

        File.Move(draft, _path, overwrite: true);
    }

    internal void Delete() => File.Delete(_path);
}
