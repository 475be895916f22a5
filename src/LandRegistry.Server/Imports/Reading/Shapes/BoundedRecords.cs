using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>Records of bytes from a stream, a line each; of one that is longer than is told only the start is kept.</summary>
/// <param name="stream">The bytes.</param>
/// <param name="cancellation">Stops the reading.</param>
/// <param name="isEscaped">Whether a record goes on after a line end behind a backslash, as in the text of PostgreSQL's COPY.</param>
internal sealed class BoundedRecords(Stream stream, CancellationToken cancellation, bool isEscaped = false)
{
    /// <summary>Longest line that is kept whole: room for a shape of the most vertices in hexadecimal digits, and its cells.</summary>
    public const int LongestRecord = 8 << 20;

    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;

    /// <summary>Whether the present line is cut.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The next line without its end; null after the last. It is good until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync()
    {
        IsCut = false;
        var seen = _start;
        while (true)
        {
            var at = EndOfRecord(_buffer.AsSpan(_start, _end - _start), seen - _start);
            if (at >= 0)
            {
                var line = _buffer.AsMemory(_start, at);
                _start += at + 1;
                return line;
            }

            seen = _end;
            if (_end == _buffer.Length)
            {
                if (_start == 0 && _buffer.Length >= LongestRecord)
                {
                    return await SkipAsync();
                }

                seen -= _start;
                Make();
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
            if (read == 0)
            {
                var last = _buffer.AsMemory(_start, _end - _start);
                _start = _end;
                if (last.Length == 0)
                {
                    return null;
                }

                return last;
            }

            _end += read;
        }
    }

    /// <summary>Moves what is not handed out to the front, and doubles the room when that is not enough.</summary>
    private void Make()
    {
        var rest = _buffer.AsMemory(_start, _end - _start);
        var to = rest.Length > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        rest.CopyTo(to);
        (_buffer, _end, _start) = (to, rest.Length, 0);
    }

    /// <summary>Place of the line end with which the record ends; -1 when it has not come yet.</summary>
    private int EndOfRecord(ReadOnlySpan<byte> record, int from)
    {
        if (isEscaped)
        {
            return CopyText.End(record, (byte)'\n', from);
        }

        var at = record[from..].IndexOf((byte)'\n');
        return at < 0 ? at : from + at;
    }

    private async ValueTask<ReadOnlyMemory<byte>?> SkipAsync()
    {
        IsCut = true;
        var kept = _buffer.AsSpan(0, ReadingIssues.LongestCell).ToArray();
        var length = _end;
        while (true)
        {
            // Whether the bytes before end in a backslash that counts goes along.
            _buffer[0] = CopyText.EndsEscaping(_buffer.AsSpan(0, length)) ? (byte)'\\' : (byte)' ';
            var read = await stream.ReadAsync(_buffer.AsMemory(1), cancellation);
            length = read + 1;
            var at = EndOfRecord(_buffer.AsSpan(0, length), 1);
            if (at >= 0 || read == 0)
            {
                (_start, _end) = read == 0 ? (0, 0) : (at + 1, length);
                return kept;
            }
        }
    }
}
