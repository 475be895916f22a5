using LandRegistry.Server.Imports.Reading;

namespace LandRegistry.Server.Imports.Jobs;

/// <summary>
/// What the files of the latest imports were found to be, so that one is not read through again between the look at it and its dry run.
/// Another server, or this one after a while, does not know it and looks again.
/// </summary>
internal sealed class SeenFiles
{
    private const int Most = 50;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, (SourceChoices Choices, SourceInspection Found)> _seen = [];
    private readonly Queue<long> _order = new();

    /// <summary>Keeps what a file was found to be when it was opened by these choices.</summary>
    public void Keep(long import, SourceChoices choices, SourceInspection found)
    {
        lock (_lock)
        {
            if (!_seen.ContainsKey(import))
            {
                _order.Enqueue(import);
            }

            _seen[import] = (Settled(choices, found), found);
            if (_order.Count > Most)
            {
                _seen.Remove(_order.Dequeue());
            }
        }
    }

    /// <summary>What the file of an import was found to be, when these choices open it in the same way; else null.</summary>
    public SourceInspection? Find(long import, SourceChoices choices)
    {
        lock (_lock)
        {
            return _seen.TryGetValue(import, out var seen) && Settled(choices, seen.Found) == seen.Choices ? seen.Found : null;
        }
    }

    /// <summary>The choices with what the file decided itself.</summary>
    private static SourceChoices Settled(SourceChoices choices, SourceInspection found) => choices with
    {
        Layer = choices.Layer ?? (found.Layer.Length > 0 ? found.Layer : null),
        Encoding = choices.Encoding ?? found.Encoding?.Name,
    };
}
