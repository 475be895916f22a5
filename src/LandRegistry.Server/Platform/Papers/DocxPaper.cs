using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LandRegistry.Server.Platform.Papers;

/// <summary>Writes a paper as a Word document: styles for headings, table heads that repeat, page numbers, drawings as shapes.</summary>
public static class DocxPaper
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // A4 and its margins in twentieths of a point.
    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const int TopMargin = 1361;
    private const uint SideMargin = 1021;

    /// <summary>The document.</summary>
    public static byte[] Write(Paper paper)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = paper.Title;
            package.PackageProperties.Language = paper.English ? "en-US" : "zh-CN";
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Of(paper.English);
            var (head, foot) = (main.AddNewPart<HeaderPart>(), main.AddNewPart<FooterPart>());
            head.Header = new Header(Running(paper.Title, [Words(paper.RunningHead)]));
            foot.Footer = new Footer(Running(paper.Foot, Number(paper.English)));
            var body = new Body();
            var blocks = new DocxBlocks(main);
            for (var i = 0; i < paper.Parts.Count; i++)
            {
                OpenXmlElement[] written = [.. blocks.Of(paper.Parts[i])];
                if (i > 0 && paper.Parts[i - 1] is PaperHeading && paper.Parts[i] is PaperText && written is [Paragraph { ParagraphProperties: { } lead }])
                {
                    // The words under a heading stay with the table that they lead to, as the heading does.
                    lead.KeepNext = new KeepNext();
                }

                body.Append(written);
            }

            body.Append(new SectionProperties(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(head) }, new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
                new FooterReference { Type = HeaderFooterValues.First, Id = main.GetIdOfPart(foot) },
                new PageSize { Width = PageWidth, Height = PageHeight },
                new PageMargin { Top = TopMargin, Bottom = TopMargin, Left = SideMargin, Right = SideMargin, Header = 680, Footer = 567, Gutter = 0 },
                // The first page has its cover for a head.
                new TitlePage()));
            main.Document = new Document(body);
        }

        return file.ToArray();
    }

    internal static Run Words(string text) => new(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve });

    private static Paragraph Running(string left, IEnumerable<OpenXmlElement> right) => new(
    [
        new ParagraphProperties(
            new ParagraphStyleId { Val = DocxStyles.Running },
            new Tabs(new TabStop { Val = TabStopValues.Right, Position = (int)(PageWidth - (2 * SideMargin)) })),
        Words(left), new Run(new TabChar()), .. right,
    ]);

    private static IEnumerable<OpenXmlElement> Number(bool english) =>
    [
        Words(english ? "Page " : "第 "), new SimpleField(Words("1")) { Instruction = "PAGE" }, Words(english ? " of " : " 页，共 "),
        new SimpleField(Words("1")) { Instruction = "NUMPAGES" }, Words(english ? "" : " 页"),
    ];

    /// <summary>XML has no place for most control characters.</summary>
    private static string Printable(string text) => string.Concat(text.Where(letter => letter >= ' ' || letter == '\t'));
}
