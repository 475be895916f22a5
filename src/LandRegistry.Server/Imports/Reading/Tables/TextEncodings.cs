using System.Text;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Tables;

/// <summary>Tells how text is encoded: every candidate is tried on every byte, and the user sees some text in each.</summary>
internal static class TextEncodings
{
    private const int LinesShown = 5;
    private const int LongestLineShown = 120;
    private const int SampleBytes = 1 << 18;

    // GB18030 holds all of GBK and GB2312. Windows-1252 decodes nearly anything: it comes last and only by its letters.
    private static readonly string[] Names = ["utf-8", "gb18030", "big5", "windows-1252"];

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a name; bytes that are none of its own become the replacement sign.</summary>
    public static Encoding Of(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new SourceFaultException(SourceFaults.UnknownEncoding(ReadingIssues.Brief(name)));
        }
    }

    /// <summary>Some bytes as text, for looking at.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Of(Likely(bytes)).GetString(bytes);

    /// <summary>How the text of a file is encoded.</summary>
    public static async Task<SourceEncoding> DetectAsync(string path, string? chosen, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return await DetectAsync(file, chosen, cancellation);
    }

    /// <summary>How the text of a stream is encoded, which is read to its end.</summary>
    public static async Task<SourceEncoding> DetectAsync(Stream stream, string? chosen, CancellationToken cancellation)
    {
        var candidates = Names.Select(name => (Name: name, Tried: EncodingCandidate.Create(name)!)).ToList();
        var sample = new MemoryStream();
        var (block, isAscii) = (new byte[1 << 16], true);
        for (var isLast = false; !isLast;)
        {
            var read = await stream.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellation);
            isLast = read < block.Length;
            candidates.ForEach(candidate => candidate.Tried.Take(block.AsSpan(0, read), isLast));
            if (isAscii && Ascii.IsValid(block.AsSpan(0, read)))
            {
                continue;
            }

            isAscii = false;
            if (sample.Length < SampleBytes)
            {
                await sample.WriteAsync(block.AsMemory(0, read), cancellation);
            }
        }

        var bytes = sample.GetBuffer().AsMemory(0, (int)sample.Length);
        return Choose(candidates.ToDictionary(candidate => candidate.Name, candidate => !candidate.Tried.Failed, StringComparer.Ordinal), bytes.Span, chosen, isAscii);
    }

    private static SourceEncoding Choose(Dictionary<string, bool> decodes, ReadOnlySpan<byte> sample, string? chosen, bool isAscii)
    {
        var previews = new List<EncodingPreview>();
        foreach (var name in isAscii ? Names.Take(1) : Names)
        {
            previews.Add(new(name, decodes[name], Lines(Of(name).GetString(sample))));
        }

        if (chosen is not null)
        {
            return new(Of(chosen).WebName, new("由用户选定。", "Chosen by the user."), previews);
        }

        if (isAscii)
        {
            return new("utf-8", new("只有 ASCII 字符。", "Nothing but ASCII."), previews);
        }

        if (decodes["utf-8"])
        {
            return new("utf-8", new("每个字节都合 UTF-8。", "Every byte is valid UTF-8."), previews);
        }

        var likely = Likely(sample);
        return likely == "gb18030" && decodes["gb18030"]
            ? new("gb18030", new("不是 UTF-8；每个字节都合 GB18030（含 GBK），且多为常用汉字。", "Not UTF-8; every byte is valid GB18030 (GBK included), and most are common Chinese characters."), previews)
            : decodes["windows-1252"] && likely != "gb18030"
                ? new("windows-1252", new("不是 UTF-8，也不像中文；按西欧编码读取。", "Not UTF-8 and unlike Chinese; read as Western European."), previews)
                : decodes["gb18030"] ? new("gb18030", new("不是 UTF-8；每个字节都合 GB18030，请看预览。", "Not UTF-8; every byte is valid GB18030. Look at the preview."), previews)
                : throw new SourceFaultException(SourceFaults.NoEncoding());
    }

    /// <summary>
    /// By the bytes beyond ASCII: pairs in the rows of common hanzi and Chinese signs are Chinese; an accented letter between ASCII
    /// letters is not.
    /// </summary>
    private static string Likely(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(TrimTail(bytes)))
        {
            return "utf-8";
        }

        var (chinese, other) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            var isPair = i + 1 < bytes.Length && bytes[i] is >= 0xA1 and <= 0xF7 && bytes[i + 1] >= 0xA1;
            chinese += isPair ? 1 : 0;
            other += isPair ? 0 : 1;
            i += isPair ? 1 : 0;
        }

        return chinese >= other ? "gb18030" : "windows-1252";
    }

    /// <summary>A sample may end within a character.</summary>
    private static ReadOnlySpan<byte> TrimTail(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        while (end > 0 && bytes.Length - end < 4 && bytes[end - 1] >= 0x80)
        {
            end--;
        }

        return bytes[..end];
    }

    private static List<string> Lines(string text) =>
        [.. text.Split('\n').Select(line => line.Trim(' ', '|', '\r', '\t')).Where(line => line.Any(letter => letter > 0x7F)).Take(LinesShown)
            .Select(line => line.Length <= LongestLineShown ? line : line[..LongestLineShown] + "…")];
}
