using System.Runtime.CompilerServices;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Domain.Imports.Reading.Boundaries;
using LandRegistry.Server.Imports.Reading.Layout;
using LandRegistry.Server.Imports.Reading.Tables;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>A boundary text file.</summary>
internal sealed class BoundaryTextSource : OpenSource
{
    // The order of axes is told from so many lines; a file that changes it later says so row by row.
    private const int LinesSeen = 200_000;

    private readonly BoundedLines _lines;
    private readonly AxisOrder _order;

    private BoundaryTextSource(BoundedLines lines, SourceEncoding encoding)
    {
        _lines = lines;
        Encoding = encoding;
        _order = BoundaryText.UsualOrder(lines.Read().Take(LinesSeen));
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var _ in BoundaryText.Read(lines.Read().Take(100), _order, head))
        {
            // Only the head is wanted.
        }

        StatedCrs = BoundaryText.Statement(head);
        Columns = [.. BoundaryText.Columns.Select((name, i) => new SourceColumn(name, i switch { 0 => SourceCellKind.WholeNumber, _ => SourceCellKind.Text }, []))];
        Notes.Add(_order == AxisOrder.NorthingFirst
            ? new("坐标次序：先北坐标（X）后东坐标（Y），由数值大小判断，与标准一致。", "Order of coordinates: northing (X) first, then easting (Y), told by their size; as the standard has it.")
            : new("坐标次序：先东坐标后北坐标，由数值大小判断，与标准相反，已对调读取。", "Order of coordinates: easting first, told by their size; the reverse of the standard, and read accordingly."));
    }

    public override double? Share => _lines.Share;

    public static async Task<OpenSource> OpenAsync(LaidSource laid, SourceChoices choices, CancellationToken cancellation)
    {
        var encoding = await TextEncodings.DetectAsync(laid.Path, choices.Encoding, cancellation);
        return new BoundaryTextSource(new(laid.Path, TextEncodings.Of(encoding.Name)), encoding);
    }

    public override async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var row in BoundaryText.Read(_lines.Read(), _order))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    protected override void Dispose(bool isDisposing)
    {
        _lines.Dispose();
        base.Dispose(isDisposing);
    }
}
