using NetTopologySuite.Geometries;

namespace NetTopologySuite.IO;

/// <summary>
/// Reads PostGIS's EWKB. Stands in for the class of the same name in NetTopologySuite.IO.PostGIS, over
/// NetTopologySuite's own <see cref="WKBReader"/>, which understands the SRID and Z/M flags of EWKB.
/// Axis order is that of the stored coordinates: longitude (or easting) first.
/// </summary>
public class PostGisReader
{
    private readonly WKBReader _reader;

    public PostGisReader()
        : this(NtsGeometryServices.Instance.DefaultCoordinateSequenceFactory, NtsGeometryServices.Instance.DefaultPrecisionModel)
    {
    }

    public PostGisReader(CoordinateSequenceFactory coordinateSequenceFactory, PrecisionModel precisionModel)
        : this(coordinateSequenceFactory, precisionModel, Ordinates.XYZM)
    {
    }

    public PostGisReader(CoordinateSequenceFactory coordinateSequenceFactory, PrecisionModel precisionModel, Ordinates handleOrdinates)
    {
        var services = new NtsGeometryServices(coordinateSequenceFactory, precisionModel, -1);
        _reader = new WKBReader(services) { HandleSRID = true, HandleOrdinates = handleOrdinates };
    }

    /// <summary>Which ordinates are kept: XY alone, or Z and M too where the input has them.</summary>
    public Ordinates HandleOrdinates
    {
        get => _reader.HandleOrdinates;
        set => _reader.HandleOrdinates = value;
    }

    public Geometry Read(byte[] data) => _reader.Read(data);

    public Geometry Read(Stream stream) => _reader.Read(stream);
}
