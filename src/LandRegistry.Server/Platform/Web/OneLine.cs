using System.Globalization;
using System.Text;

namespace LandRegistry.Server.Platform.Web;

/// <summary>
/// Text for a line of a log or a console. It stays one line whatever callers sent, and nothing of it speaks to the terminal that shows it:
/// line breaks become spaces, other control characters and marks of writing direction are written out.
/// </summary>
public static class OneLine
{
    /// <summary>The text as one line.</summary>
    public static string Of(string? text) => Append(new(), text ?? "").ToString();

    /// <summary>Whether a text is one line already, as a name should be.</summary>
    public static bool Is(string text) => !text.Any(Speaks);

    internal static StringBuilder Append(StringBuilder line, string text)
    {
        foreach (var letter in text)
        {
            if (letter is '\r' or '\n')
            {
                line.Append(' ');
            }
            else if (Speaks(letter))
            {
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            }
            else
            {
                line.Append(letter);
            }
        }

        return line;
    }

    private static bool Speaks(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
