using System.Buffers;

namespace LandRegistry.Server.Platform.Sheets;

/// <summary>Words that a spreadsheet program would take for a formula.</summary>
internal static class SheetText
{
    // The wide forms are what a Chinese keyboard writes, and a spreadsheet program of that language may read them as the narrow ones.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>Whether a text begins as formulas do; such a cell is marked as text, so that nothing in it is ever run.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && Beginnings.Contains(text[0]);

    /// <summary>The text as a cell of CSV, which has no mark for text but a quote before it; so has text that begins with quotes and goes on as a formula.</summary>
    public static string Quoted(string text) => LooksLikeFormula(text) || LooksQuoted(text) ? "'" + text : text;

    /// <summary>The text that <see cref="Quoted"/> made a cell of, or another program by the same custom.</summary>
    public static string WithoutQuote(string cell) => LooksQuoted(cell) ? cell[1..] : cell;

    private static bool LooksQuoted(string text)
    {
        var quotes = text.AsSpan().IndexOfAnyExcept('\'');
        return quotes > 0 && Beginnings.Contains(text[quotes]);
    }
}
