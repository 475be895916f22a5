using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>Lines of bytes from a stream; of one that is longer than is told only the start is kept.</summary>
internal sealed class BoundedRecords(Stream stream, CancellationToken cancellation)
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
            var at = _buffer.AsSpan(seen, _end - seen).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = _buffer.AsMemory(_start, seen + at - _start);
                _start = seen + at + 1;
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

    private async ValueTask<ReadOnlyMemory<byte>?> SkipAsync()
    {
        IsCut = true;
        var kept = _buffer.AsSpan(0, ReadingIssues.LongestCell).ToArray();
        int read;
        while ((read = await stream.ReadAsync(_buffer, cancellation)) > 0)
        {
            var at = _buffer.AsSpan(0, read).IndexOf((byte)'\n');
            if (at >= 0)
            {
                (_start, _end) = (at + 1, read);
                return kept;
            }
        }

        (_start, _end) = (0, 0);
        return kept;
    }
}
