using System.Text.Json;

namespace LandRegistry.Server.Exports.Formats;

/// <summary>What columns are called in GeoJSON, GeoPackage and KML.</summary>
internal static class FieldNames
{
    /// <summary><c>statedArea</c> is <c>stated_area</c>; a column id would be taken for the row's own.</summary>
    public static string Of(ExportColumn column) => column.Code == "id" ? "parcel_id" : JsonNamingPolicy.SnakeCaseLower.ConvertName(column.Code);
}
