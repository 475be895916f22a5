using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LandRegistry.Server.Platform.Papers;

/// <summary>The styles of our Word documents.</summary>
internal static class DocxStyles
{
    public const string Normal = "Normal";
    public const string Title = "Title";
    public const string Kind = "Kind";
    public const string Chapter = "Heading1";
    public const string Section = "Heading2";
    public const string Note = "Note";
    public const string Running = "Running";
    public const string Cell = "Cell";
    public const string CellName = "CellName";
    public const string CellHead = "CellHead";
    public const string Figure = "Figure";

    public const string Blue = "1F4E79";
    public const string Grey = "5B6672";

    /// <summary>The style sheet; sizes in half points, spaces in twentieths of a point.</summary>
    public static Styles Of(bool english) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", EastAsia = "Microsoft YaHei", ComplexScript = "Arial" },
                new Color { Val = "1C2430" }, new FontSize { Val = "19" }, new Languages { Val = english ? "en-US" : "zh-CN", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "100", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        Style(Normal, "Normal", [], []),
        Style(Title, "Title", [new SpacingBetweenLines { After = "80" }], [new Bold(), new FontSize { Val = "42" }]),
        Style(Kind, "Kind", [new SpacingBetweenLines { After = "40" }], [new Color { Val = Blue }, new Spacing { Val = 24 }, new FontSize { Val = "21" }]),
        Style(Chapter, "heading 1", [new KeepNext(), new KeepLines(), Border(), new SpacingBetweenLines { Before = "360", After = "140" }, new OutlineLevel { Val = 0 }], [new Bold(), new FontSize { Val = "28" }]),
        Style(Section, "heading 2", [new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = "280", After = "100" }, new OutlineLevel { Val = 1 }],
            [new Bold(), new Color { Val = Blue }, new FontSize { Val = "22" }]),
        Style(Note, "Note", [], [new Color { Val = Grey }, new FontSize { Val = "16" }]),
        Style(Running, "Running", [new SpacingBetweenLines { After = "0" }], [new Color { Val = Grey }, new FontSize { Val = "17" }]),
        Style(Cell, "Cell", [new SpacingBetweenLines { Before = "40", After = "40", Line = "252", LineRule = LineSpacingRuleValues.Auto }], [new FontSize { Val = "18" }]),
        Style(CellName, "Cell name", [new SpacingBetweenLines { Before = "40", After = "40", Line = "252", LineRule = LineSpacingRuleValues.Auto }], [new Color { Val = "44505D" }, new FontSize { Val = "18" }]),
        Style(CellHead, "Cell head", [new KeepNext(), new SpacingBetweenLines { Before = "40", After = "40" }], [new Color { Val = "FFFFFF" }, new FontSize { Val = "18" }]),
        Style(Figure, "Figure", [new SpacingBetweenLines { Before = "40", After = "0" }], [new Bold(), new FontSize { Val = "25" }]));

    private static ParagraphBorders Border() => new(new LeftBorder { Val = BorderValues.Single, Size = 20, Space = 6, Color = Blue });

    private static Style Style(string id, string name, OpenXmlElement[] paragraph, OpenXmlElement[] run)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = id == Normal, CustomStyle = id is not (Normal or Title or Chapter or Section) };
        if (id != Normal)
        {
            style.Append(new BasedOn { Val = Normal });
        }

        style.Append(new PrimaryStyle(), new StyleParagraphProperties(paragraph), new StyleRunProperties(run));
        return style;
    }
}
