using LandRegistry.Domain.Common;
using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Coordinates;

/// <summary>One way to read the coordinates of a file.</summary>
/// <param name="Srid">EPSG number, easting or longitude first.</param>
/// <param name="IsSwapped">True when X and Y of the file have to change places first.</param>
/// <param name="EastingShift">Metres added to the easting (after the change of places); not zero only where a file has a wrong zone prefix.</param>
public sealed record CrsReading(int Srid, bool IsSwapped = false, double EastingShift = 0)
{
    /// <summary>The reading in words.</summary>
    public Text Title
    {
        get
        {
            var name = ChineseGrid.Find(Srid)?.Title ?? Named(Srid);
            var swapped = IsSwapped ? new Text("，坐标轴对调", ", axes swapped") : new("", "");
            var shifted = EastingShift == 0 ? new Text("", "")
                : new(FormattableString.Invariant($"，横坐标{(EastingShift > 0 ? "加" : "减")} {Math.Abs(EastingShift):#,0} 米"), FormattableString.Invariant($", {EastingShift:+#,0;-#,0} m on the easting"));
            return new(name.Zh + swapped.Zh + shifted.Zh, name.En + swapped.En + shifted.En);
        }
    }

    /// <summary>The shape as this reading has it, SRID set. The shape that is given is changed and handed back.</summary>
    public Geometry Apply(Geometry shape)
    {
        if (IsSwapped || EastingShift != 0)
        {
            shape.Apply(new Turn(IsSwapped, EastingShift));
            shape.GeometryChanged();
        }

        shape.SRID = Srid;
        return shape;
    }

    /// <summary>Where a place of the file lies, degrees, longitude first; null when only PROJ can tell.</summary>
    public Coordinate? Land(double x, double y)
    {
        var place = IsSwapped ? new Coordinate(y + EastingShift, x) : new Coordinate(x + EastingShift, y);
        return Srid switch
        {
            4490 or 4326 or 4610 or 4214 => place,
            3857 => new(place.X / 20037508.342789244 * 180, (Math.Atan(Math.Exp(place.Y / 6378137)) * 360 / Math.PI) - 90),
            _ => ChineseGrid.Find(Srid)?.Land(place),
        };
    }

    private static Text Named(int srid) => srid switch
    {
        4490 => new("CGCS2000 经纬度", "CGCS2000, degrees"),
        4326 => new("WGS 84 经纬度", "WGS 84, degrees"),
        4610 => new("1980 西安经纬度", "Xian 1980, degrees"),
        4214 => new("1954 北京经纬度", "Beijing 1954, degrees"),
        3857 => new("Web 墨卡托", "Web Mercator"),
        _ => new(FormattableString.Invariant($"EPSG:{srid}"), FormattableString.Invariant($"EPSG:{srid}")),
    };

    private sealed class Turn(bool isSwapped, double shift) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var (x, y) = isSwapped ? (seq.GetY(i), seq.GetX(i)) : (seq.GetX(i), seq.GetY(i));
            seq.SetX(i, x + shift);
            seq.SetY(i, y);
        }
    }
}
