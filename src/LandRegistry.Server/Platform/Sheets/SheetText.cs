namespace LandRegistry.Server.Platform.Sheets;

/// <summary>Words that a spreadsheet program would take for a formula.</summary>
internal static class SheetText
{
    /// <summary>Whether a text begins as formulas do; such a cell is marked as text, so that nothing in it is ever run.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
}
