using System.Text;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Domain.Imports.Reading.Boundaries;
using LandRegistry.Server.Imports.Reading.Tables;

namespace LandRegistry.Server.Imports.Reading.Layout;

/// <summary>What the first bytes of a file make of it.</summary>
internal enum SniffedKind
{
    Unknown,
    Known,
    Archive,

    /// <summary>A part of a shapefile; the others lie beside it.</summary>
    ShapefilePart,
    Utf16,
}

/// <summary>Tells what a file is from its first bytes; its name and what it claims to be play no part.</summary>
internal sealed record FileSniff(SniffedKind Kind, SourceFormat Format = default, Text? Refusal = null)
{
    private const int HeadBytes = 1 << 16;

    private static readonly System.Buffers.SearchValues<char> NameEnds = System.Buffers.SearchValues.Create(" \t\r\n>/");

    private static readonly (byte[] Start, Text Kind)[] Refused =
    [
        ([0x1F, 0x8B], new("gzip 压缩文件（请改用 zip）", "a gzip archive (use zip)")),
        ("Rar!"u8.ToArray(), new("RAR 压缩包（请改用 zip）", "a RAR archive (use zip)")),
        ([0x37, 0x7A, 0xBC, 0xAF], new("7z 压缩包（请改用 zip）", "a 7z archive (use zip)")),
        ("%PDF"u8.ToArray(), new("PDF 文件", "a PDF document")),
        ("AC10"u8.ToArray(), new("DWG 图纸（请在 CAD 中另存为 DXF）", "a DWG drawing (save it as DXF)")),
        ("AutoCAD Binary DXF"u8.ToArray(), new("二进制 DXF（请另存为文本 DXF）", "a binary DXF (save it as text)")),
    ];

    /// <summary>Looks at a file.</summary>
    public static FileSniff Of(string path)
    {
        var head = new byte[HeadBytes];
        using var stream = File.OpenRead(path);
        return Of(head.AsSpan(0, stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)), System.IO.Path.GetExtension(path));
    }

    private static FileSniff Of(ReadOnlySpan<byte> head, string extension)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return new(SniffedKind.Archive);
        }

        if (head.StartsWith("SQLite format 3\0"u8))
        {
            return new(SniffedKind.Known, SourceFormat.GeoPackage);
        }

        if (head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            return new(SniffedKind.Known, SourceFormat.Excel);
        }

        if (head.StartsWith<byte>([0, 0, 0x27, 0x0A]) || extension.ToLowerInvariant() is ".dbf" or ".shx" or ".prj" or ".cpg")
        {
            return new(SniffedKind.ShapefilePart);
        }

        if (head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF]))
        {
            return new(SniffedKind.Utf16);
        }

        foreach (var (start, kind) in Refused)
        {
            if (head.StartsWith(start))
            {
                return new(SniffedKind.Unknown, Refusal: kind);
            }
        }

        return head.Contains((byte)0) ? new(SniffedKind.Unknown) : OfText(head);
    }

    private static FileSniff OfText(ReadOnlySpan<byte> head)
    {
        // Signs of all formats are ASCII, which every encoding that is read has in common.
        var text = Encoding.Latin1.GetString(head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? head[3..] : head).TrimStart();
        if (text.StartsWith('{'))
        {
            return new(SniffedKind.Known, SourceFormat.GeoJson);
        }

        if (text.StartsWith('<'))
        {
            // VRT, WFS and the like are XML too: only what is KML at its root is taken for XML.
            return RootOf(text) == "kml" ? new(SniffedKind.Known, SourceFormat.Kml)
                : new(SniffedKind.Unknown, Refusal: new("KML 以外的 XML", "XML other than KML"));
        }

        if (IsDxf(text))
        {
            return new(SniffedKind.Known, SourceFormat.Dxf);
        }

        var lines = TextEncodings.Decode(head).Split('\n').Take(2_000);
        return new(SniffedKind.Known, BoundaryText.IsLike(lines) ? SourceFormat.BoundaryText : SourceFormat.Csv);
    }

    /// <summary>Name of the first element, past declaration, comments and the like.</summary>
    private static string RootOf(string xml)
    {
        for (var at = 0; (at = xml.IndexOf('<', at)) >= 0; at++)
        {
            if (xml.AsSpan(at).StartsWith("<!--"))
            {
                at = xml.IndexOf("-->", at, StringComparison.Ordinal);
                if (at < 0)
                {
                    return "";
                }
            }
            else if (at + 1 < xml.Length && xml[at + 1] is not ('?' or '!'))
            {
                var end = xml.AsSpan(at + 1).IndexOfAny(NameEnds);
                var name = end < 0 ? "" : xml.Substring(at + 1, end);
                return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
            }
        }

        return "";
    }

    private static bool IsDxf(string text)
    {
        var lines = text.Split('\n', 40).Select(line => line.Trim()).ToList();
        var at = 0;
        while (at + 1 < lines.Count && lines[at] == "999")
        {
            at += 2;
        }

        return at + 1 < lines.Count && lines[at] == "0" && lines[at + 1] == "SECTION";
    }
}
