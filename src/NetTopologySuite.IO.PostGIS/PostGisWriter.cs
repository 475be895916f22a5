using NetTopologySuite.Geometries;

namespace NetTopologySuite.IO;

/// <summary>
/// Writes PostGIS's EWKB, little endian, with the SRID where the geometry has one. Stands in for the class of the
/// same name in NetTopologySuite.IO.PostGIS, over NetTopologySuite's own <see cref="WKBWriter"/>.
/// </summary>
public class PostGisWriter
{
    private readonly ByteOrder _byteOrder;

    public PostGisWriter()
        : this(ByteOrder.LittleEndian)
    {
    }

    public PostGisWriter(ByteOrder byteOrder) => _byteOrder = byteOrder;

    /// <summary>Which ordinates are written at most; a geometry without Z or M is written without them.</summary>
    public Ordinates HandleOrdinates { get; set; } = Ordinates.XYZM;

    public byte[] Write(Geometry geometry) => Writer(geometry).Write(geometry);

    public void Write(Geometry geometry, Stream stream) => Writer(geometry).Write(geometry, stream);

    private WKBWriter Writer(Geometry geometry) =>
        new(_byteOrder, handleSRID: geometry.SRID > 0) { HandleOrdinates = HandleOrdinates & OrdinatesOf(geometry) };

    private static Ordinates OrdinatesOf(Geometry geometry)
    {
        var ordinates = Ordinates.XY;
        if (geometry.Coordinate is { } first)
        {
            if (!double.IsNaN(first.Z))
            {
                ordinates |= Ordinates.Z;
            }

            if (!double.IsNaN(first.M))
            {
                ordinates |= Ordinates.M;
            }
        }

        return ordinates;
    }
}
