using System.Text.Encodings.Web;
using System.Text.Json;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports.Judging;

/// <summary>Writes what rows say as JSON by the names of the register's columns; a field that the file does not have is left out.</summary>
internal sealed class RowFacts : IDisposable
{
    // Judged with the match, or kept in columns of their own.
    private static readonly ParcelField[] Elsewhere = [ParcelField.None, ParcelField.SourceId, ParcelField.Zone, ParcelField.StatusSince, ParcelField.CreditCode];

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly MemoryStream _buffer = new();
    private readonly IReadOnlyList<string> _headings;
    private readonly ParcelField[] _fields;
    private readonly bool _saysStatus;

    public RowFacts(ImportProfile profile, IReadOnlyList<string> headings)
    {
        _headings = headings;
        var columns = profile.Columns.Where(column => headings.Contains(column.Name, StringComparer.Ordinal)).ToList();
        _fields = [.. columns.Select(column => column.Field).Except(Elsewhere).Except([ParcelField.Status]).Distinct()];
        _saysStatus = columns.Exists(column => column.Field == ParcelField.Status);
    }

    /// <summary>The facts of a row.</summary>
    public byte[] Facts(TranslatedRow row) => Write(json =>
    {
        foreach (var field in _fields)
        {
            json.WritePropertyName(ImportFields.Column(field));
            Value(json, field switch
            {
                ParcelField.Name => row.Name,
                ParcelField.Address => row.Address,
                ParcelField.StatedAreaSquareMetres => row.StatedAreaSquareMetres,
                ParcelField.Ownership => row.Ownership,
                ParcelField.Remarks => row.Remarks,
                ParcelField.SourceUpdatedOn => row.SourceUpdatedOn,
                _ => row.More.GetValueOrDefault(field),
            });
        }

        json.WriteString(_saysStatus ? "status" : "first_status", row.Status);
        json.WritePropertyName("status_since");
        Value(json, row.StatusSince);
    });

    /// <summary>The cells of a row as the file has them.</summary>
    public byte[] Record(IReadOnlyList<string> cells) => Write(json =>
    {
        for (var i = 0; i < cells.Count && i < _headings.Count; i++)
        {
            json.WriteString(_headings[i], cells[i]);
        }
    });

    /// <summary>What a repair puts in the place of a fact.</summary>
    public byte[] Patch(ImportRepair repair) => Write(json =>
    {
        json.WritePropertyName(repair.Key);
        Value(json, repair.Field is null ? true : repair.Value);
    });

    public void Dispose() => _buffer.Dispose();

    private byte[] Write(Action<Utf8JsonWriter> content)
    {
        _buffer.SetLength(0);
        using (var json = new Utf8JsonWriter(_buffer, Plain))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return _buffer.ToArray();
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case DateOnly day:
                Span<char> text = stackalloc char[10];
                day.TryFormat(text, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                json.WriteStringValue(text);
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
