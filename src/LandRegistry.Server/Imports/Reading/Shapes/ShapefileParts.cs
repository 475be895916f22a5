using System.Buffers.Binary;
using System.Text;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading.Layout;
using LandRegistry.Server.Imports.Reading.Tables;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>What the parts beside the .shp say.</summary>
/// <param name="Encoding">By the bytes of the .dbf and by the .cpg; null without a .dbf.</param>
/// <param name="Crs">By the .prj; null without one.</param>
internal sealed record ShapefileSayings(SourceEncoding? Encoding, CrsStatement? Crs);

/// <summary>Reads what the parts beside the .shp say.</summary>
internal static class ShapefileParts
{
    private const int LongestPart = 20_000;

    /// <summary>What is said of shapefiles that are read as one.</summary>
    public static async Task<ShapefileSayings> ReadAsync(IReadOnlyList<string> shapes, SourceChoices choices, CancellationToken cancellation)
    {
        var prj = Small(Path.ChangeExtension(shapes[0], ".prj"));
        var crs = prj is null ? null : PrjText.Read(prj, new(".prj 文件", "the .prj"));
        var tables = shapes.Select(shape => Path.ChangeExtension(shape, ".dbf")).Where(File.Exists).ToList();
        return new(tables.Count > 0 ? await EncodingAsync(tables, Small(Path.ChangeExtension(tables[0], ".cpg")), choices.Encoding, cancellation) : null, crs);
    }

    /// <summary>A .cpg is honoured where every byte of the table fits it; many are wrong.</summary>
    private static async Task<SourceEncoding> EncodingAsync(IReadOnlyList<string> tables, string? cpg, string? chosen, CancellationToken cancellation)
    {
        await using var table = new DbfText(tables);
        var found = await TextEncodings.DetectAsync(table, chosen, cancellation);
        if (chosen is not null || cpg is null || Named(cpg) is not { } stated)
        {
            return found;
        }

        var fits = found.Candidates.FirstOrDefault(candidate => candidate.Name == stated);
        return stated == found.Name || fits is { Decodes: true }
            ? found with { Name = stated, Reason = new(".cpg 如此写明，且每个字节都相合。", "The .cpg says so, and every byte agrees.") }
            : found.Candidates.Count == 1 ? found
            : found with { Reason = new($".cpg 写的是 {ReadingIssues.Brief(cpg)}，与字节不符。{found.Reason.Zh}", $"The .cpg says {ReadingIssues.Brief(cpg)}, which the bytes are not. {found.Reason.En}") };
    }

    private static string? Named(string cpg) => cpg.Trim().ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal) switch
    {
        "UTF8" or "65001" => "utf-8",
        "GBK" or "GB2312" or "GB18030" or "936" or "CP936" or "54936" or "ANSI936" or "MS936" => "gb18030",
        "BIG5" or "950" or "CP950" => "big5",
        "1252" or "CP1252" or "WINDOWS1252" or "ISO88591" or "88591" => "windows-1252",
        _ => null,
    };

    private static string? Small(string path) =>
        new FileInfo(path) is { Exists: true, Length: < LongestPart } ? File.ReadAllText(path, Encoding.UTF8) : null;
}

/// <summary>The text of dBASE tables, one after another, as a stream: a line of names, then a line of its character cells for each row, numbers and marks left out.</summary>
internal sealed class DbfText : Stream
{
    private readonly Queue<string> _waiting;
    private readonly List<(int At, int Length)> _texts = [];
    private readonly MemoryStream _out = new();
    private FileStream? _file;
    private byte[] _record = [];

    public DbfText(IEnumerable<string> paths) => _waiting = new(paths);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            var read = _out.Read(buffer, offset, count);
            if (read > 0 || !Fill(count))
            {
                return read;
            }

            _out.Position = 0;
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _file?.Dispose();
        _out.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Takes more rows, or the head of the next table; false after the last.</summary>
    private bool Fill(int count)
    {
        _out.SetLength(0);
        while (_out.Length < count && _record.Length > 0 && _file!.ReadAtLeast(_record, _record.Length, throwOnEndOfStream: false) == _record.Length)
        {
            foreach (var (at, length) in _texts)
            {
                // A cell that is cut in the middle of a character says nothing of the encoding.
                if (Whole(_record.AsSpan(at, length)) is { Length: > 0 } cell)
                {
                    _out.Write(cell);
                    _out.Write(" | "u8);
                }
            }

            _out.WriteByte((byte)'\n');
        }

        if (_out.Length > 0)
        {
            return true;
        }

        if (!_waiting.TryDequeue(out var next))
        {
            return false;
        }

        _file?.Dispose();
        _file = File.OpenRead(next);
        TakeHead(_file);
        return true;
    }

    private void TakeHead(FileStream file)
    {
        Span<byte> head = stackalloc byte[32];
        var (start, length) = file.ReadAtLeast(head, 32, throwOnEndOfStream: false) == 32
            ? (BinaryPrimitives.ReadUInt16LittleEndian(head[8..]), BinaryPrimitives.ReadUInt16LittleEndian(head[10..]))
            : ((ushort)0, (ushort)0);
        _record = new byte[length];
        _texts.Clear();
        var at = 1;
        while (file.Position + 32 <= start && file.ReadAtLeast(head, 32, throwOnEndOfStream: false) == 32 && head[0] != 0x0D)
        {
            var name = head[..11];
            _out.Write(name[..(name.IndexOf((byte)0) is >= 0 and var end ? end : 11)]);
            _out.Write(" | "u8);
            if (head[11] is (byte)'C' && at + head[16] <= length)
            {
                _texts.Add((at, head[16]));
            }

            at += head[16];
        }

        _out.WriteByte((byte)'\n');
        file.Position = Math.Max((int)start, 32);
    }

    /// <summary>A cell full to its last byte may have been cut: its tail of bytes beyond ASCII is left out.</summary>
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> cell)
    {
        var text = cell.TrimEnd(" \0"u8);
        if (text.Length < cell.Length)
        {
            return text;
        }

        var end = text.Length;
        while (end > 0 && text[end - 1] >= 0x80)
        {
            end--;
        }

        return text[..end];
    }
}
