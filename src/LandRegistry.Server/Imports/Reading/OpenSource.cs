using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading;

/// <summary>A source that was opened: what it says of itself, and its rows.</summary>
internal abstract class OpenSource : IDisposable
{
    public IReadOnlyList<SourceLayer> Layers { get; protected init; } = [new("", null)];

    public string Layer { get; protected init; } = "";

    public SourceEncoding? Encoding { get; protected init; }

    /// <summary>The columns of a table that say the place of its rows.</summary>
    public IReadOnlyList<string> PlaceNames { get; protected set; } = [];

    public CrsStatement? StatedCrs { get; protected set; }

    /// <summary>Names and kinds; samples come with the rows.</summary>
    public IReadOnlyList<SourceColumn> Columns { get; protected set; } = [];

    public List<Text> Notes { get; } = [];

    /// <summary>Filled while rows are read.</summary>
    public List<SkippedRow> Skipped { get; } = [];

    /// <summary>Share of the file read so far; null where it cannot be told.</summary>
    public virtual double? Share => null;

    /// <summary>The rows, once, one after another.</summary>
    public abstract IAsyncEnumerable<SourceRow> ReadAsync(CancellationToken cancellation);

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing)
    {
    }
}
