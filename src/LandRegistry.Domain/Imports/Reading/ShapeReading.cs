using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Reading;

/// <summary>
/// What is taken for a parcel's shape in whatever a file holds: areas and points. A closed line is the area within (drawings); one
/// member of a collection stands for the collection; the rest is listed and refused.
/// </summary>
public static class ShapeReading
{
    /// <summary>The shape of a row; null when it has none or an issue refuses it.</summary>
    public static Geometry? Take(int row, Geometry? shape, List<ImportIssue> issues)
    {
        if (shape is null || shape.IsEmpty)
        {
            issues.Add(ReadingIssues.NoShape(row));
            return null;
        }

        if (shape.NumPoints > ReadingIssues.MostVertices)
        {
            issues.Add(ReadingIssues.TooManyVertices(row));
            return null;
        }

        if (shape.Coordinates.Any(place => !IsPlace(place)))
        {
            issues.Add(ReadingIssues.NotFinite(row, ""));
            return null;
        }

        var taken = Area(shape, row, issues);
        if (taken is null)
        {
            issues.Add(ReadingIssues.NotAParcelShape(row, shape.GeometryType));
        }

        return taken;
    }

    // Beyond this no system of the earth has coordinates, metres.
    private static bool IsPlace(Coordinate place) => Math.Abs(place.X) < 1e9 && Math.Abs(place.Y) < 1e9;

    private static Geometry? Area(Geometry shape, int row, List<ImportIssue> issues)
    {
        switch (shape)
        {
            case Polygon or MultiPolygon or Point:
                return shape;
            case LineString { IsClosed: true, NumPoints: > 3 } line:
                issues.Add(ReadingIssues.LineClosed(row));
                return shape.Factory.CreatePolygon(line.Coordinates);
            case GeometryCollection { NumGeometries: 1 } one:
                return Area(one.GetGeometryN(0), row, issues);
            case MultiLineString lines when lines.IsClosed && lines.Geometries.All(line => line.NumPoints > 3):
                issues.Add(ReadingIssues.LineClosed(row));
                return shape.Factory.CreateMultiPolygon([.. lines.Geometries.Select(line => shape.Factory.CreatePolygon(line.Coordinates))]);
            case GeometryCollection { NumGeometries: > 1 } several when several.Geometries.All(member => member is Polygon):
                return shape.Factory.CreateMultiPolygon([.. several.Geometries.Cast<Polygon>()]);
            default:
                return null;
        }
    }
}
