using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;

namespace LandRegistry.Server.Platform.Papers;

/// <summary>Writes a paper as a page that a browser prints. It runs no script and asks for nothing outside itself.</summary>
internal static class HtmlPaper
{
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private static readonly Lazy<string> Sheet = new(() =>
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Platform/Papers/paper.css")!);
        return reader.ReadToEnd();
    });

    public static string Of(Paper paper)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{(paper.English ? "en" : "zh-CN")}\"><head><meta charset=\"utf-8\">");
        html.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\"><title>{Escaped(paper.Title)}</title><style>");
        html.Append(Styles(paper)).Append("</style></head><body>");
        foreach (var part in paper.Parts)
        {
            Write(html, part);
        }

        return html.Append("</body></html>").ToString();
    }

    private static string Styles(Paper paper) => Sheet.Value
        .Replace("\"HEAD\"", Quoted(paper.Title), StringComparison.Ordinal)
        .Replace("\"RUNNING\"", Quoted(paper.RunningHead), StringComparison.Ordinal)
        .Replace("\"FOOT\"", Quoted(paper.Foot), StringComparison.Ordinal)
        .Replace("\"PAGE\"", paper.English ? "\"Page \" counter(page) \" of \" counter(pages)" : "\"第 \" counter(page) \" 页，共 \" counter(pages) \" 页\"", StringComparison.Ordinal);

    private static void Write(StringBuilder html, PaperPart part)
    {
        switch (part)
        {
            case PaperCover cover:
                html.Append(CultureInfo.InvariantCulture, $"<header><p class=\"kind\">{Escaped(cover.Kind)}</p><h1>{Escaped(cover.Title)}</h1>");
                html.AppendJoin("", cover.Lines.Select(line => $"<p>{Escaped(line)}</p>")).Append("</header>");
                break;
            case PaperHeading heading:
                var tag = heading.Level == 1 ? "h2" : "h3";
                html.Append(CultureInfo.InvariantCulture, $"<{tag}{(heading.OnNewPage ? " class=\"new-page\"" : "")}>{Escaped(heading.Words)}</{tag}>");
                break;
            case PaperText text:
                html.Append(CultureInfo.InvariantCulture, $"<p{(text.IsNote ? " class=\"note\"" : "")}>{Escaped(text.Words)}</p>");
                break;
            case PaperFigures figures:
                html.Append("<div class=\"figures\">").AppendJoin("", figures.Figures.Select(fact => $"<div><b>{Cell(fact.Value)}</b><span>{Escaped(fact.Name)}</span></div>")).Append("</div>");
                break;
            case PaperFacts facts:
                Write(html, facts);
                break;
            case PaperTable table:
                Write(html, table);
                break;
            case PaperDrawing drawing:
                html.Append("<figure>").Append(SvgDrawing.Of(drawing.Drawing)).Append(CultureInfo.InvariantCulture, $"<figcaption>{Escaped(drawing.Caption)}</figcaption></figure>");
                break;
            case PaperPhotos photos:
                html.Append("<div class=\"photos\">").AppendJoin("", photos.Photos.Select(Photo)).Append("</div>");
                break;
        }
    }

    private static void Write(StringBuilder html, PaperFacts facts)
    {
        html.Append("<table class=\"facts\"><tbody>");
        foreach (var pair in facts.Facts.Chunk(2))
        {
            html.Append("<tr>").AppendJoin("", pair.Select(fact => $"<th scope=\"row\">{Escaped(fact.Name)}</th><td>{Cell(fact.Value)}</td>"));
            html.Append(pair.Length == 1 ? "<th></th><td></td>" : "").Append("</tr>");
        }

        html.Append("</tbody></table>");
    }

    private static void Write(StringBuilder html, PaperTable table)
    {
        var whole = table.Columns.Sum(column => column.Share);
        html.Append(CultureInfo.InvariantCulture, $"<table class=\"rows{(table.IsShort ? " short" : "")}\"><colgroup>").AppendJoin("", table.Columns.Select(column => FormattableString.Invariant($"<col style=\"width:{100 * column.Share / whole:0.##}%\">")));
        html.Append("</colgroup><thead><tr>").AppendJoin("", table.Columns.Select(column => $"<th scope=\"col\"{Side(column)}>{Escaped(column.Title)}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select((cell, i) => $"<td{Side(table.Columns[i])}>{Cell(cell)}</td>")).Append("</tr>");
        }

        html.Append("</tbody></table>");
    }

    private static string Photo(PaperPhoto photo) =>
        $"<figure class=\"photo\"><img alt=\"{Escaped(photo.Caption)}\" src=\"data:{photo.Photo.MediaType};base64,{Convert.ToBase64String(photo.Photo.Content)}\"><figcaption>{Escaped(photo.Caption)}</figcaption></figure>";

    private static string Side(PaperColumn column) => column.IsNumber ? " class=\"number\"" : "";

    private static string Cell(string? text) => string.IsNullOrEmpty(text) ? "<i>—</i>" : Escaped(text);

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);

    /// <summary>As a string of CSS inside an element of HTML.</summary>
    private static string Quoted(string text) =>
        "\"" + string.Concat(text.Select(letter => letter is '"' or '\\' or '<' or '>' or '&' or < ' ' ? FormattableString.Invariant($"\\{(int)letter:x} ") : letter.ToString())) + "\"";
}
