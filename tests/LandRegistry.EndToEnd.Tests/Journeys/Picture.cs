using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>A colour on the screen, without transparency.</summary>
public sealed record Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Whether two colours look alike: the map lays its fills over a ground and smooths their edges.</summary>
    public bool IsNear(Colour other, int tolerance = 22) =>
        Math.Abs(Red - other.Red) <= tolerance && Math.Abs(Green - other.Green) <= tolerance && Math.Abs(Blue - other.Blue) <= tolerance;
}

/// <summary>A screenshot whose pixels can be looked at: PNG with 8 bits per channel and no interlacing, as browsers write it.</summary>
public sealed class Picture
{
    private const int Signature = 8;
    private readonly byte[] _pixels;
    private readonly int _channels;

    private Picture(int width, int height, int channels, byte[] pixels)
    {
        Width = width;
        Height = height;
        _channels = channels;
        _pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    public Colour this[int x, int y]
    {
        get
        {
            var at = ((y * Width) + x) * _channels;
            return new(_pixels[at], _pixels[at + 1], _pixels[at + 2]);
        }
    }

    /// <summary>How much of a rectangle has about this colour, 0 to 1. What lies outside the picture counts as something else.</summary>
    public double ShareOf(Colour colour, double left, double top, double right, double bottom)
    {
        const int Steps = 24;
        var hits = 0;
        for (var i = 0; i < Steps * Steps; i++)
        {
            var x = (int)(left + ((right - left) * ((i % Steps) + 0.5) / Steps));
            var y = (int)(top + ((bottom - top) * ((i / Steps) + 0.5) / Steps));
            hits += x >= 0 && y >= 0 && x < Width && y < Height && this[x, y].IsNear(colour) ? 1 : 0;
        }

        return hits / (double)(Steps * Steps);
    }

    /// <summary>How much of the whole picture has about this colour, 0 to 1.</summary>
    public double ShareOf(Colour colour) => Samples().Average(sample => sample.IsNear(colour) ? 1.0 : 0);

    /// <summary>The different colours in it.</summary>
    public IEnumerable<Colour> Colours() => Samples().Distinct();

    private IEnumerable<Colour> Samples()
    {
        for (var y = 1; y < Height; y += 3)
        {
            for (var x = 1; x < Width; x += 3)
            {
                yield return this[x, y];
            }
        }
    }

    public static Picture Read(byte[] png)
    {
        var width = 0;
        var height = 0;
        var channels = 0;
        using var packed = new MemoryStream();
        for (var at = Signature; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var kind = Encoding.ASCII.GetString(png, at + 4, 4);
            var body = png.AsSpan(at + 8, length);
            if (kind == "IHDR")
            {
                width = BinaryPrimitives.ReadInt32BigEndian(body);
                height = BinaryPrimitives.ReadInt32BigEndian(body[4..]);
                channels = (body[8], body[9], body[12]) switch
                {
                    (8, 2, 0) => 3,
                    (8, 6, 0) => 4,
                    _ => throw new NotSupportedException("A PNG of another kind than browsers write."),
                };
            }
            else if (kind == "IDAT")
            {
                packed.Write(body);
            }

            at += length + 12;
        }

        packed.Position = 0;
        return new(width, height, channels, Unfilter(packed, width * channels, height, channels));
    }

    /// <summary>Undoes the filter of each line (PNG specification, chapter 9).</summary>
    private static byte[] Unfilter(Stream packed, int stride, int height, int channels)
    {
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = lines.ReadByte();
            var line = pixels.AsSpan(y * stride, stride);
            var above = y == 0 ? default : pixels.AsSpan((y - 1) * stride, stride);
            lines.ReadExactly(line);
            for (var x = 0; x < stride; x++)
            {
                var left = x < channels ? 0 : line[x - channels];
                var up = y == 0 ? 0 : above[x];
                var corner = x < channels || y == 0 ? 0 : above[x - channels];
                line[x] += (byte)(filter switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                });
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
