using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LandRegistry.Domain.Tests.Boundaries;

/// <summary>Boundaries of tests, in degrees about 114.05 E, 30.5 N.</summary>
internal static class Shapes
{
    private static readonly GeometryFactory Factory = NetTopologySuite.NtsGeometryServices.Instance.CreateGeometryFactory(4490);

    public static MultiPolygon Square(double west, double south, double side = 0.001) =>
        Of(Wkt($"(({west} {south},{west + side} {south},{west + side} {south + side},{west} {south + side},{west} {south}))"));

    public static MultiPolygon Of(string rings) => Factory.CreateMultiPolygon([(Polygon)new WKTReader(new NetTopologySuite.NtsGeometryServices(Factory.PrecisionModel, 4490)).Read("POLYGON" + rings)]);

    public static LineString Line(params (double X, double Y)[] points) => Factory.CreateLineString([.. points.Select(at => new Coordinate(at.X, at.Y))]);

    /// <summary>A star-shaped ring of some vertices about a middle, from seeds between 0 and 1.</summary>
    public static MultiPolygon Star(IReadOnlyList<double> radii)
    {
        var ring = Enumerable.Range(0, radii.Count)
            .Select(i => (Angle: 2 * Math.PI * i / radii.Count, Radius: 0.0005 + (0.0005 * radii[i])))
            .Select(at => new Coordinate(114.05 + (at.Radius * Math.Cos(at.Angle)), 30.5 + (at.Radius * Math.Sin(at.Angle)))).ToList();
        ring.Add(ring[0]);
        return Factory.CreateMultiPolygon([Factory.CreatePolygon([.. ring])]);
    }

    private static string Wkt(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
