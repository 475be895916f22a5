using System.Globalization;
using System.Security.Cryptography;
using LandRegistry.Domain.Parcels;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>A parcel as a returned file has it.</summary>
internal sealed record FieldRow(
    long ParcelId, string? Name, string? Address, string Status, DateOnly? StatusOn, string? Remarks, DateOnly? CheckedOn, string? CheckedBy, string? Note, MultiPolygon? Boundary);

/// <summary>
/// A parcel that was drawn in the field: it has no number of the register's, and is known by the digest of its shape however often the
/// package comes back. The shape is a boundary or a point, EPSG:4490, longitude first, as drawn.
/// </summary>
internal sealed record FieldDrawing(
    string Key, string? Name, string? Address, string? Status, DateOnly? StatusOn, string? Remarks, DateOnly? CheckedOn, string? CheckedBy, string? Note, Geometry Shape);

/// <summary>A photograph as a returned file has it.</summary>
internal sealed record FieldPhoto(long ParcelId, DateOnly? TakenOn, string? Title, byte[] Content, string MediaType, string Digest);

/// <summary>A value of a returned file that cannot be understood, and where.</summary>
internal sealed record FieldFault(string Place, string Message, string MessageZh);

/// <summary>
/// Reads a returned package. The file comes from outside: it is opened for reading only, as data and never as schema (no view, trigger
/// or virtual table of it is run), its tables are known by name, and rows, texts, shapes and pictures have their limits.
/// </summary>
internal sealed class FieldFile : IDisposable
{
    /// <summary>Bytes of a photograph at most.</summary>
    public const int MostPhotoBytes = 20 << 20;

    private const int MostShapeBytes = 4 << 20;
    private const int MostText = 20_000;
    private const int MostFaults = 50;

    private readonly SqliteConnection _file;
    private readonly List<FieldFault> _faults = [];

    private FieldFile(SqliteConnection file) => _file = file;

    public IReadOnlyList<FieldFault> Faults => _faults;

    private IEnumerable<string> Layers => new[] { FieldPackageLayers.Parcels, FieldPackageLayers.Points }.Where(IsTable);

    /// <summary>Opens a file; null when it is no SQLite database or has not the tables of a package.</summary>
    public static FieldFile? Open(string path)
    {
        var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        try
        {
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = "pragma trusted_schema = off; pragma cell_size_check = on; pragma mmap_size = 0; pragma query_only = on";
            command.ExecuteNonQuery();
            var opened = new FieldFile(file);
            if (opened.IsTable(FieldPackageLayers.MarkTable) && opened.IsTable(FieldPackageLayers.Parcels))
            {
                return opened;
            }
        }
        catch (SqliteException)
        {
            // Said by the caller: no file of ours.
        }

        file.Dispose();
        return null;
    }

    /// <summary>The mark of the package; null when it is none.</summary>
    public Guid? Token() => Read($"select token from {FieldPackageLayers.MarkTable} limit 1", row => Guid.TryParse(row.GetString(0), out var token) ? token : (Guid?)null).FirstOrDefault();

    /// <summary>The parcels: boundaries and points; of a parcel that stands in both, as when its boundary was drawn outside, the boundary's row.</summary>
    public IReadOnlyList<FieldRow> Parcels(int most)
    {
        var rows = new Dictionary<long, FieldRow>();
        foreach (var layer in Layers)
        {
            var found = Read(
                $"select parcel_id, name, address, status, status_on, remarks, checked_on, checked_by, note, {(layer == FieldPackageLayers.Parcels ? "geom" : "null")} from \"{layer}\" where parcel_id is not null order by fid limit {most + 1}",
                row => ReadParcel(row, layer));
            foreach (var parcel in found.OfType<FieldRow>().Where(parcel => rows.Count <= most && !rows.TryAdd(parcel.ParcelId, parcel) && layer == FieldPackageLayers.Parcels))
            {
                Fault($"{layer} parcel_id={parcel.ParcelId}", "Stands twice in the layer.", "在图层中出现两次。");
            }
        }

        return [.. rows.Values];
    }

    /// <summary>What was drawn anew: rows without a number, each with its shape; the same shape twice is one.</summary>
    public IReadOnlyList<FieldDrawing> Drawings(int most) =>
    [
        .. Layers.SelectMany(layer => Read(
            $"select fid, name, address, status, status_on, remarks, checked_on, checked_by, note, geom from \"{layer}\" where parcel_id is null and geom is not null order by fid limit {most + 1}",
            row => ReadDrawing(row, layer))).OfType<FieldDrawing>().DistinctBy(drawing => drawing.Key),
    ];

    /// <summary>Rows that name no parcel and have no shape either.</summary>
    public long Shapeless => Layers.Sum(layer => Read($"select count(*) from \"{layer}\" where parcel_id is null and geom is null", row => row.GetInt64(0)).Single());

    /// <summary>The photographs that are pictures, one after another.</summary>
    public IEnumerable<FieldPhoto> Photos() => !IsTable(FieldPackageLayers.Photos)
        ? []
        : Read($"select parcel_id, taken_on, title, photo from {FieldPackageLayers.Photos} where parcel_id is not null and length(photo) between 1 and {MostPhotoBytes} order by fid", ReadPhoto).OfType<FieldPhoto>();

    public void Dispose() => _file.Dispose();

    /// <summary>A view or virtual table of a known name is none of ours.</summary>
    private bool IsTable(string name) =>
        Read($"select count(*) from sqlite_master where type = 'table' and name = '{name}' and sql not like 'create virtual%'", row => row.GetInt64(0)).FirstOrDefault() == 1;

    private IEnumerable<T> Read<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = _file.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            yield return read(row);
        }
    }

    private FieldRow? ReadParcel(SqliteDataReader row, string layer)
    {
        if (row.GetValue(0) is not long id)
        {
            Fault(layer, "parcel_id is no whole number.", "parcel_id 不是整数。");
            return null;
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"{layer} parcel_id={id}");
        var status = Text(row, 3, place, "status");
        if (!IsStatus(status, place))
        {
            return null;
        }

        return new(
            id, Text(row, 1, place, "name"), Text(row, 2, place, "address"), status!, Day(row, 4, place, "status_on"), Text(row, 5, place, "remarks"),
            Day(row, 6, place, "checked_on"), Text(row, 7, place, "checked_by"), Text(row, 8, place, "note"), Shape(row, 9, place));
    }

    private FieldDrawing? ReadDrawing(SqliteDataReader row, string layer)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{layer} fid={row.GetValue(0)}");
        var status = Text(row, 3, place, "status");
        if ((status is not null && !IsStatus(status, place)) || (layer == FieldPackageLayers.Parcels ? (Geometry?)Shape(row, 9, place) : Place(row, 9, place)) is not { } shape)
        {
            return null;
        }

        var key = Convert.ToHexStringLower(SHA256.HashData(shape.Normalized().AsBinary()));
        return new(
            key, Text(row, 1, place, "name"), Text(row, 2, place, "address"), status, Day(row, 4, place, "status_on"), Text(row, 5, place, "remarks"),
            Day(row, 6, place, "checked_on"), Text(row, 7, place, "checked_by"), Text(row, 8, place, "note"), shape);
    }

    private bool IsStatus(string? status, string place)
    {
        if (ParcelStatuses.TryParse(status, out _))
        {
            return true;
        }

        Fault(place, $"“{status}” is no status of the register.", $"“{status}”不是登记状态。");
        return false;
    }

    private FieldPhoto? ReadPhoto(SqliteDataReader row)
    {
        if (row.GetValue(0) is not long id || row.GetValue(3) is not byte[] content)
        {
            return null;
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"{FieldPackageLayers.Photos} parcel_id={id}");
        var type = content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg" : content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png" : null;
        if (type is null)
        {
            Fault(place, "The photograph is neither JPEG nor PNG.", "照片不是 JPEG 或 PNG。");
            return null;
        }

        return new(id, Day(row, 1, place, "taken_on"), Text(row, 2, place, "title"), content, type, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private string? Text(SqliteDataReader row, int column, string place, string name)
    {
        if (row.IsDBNull(column) || Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Length <= MostText && !text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        Fault(place, $"{name} has more than {MostText} characters, or a NUL.", $"{name} 超过 {MostText} 个字符，或含空字符。");
        return null;
    }

    private DateOnly? Day(SqliteDataReader row, int column, string place, string name)
    {
        if (Text(row, column, place, name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Fault(place, $"{name}: “{text}” is no day (yyyy-MM-dd).", $"{name}：“{text}”不是日期（yyyy-MM-dd）。");
        return null;
    }

    private MultiPolygon? Shape(SqliteDataReader row, int column, string place)
    {
        if (row.IsDBNull(column))
        {
            return null;
        }

        var parts = ReadShape(row, column) switch { MultiPolygon many => many, Polygon one => one.Factory.CreateMultiPolygon([one]), _ => null };
        if (parts is null)
        {
            Fault(place, "The shape cannot be read, or is no polygon in degrees.", "图形无法读取，或不是以度为单位的多边形。");
            return null;
        }

        parts.SRID = 4490;
        return parts;
    }

    private Point? Place(SqliteDataReader row, int column, string place)
    {
        if (ReadShape(row, column) is not Point point)
        {
            Fault(place, "The shape cannot be read, or is no point in degrees.", "图形无法读取，或不是以度为单位的点。");
            return null;
        }

        point.SRID = 4490;
        return point;
    }

    /// <summary>A shape that can be read and lies in degrees; null for any other.</summary>
    private static Geometry? ReadShape(SqliteDataReader row, int column)
    {
        try
        {
            return row.GetValue(column) is byte[] { Length: <= MostShapeBytes } blob && new GeoPackageGeoReader { HandleOrdinates = Ordinates.XY }.Read(blob) is { IsEmpty: false } shape && AllFinite(shape) ? shape : null;
        }
        catch (Exception broken) when (broken is ArgumentException or ParseException or InvalidOperationException or IOException or IndexOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static bool AllFinite(Geometry shape) => shape.Coordinates.All(at => double.IsFinite(at.X) && double.IsFinite(at.Y) && Math.Abs(at.X) <= 180 && Math.Abs(at.Y) <= 90);

    private void Fault(string place, string message, string messageZh)
    {
        if (_faults.Count < MostFaults)
        {
            _faults.Add(new(place, message, messageZh));
        }
    }
}
