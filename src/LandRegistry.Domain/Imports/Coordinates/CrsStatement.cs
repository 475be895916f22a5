using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Imports.Coordinates;

/// <summary>The figures of the earth that land files are kept in.</summary>
public enum Datum
{
    Unknown,

    /// <summary>2000 国家大地坐标系.</summary>
    Cgcs2000,

    /// <summary>WGS 84; shown as one with CGCS2000.</summary>
    Wgs84,

    /// <summary>1980 西安坐标系; up to some 100 m from CGCS2000, and no published parameters to go over exactly.</summary>
    Xian1980,

    /// <summary>1954 北京坐标系; as above.</summary>
    Beijing1954,
}

/// <summary>What a file says of its coordinate system; nothing of it is believed before the numbers agree.</summary>
/// <param name="Srid">EPSG number; null when the file says none that is known.</param>
/// <param name="By">Where it says so: .prj, the head of the text file, the standard of the format.</param>
public sealed record CrsStatement(int? Srid, Text By)
{
    public Datum Datum { get; init; }

    /// <summary>Width of the zones in degrees: 3 or 6; null when not said.</summary>
    public int? ZoneWidth { get; init; }

    /// <summary>Number of the zone; null when not said.</summary>
    public int? Zone { get; init; }

    /// <summary>The name as the file has it.</summary>
    public string Name { get; init; } = "";
}
