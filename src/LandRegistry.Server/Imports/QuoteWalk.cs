using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports;

/// <summary>Walks over the bytes of a CSV file and keeps only where lines, records and quotation marks begin.</summary>
internal sealed class QuoteWalk(byte delimiter)
{
    private long _line = 1;
    private long _lineLength;
    private long _recordLength;
    private long _recordLine = 1;
    private long _quoteLine;
    private bool _quoted;
    private bool _fieldStarts = true;
    private bool _justClosed;
    private bool _countedReturn;
    private byte _previous;

    /// <summary>True when the last byte ended a line.</summary>
    public bool EndsWithLineBreak => _previous is (byte)'\n' or (byte)'\r';

    /// <summary>Takes the next block; a sentence when the file is refused.</summary>
    public Text? Walk(ReadOnlySpan<byte> block)
    {
        foreach (var value in block)
        {
            _lineLength++;
            _recordLength++;
            if (value == 0)
            {
                return FileFaults.Binary(_line);
            }
            if (_lineLength > FileInspection.LongestLine)
            {
                return FileFaults.LineTooLong(_line, FileInspection.LongestLine);
            }
            if (_recordLength > FileInspection.LongestRecord)
            {
                return FileFaults.RecordTooLong(_recordLine, FileInspection.LongestRecord);
            }
            Step(value);
            _previous = value;
        }
        return null;
    }

    /// <summary>After the last block: a sentence when a quotation mark was left open.</summary>
    public Text? End() => _quoted ? FileFaults.QuoteNeverClosed(_quoteLine) : null;

    private void Step(byte value)
    {
        var endsLine = value is (byte)'\n' or (byte)'\r';
        if (value == (byte)'\n' || (_previous == (byte)'\r' && !_countedReturn))
        {
            _line++;
            _lineLength = endsLine ? 0 : 1;
        }
        _countedReturn = value == (byte)'\n';
        if (value == (byte)'"')
        {
            Quote();
            return;
        }
        _justClosed = false;
        if (_quoted)
        {
            return;
        }
        // A byte order mark does not begin the first field.
        _fieldStarts = value == delimiter || endsLine || (_fieldStarts && _line == 1 && value is 0xEF or 0xBB or 0xBF);
        if (endsLine)
        {
            _recordLength = 0;
            _recordLine = _line;
        }
    }

    private void Quote()
    {
        if (_quoted)
        {
            _quoted = false;
            _justClosed = true;
            return;
        }
        if (_fieldStarts || _justClosed)
        {
            // A doubled mark closes and opens again: the field still began where it began.
            _quoteLine = _justClosed ? _quoteLine : _line;
            _quoted = true;
        }
        _justClosed = false;
        _fieldStarts = false;
    }
}
