using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Platform.Queries;

/// <summary>GeoJSON geometries (RFC 7946) in bodies and answers: longitude first, CGCS2000 geographic (EPSG:4490), full precision.</summary>
public static class GeoJson
{
    private const int Srid = 4490;

    private static readonly GeometryFactory Factory = NetTopologySuite.NtsGeometryServices.Instance.CreateGeometryFactory(Srid);

    /// <summary>Reads a Polygon or MultiPolygon with closed rings; null, with a fault that says where, when it is none.</summary>
    public static MultiPolygon? ReadBoundary(this QueryReader faults, string field, JsonElement? value, int mostVertices)
    {
        if (value is not { ValueKind: JsonValueKind.Object } geometry
            || !geometry.TryGetProperty("type", out var type) || !geometry.TryGetProperty("coordinates", out var coordinates)
            || type.ValueKind != JsonValueKind.String || type.GetString() is not ("Polygon" or "MultiPolygon"))
        {
            faults.Add(field, "A GeoJSON Polygon or MultiPolygon is needed.", "应为 GeoJSON Polygon 或 MultiPolygon。");
            return null;
        }

        var reading = new Reading(faults, field, mostVertices);
        var polygons = type.GetString() == "Polygon"
            ? reading.Polygon(coordinates, "0") is { } one ? [one] : null
            : reading.Each(coordinates, "", (part, at) => reading.Polygon(part, at));
        if (polygons is { Count: 0 })
        {
            faults.Add(field, "It has no ring.", "没有任何边界圈。");
        }

        return polygons is { Count: > 0 } ? Factory.CreateMultiPolygon([.. polygons]) : null;
    }

    /// <summary>Reads a LineString of two different points or more; null, with a fault, when it is none.</summary>
    public static LineString? ReadLine(this QueryReader faults, string field, JsonElement? value, int mostVertices)
    {
        if (value is not { ValueKind: JsonValueKind.Object } geometry
            || !geometry.TryGetProperty("type", out var type) || !geometry.TryGetProperty("coordinates", out var coordinates)
            || type.ValueKind != JsonValueKind.String || type.GetString() != "LineString")
        {
            faults.Add(field, "A GeoJSON LineString is needed.", "应为 GeoJSON LineString。");
            return null;
        }

        var points = new Reading(faults, field, mostVertices).Points(coordinates, "");
        if (points is not null && points.Distinct().Count() < 2)
        {
            faults.Add(field, "A line has two different points or more.", "线至少应有两个不同的点。");
            return null;
        }

        return points is null ? null : Factory.CreateLineString([.. points]);
    }

    /// <summary>A geometry as GeoJSON, every digit kept.</summary>
    public static JsonElement Write(Geometry geometry) => JsonSerializer.SerializeToElement(Node(geometry));

    private static JsonObject Node(Geometry geometry) => geometry switch
    {
        Point point => Node("Point", Position(point.Coordinate)),
        LineString line => Node("LineString", Positions(line.Coordinates)),
        Polygon polygon => Node("Polygon", Rings(polygon)),
        MultiPolygon many => Node("MultiPolygon", [.. many.Geometries.Cast<Polygon>().Select(Rings)]),
        _ => new JsonObject { ["type"] = "GeometryCollection", ["geometries"] = new JsonArray([.. Enumerable.Range(0, geometry.NumGeometries).Select(i => Node(geometry.GetGeometryN(i)))]) },
    };

    private static JsonObject Node(string type, JsonArray coordinates) => new() { ["type"] = type, ["coordinates"] = coordinates };

    private static JsonArray Rings(Polygon polygon) =>
        [Positions(polygon.Shell.Coordinates), .. polygon.Holes.Select(hole => Positions(hole.Coordinates))];

    private static JsonArray Positions(Coordinate[] coordinates) => [.. coordinates.Select(Position)];

    private static JsonArray Position(Coordinate at) => [at.X, at.Y];

    private sealed class Reading(QueryReader faults, string field, int mostVertices)
    {
        private int _vertices;

        public Polygon? Polygon(JsonElement rings, string at)
        {
            var read = Each(rings, at, Ring);
            if (read is not { Count: > 0 })
            {
                return read is null ? null : Fault<Polygon>(at, "A polygon has a ring.", "多边形至少有一圈边界。");
            }

            return Factory.CreatePolygon(read[0], [.. read.Skip(1)]);
        }

        public List<Coordinate>? Points(JsonElement points, string at) => Each(points, at, Point);

        public List<T>? Each<T>(JsonElement array, string at, Func<JsonElement, string, T?> read)
            where T : class
        {
            if (array.ValueKind != JsonValueKind.Array)
            {
                return Fault<List<T>>(at, "Not an array.", "不是数组。");
            }

            var all = new List<T>(array.GetArrayLength());
            foreach (var item in array.EnumerateArray())
            {
                if (read(item, at.Length == 0 ? $"{all.Count}" : $"{at}/{all.Count}") is not { } one)
                {
                    return null;
                }

                all.Add(one);
            }

            return all;
        }

        private LinearRing? Ring(JsonElement points, string at)
        {
            if (Points(points, at) is not { } ring)
            {
                return null;
            }

            if (ring.Count < 4)
            {
                return Fault<LinearRing>(at, "A ring has three different points or more, and the first again at its end.", "一圈边界至少三个不同的点，且首尾相同。");
            }

            return ring[0].Equals2D(ring[^1]) ? Factory.CreateLinearRing([.. ring]) : Fault<LinearRing>(at, "The ring is not closed.", "边界没有闭合。");
        }

        private Coordinate? Point(JsonElement position, string at)
        {
            if (++_vertices > mostVertices)
            {
                return Fault<Coordinate>(at, $"More than {mostVertices} vertices.", $"超过 {mostVertices} 个点。");
            }

            if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2 || !Number(position[0], out var x) || !Number(position[1], out var y))
            {
                return Fault<Coordinate>(at, "Not a position of two numbers.", "不是两个数字组成的坐标。");
            }

            return x is >= -180 and <= 180 && y is >= -85 and <= 85
                ? new Coordinate(x, y)
                : Fault<Coordinate>(at, "Not a longitude and latitude in degrees, longitude first.", "不是以度为单位、经度在前的坐标。");
        }

        private static bool Number(JsonElement value, out double number)
        {
            number = 0;
            return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out number) && double.IsFinite(number);
        }

        private T? Fault<T>(string at, string message, string messageZh)
            where T : class
        {
            faults.Add($"{field}/{at}", message, messageZh);
            return null;
        }
    }
}
