using System.Text;
using System.Text.RegularExpressions;

namespace LandRegistry.Domain.Imports;

/// <summary>Text whose UTF-8 bytes were once read as Windows-1252 or Latin-1: <c>Ã©</c> for <c>é</c>.</summary>
public static partial class Mojibake
{
    // The letters that Windows-1252 puts at 0x80 to 0x9F; the five unused places stay what Latin-1 has there.
    private const string HighLetters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>True when the text looks like it, whether or not it can be repaired.</summary>
    public static bool Suspected(string text) => Signs().IsMatch(text);

    /// <summary>
    /// The repaired text, only where the repair is certain: every character goes back to one byte and the bytes are
    /// valid UTF-8. Null otherwise, and for text that needs no repair.
    /// </summary>
    public static string? Repair(string text)
    {
        if (!Suspected(text))
        {
            return null;
        }
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var high = HighLetters.IndexOf(text[i], StringComparison.Ordinal);
            if (high < 0 && text[i] > 0xFF)
            {
                return null;
            }
            bytes[i] = (byte)(high >= 0 ? 0x80 + high : text[i]);
        }
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // A lead byte of UTF-8 seen as a letter, followed by what a continuation byte looks like in either code page.
    [GeneratedRegex("[ÂÃâÅÄ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\ufffd", RegexOptions.NonBacktracking)]
    private static partial Regex Signs();
}
