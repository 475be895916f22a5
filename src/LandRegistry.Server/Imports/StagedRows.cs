using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LandRegistry.Domain.Imports;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Imports;

/// <summary>Writes rows into the staging table as they are read.</summary>
internal sealed class StagedRows(NpgsqlBinaryImporter importer, ImportZones zones) : IAsyncDisposable
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly MemoryStream _json = new();

    /// <summary>Writes one row with its cells as the file has them.</summary>
    public async Task WriteAsync(TranslatedRow row, IReadOnlyList<string> headings, string[] cells, CancellationToken cancellation)
    {
        await importer.StartRowAsync(cancellation);
        await importer.WriteAsync(row.Row, NpgsqlDbType.Integer, cancellation);
        await TextAsync(row.Key, cancellation);
        await TextAsync(zones.CodeOf(row), cancellation);
        await TextAsync(row.Name, cancellation);
        await TextAsync(row.Address, cancellation);
        await ValueAsync(row.StatedAreaSquareMetres, NpgsqlDbType.Numeric, cancellation);
        await TextAsync(row.Ownership, cancellation);
        await TextAsync(row.Status, cancellation);
        await ValueAsync<DateOnly>(row.StatusSince, NpgsqlDbType.Date, cancellation);
        await TextAsync(row.Remarks, cancellation);
        await ValueAsync(row.SourceUpdatedOn, NpgsqlDbType.Date, cancellation);
        await importer.WriteAsync(Record(headings, cells), NpgsqlDbType.Jsonb, cancellation);
    }

    /// <summary>Ends the copy; without it nothing was written.</summary>
    public async Task CompleteAsync(CancellationToken cancellation) => await importer.CompleteAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await importer.DisposeAsync();
        await _json.DisposeAsync();
    }

    private string Record(IReadOnlyList<string> headings, string[] cells)
    {
        _json.SetLength(0);
        using (var json = new Utf8JsonWriter(_json, Plain))
        {
            json.WriteStartObject();
            for (var i = 0; i < cells.Length; i++)
            {
                json.WriteString(headings[i], cells[i]);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(_json.GetBuffer(), 0, (int)_json.Length);
    }

    private Task TextAsync(string? text, CancellationToken cancellation) =>
        text is null ? importer.WriteNullAsync(cancellation) : importer.WriteAsync(text, NpgsqlDbType.Text, cancellation);

    private Task ValueAsync<T>(T? value, NpgsqlDbType type, CancellationToken cancellation)
        where T : struct =>
        value is { } known ? importer.WriteAsync(known, type, cancellation) : importer.WriteNullAsync(cancellation);
}
