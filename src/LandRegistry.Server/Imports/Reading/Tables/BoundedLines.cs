using System.Text;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Tables;

/// <summary>The lines of a text file, none longer than is told, however the file is made.</summary>
internal sealed class BoundedLines(string path, Encoding encoding) : IDisposable
{
    private const int LongestLine = 1 << 20;

    private readonly StreamReader _reader = new(path, encoding, detectEncodingFromByteOrderMarks: false, 1 << 16);

    /// <summary>Share of the file read so far.</summary>
    public double Share => _reader.BaseStream.Length == 0 ? 1 : (double)_reader.BaseStream.Position / _reader.BaseStream.Length;

    /// <summary>The lines from the start; CR, LF and CR LF all end one.</summary>
    public IEnumerable<string> Read()
    {
        _reader.BaseStream.Position = 0;
        _reader.DiscardBufferedData();
        var (line, number, wasReturn) = (new StringBuilder(), 1L, false);
        var part = new char[1 << 14];
        int read;
        while ((read = _reader.Read(part, 0, part.Length)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                var letter = part[i];
                if (letter is '\n' or '\r')
                {
                    if (letter == '\r' || !wasReturn)
                    {
                        yield return line.ToString();
                        line.Clear();
                        number++;
                    }
                }
                else if (line.Length >= LongestLine)
                {
                    throw new SourceFaultException(FileFaults.LineTooLong(number, LongestLine));
                }
                else
                {
                    line.Append(letter);
                }

                wasReturn = letter == '\r';
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    public void Dispose() => _reader.Dispose();
}
