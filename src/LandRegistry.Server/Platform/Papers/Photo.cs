using System.Buffers.Binary;

namespace LandRegistry.Server.Platform.Papers;

/// <summary>
/// A photograph fit to be handed out: what a camera wrote into it besides the picture (place, owner, time) is taken off, but for how it
/// was held, without which it would lie on its side.
/// </summary>
/// <param name="MediaType">image/jpeg or image/png.</param>
/// <param name="Content">The file.</param>
/// <param name="Width">Dots across, as stored.</param>
/// <param name="Height">Dots down, as stored.</param>
/// <param name="Turns">Quarter turns to the right that show it upright.</param>
public sealed record Photo(string MediaType, byte[] Content, int Width, int Height, int Turns)
{
    private static readonly byte[] PngHead = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly string[] PngPicture = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT"];

    /// <summary>Reads a file; null when it is neither of the two kinds, or broken.</summary>
    public static Photo? Of(byte[] file)
    {
        try
        {
            return file.AsSpan().StartsWith(PngHead) ? Png(file) : file is [0xFF, 0xD8, ..] ? Jpeg(file) : null;
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static Photo? Png(byte[] file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(PngHead);
        for (var at = PngHead.Length; at < file.Length;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)) + 12);
            var chunk = file.AsSpan(at, length);
            if (PngPicture.Contains(System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4))))
            {
                kept.Write(chunk);
            }

            at += length;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        return width > 0 && height > 0 ? new("image/png", kept.ToArray(), width, height, 0) : null;
    }

    private static Photo? Jpeg(byte[] file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file, 0, 2);
        var (width, height, turns) = (0, 0, 0);
        for (var at = 2; at + 4 <= file.Length;)
        {
            var (marker, length) = (file[at + 1], 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2)));
            var segment = file.AsSpan(at, length);
            switch (marker)
            {
                case 0xE1:
                    turns = Math.Max(turns, TurnsOf(segment));
                    break;
                // The profile of its colours and how they are coded belong to the picture.
                case (>= 0xE3 and <= 0xED) or 0xEF or 0xFE:
                    break;
                case >= 0xC0 and <= 0xCF when marker is not (0xC4 or 0xC8 or 0xCC):
                    (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]));
                    kept.Write(segment);
                    break;
                default:
                    kept.Write(segment);
                    break;
            }

            at += length;
            if (marker == 0xDA)
            {
                kept.Write(file, at, file.Length - at);
                return width > 0 && height > 0 ? new("image/jpeg", Upright(kept.ToArray(), turns), width, height, turns) : null;
            }
        }

        return null;
    }

    /// <summary>Reads tag 0x0112 of EXIF: 1 upright, 3 upside down, 6 and 8 on a side.</summary>
    private static int TurnsOf(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 18 || !segment[4..].StartsWith("Exif\0\0"u8))
        {
            return 0;
        }

        var tiff = segment[10..];
        var little = tiff[0] == 'I';
        var directory = (int)Word(tiff[4..], little, 4);
        var count = (int)Word(tiff[directory..], little, 2);
        for (var i = 0; i < count; i++)
        {
            var entry = tiff[(directory + 2 + (12 * i))..];
            if (Word(entry, little, 2) == 0x0112)
            {
                return Word(entry[8..], little, 2) switch { 6 => 1, 3 => 2, 8 => 3, _ => 0 };
            }
        }

        return 0;
    }

    private static uint Word(ReadOnlySpan<byte> at, bool little, int bytes) => (little, bytes) switch
    {
        (true, 2) => BinaryPrimitives.ReadUInt16LittleEndian(at),
        (false, 2) => BinaryPrimitives.ReadUInt16BigEndian(at),
        (true, _) => BinaryPrimitives.ReadUInt32LittleEndian(at),
        _ => BinaryPrimitives.ReadUInt32BigEndian(at),
    };

    /// <summary>Puts an EXIF of ours, which says nothing but how it was held, where the camera's stood.</summary>
    private static byte[] Upright(byte[] jpeg, int turns)
    {
        if (turns == 0)
        {
            return jpeg;
        }

        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turns switch { 1 => 6, 2 => 3, _ => 8 }, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg.AsSpan(0, 2), .. exif, .. jpeg.AsSpan(2)];
    }
}
