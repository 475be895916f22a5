using System.Globalization;
using System.Text;
using LandRegistry.Server.Platform.Gis;
using LandRegistry.Server.Platform.Sheets;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Dbf.Fields;
using NetTopologySuite.IO.Esri.Shapefiles.Writers;

namespace LandRegistry.Server.Exports.Formats;

/// <summary>
/// Writes shapefiles into a folder: a layer of boundaries and one of points, for each coordinate system, each with its .prj and .cpg,
/// and a readable list of what their short field names mean and of what was cut.
/// </summary>
internal sealed class ShapefileFolder(ExportPlan plan, TextMeasure measured, string folder) : IDisposable
{
    private const int NumberLength = 20;

    private readonly Dictionary<(int Srid, bool IsPoint), ShapefileWriter> _layers = [];
    private readonly Encoding _encoding = ExportEncodings.Of(plan.Encoding);
    private readonly IReadOnlyList<int> _widths = measured.Widths;

    public void Add(ExportedParcel parcel)
    {
        var layer = LayerOf(parcel);
        for (var i = 0; i < parcel.Cells.Length; i++)
        {
            layer.Fields[i].Value = parcel.Cells[i] switch
            {
                string text => Within(text, _widths[i]),
                DateOnly day => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified),
                var value => value,
            };
        }

        layer.Geometry = parcel.Shape;
        layer.Write();
    }

    /// <summary>Ends the layers and writes the list of fields.</summary>
    public void Complete()
    {
        Dispose();
        foreach (var layer in _layers.Keys)
        {
            // The library says gb2312, by which other programs do not know GBK.
            File.WriteAllText(Path.Combine(folder, NameOf(layer) + ".cpg"), plan.Encoding);
        }

        File.WriteAllText(Path.Combine(folder, plan.Words.English ? "fields.txt" : "字段说明.txt"), Readme(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }

    public void Dispose()
    {
        foreach (var layer in _layers.Values)
        {
            layer.Dispose();
        }
    }

    private ShapefileWriter LayerOf(ExportedParcel parcel)
    {
        var key = (parcel.Crs.Srid, !parcel.IsSurveyed);
        if (!_layers.TryGetValue(key, out var layer))
        {
            var options = new ShapefileWriterOptions(parcel.IsSurveyed ? ShapeType.Polygon : ShapeType.Point, [.. plan.Columns.Select(FieldOf)])
            {
                Encoding = _encoding,
                Projection = parcel.Crs.EsriText,
            };
            _layers.Add(key, layer = Shapefile.OpenWrite(Path.Combine(folder, NameOf(key) + ".shp"), options));
        }

        return layer;
    }

    private string NameOf((int Srid, bool IsPoint) layer) =>
        string.Create(CultureInfo.InvariantCulture, $"{(layer.IsPoint ? "parcel_points" : "parcels")}{(plan.Crs is null ? $"_{layer.Srid}" : "")}");

    private DbfField FieldOf(ExportColumn column, int i) => column.Type switch
    {
        CellType.Whole => new DbfNumericInt64Field(column.Field, 18),
        CellType.Number => new DbfNumericDecimalField(column.Field, NumberLength, 2),
        CellType.Fine => new DbfNumericDecimalField(column.Field, NumberLength, 8),
        CellType.Day => new DbfDateField(column.Field, 8),
        _ => new DbfCharacterField(column.Field, _widths[i]),
    };

    /// <summary>As many whole letters as the field has bytes for.</summary>
    private string Within(string text, int bytes)
    {
        if (text.Length * 4 <= bytes || _encoding.GetByteCount(text) <= bytes)
        {
            return text;
        }

        var kept = new StringBuilder();
        foreach (var letter in text.EnumerateRunes())
        {
            bytes -= _encoding.GetByteCount(letter.ToString());
            if (bytes < 0)
            {
                break;
            }

            kept.Append(letter);
        }

        return kept.ToString();
    }

    private string Readme()
    {
        var (check, english) = (measured.Found, plan.Words.English);
        var text = new StringBuilder();
        text.AppendLine(english ? $"Exported on {plan.Day:yyyy-MM-dd}; encoding {plan.Encoding}; parcels {check.Parcels}, points {check.Points}." : $"导出日期 {plan.Day:yyyy-MM-dd}；编码 {plan.Encoding}；面 {check.Parcels} 宗，点 {check.Points} 宗。");
        foreach (var srid in check.Systems)
        {
            text.AppendLine(plan.Words.Pick(new ExchangeCrs(srid).Name));
        }

        text.AppendLine(english
            ? "Names of fields in a shapefile have ten letters at most and texts 254 bytes. What a field is:"
            : "Shapefile 字段名最多 10 个字符，文字最多 254 字节。各字段含义：").AppendLine();
        foreach (var field in check.Fields)
        {
            var cut = field.Cut == 0 ? "" : english ? $"\t{field.Cut} text(s) cut at 254 bytes" : $"\t{field.Cut} 处文字因超过 254 字节被截短";
            text.AppendLine(CultureInfo.InvariantCulture, $"{field.Field}\t{plan.Words.Pick(field.Title)}\t{field.Column}{cut}");
        }

        return text.ToString().ReplaceLineEndings("\r\n");
    }
}
