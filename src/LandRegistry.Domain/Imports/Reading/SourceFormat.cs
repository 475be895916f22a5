using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Imports.Reading;

/// <summary>The formats that an import reads; which one a file has is told by its content, never by its name alone.</summary>
public enum SourceFormat
{
    /// <summary>Boundary text file: <c>[属性描述]</c>, <c>[地块坐标]</c>, one line a boundary point.</summary>
    BoundaryText,

    /// <summary>ESRI shapefile, its parts loose or in a zip.</summary>
    Shapefile,
    GeoPackage,
    GeoJson,

    /// <summary>KML, or KMZ.</summary>
    Kml,

    /// <summary>AutoCAD drawing exchange; closed polylines are boundaries.</summary>
    Dxf,

    /// <summary>ESRI file geodatabase in a zip.</summary>
    FileGeodatabase,

    /// <summary>Delimited text, with WKT, with coordinate columns or without any place.</summary>
    Csv,

    /// <summary>Excel workbook, XLSX or XLS.</summary>
    Excel,
}

/// <summary>Names of formats for the screen.</summary>
public static class SourceFormats
{
    public static Text Name(this SourceFormat format) => format switch
    {
        SourceFormat.BoundaryText => new("界址点坐标文件（TXT）", "boundary text file (TXT)"),
        SourceFormat.Shapefile => new("Shapefile", "shapefile"),
        SourceFormat.GeoPackage => new("GeoPackage", "GeoPackage"),
        SourceFormat.GeoJson => new("GeoJSON", "GeoJSON"),
        SourceFormat.Kml => new("KML", "KML"),
        SourceFormat.Dxf => new("CAD 交换文件（DXF）", "CAD drawing (DXF)"),
        SourceFormat.FileGeodatabase => new("文件地理数据库（FileGDB）", "file geodatabase (FileGDB)"),
        SourceFormat.Csv => new("CSV 表格", "CSV table"),
        _ => new("Excel 工作簿", "Excel workbook"),
    };
}
