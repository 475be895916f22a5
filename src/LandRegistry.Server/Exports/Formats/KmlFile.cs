using System.Globalization;
using System.Text;
using System.Xml;
using LandRegistry.Server.Platform.Gis;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Exports.Formats;

/// <summary>Writes KML 2.2 (OGC 12-007r2): degrees, longitude first, a placemark a parcel, its columns as extended data.</summary>
internal static class KmlFile
{
    private const string Space = "http://www.opengis.net/kml/2.2";
    private const int FlushLetters = 1 << 16;

    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, CheckCharacters = false };

    public static async Task WriteAsync(ExportPlan plan, IAsyncEnumerable<ExportedParcel> parcels, Stream to, CancellationToken cancellation)
    {
        await using var file = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), FlushLetters, leaveOpen: true);
        await file.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"{Space}\"><Document><name>{plan.FileName}</name>\n");
        var names = plan.Columns.Select(FieldNames.Of).ToArray();
        var titles = plan.Columns.Select(column => plan.Words.Pick(column.Title)).ToArray();
        var name = plan.Columns.TakeWhile(column => column.Code != "name").Count();
        var text = new StringBuilder();
        await foreach (var parcel in parcels.WithCancellation(cancellation))
        {
            Write(text, parcel, name, names, titles);
            if (text.Length >= FlushLetters)
            {
                await file.WriteAsync(text, cancellation);
                text.Clear();
            }
        }

        text.Append("</Document></kml>\n");
        await file.WriteAsync(text, cancellation);
    }

    /// <param name="text">Where the placemark goes.</param>
    /// <param name="parcel">The parcel.</param>
    /// <param name="name">
    /// The column that the placemark is called by. A parcel without a name has none here either: its code in the place of a name would
    /// come back as its name.
    /// </param>
    /// <param name="names">Fields of the columns.</param>
    /// <param name="titles">Titles of the columns.</param>
    private static void Write(StringBuilder text, ExportedParcel parcel, int name, string[] names, string[] titles)
    {
        using (var xml = XmlWriter.Create(text, Settings))
        {
            xml.WriteStartElement("Placemark");
            xml.WriteAttributeString("id", FormattableString.Invariant($"parcel-{parcel.Id}"));
            if (name < names.Length && Written(parcel.Cells[name]) is { } called)
            {
                xml.WriteElementString("name", Clean(called));
            }

            xml.WriteStartElement("ExtendedData");
            for (var i = 0; i < names.Length; i++)
            {
                if (Written(parcel.Cells[i]) is { } value)
                {
                    xml.WriteStartElement("Data");
                    xml.WriteAttributeString("name", names[i]);
                    xml.WriteElementString("displayName", titles[i]);
                    xml.WriteElementString("value", Clean(value));
                    xml.WriteEndElement();
                }
            }

            xml.WriteEndElement();
            Write(xml, parcel.Shape);
            xml.WriteEndElement();
        }

        text.Append('\n');
    }

    private static void Write(XmlWriter xml, Geometry shape)
    {
        if (shape is Point point)
        {
            xml.WriteStartElement("Point");
            xml.WriteElementString("coordinates", Position(point.CoordinateSequence, 0));
            xml.WriteEndElement();
            return;
        }

        xml.WriteStartElement("MultiGeometry");
        foreach (var polygon in shape.Polygons())
        {
            xml.WriteStartElement("Polygon");
            foreach (var (ring, isHole) in polygon.Parts())
            {
                xml.WriteStartElement(isHole ? "innerBoundaryIs" : "outerBoundaryIs");
                xml.WriteStartElement("LinearRing");
                xml.WriteElementString("coordinates", string.Join(' ', ring.Counterclockwise(isHole).Select(i => Position(ring, i))));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Position(CoordinateSequence ring, int i) => string.Create(CultureInfo.InvariantCulture, $"{ring.GetX(i)},{ring.GetY(i)}");

    private static string? Written(object? cell) => cell switch
    {
        null => null,
        DateOnly day => day.ToString("O"),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
    };

    /// <summary>XML has no place for most control characters.</summary>
    private static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(letter => letter.Utf16SequenceLength == 2 || XmlConvert.IsXmlChar((char)letter.Value)));
}
