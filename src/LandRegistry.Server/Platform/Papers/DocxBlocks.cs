using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LandRegistry.Server.Platform.Papers;

/// <summary>The parts of a paper as paragraphs and tables of Word.</summary>
internal sealed class DocxBlocks(MainDocumentPart main)
{
    // What is left of A4 between the margins, in twentieths of a point.
    private const int TextWidth = 9864;
    private const short CellMargin = 90;
    private const long PhotoWidthEmu = 2_980_000;
    private const long PhotoHeightEmu = 2_088_000;

    private uint _shapes;

    public IEnumerable<OpenXmlElement> Of(PaperPart part) => part switch
    {
        PaperCover cover => [Paragraph(DocxStyles.Kind, cover.Kind), Paragraph(DocxStyles.Title, cover.Title), .. cover.Lines.Select(line => Paragraph(DocxStyles.Normal, line))],
        PaperHeading heading => [Heading(heading)],
        PaperText text => [Paragraph(text.IsNote ? DocxStyles.Note : DocxStyles.Normal, text.Words)],
        PaperFigures figures => [Figures(figures), Gap(240)],
        PaperFacts facts => [Facts(facts), Gap()],
        PaperTable table => [Rows(table), Gap()],
        PaperDrawing drawing => [new Paragraph(new ParagraphProperties(new KeepNext()), new Run(DocxDrawing.Of(drawing.Drawing, ++_shapes))), Paragraph(DocxStyles.Note, drawing.Caption)],
        PaperPhotos photos => photos.Photos.Chunk(2).SelectMany(pair => (OpenXmlElement[])[Pair(pair), Gap()]),
        _ => [],
    };

    private static Paragraph Paragraph(string style, string? text, bool right = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (right)
        {
            properties.Append(new Justification { Val = JustificationValues.Right });
        }

        return new(properties, DocxPaper.Words(string.IsNullOrEmpty(text) ? "—" : text));
    }

    private static Paragraph Heading(PaperHeading heading)
    {
        var paragraph = Paragraph(heading.Level == 1 ? DocxStyles.Chapter : DocxStyles.Section, heading.Words);
        if (heading.OnNewPage)
        {
            paragraph.ParagraphProperties!.InsertAfter(new PageBreakBefore(), paragraph.ParagraphProperties.ParagraphStyleId);
        }

        return paragraph;
    }

    /// <summary>Two tables that touch would become one.</summary>
    private static Paragraph Gap(int twentieths = 120) => new(new ParagraphProperties(
        new SpacingBetweenLines { After = "0", Line = twentieths.ToString(CultureInfo.InvariantCulture), LineRule = LineSpacingRuleValues.Exact }));

    private static Table Figures(PaperFigures figures)
    {
        var width = TextWidth / figures.Figures.Count;
        return Table(
            [.. figures.Figures.Select(_ => width)],
            [Row([.. figures.Figures.Select(fact => Cell(width, "EEF3F8", Paragraph(DocxStyles.Figure, fact.Value), Paragraph(DocxStyles.CellName, fact.Name)))])], lines: false);
    }

    private static Table Facts(PaperFacts facts)
    {
        int[] widths = [1874, 3058, 1874, 3058];
        return Table(widths, Together([.. facts.Facts.Chunk(2).Select(pair => Row(
        [
            .. pair.SelectMany(fact => (TableCell[])
            [
                Cell(widths[0], "F2F5F8", Paragraph(DocxStyles.CellName, fact.Name)), Cell(widths[1], null, Paragraph(DocxStyles.Cell, fact.Value)),
            ]),
            .. pair.Length == 1 ? (TableCell[])[Cell(widths[0], null, new Paragraph()), Cell(widths[1], null, new Paragraph())] : [],
        ]))]));
    }

    private static Table Rows(PaperTable table)
    {
        var whole = table.Columns.Sum(column => column.Share);
        int[] widths = [.. table.Columns.Select(column => (int)(TextWidth * column.Share / whole))];
        var head = Row([.. table.Columns.Select((column, i) => Cell(widths[i], DocxStyles.Blue, Paragraph(DocxStyles.CellHead, column.Title, column.IsNumber)))]);
        head.TableRowProperties!.Append(new TableHeader());
        TableRow[] rows =
        [
            head,
            .. table.Rows.Select((row, n) => Row([.. row.Select((cell, i) => Cell(widths[i], n % 2 == 1 ? "F6F8FA" : null, Paragraph(DocxStyles.Cell, cell, table.Columns[i].IsNumber)))])),
        ];
        return Table(widths, table.IsShort ? Together(rows) : rows);
    }

    private Table Pair(PaperPhoto[] pair) => Table(
        [TextWidth / 2, TextWidth / 2],
        [
            Row(
            [
                .. pair.Select(photo => Cell(TextWidth / 2, null,
                    new Paragraph(new ParagraphProperties(new KeepNext()), new Run(Picture(photo))), Paragraph(DocxStyles.Note, photo.Caption))),
                .. pair.Length == 1 ? (TableCell[])[Cell(TextWidth / 2, null, new Paragraph())] : [],
            ]),
        ], lines: false);

    private DocumentFormat.OpenXml.Wordprocessing.Drawing Picture(PaperPhoto photo)
    {
        var image = main.AddImagePart(photo.Photo.MediaType == "image/png" ? ImagePartType.Png : ImagePartType.Jpeg);
        using var content = new MemoryStream(photo.Photo.Content);
        image.FeedData(content);
        var lies = photo.Photo.Turns % 2 == 1;
        var (wide, high) = lies ? (photo.Photo.Height, photo.Photo.Width) : (photo.Photo.Width, photo.Photo.Height);
        var scale = Math.Min((double)PhotoWidthEmu / wide, (double)PhotoHeightEmu / high);
        return DocxDrawing.Picture(
            main.GetIdOfPart(image), ((long)(photo.Photo.Width * scale), (long)(photo.Photo.Height * scale)), photo.Photo.Turns, photo.Caption, ++_shapes);
    }

    private static Table Table(int[] widths, IEnumerable<TableRow> rows, bool lines = true)
    {
        var rule = lines ? BorderValues.Single : BorderValues.None;
        return new(
        [
            new TableProperties(
                new TableWidth { Width = widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                // A table hangs out by the margin of its cells otherwise.
                new TableIndentation { Width = CellMargin, Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = rule, Size = 4, Color = "CFD7DF" }, new BottomBorder { Val = rule, Size = 4, Color = "CFD7DF" },
                    new InsideHorizontalBorder { Val = rule, Size = 4, Color = "CFD7DF" }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = CellMargin, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = CellMargin, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })),
            .. rows,
        ]);
    }

    /// <summary>Keeps a short table on one page: each row but the last stays with the next.</summary>
    private static TableRow[] Together(TableRow[] rows)
    {
        foreach (var paragraph in rows.SkipLast(1).SelectMany(row => row.Descendants<Paragraph>()))
        {
            (paragraph.ParagraphProperties ??= new ParagraphProperties()).KeepNext = new KeepNext();
        }

        return rows;
    }

    private static TableRow Row(IEnumerable<TableCell> cells) => new([new TableRowProperties(new CantSplit()), .. cells]);

    private static TableCell Cell(int width, string? fill, params Paragraph[] content)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (fill is not null)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        }

        return new([properties, .. content]);
    }
}
