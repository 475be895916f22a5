using System.Text;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Exports;
using LandRegistry.Server.Platform.Sheets;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Exports;

/// <summary>What an export would write, found out by reading it through once: what to know before it is sent on.</summary>
/// <param name="Parcels">Parcels with a boundary.</param>
/// <param name="Points">Parcels known by a point only: a layer of their own in a shapefile, left out of a boundary file.</param>
/// <param name="Systems">EPSG codes of the coordinate systems that it would be in.</param>
/// <param name="Fields">The columns, each with the name that it has in the file.</param>
/// <param name="Lost">Texts that hold letters for which the encoding has no place; with any, the export is refused.</param>
/// <param name="LostLetters">Some of these letters.</param>
public sealed record ExportCheck(long Parcels, long Points, IReadOnlyList<int> Systems, IReadOnlyList<ExportedField> Fields, long Lost, string LostLetters);

/// <summary>A column in a file.</summary>
/// <param name="Column">Its name in queries.</param>
/// <param name="Field">Its name in the file; in a shapefile of ten letters at most.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Cut">Texts longer than a shapefile's 254 bytes, which are cut there.</param>
public sealed record ExportedField(string Column, string Field, Text Title, long Cut);

/// <summary>Measures texts in the encoding that they shall be written in.</summary>
internal sealed class TextMeasure(ExportPlan plan)
{
    /// <summary>Bytes that a text field of a shapefile holds.</summary>
    public const int MostBytes = 254;

    // A file of a shapefile is addressed in signed 32 bits; some room is left for heads.
    private const long MostFileBytes = 2_000_000_000;
    private const int BytesBeforeRings = 52;
    private const int BytesOfNumber = 20;

    private readonly Encoding _encoding = ExportEncodings.Of(plan.Encoding);
    private readonly int[] _widths = new int[plan.Columns.Count];
    private readonly long[] _cut = new long[plan.Columns.Count];
    private readonly SortedSet<int> _systems = [];
    private readonly StringBuilder _letters = new();
    private long _parcels, _points, _lost, _shapeBytes;

    public void Add(ExportedParcel parcel)
    {
        if (parcel.Shape is Point)
        {
            _points++;
            if (plan.Format == ExportFormat.BoundaryText)
            {
                return;
            }
        }
        else
        {
            _parcels++;
            _shapeBytes += BytesBeforeRings + (16L * parcel.Shape.NumPoints) + (4L * parcel.Shape.NumGeometries);
        }

        _systems.Add(parcel.Crs.Srid);
        for (var i = 0; i < parcel.Cells.Length; i++)
        {
            if (parcel.Cells[i] is string text)
            {
                Measure(text, i);
            }
        }
    }

    public ExportCheck Found => new(
        _parcels, _points, [.. _systems],
        [.. plan.Columns.Select((column, i) => new ExportedField(column.Code, plan.Format == ExportFormat.Shapefile ? column.Field : Formats.FieldNames.Of(column), column.Title, plan.Format == ExportFormat.Shapefile ? _cut[i] : 0))],
        _lost, _letters.ToString());

    /// <summary>Bytes that each text column needs, one at least.</summary>
    public IReadOnlyList<int> Widths => [.. _widths.Select(width => Math.Clamp(width, 1, MostBytes))];

    /// <summary>Why the export cannot be made; null when it can.</summary>
    public Refusal? Refusal =>
        plan.Format == ExportFormat.BoundaryText && _parcels == 0 ? ExportRefusals.NoBoundary(_points)
        : _lost > 0 ? ExportRefusals.EncodingLacks(plan.Encoding, _lost, _letters.ToString())
        : plan.Format == ExportFormat.Shapefile && (_shapeBytes > MostFileBytes || (_parcels + _points) * RowBytes > MostFileBytes) ? ExportRefusals.TooLargeForShapefile()
        : null;

    private long RowBytes => plan.Columns.Select((column, i) => (long)(column.Type == CellType.Text ? Widths[i] : BytesOfNumber)).Sum();

    private void Measure(string text, int column)
    {
        if (ExportEncodings.Missing(text, plan.Encoding) is { Length: > 0 } missing)
        {
            _lost++;
            foreach (var letter in missing.EnumerateRunes().Where(letter => _letters.Length < 20 && !_letters.ToString().Contains(letter.ToString(), StringComparison.Ordinal)))
            {
                _letters.Append(letter);
            }

            return;
        }

        var bytes = _encoding.GetByteCount(text);
        _widths[column] = Math.Max(_widths[column], bytes);
        _cut[column] += bytes > MostBytes ? 1 : 0;
    }
}
