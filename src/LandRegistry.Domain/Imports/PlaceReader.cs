using System.Globalization;
using System.Text.RegularExpressions;

namespace LandRegistry.Domain.Imports;

/// <summary>Reads the two numbers of a row's place, from two columns or from <c>POINT (x y)</c>. What they mean is not decided here.</summary>
/// <param name="profile">The profile.</param>
/// <param name="index">Places of the columns by heading.</param>
public sealed partial class PlaceReader(ImportProfile profile, IReadOnlyDictionary<string, int> index)
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Headings of the coordinate columns, joined.</summary>
    public string Columns { get; } = profile.Place is { } rule ? rule.WktColumn ?? $"{rule.XColumn},{rule.YColumn}" : "";

    /// <summary>Fills label, cells and numbers of the row, or refuses it.</summary>
    public void Read(TranslatedRow row, IReadOnlyList<string> cells)
    {
        if (profile.Place is not { } place)
        {
            return;
        }
        row.CrsLabel = place.CrsColumn is { } crs ? CellReader.Trim(cells[index[crs]]) : "";
        if (place.WktColumn is { } wkt)
        {
            row.PlaceValue = CellReader.Trim(cells[index[wkt]]);
            var point = PointText().Match(row.PlaceValue);
            Numbers(row, point.Groups["x"].Value, point.Groups["y"].Value, point.Success);
            return;
        }
        var first = CellReader.Trim(cells[index[place.XColumn!]]);
        var second = CellReader.Trim(cells[index[place.YColumn!]]);
        row.PlaceValue = first.Length + second.Length == 0 ? "" : $"{first},{second}";
        Numbers(row, first, second, isPoint: true);
    }

    private void Numbers(TranslatedRow row, string first, string second, bool isPoint)
    {
        if (row.PlaceValue.Length == 0 || profile.UnknownWords.Contains(row.PlaceValue, StringComparer.OrdinalIgnoreCase))
        {
            row.Issues.Add(PlaceIssues.NoPlace(row.Row, Columns, row.PlaceValue));
        }
        else if (!isPoint)
        {
            row.Issues.Add(PlaceIssues.NotPoint(row.Row, Columns, row.PlaceValue));
        }
        else if (Number(first) is { } x && Number(second) is { } y)
        {
            row.Numbers = (x, y);
        }
        else
        {
            row.Issues.Add(PlaceIssues.NotNumbers(row.Row, Columns, row.PlaceValue));
        }
    }

    private static double? Number(string text) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    [GeneratedRegex(@"^POINT ?\( ?(?<x>[0-9.eE+-]+) +(?<y>[0-9.eE+-]+) ?\)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PointText();
}
