using System.Buffers;
using System.Text;
using System.Text.Json;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>The tokens of a JSON text of any size, one after another, in a buffer that holds no more than the longest of them.</summary>
internal sealed class JsonTokens(Stream stream)
{
    private const int LongestToken = 1 << 20;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isLast;
    private long _line = 1;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = 64, AllowMultipleValues = true });

    public JsonTokenType Type { get; private set; }

    /// <summary>How many objects and arrays lie around the present token; a start and its end have the same.</summary>
    public int Depth { get; private set; }

    /// <summary>The text of a name or string.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The value of a number; infinite where it is too large for one.</summary>
    public double Number { get; private set; }

    /// <summary>Whether numbers are wanted as text too; off where there are millions of them.</summary>
    public bool KeepsNumbers { get; set; } = true;

    /// <summary>Share of the text read so far.</summary>
    public double Share => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool Next()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
            try
            {
                if (reader.Read())
                {
                    Take(ref reader);
                    return true;
                }
            }
            catch (JsonException fault)
            {
                throw NotJson(fault);
            }

            if (_isLast)
            {
                return false;
            }

            Settle(ref reader);
            Fill();
        }
    }

    /// <summary>Goes to the next token, which there must be.</summary>
    public JsonTokenType Must()
    {
        if (!Next())
        {
            throw new SourceFaultException(SourceFaults.NotJson(_line, 0));
        }

        return Type;
    }

    /// <summary>Leaves out the value that begins with the present token.</summary>
    public void Skip()
    {
        if (Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            SkipTo(Depth);
        }
    }

    /// <summary>Goes to the end of the object or array whose start lies at a depth, past all that is left in it.</summary>
    public void SkipTo(int depth)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
            try
            {
                while (reader.Read())
                {
                    if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray && reader.CurrentDepth == depth)
                    {
                        Take(ref reader);
                        return;
                    }
                }
            }
            catch (JsonException fault)
            {
                throw NotJson(fault);
            }

            if (_isLast)
            {
                throw new SourceFaultException(SourceFaults.NotJson(_line, 0));
            }

            Settle(ref reader);
            Fill();
        }
    }

    /// <summary>The value that begins with the present token as a cell: text and numbers as they stand, structures as JSON.</summary>
    public string? Cell()
    {
        switch (Type)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                return Structure();
            default:
                return Text;
        }
    }

    private static SourceFaultException NotJson(JsonException fault) =>
        new(SourceFaults.NotJson((fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1));

    private string Structure()
    {
        var json = new StringBuilder();
        var depth = 0;
        do
        {
            if (json.Length <= ReadingIssues.LongestCell)
            {
                Append(json);
            }

            depth += Type is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : Type is JsonTokenType.EndObject or JsonTokenType.EndArray ? -1 : 0;
        }
        while (depth > 0 && Must() != JsonTokenType.None);

        return json.ToString();
    }

    private void Append(StringBuilder json)
    {
        var isClosing = Type is JsonTokenType.EndObject or JsonTokenType.EndArray;
        if (!isClosing && json.Length > 0 && json[^1] is not ('{' or '[' or ':'))
        {
            json.Append(',');
        }

        json.Append(Type switch
        {
            JsonTokenType.StartObject => "{",
            JsonTokenType.EndObject => "}",
            JsonTokenType.StartArray => "[",
            JsonTokenType.EndArray => "]",
            JsonTokenType.PropertyName => Quoted(Text) + ":",
            JsonTokenType.String => Quoted(Text),
            JsonTokenType.Null => "null",
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => Text,
        });
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private void Take(ref Utf8JsonReader reader)
    {
        (Type, Depth) = (reader.TokenType, reader.CurrentDepth);
        if (Type is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            try
            {
                Text = reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate, or bytes that are no UTF-8.
                Text = "\uFFFD";
            }
        }
        else if (Type == JsonTokenType.Number)
        {
            Number = reader.TryGetDouble(out var number) ? number : double.PositiveInfinity;
            if (KeepsNumbers)
            {
                Text = Encoding.ASCII.GetString(reader.ValueSpan);
            }
        }

        Settle(ref reader);
    }

    private void Settle(ref Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        _start += (int)reader.BytesConsumed;
    }

    private void Fill()
    {
        var rest = _buffer.AsSpan(_start, _end - _start);
        if (rest.Length >= LongestToken)
        {
            throw new SourceFaultException(SourceFaults.CellTooLong(_line));
        }

        var to = rest.Length > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        rest.CopyTo(to);
        (_buffer, _start, _end) = (to, 0, rest.Length);
        var read = stream.ReadAtLeast(_buffer.AsSpan(_end), 1, throwOnEndOfStream: false);
        _isLast = read == 0;
        var fresh = _buffer.AsSpan(_end, read);
        _line += fresh.Count((byte)'\n');
        // Sequences of texts (RFC 8142) have a record separator before each.
        fresh.Replace((byte)0x1E, (byte)' ');
        _end += read;
    }
}
