using System.IO.Compression;
using System.Text;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Layout;

/// <summary>What came out of an archive.</summary>
/// <param name="Format">Its format where the archive itself tells; null when the file has to be looked at.</param>
/// <param name="Path">The file or folder.</param>
internal sealed record Unpacked(SourceFormat? Format, string Path)
{
    /// <summary>What the shapefiles in the folder are called, in their order, where the archive holds several.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>
/// Unpacks of a zip what is read, flat, under names of ours. What an archive says of its sizes is not believed: what comes out is
/// counted. Names that lead elsewhere, links and archives within are never followed.
/// </summary>
internal static class Archives
{
    public const int MostEntries = 2_000;
    public const long MostUnpackedBytes = 4L << 30;

    // Real files of coordinates and tables pack 5 to 30 times; an archive that unpacks further than this is a trap.
    private const int MostRatio = 200;
    private const long BytesBeforeRatioCounts = 64L << 20;

    private static readonly string[] Singles = [".gpkg", ".geojson", ".json", ".kml", ".dxf", ".csv", ".txt", ".xlsx", ".xls"];
    private static readonly string[] Nested = [".zip", ".kmz", ".rar", ".7z", ".gz"];

    static Archives() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static async Task<Unpacked> UnpackAsync(string archive, string folder, List<Text> notes, CancellationToken cancellation)
    {
        try
        {
            // Names in Chinese archives are GBK where they are not marked as UTF-8.
            await using var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Read, Encoding.GetEncoding("gb18030"), cancellation);
            if (zip.Entries.Count > MostEntries)
            {
                throw new SourceFaultException(SourceFaults.TooManyEntries(MostEntries));
            }

            var entries = zip.Entries.Where(entry => entry.Name.Length > 0 && !IsLink(entry) && !IsHidden(entry)).ToList();
            var room = new Room(new FileInfo(archive).Length);
            if (entries.Exists(entry => entry.FullName is "xl/workbook.xml" or "xl\\workbook.xml"))
            {
                await MeasureAsync(entries, room, cancellation);
                return new(SourceFormat.Excel, archive);
            }

            return await PickAsync(entries, folder, room, notes, cancellation);
        }
        catch (InvalidDataException)
        {
            throw new SourceFaultException(SourceFaults.BadArchive());
        }
    }

    private static async Task<Unpacked> PickAsync(List<ZipArchiveEntry> entries, string folder, Room room, List<Text> notes, CancellationToken cancellation)
    {
        var tables = entries.Where(entry => Extension(entry) is ".gdbtable" or ".gdbtablx" or ".gdbindexes" or ".atx" or ".spx" || (entry.Name is "gdb" or "timestamps" && Parent(entry).EndsWith(".gdb", StringComparison.OrdinalIgnoreCase))).ToList();
        var shapes = entries.Where(entry => Extension(entry) == ".shp").ToList();
        var singles = entries.Where(entry => Singles.Contains(Extension(entry))).ToList();
        if (tables.Exists(entry => Extension(entry) == ".gdbtable"))
        {
            return await GeodatabaseAsync(tables, folder, room, cancellation);
        }

        if (shapes.Count > LooseParts.MostShapefiles || (shapes.Count == 0 && singles.Count > 1))
        {
            throw new SourceFaultException(SourceFaults.SeveralInArchive((shapes.Count > 0 ? shapes : singles).Select(entry => ReadingIssues.Brief(entry.Name)).Take(5)));
        }

        if (shapes is [var shape])
        {
            await PartsAsync(shape, entries, Path.Combine(folder, LooseParts.ShapefileName), room, cancellation);
            return new(SourceFormat.Shapefile, LooseParts.Complete(Path.Combine(folder, LooseParts.ShapefileName), null, notes));
        }

        if (shapes.Count > 1)
        {
            return await ShapefilesAsync(shapes, entries, folder, room, notes, cancellation);
        }

        if (singles is [var single])
        {
            var to = Path.Combine(folder, "input");
            await CopyAsync(single, to, room, cancellation);
            return new(Extension(single) == ".xlsx" ? SourceFormat.Excel : null, to);
        }

        throw new SourceFaultException(entries.Exists(entry => Nested.Contains(Extension(entry))) ? SourceFaults.NestedArchive() : SourceFaults.NothingInArchive());
    }

    /// <summary>Several shapefiles become the layers of one file.</summary>
    private static async Task<Unpacked> ShapefilesAsync(
        List<ZipArchiveEntry> shapes, List<ZipArchiveEntry> entries, string folder, Room room, List<Text> notes, CancellationToken cancellation)
    {
        var names = LooseParts.LayerNames([.. shapes.Select(entry => entry.FullName)]);
        var to = LooseParts.LayerFolder(folder);
        for (var i = 0; i < shapes.Count; i++)
        {
            var shape = LooseParts.LayerPath(to, i);
            await PartsAsync(shapes[i], entries, shape, room, cancellation);
            LooseParts.Complete(shape, names[i], notes);
        }

        return new(SourceFormat.Shapefile, to) { Names = names };
    }

    private static async Task PartsAsync(ZipArchiveEntry shape, List<ZipArchiveEntry> entries, string to, Room room, CancellationToken cancellation)
    {
        var stem = Path.ChangeExtension(shape.FullName, null);
        foreach (var part in entries.Where(entry => LooseParts.ShapefileParts.Contains(Extension(entry)) && Path.ChangeExtension(entry.FullName, null).Equals(stem, StringComparison.OrdinalIgnoreCase)))
        {
            await CopyAsync(part, Path.ChangeExtension(to, Extension(part)), room, cancellation);
        }
    }

    private static async Task<Unpacked> GeodatabaseAsync(List<ZipArchiveEntry> tables, string folder, Room room, CancellationToken cancellation)
    {
        var parents = tables.Select(Parent).Distinct(StringComparer.Ordinal).ToList();
        if (parents.Count > 1)
        {
            throw new SourceFaultException(SourceFaults.SeveralInArchive(parents.Select(ReadingIssues.Brief).Take(5)));
        }

        var to = Directory.CreateDirectory(Path.Combine(folder, LooseParts.GeodatabaseName)).FullName;
        foreach (var table in tables.Where(entry => entry.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_')))
        {
            await CopyAsync(table, Path.Combine(to, table.Name), room, cancellation);
        }

        return new(SourceFormat.FileGeodatabase, to);
    }

    /// <summary>A workbook is read where it lies; how far it unpacks is counted before.</summary>
    private static async Task MeasureAsync(List<ZipArchiveEntry> entries, Room room, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            await using var from = await entry.OpenAsync(cancellation);
            await room.CopyAsync(from, Stream.Null, cancellation);
        }
    }

    private static async Task CopyAsync(ZipArchiveEntry entry, string to, Room room, CancellationToken cancellation)
    {
        await using var from = await entry.OpenAsync(cancellation);
        await using var file = new FileStream(to, FileMode.CreateNew);
        await room.CopyAsync(from, file, cancellation);
    }

    private static string Extension(ZipArchiveEntry entry) => Path.GetExtension(entry.Name).ToLowerInvariant();

    private static string Parent(ZipArchiveEntry entry) => Path.GetDirectoryName(entry.FullName.Replace('\\', '/')) ?? "";

    /// <summary>Unix keeps the kind of a file in the upper half of its attributes; a link is 0xA000.</summary>
    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & 0xF000) == 0xA000;

    private static bool IsHidden(ZipArchiveEntry entry) => entry.FullName.StartsWith("__MACOSX", StringComparison.Ordinal) || entry.Name.StartsWith('.');

    /// <summary>How much may still come out.</summary>
    private sealed class Room(long packed)
    {
        private long _taken;

        public async Task CopyAsync(Stream from, Stream to, CancellationToken cancellation)
        {
            var part = new byte[1 << 16];
            int read;
            while ((read = await from.ReadAsync(part, cancellation)) > 0)
            {
                _taken += read;
                if (_taken > MostUnpackedBytes)
                {
                    throw new SourceFaultException(SourceFaults.UnpacksTooLarge(MostUnpackedBytes));
                }

                if (_taken > BytesBeforeRatioCounts && _taken / packed > MostRatio)
                {
                    throw new SourceFaultException(SourceFaults.BombRatio());
                }

                await to.WriteAsync(part.AsMemory(0, read), cancellation);
            }
        }
    }
}
