using System.Globalization;
using LandRegistry.Server.Platform.Gis;
using LandRegistry.Server.Platform.Sheets;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Exports.Formats;

/// <summary>Writes parcels into a GeoPackage: a table of boundaries and one of points, for each coordinate system.</summary>
internal sealed class GeoPackageLayers(ExportPlan plan, GeoPackageFile file)
{
    private readonly Dictionary<(int Srid, bool IsPoint), PackageTable> _tables = [];
    private readonly PackageColumn[] _columns = [.. plan.Columns.Select(column => new PackageColumn(FieldNames.Of(column), TypeOf(column), plan.Words.Pick(column.Title)))];

    public void Add(ExportedParcel parcel)
    {
        var key = (parcel.Crs.Srid, !parcel.IsSurveyed);
        if (!_tables.TryGetValue(key, out var table))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{(parcel.IsSurveyed ? "parcels" : "parcel_points")}{(plan.Crs is null ? $"_{parcel.Crs.Srid}" : "")}");
            _tables.Add(key, table = file.AddFeatures(name, name, parcel.Crs, parcel.IsSurveyed ? "MULTIPOLYGON" : "POINT", _columns, isIndexed: true));
        }

        table.Add(parcel.Cells, parcel.Shape);
    }

    /// <summary>A file without a parcel still has its table.</summary>
    public void Complete()
    {
        if (_tables.Count == 0)
        {
            _tables.Add(default, file.AddFeatures("parcels", "parcels", plan.Crs ?? ExchangeCrs.Cgcs2000, "MULTIPOLYGON", _columns, isIndexed: true));
        }

        file.Complete(_tables.Values);
    }

    private static string TypeOf(ExportColumn column) => column.Type switch
    {
        CellType.Whole => "INTEGER",
        CellType.Number or CellType.Fine => "REAL",
        CellType.Day => "DATE",
        _ => "TEXT",
    };
}
