using System.IO.Compression;
using System.Text;

namespace LandRegistry.Server.Platform.Gdal;

/// <summary>
/// Finds out what an upload is from its content and lays it out for GDAL under a name of ours, so that neither its own name nor
/// what it claims to be decides which driver reads it.
/// </summary>
internal static class VectorFile
{
    private const int MostEntries = 100;
    private const long MostUnpackedBytes = 512L << 20;
    private const int HeadBytes = 4096;

    private static readonly string[] ShapefileParts = [".shp", ".shx", ".dbf", ".prj", ".cpg"];

    /// <summary>The path for GDAL; null when the file is of no kind that is read. Everything lies in the folder.</summary>
    public static string? Lay(string upload, string folder)
    {
        var head = new byte[HeadBytes];
        int length;
        using (var stream = File.OpenRead(upload))
        {
            length = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        }

        return KindOf(head.AsSpan(0, length)) switch
        {
            "zip" => Unpack(upload, folder),
            { } extension => Move(upload, Path.Combine(folder, "input" + extension)),
            null => null,
        };
    }

    private static string? KindOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return "zip";
        }

        if (head.StartsWith("SQLite format 3\0"u8))
        {
            return ".gpkg";
        }

        if (head.StartsWith("fgb"u8))
        {
            return ".fgb";
        }

        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        // VRT, WFS and the like are XML too: only what is KML at its root is taken for XML.
        return text.StartsWith('{') ? ".geojson" : text.StartsWith('<') && text.Contains("<kml", StringComparison.Ordinal) ? ".kml" : null;
    }

    private static string Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        return to;
    }

    /// <summary>A zipped shapefile: its parts only, flat, under our names, and no more of them than is told.</summary>
    private static string? Unpack(string upload, string folder)
    {
        try
        {
            using var zip = ZipFile.OpenRead(upload);
            if (zip.Entries.Count > MostEntries)
            {
                return null;
            }

            var parts = zip.Entries.Where(entry => ShapefileParts.Contains(Path.GetExtension(entry.Name).ToLowerInvariant())).ToList();
            if (parts.Count(entry => entry.Name.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)) != 1)
            {
                return null;
            }

            var room = MostUnpackedBytes;
            foreach (var part in parts)
            {
                using var from = part.Open();
                using var to = File.Create(Path.Combine(folder, "input" + Path.GetExtension(part.Name).ToLowerInvariant()));
                if (!CopyWithin(from, to, ref room))
                {
                    return null;
                }
            }

            return Path.Combine(folder, "input.shp");
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>What an archive says of its sizes is not believed: what comes out is counted.</summary>
    private static bool CopyWithin(Stream from, Stream to, ref long room)
    {
        var part = new byte[1 << 16];
        int read;
        while ((read = from.Read(part)) > 0)
        {
            room -= read;
            if (room < 0)
            {
                return false;
            }

            to.Write(part, 0, read);
        }

        return true;
    }
}
