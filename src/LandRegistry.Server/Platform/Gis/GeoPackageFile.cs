using LandRegistry.Server.Store;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LandRegistry.Server.Platform.Gis;

/// <summary>A column of a table of a GeoPackage.</summary>
/// <param name="Name">Its name; letters of a name of ours, never of a caller.</param>
/// <param name="Type">SQLite type as OGC 12-128 names it: TEXT, INTEGER, REAL, DATE, BOOLEAN, BLOB.</param>
/// <param name="Title">What people call it.</param>
internal sealed record PackageColumn(string Name, string Type, string Title);

/// <summary>
/// Writes a GeoPackage (OGC 12-128, version 1.3): tables of features with their coordinate systems, tables without shapes, names of
/// columns for people, and, where asked for, spatial indexes with the triggers that keep them.
/// </summary>
internal sealed class GeoPackageFile : IDisposable
{
    private readonly SqliteConnection _file;
    private readonly SqliteTransaction _transaction;
    private readonly Func<int, string> _definition;
    // The register has no heights; without this every position would be written with two that are none.
    private readonly GeoPackageGeoWriter _shapes = new() { HandleOrdinates = Ordinates.XY };
    private readonly HashSet<int> _systems = [];
    private readonly string _changedAt;

    /// <param name="path">Where; must not be there yet.</param>
    /// <param name="definition">The WKT of a coordinate system by its EPSG code.</param>
    /// <param name="at">When it is made.</param>
    public GeoPackageFile(string path, Func<int, string> definition, DateTimeOffset at)
    {
        _definition = definition;
        _changedAt = at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        _file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        _file.Open();
        // The file is handed out whole or not at all: no journal is needed.
        Run("pragma journal_mode = off; pragma synchronous = off; pragma application_id = 1196444487; pragma user_version = 10300");
        _transaction = _file.BeginTransaction();
        Run(EmbeddedSql.Read("Platform/Gis/geopackage_tables.sql"));
        AddSystem(4326);
    }

    /// <summary>Adds a table of features. Its key is fid, its shapes stand in geom.</summary>
    public PackageTable AddFeatures(string name, string title, ExchangeCrs crs, string shapeType, IReadOnlyList<PackageColumn> columns, bool isIndexed)
    {
        AddSystem(crs.Srid);
        var table = Add(name, title, "features", crs.Srid, $"geom {shapeType}", columns, isIndexed);
        Run("insert into gpkg_geometry_columns values ($name, 'geom', $type, $srid, 0, 0)", ("$name", name), ("$type", shapeType), ("$srid", crs.Srid));
        return table;
    }

    /// <summary>Adds a table without shapes. Its key is fid.</summary>
    public PackageTable AddAttributes(string name, string title, IReadOnlyList<PackageColumn> columns) => Add(name, title, "attributes", null, null, columns, isIndexed: false);

    /// <summary>Runs a statement of ours, for tables that other programs look for.</summary>
    public void Run(string sql, params IReadOnlyList<(string Name, object? Value)> values)
    {
        using var command = _file.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }

    /// <summary>Ends the file: extents, spatial indexes, and then it is closed.</summary>
    public void Complete(IEnumerable<PackageTable> tables)
    {
        foreach (var table in tables)
        {
            table.Complete();
        }

        _transaction.Commit();
    }

    public void Dispose()
    {
        _transaction.Dispose();
        _file.Dispose();
    }

    internal byte[] Blob(Geometry shape) => _shapes.Write(shape);

    internal SqliteCommand Command(string sql)
    {
        var command = _file.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private PackageTable Add(string name, string title, string kind, int? srid, string? shape, IReadOnlyList<PackageColumn> columns, bool isIndexed)
    {
        var declared = columns.Select(column => $"\"{column.Name}\" {column.Type}");
        Run($"create table \"{name}\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {string.Join(", ", shape is null ? declared : declared.Prepend(shape))})");
        Run(
            "insert into gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) values ($name, $kind, $title, '', $at, $srid)",
            ("$name", name), ("$kind", kind), ("$title", title), ("$at", _changedAt), ("$srid", srid));
        foreach (var column in columns)
        {
            Run("insert into gpkg_data_columns (table_name, column_name, title) values ($name, $column, $title)", ("$name", name), ("$column", column.Name), ("$title", column.Title));
        }

        return new(this, name, srid, [.. columns.Select(column => column.Name)], isIndexed);
    }

    private void AddSystem(int srid)
    {
        if (!_systems.Add(srid))
        {
            return;
        }

        Run(
            "insert into gpkg_spatial_ref_sys values ($name, $srid, 'EPSG', $srid, $definition, null)",
            ("$name", new ExchangeCrs(srid).Name.En), ("$srid", srid), ("$definition", _definition(srid)));
    }
}

/// <summary>A table of a GeoPackage that is being written.</summary>
internal sealed class PackageTable
{
    private readonly GeoPackageFile _file;
    private readonly string _name;
    private readonly int? _srid;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand? _index;
    private readonly Envelope _extent = new();
    private readonly int _columns;
    private long _rows;

    internal PackageTable(GeoPackageFile file, string name, int? srid, IReadOnlyList<string> columns, bool isIndexed)
    {
        (_file, _name, _srid, _columns) = (file, name, srid, columns.Count);
        var names = columns.Select(column => $"\"{column}\"").Prepend("fid").Concat(srid is null ? [] : ["geom"]).ToList();
        _insert = file.Command($"insert into \"{name}\" ({string.Join(", ", names)}) values ({string.Join(", ", names.Select((_, i) => $"$p{i}"))})");
        for (var i = 0; i < names.Count; i++)
        {
            _insert.Parameters.Add(new() { ParameterName = $"$p{i}" });
        }

        if (!isIndexed)
        {
            return;
        }

        file.Run($"create virtual table \"rtree_{name}_geom\" using rtree(id, minx, maxx, miny, maxy)");
        _index = file.Command($"insert into \"rtree_{name}_geom\" values ($p0, $p1, $p2, $p3, $p4)");
        for (var i = 0; i < 5; i++)
        {
            _index.Parameters.Add(new() { ParameterName = $"$p{i}" });
        }
    }

    /// <summary>Adds a row; days are written as yyyy-MM-dd.</summary>
    public void Add(IReadOnlyList<object?> values, Geometry? shape = null)
    {
        _rows++;
        _insert.Parameters[0].Value = _rows;
        for (var i = 0; i < _columns; i++)
        {
            _insert.Parameters[i + 1].Value = values[i] switch
            {
                null => DBNull.Value,
                DateOnly day => day.ToString("O"),
                decimal number => (double)number,
                var value => value,
            };
        }

        if (shape is not null)
        {
            shape.SRID = _srid!.Value;
            _insert.Parameters[_columns + 1].Value = _file.Blob(shape);
            Index(shape.EnvelopeInternal);
        }

        _insert.ExecuteNonQuery();
    }

    internal void Complete()
    {
        if (!_extent.IsNull)
        {
            _file.Run(
                "update gpkg_contents set min_x = $west, min_y = $south, max_x = $east, max_y = $north where table_name = $name",
                ("$west", _extent.MinX), ("$south", _extent.MinY), ("$east", _extent.MaxX), ("$north", _extent.MaxY), ("$name", _name));
        }

        if (_index is not null)
        {
            _index.Dispose();
            _file.Run(EmbeddedSql.Read("Platform/Gis/geopackage_index.sql").Replace("TABLE", _name, StringComparison.Ordinal));
        }

        _insert.Dispose();
    }

    private void Index(Envelope box)
    {
        _extent.ExpandToInclude(box);
        if (_index is null)
        {
            return;
        }

        _index.Parameters[0].Value = _rows;
        _index.Parameters[1].Value = box.MinX;
        _index.Parameters[2].Value = box.MaxX;
        _index.Parameters[3].Value = box.MinY;
        _index.Parameters[4].Value = box.MaxY;
        _index.ExecuteNonQuery();
    }
}
