using System.Globalization;
using System.Text;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>The text form of PostgreSQL's COPY, in which GDAL hands over rows: every cell as it is, geometry as hexadecimal digits.</summary>
internal static class CopyText
{
    /// <summary>Splits a row; the geometry's cell is left out and handed back as it stands.</summary>
    /// <param name="row">The row's bytes.</param>
    /// <param name="geometryAt">Place of the geometry among the fields; -1 for none.</param>
    /// <param name="cells">Filled with the other cells.</param>
    public static ReadOnlySpan<byte> Split(ReadOnlySpan<byte> row, int geometryAt, Span<string?> cells)
    {
        var geometry = ReadOnlySpan<byte>.Empty;
        for (var (field, cell) = (0, 0); ; field++)
        {
            var tab = End(row, (byte)'\t', 0);
            var bytes = tab < 0 ? row : row[..tab];
            if (field == geometryAt)
            {
                geometry = bytes;
            }
            else if (cell < cells.Length)
            {
                cells[cell++] = Cell(bytes);
            }

            if (tab < 0)
            {
                return geometry.SequenceEqual("\\N"u8) ? [] : geometry;
            }

            row = row[(tab + 1)..];
        }
    }

    /// <summary>Place of the next sign that ends a cell or a row: one that is part of a cell stands behind a backslash; -1 for none.</summary>
    public static int End(ReadOnlySpan<byte> text, byte sign, int from)
    {
        while (true)
        {
            var at = text[from..].IndexOf(sign);
            if (at < 0)
            {
                return -1;
            }

            if (!EndsEscaping(text[..(from + at)]))
            {
                return from + at;
            }

            from += at + 1;
        }
    }

    /// <summary>Whether what follows the text is part of a cell: it ends in a backslash that is not itself behind one.</summary>
    public static bool EndsEscaping(ReadOnlySpan<byte> text) => (text.Length - 1 - text.LastIndexOfAnyExcept((byte)'\\')) % 2 == 1;

    /// <summary>The names between the brackets of <c>COPY "public"."t" ("a", "b") FROM STDIN;</c>.</summary>
    public static IReadOnlyList<string> Names(string copy)
    {
        var names = new List<string>();
        var at = copy.IndexOf(" (\"", StringComparison.Ordinal) + 2;
        while (at > 1 && at < copy.Length && copy[at] == '"')
        {
            names.Add(Quoted(copy, ref at));
            at += 2;
        }

        return names;
    }

    /// <summary>The name in quotation marks at a place, which moves behind it.</summary>
    public static string Quoted(string text, ref int at)
    {
        var name = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] != '"')
                {
                    at++;
                    break;
                }

                at++;
            }

            name.Append(text[at]);
        }

        return name.ToString();
    }

    /// <summary>The SRID in <c>SELECT AddGeometryColumn('public','t','g',4526,'GEOMETRY',2);</c>; null when it is none of EPSG's.</summary>
    public static int? Srid(string statement)
    {
        var parts = statement.Split(',');
        return parts.Length >= 3 && int.TryParse(parts[^3], NumberStyles.None, CultureInfo.InvariantCulture, out var srid) && srid is > 0 and < 900_000 ? srid : null;
    }

    private static string? Cell(ReadOnlySpan<byte> bytes)
    {
        if (bytes.SequenceEqual("\\N"u8))
        {
            return null;
        }

        return bytes.Contains((byte)'\\') ? Unescaped(Encoding.UTF8.GetString(bytes)) : Encoding.UTF8.GetString(bytes);
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' || i + 1 == text.Length ? text[i] : text[++i] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                'v' => '\v',
                var sign => sign,
            });
        }

        return plain.ToString();
    }
}
