using System.Runtime.CompilerServices;
using System.Text;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading.Layout;
using LandRegistry.Server.Platform.Gdal;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>
/// Shapefile, GeoPackage, KML, DXF and geodatabase, read by ogr2ogr in a confined child which hands over rows as text of PostgreSQL's
/// COPY: the quickest of its forms that needs no file in between, and one that loses neither nulls nor mixed kinds of geometry.
/// </summary>
internal sealed class GdalSource : OpenSource
{
    private const string Geometry = "__shape";
    private const string Key = "__fid";

    /// <summary>The column that holds the file's own number of a row.</summary>
    public const string KeyColumn = "fid";

    private readonly GdalRun _run;
    private readonly BoundedRecords _records;
    private readonly SourceFormat _format;
    private readonly int _geometryAt;
    private readonly int _fields;
    private readonly WkbShapes _shapes = new();
    private readonly bool _isEmpty;
    private readonly long? _told;
    private readonly int _before;
    private readonly int[] _numbers;

    private GdalSource(GdalRun run, BoundedRecords records, GdalHead head, SourceFormat format, GdalLayer layer, ShapefileSayings said, GdalOffer offer)
    {
        (_run, _records, _format) = (run, records, format);
        (_geometryAt, _fields, _isEmpty) = (head.Names.ToList().IndexOf(Geometry), head.Names.Count, head.Names.Count == 0);
        (Layers, Layer, Encoding) = (offer.Layers, offer.Layer, said.Encoding);
        (_told, _before) = (layer.Shown.Rows, offer.RowsBefore);
        Columns = [.. head.Names.Where(name => name != Geometry).Select(name => new SourceColumn(name == Key ? KeyColumn : name, head.Kinds.GetValueOrDefault(name), []))];
        _numbers = [.. Enumerable.Range(0, Columns.Count).Where(i => Columns[i].Kind == SourceCellKind.Number)];
        StatedCrs = said.Crs ?? (head.Srid is { } srid ? Stated(srid, format) : null);
    }

    /// <summary>By the number of rows that the file says it has, which is not always so.</summary>
    public override double? Share => _told is > 0 and var told ? Math.Min(1, (double)RowsRead / told) : null;

    /// <summary>Rows of this layer that were read.</summary>
    public long RowsRead { get; private set; }

    public static async Task<OpenSource> OpenAsync(LaidSource laid, SourceChoices choices, CancellationToken cancellation)
    {
        var layers = await GdalInput.LayersAsync(laid, cancellation);
        if (layers.Count == 0)
        {
            throw new SourceFaultException(SourceFaults.CannotBeRead(laid.Format));
        }

        var known = new GdalLayers(layers);
        var (chosen, name) = known.Choose(choices.Layer);
        var said = laid.Format == SourceFormat.Shapefile ? await ShapefileParts.ReadAsync([.. chosen.Select(layer => layer.File)], choices, cancellation) : new(null, null);
        var offer = new GdalOffer(known.Shown, name);
        OpenSource source = chosen is [var one] ? await OpenAsync(one, laid.Format, said, offer, cancellation) : await JoinedLayers.OpenAsync(chosen, laid.Format, said, offer, cancellation);
        source.Notes.AddRange(laid.Names.Except(layers.Select(layer => layer.Shown.Name), StringComparer.Ordinal).Select(SourceFaults.LayerCannotBeRead));
        if (chosen.Count > 1)
        {
            source.Notes.Add(SourceFaults.LayersAreOne([.. chosen.Select(layer => layer.Shown.Name)]));
        }

        return source;
    }

    /// <summary>Opens one layer.</summary>
    public static async Task<GdalSource> OpenAsync(GdalLayer layer, SourceFormat format, ShapefileSayings said, GdalOffer offer, CancellationToken cancellation)
    {
        var run = await GdalRun.StartAsync(GdalInput.Rows(layer, format, said.Encoding?.Name), cancellation) ?? throw new SourceFaultException(SourceFaults.NoGdal());
        try
        {
            var records = new BoundedRecords(run.Output, run.Cancellation, isEscaped: true);
            var head = await GdalHead.ReadAsync(records);
            if (head.Names.Count == 0 && !await run.EndAsync())
            {
                throw new SourceFaultException(SourceFaults.CannotBeRead(format));
            }

            return new GdalSource(run, records, head, format, layer, said, offer);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            run.Dispose();
            throw new SourceFaultException(SourceFaults.TooSlow());
        }
        catch (SourceFaultException)
        {
            run.Dispose();
            throw;
        }
    }

    public override async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var row = 1; !_isEmpty; row++)
        {
            if (await NextAsync(cancellation) is not { } record || record.Span.SequenceEqual("\\."u8))
            {
                break;
            }

            RowsRead = row;
            yield return Row(_before + row, record.Span);
        }

        if (!_isEmpty && !await EndAsync())
        {
            throw new SourceFaultException(SourceFaults.BreaksOff(_format));
        }
    }

    protected override void Dispose(bool isDisposing)
    {
        _run.Dispose();
        base.Dispose(isDisposing);
    }

    private async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await _records.NextAsync();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SourceFaultException(SourceFaults.TooSlow());
        }
    }

    /// <summary>Reads what follows the last row, so that the child can end.</summary>
    private async Task<bool> EndAsync()
    {
        while (await _records.NextAsync() is not null)
        {
            // Statements that no one runs.
        }

        return await _run.EndAsync();
    }

    private SourceRow Row(int row, ReadOnlySpan<byte> record)
    {
        var issues = new List<ImportIssue>();
        var cells = new string?[Columns.Count];
        if (_records.IsCut)
        {
            issues.Add(ReadingIssues.TooManyVertices(row));
            return new(row, cells, null, issues);
        }

        var hex = CopyText.Split(record, _geometryAt, cells);
        foreach (var at in _numbers)
        {
            cells[at] = WithoutPadding(cells[at]);
        }

        var shape = _geometryAt < 0 ? null : _shapes.Read(row, hex, issues);
        return new(row, cells, shape, issues);
    }

    /// <summary>A shapefile pads numbers to the width of their field: 15.000000000000000.</summary>
    private static string? WithoutPadding(string? number) =>
        number is [.., '0'] && number.Contains('.', StringComparison.Ordinal) && !number.Contains('e', StringComparison.OrdinalIgnoreCase) ? number.TrimEnd('0').TrimEnd('.') : number;

    private static CrsStatement Stated(int srid, SourceFormat format) => new(srid, format == SourceFormat.Kml ? new("KML 标准", "the standard of KML") : new("文件", "the file"))
    {
        Datum = ChineseGrid.Find(srid)?.Datum ?? (srid == 4326 ? Datum.Wgs84 : srid == 4490 ? Datum.Cgcs2000 : Datum.Unknown),
    };
}

/// <summary>What a file offers and what of it is read.</summary>
/// <param name="Layers">The layers as people choose them.</param>
/// <param name="Layer">The one chosen.</param>
internal sealed record GdalOffer(IReadOnlyList<SourceLayer> Layers, string Layer)
{
    /// <summary>Rows of layers that are read before this one.</summary>
    public int RowsBefore { get; init; }
}
