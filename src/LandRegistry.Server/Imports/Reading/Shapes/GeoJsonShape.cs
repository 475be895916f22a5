using System.Text.Json;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Reading;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>Reads the geometry of a feature, however its members are ordered; closes rings and says so; stops keeping vertices beyond what a parcel has.</summary>
internal sealed class GeoJsonShape
{
    private readonly JsonTokens _tokens;
    private int _vertices;
    private bool _isBad;

    private GeoJsonShape(JsonTokens tokens) => _tokens = tokens;

    /// <summary>Reads the value that begins with the present token; null when there is no shape or an issue refuses it.</summary>
    public static Geometry? Read(JsonTokens tokens, int row, List<ImportIssue> issues)
    {
        if (tokens.Type != JsonTokenType.StartObject)
        {
            tokens.Skip();
            issues.Add(ReadingIssues.NoShape(row));
            return null;
        }

        tokens.KeepsNumbers = false;
        var reading = new GeoJsonShape(tokens);
        var raw = reading.Object(depth: 0);
        tokens.KeepsNumbers = true;
        if (reading._vertices > ReadingIssues.MostVertices)
        {
            issues.Add(ReadingIssues.TooManyVertices(row));
            return null;
        }

        var closed = 0;
        try
        {
            var shape = reading._isBad ? null : Made(raw, ref closed);
            if (shape is null)
            {
                issues.Add(ReadingIssues.BadShape(row, "", ReadingIssues.Brief(raw.Type)));
                return null;
            }

            if (closed > 0)
            {
                issues.Add(ReadingIssues.RingClosed(row, closed));
            }

            return ShapeReading.Take(row, shape, issues);
        }
        catch (ArgumentException)
        {
            issues.Add(ReadingIssues.TooFewPoints(row, 1));
            return null;
        }
    }

    private Raw Object(int depth)
    {
        var raw = new Raw();
        while (_tokens.Must() != JsonTokenType.EndObject)
        {
            var name = _tokens.Text;
            _tokens.Must();
            if (name == "type" && _tokens.Type == JsonTokenType.String)
            {
                raw.Type = _tokens.Text;
            }
            else if (name == "coordinates" && _tokens.Type == JsonTokenType.StartArray)
            {
                raw.Places = Array();
            }
            else if (name == "geometries" && _tokens.Type == JsonTokenType.StartArray && depth < 4)
            {
                while (_tokens.Must() == JsonTokenType.StartObject)
                {
                    raw.Members.Add(Object(depth + 1));
                }
            }
            else
            {
                _tokens.Skip();
            }
        }

        return raw;
    }

    /// <summary>Positions nested in arrays; an array of numbers is a position.</summary>
    private Nest Array()
    {
        var nest = new Nest();
        var (x, y, numbers, depth) = (0.0, 0.0, 0, _tokens.Depth);
        while (_tokens.Must() != JsonTokenType.EndArray)
        {
            switch (_tokens.Type)
            {
                case JsonTokenType.Number:
                    (x, y) = numbers == 0 ? (_tokens.Number, y) : numbers == 1 ? (x, _tokens.Number) : (x, y);
                    numbers++;
                    break;
                case JsonTokenType.StartArray:
                    nest.Inner.Add(Array());
                    if (_vertices > ReadingIssues.MostVertices)
                    {
                        _tokens.SkipTo(depth);
                        return nest;
                    }

                    break;
                default:
                    _isBad = true;
                    _tokens.Skip();
                    break;
            }
        }

        _isBad |= numbers == 1 || (numbers > 0 && nest.Inner.Count > 0);
        if (numbers > 1)
        {
            _vertices++;
            nest.Place = new Coordinate(x, y);
        }

        return nest;
    }

    private static Geometry? Made(Raw raw, ref int closed)
    {
        var factory = GeometryFactory.Default;
        var places = raw.Places ?? new Nest();
        switch (raw.Type)
        {
            case "Point":
                return places.Place is { } place ? factory.CreatePoint(place) : factory.CreatePoint();
            case "MultiPoint":
                return factory.CreateMultiPointFromCoords(Line(places));
            case "LineString":
                return factory.CreateLineString(Line(places));
            case "MultiLineString":
                return factory.CreateMultiLineString([.. places.Inner.Select(line => factory.CreateLineString(Line(line)))]);
            case "Polygon":
                return Area(places, ref closed);
            case "MultiPolygon":
                var parts = new List<Polygon>();
                foreach (var part in places.Inner)
                {
                    parts.Add(Area(part, ref closed));
                }

                return factory.CreateMultiPolygon([.. parts]);
            case "GeometryCollection":
                var members = new List<Geometry>();
                foreach (var member in raw.Members)
                {
                    if (Made(member, ref closed) is { } made)
                    {
                        members.Add(made);
                    }
                }

                return factory.CreateGeometryCollection([.. members]);
            default:
                return null;
        }
    }

    private static Polygon Area(Nest rings, ref int closed)
    {
        var made = new List<LinearRing>();
        foreach (var ring in rings.Inner)
        {
            var line = Line(ring).ToList();
            if (line.Count > 0 && !line[0].Equals2D(line[^1]))
            {
                line.Add(line[0].Copy());
                closed++;
            }

            if (line.Distinct().Take(3).Count() < 3)
            {
                throw new ArgumentException("No ring.", nameof(rings));
            }

            made.Add(GeometryFactory.Default.CreateLinearRing([.. line]));
        }

        return made.Count == 0 ? GeometryFactory.Default.CreatePolygon() : GeometryFactory.Default.CreatePolygon(made[0], [.. made.Skip(1)]);
    }

    private static Coordinate[] Line(Nest nest) =>
        nest.Inner.TrueForAll(inner => inner.Place is not null) ? [.. nest.Inner.Select(inner => inner.Place!)] : throw new ArgumentException("No line.", nameof(nest));

    private sealed class Raw
    {
        public string Type { get; set; } = "";

        public Nest? Places { get; set; }

        public List<Raw> Members { get; } = [];
    }

    private sealed class Nest
    {
        private List<Nest>? _inner;

        public Coordinate? Place { get; set; }

        public List<Nest> Inner => _inner ??= [];
    }
}
