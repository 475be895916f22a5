using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Coordinates;

namespace LandRegistry.Domain.Imports.Reading.Boundaries;

/// <summary>
/// Reads boundary text files as they come: head or none, J or none before the number, blanks and Chinese commas, closing point
/// repeated or not, northing or easting first, holes and parts as rings of their own.
/// </summary>
public static class BoundaryText
{
    /// <summary>Heads of the fields of a plot's line, in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["界址点数", "图形面积（公顷）", "地块编号", "地块名称", "图形属性", "图幅号", "地块用途", "地类编码"];

    /// <summary>Whether decoded text looks like such a file: a plot's head followed by a boundary point.</summary>
    public static bool IsLike(IEnumerable<string> lines)
    {
        var reader = new BoundaryTextLines();
        var number = 0;
        foreach (var line in lines)
        {
            if (line.Contains("[地块坐标]", StringComparison.Ordinal) || reader.Take(++number, line) is { Points.Count: > 2, BadLine: null })
            {
                return true;
            }
        }

        return reader.End() is { Points.Count: > 2, BadLine: null };
    }

    /// <summary>The plots of the lines, one after another; the first line is line 1.</summary>
    /// <param name="lines">The decoded lines.</param>
    /// <param name="usual">The order of coordinates where the numbers do not tell.</param>
    /// <param name="head">Filled with what the head says.</param>
    public static IEnumerable<SourceRow> Read(IEnumerable<string> lines, AxisOrder usual, IDictionary<string, string>? head = null)
    {
        var reader = new BoundaryTextLines();
        var number = 0;
        foreach (var line in lines)
        {
            if (reader.Take(++number, line) is { } plot)
            {
                yield return Row(plot, usual);
            }
        }

        if (reader.End() is { } last)
        {
            yield return Row(last, usual);
        }

        if (head is not null)
        {
            foreach (var (name, value) in reader.Head)
            {
                head[name] = value;
            }
        }
    }

    /// <summary>The order of coordinates that most plots of the file have; northing first where none tells.</summary>
    public static AxisOrder UsualOrder(IEnumerable<string> lines)
    {
        var reader = new BoundaryTextLines();
        var (northing, easting, number) = (0, 0, 0);
        foreach (var line in lines)
        {
            Count(reader.Take(++number, line));
        }

        Count(reader.End());
        return easting > northing ? AxisOrder.EastingFirst : AxisOrder.NorthingFirst;

        void Count(BoundaryTextPlot? plot)
        {
            if (plot is { Points: [var first, ..] })
            {
                var order = AxisOrders.Of(first.First, first.Second);
                northing += order == AxisOrder.NorthingFirst ? 1 : 0;
                easting += order == AxisOrder.EastingFirst ? 1 : 0;
            }
        }
    }

    /// <summary>What the head says of the coordinate system; null when it says nothing.</summary>
    public static CrsStatement? Statement(IReadOnlyDictionary<string, string> head)
    {
        var name = head.GetValueOrDefault("坐标系", "");
        var zone = Whole(head.GetValueOrDefault("带号"));
        var width = Whole(head.GetValueOrDefault("几度分带"));
        if (name.Length == 0 && zone is null)
        {
            return null;
        }

        return new(null, new("文件头", "the head of the file"))
        {
            Name = name,
            Datum = DatumNames.Of(name),
            Zone = zone is >= 13 and <= 45 ? zone : null,
            ZoneWidth = width is 3 or 6 ? width : null,
        };
    }

    private static SourceRow Row(BoundaryTextPlot plot, AxisOrder usual)
    {
        var issues = new List<ImportIssue>();
        var shape = BoundaryTextShape.Of(plot, usual, issues);
        return new(plot.Line, [.. Columns.Select((_, i) => i < plot.Fields.Count && plot.Fields[i].Length > 0 ? plot.Fields[i] : null)], shape, issues);
    }

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
