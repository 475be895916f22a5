using LandRegistry.Server.Imports.Reading;
using Microsoft.Extensions.Caching.Memory;

namespace LandRegistry.Server.Imports.Jobs;

/// <summary>
/// What the files of the latest imports were found to be, so that one is not read through again between the look at it and its dry run.
/// Another server, or this one after a while, does not know it and looks again.
/// </summary>
internal sealed class SeenFiles : IDisposable
{
    private readonly MemoryCache _seen = new(new MemoryCacheOptions { SizeLimit = 50 });

    /// <summary>Keeps what a file was found to be when it was opened by these choices.</summary>
    public void Keep(long import, SourceChoices choices, SourceInspection found) =>
        _seen.Set(import, (Settled(choices, found), found), new MemoryCacheEntryOptions { Size = 1 });

    /// <summary>What the file of an import was found to be, when these choices open it in the same way; else null.</summary>
    public SourceInspection? Find(long import, SourceChoices choices) =>
        _seen.TryGetValue(import, out (SourceChoices Choices, SourceInspection Found) seen) && Settled(choices, seen.Found) == seen.Choices ? seen.Found : null;

    public void Dispose() => _seen.Dispose();

    /// <summary>The choices with what the file decided itself.</summary>
    private static SourceChoices Settled(SourceChoices choices, SourceInspection found) => choices with
    {
        Layer = choices.Layer ?? (found.Layer.Length > 0 ? found.Layer : null),
        Encoding = choices.Encoding ?? found.Encoding?.Name,
    };
}
