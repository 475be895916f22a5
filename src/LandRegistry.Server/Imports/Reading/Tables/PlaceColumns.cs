using System.Globalization;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LandRegistry.Server.Imports.Reading.Tables;

/// <summary>Where a table says the place of its rows: a column of well-known text, or two of coordinates.</summary>
internal sealed class PlaceColumns
{
    private static readonly string[] WktNames = ["wkt", "geom", "geometry", "the_geom", "shape", "图形", "空间坐标"];
    private static readonly string[] XNames = ["x", "lon", "lng", "long", "longitude", "easting", "geox", "point_x", "经度", "东经", "x坐标", "坐标x", "东坐标", "中心点x"];
    private static readonly string[] YNames = ["y", "lat", "latitude", "northing", "geoy", "point_y", "纬度", "北纬", "y坐标", "坐标y", "北坐标", "中心点y"];

    private readonly int _wkt;
    private readonly int _x;
    private readonly int _y;
    private readonly string _columns;
    private readonly WKTReader _strict = new();
    private readonly WKTReader _lenient = new() { FixStructure = true };

    private PlaceColumns(IReadOnlyList<string> names, int wkt, int x, int y)
    {
        (_wkt, _x, _y) = (wkt, x, y);
        Names = wkt >= 0 ? [names[wkt]] : x >= 0 ? [names[x], names[y]] : [];
        _columns = string.Join(',', Names);
    }

    /// <summary>That of well-known text, or those of X and Y.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The columns that the user chose, else those with a name that says so; a table may have none.</summary>
    /// <param name="names">Headings.</param>
    /// <param name="choices">What the user chose.</param>
    /// <param name="first">The first rows: well-known text is told by its look.</param>
    public static PlaceColumns Find(IReadOnlyList<string> names, SourceChoices choices, IReadOnlyList<IReadOnlyList<string?>> first)
    {
        if (choices.WktColumn is { } wkt)
        {
            return new(names, Chosen(names, wkt), -1, -1);
        }

        if (choices is { XColumn: { } x, YColumn: { } y })
        {
            return new(names, -1, Chosen(names, x), Chosen(names, y));
        }

        for (var i = 0; i < names.Count; i++)
        {
            var column = i;
            var cells = first.Select(row => column < row.Count ? row[column] : null).Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
            if (cells.Count > 0 && (WktNames.Contains(Plain(names[i])) || cells.Exists(cell => cell!.Contains('('))) && cells.TrueForAll(cell => LooksLikeWkt(cell!)))
            {
                return new(names, i, -1, -1);
            }
        }

        var (left, right) = (IndexOf(names, XNames), IndexOf(names, YNames));
        return left >= 0 && right >= 0 ? new(names, -1, left, right) : new(names, -1, -1, -1);
    }

    /// <summary>What the headings of the place say of the coordinate system; null when nothing.</summary>
    public CrsStatement? StatedCrs => HeadingCrs.Of(_columns);

    /// <summary>The shape of a row; null when it has none or an issue refuses it.</summary>
    public Geometry? Read(int row, IReadOnlyList<string?> cells, List<ImportIssue> issues) =>
        _wkt >= 0 ? Wkt(row, cells[_wkt], issues) : _x >= 0 ? Pair(row, cells[_x], cells[_y], issues) : null;

    private Geometry? Wkt(int row, string? cell, List<ImportIssue> issues)
    {
        if (string.IsNullOrWhiteSpace(cell))
        {
            issues.Add(ReadingIssues.NoShape(row));
            return null;
        }

        try
        {
            return ShapeReading.Take(row, Shape(row, cell[(cell.IndexOf(';', StringComparison.Ordinal) + 1)..], issues), issues);
        }
        catch (Exception fault) when (fault is ParseException or ArgumentException or FormatException or OverflowException or InvalidOperationException or InvalidCastException)
        {
            issues.Add(ReadingIssues.BadShape(row, _columns, cell));
            return null;
        }
    }

    private Geometry Shape(int row, string text, List<ImportIssue> issues)
    {
        try
        {
            return _strict.Read(text);
        }
        catch (ArgumentException)
        {
            // A ring that is open or too short: what closing it mends is taken, with a remark.
            var mended = _lenient.Read(text);
            issues.Add(ReadingIssues.RingClosed(row, 1));
            return mended;
        }
    }

    private Point? Pair(int row, string? x, string? y, List<ImportIssue> issues)
    {
        var (hasX, hasY) = (!string.IsNullOrWhiteSpace(x), !string.IsNullOrWhiteSpace(y));
        if (!hasX || !hasY)
        {
            issues.Add(hasX || hasY ? ReadingIssues.HalfAPlace(row, _columns, $"{x},{y}") : ReadingIssues.NoShape(row));
            return null;
        }

        if (Number(x!) is not { } easting || Number(y!) is not { } northing)
        {
            issues.Add(ReadingIssues.BadShape(row, _columns, $"{x},{y}"));
            return null;
        }

        return ShapeReading.Take(row, GeometryFactory.Default.CreatePoint(new Coordinate(easting, northing)), issues) as Point;
    }

    private static double? Number(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool LooksLikeWkt(string cell)
    {
        var text = cell.AsSpan().TrimStart();
        foreach (var word in (string[])["POLYGON", "MULTIPOLYGON", "POINT", "MULTIPOINT", "LINESTRING", "MULTILINESTRING", "GEOMETRYCOLLECTION", "SRID="])
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int Chosen(IReadOnlyList<string> names, string name)
    {
        var at = names.ToList().IndexOf(name);
        return at >= 0 ? at : throw new SourceFaultException(SourceFaults.NoSuchColumn(ReadingIssues.Brief(name)));
    }

    /// <summary>The column whose heading, or the last row of whose heading, says so.</summary>
    private static int IndexOf(IReadOnlyList<string> names, string[] known) => names.ToList().FindIndex(name => known.Contains(Plain(name)) || known.Contains(Plain(name[(name.LastIndexOf('/') + 1)..])));

    /// <summary>Without blanks and what stands in brackets; in small letters.</summary>
    private static string Plain(string name)
    {
        var end = name.AsSpan().IndexOfAny('(', '（');
        return (end > 0 ? name[..end] : name).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
    }
}
