namespace LandRegistry.Server.Exports;

/// <summary>A format that parcels are exported in.</summary>
/// <param name="Code">Its name in queries.</param>
/// <param name="Ending">Of file names.</param>
/// <param name="MediaType">Of the answer.</param>
internal sealed record ExportFormat(string Code, string Ending, string MediaType)
{
    public static readonly ExportFormat Xlsx = new("xlsx", "xlsx", Platform.Sheets.XlsxSheet.MediaType);
    public static readonly ExportFormat Csv = new("csv", "csv", Platform.Sheets.CsvSheet.MediaType);
    public static readonly ExportFormat GeoJson = new("geojson", "geojson", "application/geo+json");
    public static readonly ExportFormat GeoPackage = new("gpkg", "gpkg", "application/geopackage+sqlite3");
    public static readonly ExportFormat Shapefile = new("shp", "zip", "application/zip");
    public static readonly ExportFormat BoundaryText = new("txt", "txt", "text/plain");
    public static readonly ExportFormat Kml = new("kml", "kml", "application/vnd.google-earth.kml+xml");

    /// <summary>All formats.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } = [Xlsx, Csv, GeoJson, GeoPackage, Shapefile, BoundaryText, Kml];

    /// <summary>Whether it is a table for people: heads and codes in their language.</summary>
    public bool IsSheet => this == Xlsx || this == Csv;

    /// <summary>Whether its standard knows degrees only (RFC 7946 Section 4; OGC 12-007r2).</summary>
    public bool IsInDegrees => this == GeoJson || this == Kml;

    /// <summary>Whether its texts are in an encoding that is chosen.</summary>
    public bool HasEncoding => this == Shapefile || this == BoundaryText;
}
