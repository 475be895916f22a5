using System.Globalization;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Gis;
using LandRegistry.Server.Store;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>
/// The tables of a field package: boundaries, points of the unsurveyed, photographs, and the mark by which the package is known. Without
/// spatial indexes, whose triggers only GIS programs can run: any program that opens SQLite may edit it.
/// </summary>
internal sealed class FieldPackageLayers
{
    public const string Parcels = "parcels";
    public const string Points = "parcel_points";
    public const string Photos = "parcel_photos";
    public const string MarkTable = "landregistry_package";

    private readonly GeoPackageFile _file;
    private readonly PackageTable _parcels;
    private readonly PackageTable _points;
    private readonly PackageTable _photos;

    public FieldPackageLayers(GeoPackageFile file, bool english)
    {
        _file = file;
        PackageColumn[] columns =
        [
            new("parcel_id", "INTEGER", english ? "Id (leave as it is; empty for a new parcel)" : "编号（请勿改动；新绘宗地留空）"), new("base_version", "INTEGER", english ? "Version (leave as it is)" : "版本（请勿改动）"),
            new("code", "TEXT", english ? "Parcel code (not taken back)" : "宗地代码（不回收）"), new("name", "TEXT", english ? "Name" : "名称"), new("address", "TEXT", english ? "Address" : "坐落"),
            new("status", "TEXT", english ? "Status" : "状态"), new("status_on", "DATE", english ? "Status holds from" : "新状态起始日"), new("remarks", "TEXT", english ? "Remarks" : "备注"),
            new("checked_on", "DATE", english ? "Checked on" : "核查日期"), new("checked_by", "TEXT", english ? "Checked by" : "核查人"),
            new("note", "TEXT", english ? "New note" : "新增记事"), new("notes", "TEXT", english ? "Earlier notes (not taken back)" : "已有记事（不回收）"),
        ];
        _parcels = file.AddFeatures(Parcels, english ? "Parcels" : "宗地", ExchangeCrs.Cgcs2000, "MULTIPOLYGON", columns, isIndexed: false);
        _points = file.AddFeatures(Points, english ? "Unsurveyed parcels" : "未勘测宗地", ExchangeCrs.Cgcs2000, "POINT", columns, isIndexed: false);
        _photos = file.AddAttributes(Photos, english ? "Photographs" : "照片",
        [
            new("parcel_id", "INTEGER", english ? "Parcel" : "宗地编号"), new("taken_on", "DATE", english ? "Taken on" : "拍摄日期"),
            new("title", "TEXT", english ? "What it shows" : "说明"), new("photo", "BLOB", english ? "Picture (JPEG, PNG)" : "照片（JPEG、PNG）"),
        ]);
        AddStatuses(english);
        AddStyles();
    }

    /// <summary>Writes the mark by which the file is known when it comes back.</summary>
    public void Mark(Guid token, string name, DateTimeOffset madeAt)
    {
        _file.Run($"create table {MarkTable} (token TEXT NOT NULL, name TEXT NOT NULL, made_at TEXT NOT NULL)");
        _file.Run($"insert into {MarkTable} values ($token, $name, $at)", ("$token", token.ToString("D")), ("$name", name), ("$at", madeAt.ToString("O", CultureInfo.InvariantCulture)));
    }

    /// <summary>Adds the present row of package_parcels.sql.</summary>
    public void AddParcel(NpgsqlDataReader row)
    {
        object?[] values =
        [
            row.GetInt64(0), (long)row.GetInt32(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.GetString(5), null, row.TextOrNull(6),
            row.GetFieldValue<DateOnly?>(7), row.TextOrNull(8), null, row.TextOrNull(11),
        ];
        if (row.IsDBNull(9))
        {
            _points.Add(values, row.GetFieldValue<Geometry>(10));
        }
        else
        {
            _parcels.Add(values, row.GetFieldValue<Geometry>(9));
        }
    }

    public void AddPhoto(long parcel, DateOnly? takenOn, string? title, byte[] content) => _photos.Add([parcel, takenOn, title, content]);

    public void Complete() => _file.Complete([_parcels, _points, _photos]);

    /// <summary>The codes of the statuses, as a list of values that GIS programs offer.</summary>
    private void AddStatuses(bool english)
    {
        foreach (var status in ParcelStatuses.All)
        {
            _file.Run(
                "insert into gpkg_data_column_constraints (constraint_name, constraint_type, value, description) values ('parcel_status', 'enum', $code, $name)",
                ("$code", status.Code()), ("$name", english ? status.Name().En : status.Name().Zh));
        }

        _file.Run($"update gpkg_data_columns set constraint_name = 'parcel_status' where column_name = 'status' and table_name in ('{Parcels}', '{Points}')");
    }

    /// <summary>A style that QGIS finds in the file: the outline and the code of a parcel.</summary>
    private void AddStyles()
    {
        _file.Run(EmbeddedSql.Read("Parcels/FieldWork/layer_styles.sql"));
    }
}
