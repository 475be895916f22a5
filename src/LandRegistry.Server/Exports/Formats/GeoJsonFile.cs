using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LandRegistry.Server.Platform.Gis;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Exports.Formats;

/// <summary>
/// Writes GeoJSON (RFC 7946): a feature collection in degrees, longitude first, outer rings against the clock. Coordinates have every
/// digit that the register has, so that what is read back is the same shape.
/// </summary>
internal static class GeoJsonFile
{
    private const int FlushBytes = 1 << 16;

    // Chinese stays readable; the file is no part of a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static async Task WriteAsync(ExportPlan plan, IAsyncEnumerable<ExportedParcel> parcels, Stream to, CancellationToken cancellation)
    {
        var written = new ArrayBufferWriter<byte>(FlushBytes * 2);
        await using var json = new Utf8JsonWriter(written, Options);
        var names = plan.Columns.Select(column => JsonEncodedText.Encode(FieldNames.Of(column), Options.Encoder)).ToArray();
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        await foreach (var parcel in parcels.WithCancellation(cancellation))
        {
            // The buffer may be emptied only while the writer holds nothing of it: what it held would be written over.
            json.Flush();
            if (written.WrittenCount >= FlushBytes)
            {
                await to.WriteAsync(written.WrittenMemory, cancellation);
                written.ResetWrittenCount();
            }

            written.Write("\n"u8);
            Write(json, parcel, names);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        written.Write("\n"u8);
        await to.WriteAsync(written.WrittenMemory, cancellation);
    }

    private static void Write(Utf8JsonWriter json, ExportedParcel parcel, JsonEncodedText[] names)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteNumber("id"u8, parcel.Id);
        json.WriteStartObject("geometry"u8);
        Write(json, parcel.Shape);
        json.WriteEndObject();
        json.WriteStartObject("properties"u8);
        for (var i = 0; i < names.Length; i++)
        {
            json.WritePropertyName(names[i]);
            switch (parcel.Cells[i])
            {
                case null: json.WriteNullValue(); break;
                case string text: json.WriteStringValue(text); break;
                case long whole: json.WriteNumberValue(whole); break;
                case decimal number: json.WriteNumberValue(number); break;
                case DateOnly day: json.WriteStringValue(day.ToString("O")); break;
                case var other: throw new InvalidOperationException($"No column holds {other.GetType()}.");
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Geometry shape)
    {
        if (shape is Point point)
        {
            json.WriteString("type"u8, "Point"u8);
            json.WritePropertyName("coordinates"u8);
            Position(json, point.CoordinateSequence, 0);
            return;
        }

        json.WriteString("type"u8, "MultiPolygon"u8);
        json.WriteStartArray("coordinates"u8);
        foreach (var polygon in shape.Polygons())
        {
            json.WriteStartArray();
            foreach (var (ring, isHole) in polygon.Parts())
            {
                json.WriteStartArray();
                foreach (var i in ring.Counterclockwise(isHole))
                {
                    Position(json, ring, i);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, CoordinateSequence ring, int i)
    {
        json.WriteStartArray();
        json.WriteNumberValue(ring.GetX(i));
        json.WriteNumberValue(ring.GetY(i));
        json.WriteEndArray();
    }
}
