using LandRegistry.Server.Launch;

namespace LandRegistry.Cli;

/// <summary>Writes an answer of the server into a file; one that was begun and not ended is not left for a whole one.</summary>
internal static class SavedFile
{
    /// <summary>Writes and says so, with the size of the file; says why not where the place cannot be written.</summary>
    public static async Task<int> WriteAsync(string path, HttpContent content, Func<long, string> done, CancellationToken stop)
    {
        var draft = path + ".part";
        try
        {
            await using (var file = File.Create(draft))
            {
                await content.CopyToAsync(file, stop);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or NotSupportedException or IOException and not HttpIOException)
        {
            await Console.Error.WriteLineAsync($"写不进“{path}”：{fault.Message} / \"{path}\" cannot be written: {fault.Message}");
            return ConsoleHost.Failed;
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }

        await Console.Out.WriteLineAsync(done(new FileInfo(path).Length));
        return ConsoleHost.Succeeded;
    }
}
