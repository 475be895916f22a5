using System.Text;

namespace LandRegistry.Server.Exports;

/// <summary>The encodings that texts of shapefiles and boundary files are written in.</summary>
internal static class ExportEncodings
{
    public const string Gbk = "GBK";
    public const string Gb18030 = "GB18030";
    public const string Utf8 = "UTF-8";

    /// <summary>Their names, as they stand in queries and .cpg files.</summary>
    public static readonly IReadOnlyList<string> Names = [Gbk, Gb18030, Utf8];

    /// <summary>The encoding; it throws where it has no place for a letter, so that none is ever lost.</summary>
    public static Encoding Of(string name) => name == Utf8
        ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
        : CodePagesEncodingProvider.Instance.GetEncoding(name == Gbk ? 936 : 54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The first letters of a text that an encoding has no place for; empty when it has one for all.</summary>
    public static string Missing(string text, string name)
    {
        if (name != Gbk || text.All(char.IsAscii))
        {
            return "";
        }

        var encoding = Of(name);
        return string.Concat(text.EnumerateRunes().Where(letter => !letter.IsAscii && !Takes(encoding, letter)).Distinct().Take(5));
    }

    /// <summary>The euro sign has a place in Windows' code page 936 but not in GBK.</summary>
    private static bool Takes(Encoding encoding, Rune letter)
    {
        if (letter.Value == '€')
        {
            return false;
        }

        try
        {
            encoding.GetByteCount(letter.ToString());
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
