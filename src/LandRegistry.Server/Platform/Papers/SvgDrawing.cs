using System.Globalization;
using System.Net;
using System.Text;

namespace LandRegistry.Server.Platform.Papers;

/// <summary>Writes a drawing as SVG.</summary>
internal static class SvgDrawing
{
    public static string Of(Drawing drawing)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" aria-label=\"{Escaped(drawing.Says)}\" width=\"{drawing.Width:0.##}pt\" height=\"{drawing.Height:0.##}pt\" ");
        svg.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {drawing.Width:0.##} {drawing.Height:0.##}\" stroke-linejoin=\"round\">");
        foreach (var stroke in drawing.Strokes)
        {
            switch (stroke)
            {
                case PathStroke path:
                    Write(svg, path);
                    break;
                case WordsStroke words:
                    Write(svg, words);
                    break;
            }
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Write(StringBuilder svg, PathStroke path)
    {
        svg.Append("<path d=\"");
        foreach (var ring in path.Rings)
        {
            for (var i = 0; i < ring.Count; i++)
            {
                svg.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{ring[i].X:0.##} {ring[i].Y:0.##}");
            }

            svg.Append(path.IsArea ? "Z" : "");
        }

        svg.Append(CultureInfo.InvariantCulture, $"\" fill=\"{(path is { IsArea: true, Fill: { } fill } ? "#" + fill : "none")}\" fill-rule=\"evenodd\"");
        if (path.Pen is { } pen)
        {
            svg.Append(CultureInfo.InvariantCulture, $" stroke=\"#{pen.Colour}\" stroke-width=\"{pen.Width:0.##}\"");
            svg.Append(pen.IsDashed ? FormattableString.Invariant($" stroke-dasharray=\"{pen.Width * 5:0.##} {pen.Width * 3:0.##}\"") : "");
        }

        svg.Append("/>");
    }

    private static void Write(StringBuilder svg, WordsStroke words)
    {
        var anchor = words.Anchor switch { < 0 => "start", 0 => "middle", _ => "end" };
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{words.At.X:0.##}\" y=\"{words.At.Y:0.##}\" font-size=\"{words.Size:0.##}\" fill=\"#{words.Colour}\" text-anchor=\"{anchor}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"dominant-baseline=\"central\"{(words.IsBold ? " font-weight=\"700\"" : "")} ");
        svg.Append(CultureInfo.InvariantCulture, $"stroke=\"#ffffff\" stroke-width=\"{words.Size / 4:0.##}\" paint-order=\"stroke\">{Escaped(words.Words)}</text>");
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
