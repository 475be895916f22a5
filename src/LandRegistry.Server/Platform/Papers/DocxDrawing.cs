using System.Globalization;
using System.Net;
using System.Text;
using WordDrawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;

namespace LandRegistry.Server.Platform.Papers;

/// <summary>Drawings and photographs in the drawing language of Word: a drawing is a group of shapes, which Word can take apart again.</summary>
internal static class DocxDrawing
{
    private const string Names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

    /// <summary>A drawing of ours.</summary>
    public static WordDrawing Of(Drawing drawing, uint id)
    {
        var (width, height) = (Emu(drawing.Width), Emu(drawing.Height));
        var xml = Begin(width, height, drawing.Says, id, "wordprocessingGroup", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup");
        xml.Append(CultureInfo.InvariantCulture, $"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>");
        xml.Append(CultureInfo.InvariantCulture, $"<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/></a:xfrm></wpg:grpSpPr>");
        foreach (var stroke in drawing.Strokes)
        {
            switch (stroke)
            {
                case PathStroke path:
                    Write(xml, path);
                    break;
                case WordsStroke words:
                    Write(xml, words);
                    break;
            }
        }

        return new(xml.Append("</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>").ToString());
    }

    /// <summary>A photograph by the id of its part; its size before it is turned upright.</summary>
    public static WordDrawing Picture(string part, (long Width, long Height) size, int turns, string says, uint id)
    {
        var (width, height) = turns % 2 == 1 ? (size.Height, size.Width) : size;
        var xml = Begin(width, height, says, id, "picture", "http://schemas.openxmlformats.org/drawingml/2006/picture");
        xml.Append(CultureInfo.InvariantCulture, $"<pic:pic><pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"Photo {id}\"/><pic:cNvPicPr/></pic:nvPicPr>");
        xml.Append(CultureInfo.InvariantCulture, $"<pic:blipFill><a:blip r:embed=\"{part}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>");
        // A turned shape keeps its middle.
        xml.Append(CultureInfo.InvariantCulture, $"<pic:spPr><a:xfrm rot=\"{turns * 5_400_000}\"><a:off x=\"{(width - size.Width) / 2}\" y=\"{(height - size.Height) / 2}\"/><a:ext cx=\"{size.Width}\" cy=\"{size.Height}\"/></a:xfrm>");
        return new(xml.Append("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>").ToString());
    }

    private static StringBuilder Begin(long width, long height, string says, uint id, string kind, string uri)
    {
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"<w:drawing {Names}><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>");
        xml.Append(CultureInfo.InvariantCulture, $"<wp:docPr id=\"{id}\" name=\"{kind} {id}\" descr=\"{Escaped(says)}\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"{uri}\">");
        return xml;
    }

    private static void Write(StringBuilder xml, PathStroke path)
    {
        var spots = path.Rings.SelectMany(ring => ring).ToList();
        if (spots.Count == 0)
        {
            return;
        }

        var (left, top) = (Emu(spots.Min(spot => spot.X)), Emu(spots.Min(spot => spot.Y)));
        var (width, height) = (Math.Max(1, Emu(spots.Max(spot => spot.X)) - left), Math.Max(1, Emu(spots.Max(spot => spot.Y)) - top));
        Shape(xml, left, top, width, height, false);
        xml.Append(CultureInfo.InvariantCulture, $"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"{width}\" h=\"{height}\"{(path.IsArea ? "" : " fill=\"none\"")}>");
        foreach (var ring in path.Rings)
        {
            for (var i = 0; i < ring.Count; i++)
            {
                var step = i == 0 ? "moveTo" : "lnTo";
                xml.Append(CultureInfo.InvariantCulture, $"<a:{step}><a:pt x=\"{Emu(ring[i].X) - left}\" y=\"{Emu(ring[i].Y) - top}\"/></a:{step}>");
            }

            xml.Append(path.IsArea ? "<a:close/>" : "");
        }

        xml.Append("</a:path></a:pathLst></a:custGeom>").Append(path is { IsArea: true, Fill: { } fill } ? Solid(fill) : "<a:noFill/>");
        xml.Append(path.Pen is { } pen
            ? FormattableString.Invariant($"<a:ln w=\"{Emu(pen.Width)}\">{Solid(pen.Colour)}{(pen.IsDashed ? "<a:prstDash val=\"dash\"/>" : "")}<a:round/></a:ln>")
            : "<a:ln><a:noFill/></a:ln>");
        xml.Append("</wps:spPr><wps:bodyPr/></wps:wsp>");
    }

    private static void Write(StringBuilder xml, WordsStroke words)
    {
        // Wide enough for any letter, so that nothing is ever broken into two lines.
        var (width, height) = (Emu((words.Words.Length + 2) * words.Size * 1.1), Emu(words.Size * 1.5));
        var left = Emu(words.At.X) - words.Anchor switch { < 0 => 0, 0 => width / 2, _ => width };
        Shape(xml, left, Emu(words.At.Y) - (height / 2), width, height, true);
        var side = words.Anchor switch { < 0 => "left", 0 => "center", _ => "right" };
        xml.Append("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>");
        xml.Append(CultureInfo.InvariantCulture, $"<w:jc w:val=\"{side}\"/></w:pPr><w:r><w:rPr>{(words.IsBold ? "<w:b/>" : "")}<w:color w:val=\"{words.Colour}\"/><w:sz w:val=\"{Math.Round(words.Size * 2)}\"/></w:rPr>");
        xml.Append(CultureInfo.InvariantCulture, $"<w:t xml:space=\"preserve\">{Escaped(words.Words)}</w:t></w:r></w:p></w:txbxContent></wps:txbx>");
        xml.Append("<wps:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"/></wps:wsp>");
    }

    private static void Shape(StringBuilder xml, long left, long top, long width, long height, bool isText) => xml.Append(
        CultureInfo.InvariantCulture,
        $"<wps:wsp><wps:cNvSpPr{(isText ? " txBox=\"1\"" : "")}/><wps:spPr><a:xfrm><a:off x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>");

    private static string Solid(string colour) => $"<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>";

    private static long Emu(double points) => (long)Math.Round(points * 12_700);

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
