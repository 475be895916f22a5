using System.Globalization;

namespace LandRegistry.Domain.Imports.Reading.Boundaries;

/// <summary>Takes the lines of a boundary text file one by one and hands out its plots as they are complete.</summary>
internal sealed class BoundaryTextLines
{
    private static readonly char[] Separators = [',', '，', '\t', ';', '；'];

    private readonly Dictionary<string, string> _head = new(StringComparer.Ordinal);
    private BoundaryTextPlot? _plot;
    private bool _isInPlots;

    /// <summary>What the head says, by its own words: <c>带号</c>, <c>坐标系</c>.</summary>
    public IReadOnlyDictionary<string, string> Head => _head;

    /// <summary>Takes a line; the plot that it ends, or null.</summary>
    public BoundaryTextPlot? Take(int line, string text)
    {
        text = text.Trim().Trim('\uFEFF');
        if (text.Length == 0)
        {
            return null;
        }

        if (text[0] is '[' or '【')
        {
            _isInPlots = text.Contains("坐标", StringComparison.Ordinal);
            return End();
        }

        if (text[^1] is '@' or '＠')
        {
            _isInPlots = true;
            var ended = End();
            var fields = SplitWords(text[..^1].TrimEnd());
            _plot = new(line, fields is [.. var most, ""] ? most : fields);
            return ended;
        }

        if (!_isInPlots)
        {
            TakeHead(text);
        }
        else if (_plot is { BadLine: null })
        {
            TakePoint(_plot, line, text);
        }

        return null;
    }

    /// <summary>The last plot, after the last line.</summary>
    public BoundaryTextPlot? End()
    {
        var plot = _plot;
        _plot = null;
        return plot;
    }

    private void TakeHead(string text)
    {
        var equals = text.AsSpan().IndexOfAny('=', '＝', ':');
        if (equals > 0 && _head.Count < 100)
        {
            _head[text[..equals].Trim()] = text[(equals + 1)..].Trim();
        }
    }

    /// <summary>The last two fields are the coordinates, the one before them is the ring; a label such as J1 may stand first or be missing.</summary>
    private static void TakePoint(BoundaryTextPlot plot, int line, string text)
    {
        var fields = Split(text);
        while (fields.Count > 2 && fields[^1].Length == 0)
        {
            fields.RemoveAt(fields.Count - 1);
        }

        if (fields.Count == 1)
        {
            fields = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        }

        if (fields.Count < 2 || Number(fields[^2]) is not { } first || Number(fields[^1]) is not { } second)
        {
            plot.BadLine = (line, text);
            return;
        }

        if (plot.Points.Count >= ReadingIssues.MostVertices)
        {
            plot.IsTooLarge = true;
            return;
        }

        // Three fields are a label and no ring when the label is one, else a ring without a label.
        var ring = fields.Count > 3 ? fields[^3] : fields.Count == 3 && !IsLabel(fields[0]) ? fields[0] : "1";
        plot.Points.Add(new(ring.Length == 0 ? "1" : ring, first, second));
    }

    private static bool IsLabel(string field) => field.Length > 0 && char.IsLetter(field[0]);

    /// <summary>Where commas stand between the fields of a plot's own line, a Chinese comma is part of a name.</summary>
    private static List<string> SplitWords(string text) =>
        text.Contains(',', StringComparison.Ordinal) ? [.. text.Split(',').Select(field => field.Trim())] : Split(text);

    private static List<string> Split(string text) => [.. text.Split(Separators).Select(field => field.Trim())];

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;
}
