using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Reading;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.IO;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>Shapes from well-known binary in hexadecimal digits.</summary>
internal sealed class WkbShapes
{
    private static readonly NtsGeometryServices Services = new(
        new PackedCoordinateSequenceFactory(PackedCoordinateSequenceFactory.PackedType.Double), new PrecisionModel(), 0);

    private readonly WKBReader _strict = new(Services);
    private readonly WKBReader _lenient = new(Services) { IsStrict = false };

    /// <summary>The shape of a row; null when it has none or an issue refuses it.</summary>
    public Geometry? Read(int row, ReadOnlySpan<byte> hex, List<ImportIssue> issues)
    {
        if (hex.Length == 0)
        {
            issues.Add(ReadingIssues.NoShape(row));
            return null;
        }

        if (hex.Length / 32 > ReadingIssues.MostVertices + 1_000)
        {
            issues.Add(ReadingIssues.TooManyVertices(row));
            return null;
        }

        try
        {
            return ShapeReading.Take(row, Shape(row, Convert.FromHexString(hex), issues), issues);
        }
        catch (Exception fault) when (fault is ParseException or ArgumentException or FormatException or IOException or OverflowException)
        {
            issues.Add(ReadingIssues.BadShape(row, "", ""));
            return null;
        }
    }

    private Geometry Shape(int row, byte[] bytes, List<ImportIssue> issues)
    {
        try
        {
            return _strict.Read(bytes);
        }
        catch (Exception fault) when (fault is ArgumentException or ParseException)
        {
            // A ring that is open or too short: what closing it mends is taken, with a remark.
            var mended = _lenient.Read(bytes);
            issues.Add(ReadingIssues.RingClosed(row, 1));
            return mended;
        }
    }
}
