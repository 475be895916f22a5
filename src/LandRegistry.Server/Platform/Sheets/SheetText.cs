using System.Buffers;

namespace LandRegistry.Server.Platform.Sheets;

/// <summary>Words that a spreadsheet program would take for a formula.</summary>
internal static class SheetText
{
    // The wide forms are what a Chinese keyboard writes, and a spreadsheet program of that language may read them as the narrow ones.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>Whether a text begins as formulas do; such a cell is marked as text, so that nothing in it is ever run.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && Beginnings.Contains(text[0]);
}
