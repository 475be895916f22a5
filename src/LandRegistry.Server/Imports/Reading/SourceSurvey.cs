using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading.Layout;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Imports.Reading;

/// <summary>Counts and samples the rows of an inspection.</summary>
internal sealed class SourceSurvey(IReadOnlyList<SourceColumn> columns)
{
    private const int MostSamples = 5;
    private const int LongestSample = 100;

    private readonly Dictionary<string, long> _kinds = new(StringComparer.Ordinal);
    private readonly List<string>[] _samples = [.. columns.Select(_ => new List<string>())];
    private readonly Envelope _extent = new();
    private long _refused;

    public long Rows { get; private set; }

    public void Take(SourceRow row)
    {
        Rows++;
        _refused += row.IsRefused ? 1 : 0;
        var kind = row.Geometry?.GeometryType ?? "none";
        _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        if (row.Geometry is { } geometry)
        {
            _extent.ExpandToInclude(geometry.EnvelopeInternal);
        }

        for (var i = 0; i < _samples.Length && i < row.Cells.Count; i++)
        {
            if (_samples[i].Count < MostSamples && row.Cells[i] is { Length: > 0 } cell)
            {
                var sample = cell.Length <= LongestSample ? cell : cell[..LongestSample] + "…";
                if (!_samples[i].Contains(sample, StringComparer.Ordinal))
                {
                    _samples[i].Add(sample);
                }
            }
        }
    }

    public SourceInspection Close(string path, LaidSource laid, OpenSource source, Envelope? zone)
    {
        var extent = _extent.IsNull ? null : _extent;
        return new()
        {
            Path = path,
            Format = laid.Format,
            Layers = source.Layers,
            Layer = source.Layer,
            Encoding = source.Encoding,
            Columns = [.. columns.Select((column, i) => column with { Samples = _samples[i] })],
            Rows = Rows,
            RefusedRows = _refused,
            Skipped = source.Skipped,
            GeometryKinds = _kinds,
            Extent = extent,
            PlaceColumns = source.PlaceNames,
            StatedCrs = source.StatedCrs,
            Crs = extent is null ? null : CoordinateDoctor.Diagnose(extent, source.StatedCrs, zone),
            Notes = [.. laid.Notes, .. source.Notes, .. source.Skipped.Count > 0 ? [SourceFaults.RowsApart(source.Skipped)] : Array.Empty<Text>()],
            Faults = Rows == 0 ? [SourceFaults.NoRows()] : [],
        };
    }
}
