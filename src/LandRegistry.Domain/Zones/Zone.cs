using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Zones;

/// <summary>An area the register is kept for: county, development zone, park. Zones form a tree.</summary>
public sealed class Zone
{
    public long Id { get; private set; }

    public long? ParentId { get; set; }

    public string Code { get; set; } = "";

    public string NameZh { get; set; } = "";

    public string NameEn { get; set; } = "";

    /// <summary>country, province, city, county, development_zone, park or area.</summary>
    public string Kind { get; set; } = "";

    /// <summary>County code of GB/T 2260; null outside China.</summary>
    public string? CountyCode { get; set; }

    /// <summary>True for a county code made up for demonstration.</summary>
    public bool CountyIsInvented { get; set; }

    /// <summary>Extent, EPSG:4490, longitude first; null when not loaded.</summary>
    public MultiPolygon? Extent { get; set; }

    public int Version { get; private set; }

    public long ChangeId { get; private set; }
}

/// <summary>A land-use class in a code system.</summary>
public sealed class LandUse
{
    public string Code { get; set; } = "";

    public string System { get; set; } = "";

    public string NameZh { get; set; } = "";

    public string NameEn { get; set; } = "";
}
