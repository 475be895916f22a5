using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>A layer as GDAL is asked for it.</summary>
/// <param name="Shown">As people choose it.</param>
/// <param name="File">The file that it is in, full path.</param>
/// <param name="Name">Its name in that file.</param>
/// <param name="Kind">What GDAL says of its shapes.</param>
/// <param name="Form">What GDAL says of its columns and coordinate system, without widths; null when that is too much to compare.</param>
internal sealed record GdalLayer(SourceLayer Shown, string File, string Name, string Kind, string? Form);

/// <summary>
/// The layers of a file. Formats that hold one kind of shape a layer part a register into boundaries and points: layers that are alike
/// but for their kind of shape are read as one.
/// </summary>
internal sealed class GdalLayers(IReadOnlyList<GdalLayer> all)
{
    /// <summary>Whether they may be read as one: same columns, same coordinate system.</summary>
    private bool AreAlike => all.Count > 1 && all[0].Form is { } form && all.All(layer => layer.Form == form);

    /// <summary>As they are offered; together first where they may be read as one.</summary>
    public IReadOnlyList<SourceLayer> Shown =>
        AreAlike ? [new(SourceLayer.Together, all.Sum(layer => layer.Shown.Rows)), .. all.Select(layer => layer.Shown)] : [.. all.Select(layer => layer.Shown)];

    /// <summary>The layers to read, and what their choice is called: those chosen, else those that differ in their kind of shape only, else the first with rows.</summary>
    public (IReadOnlyList<GdalLayer> Layers, string Name) Choose(string? chosen)
    {
        var areParts = AreAlike && all.Select(layer => layer.Kind).Distinct(StringComparer.Ordinal).Count() == all.Count;
        if (AreAlike && (chosen == SourceLayer.Together || (chosen is null && areParts)))
        {
            var filled = all.Where(layer => layer.Shown.Rows != 0).ToList();
            return (filled.Count > 0 ? filled : [all[0]], SourceLayer.Together);
        }

        var name = chosen ?? (all.FirstOrDefault(layer => layer.Shown.Rows > 0) ?? all[0]).Shown.Name;
        var layer = all.FirstOrDefault(known => known.Shown.Name == name);
        return layer is null || layer.Name.StartsWith('-') ? throw new SourceFaultException(SourceFaults.NoSuchLayer(ReadingIssues.Brief(name))) : ([layer], name);
    }
}

/// <summary>Takes the layers out of what ogrinfo prints.</summary>
internal sealed partial class GdalLayerList
{
    /// <summary>Most layers of a file that are looked at.</summary>
    public const int MostLayers = 500;

    private const string LayerLine = "Layer name: ";
    private const string KindLine = "Geometry: ";
    private const string CountLine = "Feature Count: ";
    private const string FormLine = "Layer SRS WKT:";
    private const int LongestForm = 32_000;

    private readonly List<Found> _found = [];

    /// <summary>How many there are so far.</summary>
    public int Count => _found.Count;

    public void Take(string line)
    {
        if (line.StartsWith(LayerLine, StringComparison.Ordinal))
        {
            _found.Add(new(line[LayerLine.Length..]));
            return;
        }

        if (_found is not [.., var last])
        {
            return;
        }

        if (last.IsInForm || line.StartsWith(FormLine, StringComparison.Ordinal))
        {
            last.IsInForm = true;
            if (line.Length > 0 && last.Form.Length <= LongestForm)
            {
                last.Form.Append(Widths().Replace(line, "")).Append('\n');
            }
        }
        else if (line.StartsWith(KindLine, StringComparison.Ordinal))
        {
            last.Kind = line[KindLine.Length..];
        }
        else if (last.Rows is null && line.StartsWith(CountLine, StringComparison.Ordinal)
            && long.TryParse(line.AsSpan(CountLine.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var rows))
        {
            last.Rows = rows;
        }
    }

    /// <summary>The layers of one file.</summary>
    public List<GdalLayer> Of(string file) => [.. _found.Select(found => found.Layer(found.Name, file))];

    /// <summary>The shapefiles of a folder, in the order of their names.</summary>
    /// <param name="names">What they are called.</param>
    /// <param name="path">Where the one of a number lies.</param>
    public List<GdalLayer> Of(IReadOnlyList<string> names, Func<int, string> path) =>
        [.. names.SelectMany((name, i) => _found.Where(found => found.Name == Path.GetFileNameWithoutExtension(path(i))).Take(1).Select(found => found.Layer(name, path(i))))];

    [GeneratedRegex(@" \([0-9]+\.[0-9]+\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Widths();

    private sealed record Found(string Name)
    {
        public long? Rows { get; set; }

        public string Kind { get; set; } = "";

        public bool IsInForm { get; set; }

        public StringBuilder Form { get; } = new();

        public GdalLayer Layer(string shown, string file) => new(new(shown, Rows), file, Name, Kind, IsInForm && Form.Length <= LongestForm ? Form.ToString() : null);
    }
}
