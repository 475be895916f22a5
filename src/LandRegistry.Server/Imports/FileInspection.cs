using System.Buffers;
using System.Text;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports;

/// <summary>What one pass over the bytes of a file tells: whether it is text of an agreed encoding, within limits, with quotes that close.</summary>
/// <param name="Encoding">The encoding that decodes every byte; null when the file is refused.</param>
/// <param name="EndsWithLineBreak">False when the last line is not ended.</param>
/// <param name="Faults">Why the file is refused; empty when it is not.</param>
public sealed record FileInspection(Encoding? Encoding, bool EndsWithLineBreak, IReadOnlyList<Text> Faults)
{
    /// <summary>Largest file, bytes.</summary>
    public const long LargestFile = 256L << 20;

    /// <summary>Longest line, bytes.</summary>
    public const long LongestLine = 1L << 20;

    /// <summary>Longest record, bytes; a record may span lines inside quotation marks.</summary>
    public const long LongestRecord = 4L << 20;

    private static readonly (byte[] Start, Text Kind)[] Kinds =
    [
        ([0x50, 0x4B, 0x03, 0x04], new("压缩包（ZIP，也可能是 .xlsx 工作簿）", "a ZIP archive (or an .xlsx workbook)")),
        ([0x1F, 0x8B], new("gzip 压缩文件", "a gzip archive")),
        ([0xD0, 0xCF, 0x11, 0xE0], new("旧版 Excel 工作簿（.xls）", "an old Excel workbook (.xls)")),
        ([0x25, 0x50, 0x44, 0x46], new("PDF 文件", "a PDF document")),
        ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65], new("SQLite 数据库（也可能是 GeoPackage）", "a SQLite database (or a GeoPackage)")),
        ([0xFF, 0xFE], new("UTF-16 文本，请另存为 UTF-8", "UTF-16 text; save it as UTF-8")),
        ([0xFE, 0xFF], new("UTF-16 文本，请另存为 UTF-8", "UTF-16 text; save it as UTF-8")),
    ];

    /// <summary>Reads the stream from its start to its end.</summary>
    public static FileInspection Of(Stream stream, ImportProfile profile)
    {
        if (stream.Length == 0)
        {
            return Refused(FileFaults.Empty());
        }
        if (stream.Length > LargestFile)
        {
            return Refused(FileFaults.TooLarge(stream.Length, LargestFile));
        }
        var candidates = new List<EncodingCandidate>();
        foreach (var name in profile.Encodings)
        {
            if (EncodingCandidate.Create(name) is not { } candidate)
            {
                return Refused(FileFaults.UnknownEncoding(name));
            }
            candidates.Add(candidate);
        }
        var structure = new QuoteWalk((byte)profile.Delimiter[0]);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            for (var first = true; ; first = false)
            {
                var read = stream.ReadAtLeast(buffer, 1 << 16, throwOnEndOfStream: false);
                var block = buffer.AsSpan(0, read);
                if (first && Kinds.FirstOrDefault(k => buffer.AsSpan(0, read).StartsWith(k.Start)) is { Kind: { } kind })
                {
                    return Refused(FileFaults.IsKind(kind));
                }
                if (structure.Walk(block) is { } fault)
                {
                    return Refused(fault);
                }
                var last = read < 1 << 16;
                candidates.ForEach(c => c.Take(buffer.AsSpan(0, read), last));
                if (last)
                {
                    break;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        if (structure.End() is { } open)
        {
            return Refused(open);
        }
        return candidates.Find(c => !c.Failed) is { } found
            ? new(found.Encoding, structure.EndsWithLineBreak, [])
            : Refused(FileFaults.WrongEncoding(profile.Encodings));
    }

    private static FileInspection Refused(Text fault) => new(null, false, [fault]);
}
