using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace LandRegistry.Server.Platform.Web;

/// <summary>Text in pages that the server makes itself: what HTML could take for more than text is escaped, Chinese is left as it is.</summary>
internal static class PageText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text as it may stand in an element or in a quoted attribute.</summary>
    public static string Encode(string text) => Encoder.Encode(text);
}
