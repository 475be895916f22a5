using System.Text;

namespace LandRegistry.Server.Imports;

/// <summary>Tries one encoding on all bytes of a file.</summary>
internal sealed class EncodingCandidate
{
    private readonly Decoder _decoder;
    private readonly char[] _chars = new char[(1 << 16) + 16];
    private readonly bool _controlsFail;

    private EncodingCandidate(Encoding encoding)
    {
        Encoding = encoding;
        _decoder = encoding.GetDecoder();
        _controlsFail = encoding is not UTF8Encoding;
    }

    /// <summary>The encoding; throws on bytes that it does not have, and drops a byte order mark.</summary>
    public Encoding Encoding { get; }

    /// <summary>True once a byte did not fit.</summary>
    public bool Failed { get; private set; }

    /// <summary>Null when there is no such encoding, or one that is no extension of ASCII.</summary>
    public static EncodingCandidate? Create(string name)
    {
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return new(new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true));
        }
        try
        {
            // GetEncoding knows the code pages of Windows and GB18030 only through the provider.
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return encoding.GetByteCount("a,\n") == 3 ? new(encoding) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Decodes the next block.</summary>
    public void Take(ReadOnlySpan<byte> block, bool last)
    {
        if (Failed)
        {
            return;
        }
        try
        {
            var count = _decoder.GetChars(block, _chars, last);
            // A code page that has no letter for a byte decodes it as a C1 control.
            Failed = _controlsFail && _chars.AsSpan(0, count).ContainsAnyInRange('\u0080', '\u009f');
        }
        catch (DecoderFallbackException)
        {
            Failed = true;
        }
    }
}
