using LandRegistry.Server.Platform.Papers;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Dossiers;

/// <summary>The frame of a map: a round scale, the ground around the parcels, to be drawn on so much paper.</summary>
internal sealed record MapFrame(Envelope Ground, int Srid, int Scale)
{
    // 174 mm by 108 mm, the width between the margins of A4.
    public const double Width = 493;
    public const double Height = 306;

    private const double MetresPerPoint = 0.0254 / 72;
    private static readonly double[] Round = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

    /// <summary>The largest round scale at which the ground has room around it.</summary>
    /// <param name="ground">In metres.</param>
    /// <param name="srid">Of the ground.</param>
    /// <param name="room">How many times the ground is shown.</param>
    public static MapFrame Around(Envelope ground, int srid, double room)
    {
        // A point, or a very small parcel, is shown with what lies around it.
        var (wide, high) = (Math.Max(ground.Width * room, 160), Math.Max(ground.Height * room, 100));
        var least = Math.Max(wide / Width, high / Height) / MetresPerPoint;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var scale = Round.Select(step => step * power).Append(10 * power).First(step => step >= least * 0.9999);
        var (halfWide, halfHigh) = (Width * scale * MetresPerPoint / 2, Height * scale * MetresPerPoint / 2);
        var middle = ground.Centre;
        return new(new(middle.X - halfWide, middle.X + halfWide, middle.Y - halfHigh, middle.Y + halfHigh), srid, (int)Math.Round(scale));
    }

    public double Metres(double points) => points * Scale * MetresPerPoint;

    public double Points(double metres) => metres / Scale / MetresPerPoint;

    public Spot Spot(Coordinate at) => new(Points(at.X - Ground.MinX), Points(Ground.MaxY - at.Y));
}

/// <summary>Draws the map of a dossier as lines and words: the parcels, their neighbours, roads and other context, zones, scale, north.</summary>
internal sealed class DossierMap(MapFrame frame, DossierWords words)
{
    private const double LegendHeight = 20;
    private const double LeastLabelled = 16;
    private const string Ink = "1c2430";
    private const string Blue = "1f4e79";
    private const string Purple = "7a3e9d";

    private readonly List<Stroke> _strokes = [];

    /// <summary>The drawing.</summary>
    /// <param name="shapes">What lies in the frame.</param>
    /// <param name="labels">What is written on parcels, by id; those of the dossier first of all.</param>
    /// <param name="subjects">The parcels of the dossier.</param>
    /// <param name="corners">Boundary points with their numbers.</param>
    /// <param name="says">What it shows.</param>
    public Drawing Draw(
        IReadOnlyList<MapShape> shapes, IReadOnlyDictionary<long, string> labels, IReadOnlySet<long> subjects, IReadOnlyList<(Coordinate At, string Label)> corners, string says)
    {
        _strokes.Add(Box(0, 0, MapFrame.Width, MapFrame.Height, null, "eceff2"));
        foreach (var shape in shapes.Where(shape => shape.Kind == "parcel" && !subjects.Contains(shape.Id)))
        {
            Add(shape.Shape, new("9aa5b1", 0.5), "ffffff");
        }

        foreach (var shape in shapes.Where(shape => shape.Kind == "context"))
        {
            Add(shape.Shape, new(Colour(shape.En), 1.2), null);
        }

        foreach (var shape in shapes.Where(shape => shape.Kind == "zone"))
        {
            Add(shape.Shape, new(Purple, 1.1, IsDashed: true), null);
        }

        foreach (var shape in shapes.Where(shape => shape.Kind == "parcel" && subjects.Contains(shape.Id)))
        {
            Add(shape.Shape, new(Blue, 1.6), "cfe2f5");
        }

        foreach (var (at, label) in corners)
        {
            Corner(at, label);
        }

        Labels(shapes, labels, subjects);
        _strokes.Add(Box(0, 0, MapFrame.Width, MapFrame.Height, new(Ink, 0.8), null));
        ScaleBar();
        North();
        Legend(shapes, subjects);
        return new(MapFrame.Width, MapFrame.Height + LegendHeight, _strokes, says);
    }

    private static string Colour(string? colour) => colour is ['#', .. var digits] ? digits : "7f8a96";

    private void Add(Geometry shape, Pen pen, string? fill)
    {
        switch (shape)
        {
            case Point { IsEmpty: false } point:
                var at = frame.Spot(point.Coordinate);
                _strokes.Add(new PathStroke([[.. Enumerable.Range(0, 16).Select(i => new Spot(at.X + (3 * Math.Cos(i * Math.PI / 8)), at.Y + (3 * Math.Sin(i * Math.PI / 8))))]], true, pen, fill));
                break;
            case LineString { IsEmpty: false } line:
                _strokes.Add(new PathStroke([Spots(line)], false, pen));
                break;
            case Polygon { IsEmpty: false } area:
                _strokes.Add(new PathStroke([Spots(area.ExteriorRing), .. area.InteriorRings.Select(Spots)], true, pen, fill));
                break;
            case GeometryCollection parts:
                foreach (var part in parts.Geometries)
                {
                    Add(part, pen, fill);
                }

                break;
        }
    }

    private List<Spot> Spots(LineString line) => [.. line.Coordinates.Select(frame.Spot)];

    private void Corner(Coordinate at, string label)
    {
        var spot = frame.Spot(at);
        _strokes.Add(Box(spot.X - 1.2, spot.Y - 1.2, 2.4, 2.4, new(Blue, 0.6), "ffffff"));
        var middle = frame.Spot(frame.Ground.Centre);
        _strokes.Add(new WordsStroke(new(spot.X + (spot.X < middle.X ? -4 : 4), spot.Y + (spot.Y < middle.Y ? -5 : 5)), label, 6.5, Blue, spot.X < middle.X ? 1 : -1));
    }

    private void Labels(IReadOnlyList<MapShape> shapes, IReadOnlyDictionary<long, string> labels, IReadOnlySet<long> subjects)
    {
        foreach (var shape in shapes.Where(shape => shape.Kind == "parcel" && labels.ContainsKey(shape.Id) && !shape.Shape.IsEmpty))
        {
            var isSubject = subjects.Contains(shape.Id);
            var at = frame.Spot(shape.Shape.InteriorPoint.Coordinate);
            // What has no room for its label has it above.
            var high = frame.Points(shape.Shape.EnvelopeInternal.Height);
            _strokes.Add(new WordsStroke(high < LeastLabelled ? new(at.X, at.Y - (high / 2) - 8) : at, labels[shape.Id], isSubject ? 9 : 7.5, isSubject ? Blue : "5b6672", 0, isSubject));
        }

        foreach (var named in shapes.Where(shape => shape is { Kind: "context", Zh: not null, Shape.IsEmpty: false }).DistinctBy(shape => shape.Zh).Take(12))
        {
            _strokes.Add(new WordsStroke(frame.Spot(named.Shape.InteriorPoint.Coordinate), named.Zh!, 7, "44505d"));
        }
    }

    private void ScaleBar()
    {
        var wanted = frame.Metres(110);
        var power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        var length = (wanted >= 5 * power ? 5 : wanted >= 2 * power ? 2 : 1) * power;
        var width = frame.Points(length);
        const double Left = 12;
        const double Top = MapFrame.Height - 16;
        _strokes.Add(Box(Left - 6, Top - 16, width + 44, 26, null, "ffffff"));
        _strokes.Add(Box(Left, Top, width / 2, 4, new(Ink, 0.6), Ink));
        _strokes.Add(Box(Left + (width / 2), Top, width / 2, 4, new(Ink, 0.6), "ffffff"));
        _strokes.Add(new WordsStroke(new(Left, Top - 7), "0", 7, Ink, -1));
        var says = length >= 1000 ? FormattableString.Invariant($"{length / 1000:0.#} km") : FormattableString.Invariant($"{length:0} m");
        _strokes.Add(new WordsStroke(new(Left + width, Top - 7), says, 7, Ink));
    }

    private void North()
    {
        const double X = MapFrame.Width - 20;
        _strokes.Add(Box(X - 12, 6, 24, 42, null, "ffffff"));
        _strokes.Add(new PathStroke([[new(X, 20), new(X - 6, 44), new(X, 38)]], true, new(Ink, 0.6), Ink));
        _strokes.Add(new PathStroke([[new(X, 20), new(X + 6, 44), new(X, 38)]], true, new(Ink, 0.6), "ffffff"));
        _strokes.Add(new WordsStroke(new(X, 13), words.Pick("北", "N"), 8, Ink, 0, true));
    }

    private void Legend(IReadOnlyList<MapShape> shapes, IReadOnlySet<long> subjects)
    {
        var x = 0.0;
        const double Y = MapFrame.Height + 11;
        Swatch(words.Pick("本宗地", "The land"), new(Blue, 1.4), "cfe2f5");
        if (shapes.Any(shape => shape.Kind == "parcel" && !subjects.Contains(shape.Id)))
        {
            Swatch(words.Pick("其他宗地", "Other parcels"), new("9aa5b1", 0.6), "ffffff");
            Swatch(words.Pick("道路及其他用地", "Roads and other ground"), null, "dfe4e9");
        }

        if (shapes.Any(shape => shape.Kind == "context"))
        {
            Swatch(words.Pick("道路等背景图层", "Roads and other layers"), new(Colour(shapes.First(shape => shape.Kind == "context").En), 1.2), null);
        }

        if (shapes.Any(shape => shape.Kind == "zone"))
        {
            Swatch(words.Pick("园区范围线", "Limit of the zone"), new(Purple, 1.1, IsDashed: true), null);
        }

        void Swatch(string name, Pen? pen, string? fill)
        {
            _strokes.Add(fill is null
                ? new PathStroke([[new(x, Y), new(x + 16, Y)]], false, pen)
                : Box(x + 1, Y - 4, 14, 8, pen, fill));
            _strokes.Add(new WordsStroke(new(x + 20, Y), name, 7.5, "44505d", -1));
            x += 34 + (name.Length * (words.English ? 4 : 7.5));
        }
    }

    private static PathStroke Box(double x, double y, double width, double height, Pen? pen, string? fill) =>
        new([[new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height)]], true, pen, fill);
}
