namespace LandRegistry.Server.Tests.Tiles;

/// <summary>
/// A small independent reader of Mapbox Vector Tiles (specification 2.1), so that tests look at what a client would see
/// and not at what PostGIS says it wrote.
/// </summary>
internal sealed class VectorTile
{
    public Dictionary<string, List<TileFeature>> Layers { get; } = new(StringComparer.Ordinal);

    public static VectorTile Read(byte[] bytes)
    {
        var tile = new VectorTile();
        foreach (var (_, field) in Fields(bytes).Where(entry => entry.Number == 3))
        {
            var (name, features) = ReadLayer(field.Bytes);
            tile.Layers[name] = features;
        }

        return tile;
    }

    private static (string Name, List<TileFeature> Features) ReadLayer(byte[] bytes)
    {
        var fields = Fields(bytes).ToList();
        var name = System.Text.Encoding.UTF8.GetString(fields.Single(entry => entry.Number == 1).Field.Bytes);
        var keys = fields.Where(entry => entry.Number == 3).Select(entry => System.Text.Encoding.UTF8.GetString(entry.Field.Bytes)).ToList();
        var values = fields.Where(entry => entry.Number == 4).Select(entry => ReadValue(entry.Field.Bytes)).ToList();
        Assert.Equal(4096ul, fields.Single(entry => entry.Number == 5).Field.Value);
        return (name, [.. fields.Where(entry => entry.Number == 2).Select(entry => ReadFeature(entry.Field.Bytes, keys, values))]);
    }

    private static TileFeature ReadFeature(byte[] bytes, List<string> keys, List<object> values)
    {
        var fields = Fields(bytes).ToList();
        var tags = Numbers(fields.Single(entry => entry.Number == 2).Field.Bytes).ToList();
        var attributes = tags.Chunk(2).ToDictionary(pair => keys[(int)pair[0]], pair => values[(int)pair[1]], StringComparer.Ordinal);
        var id = fields.Where(entry => entry.Number == 1).Select(entry => (long?)entry.Field.Value).SingleOrDefault();
        var kind = (int)fields.Single(entry => entry.Number == 3).Field.Value;
        return new(id, kind, attributes, Rings(Numbers(fields.Single(entry => entry.Number == 4).Field.Bytes)));
    }

    private static List<List<(long X, long Y)>> Rings(IEnumerable<ulong> commands)
    {
        var rings = new List<List<(long X, long Y)>>();
        long x = 0, y = 0;
        using var numbers = commands.GetEnumerator();
        while (numbers.MoveNext())
        {
            var (command, count) = (numbers.Current & 7, numbers.Current >> 3);
            for (var i = 0ul; command != 7 && i < count; i++)
            {
                numbers.MoveNext();
                x += Signed(numbers.Current);
                numbers.MoveNext();
                y += Signed(numbers.Current);
                if (command == 1)
                {
                    rings.Add([]);
                }

                rings[^1].Add((x, y));
            }
        }

        return rings;
    }

    private static object ReadValue(byte[] bytes)
    {
        var (number, field) = Fields(bytes).Single();
        return number switch
        {
            1 => System.Text.Encoding.UTF8.GetString(field.Bytes),
            6 => Signed(field.Value),
            7 => field.Value != 0,
            _ => (long)field.Value,
        };
    }

    private static IEnumerable<ulong> Numbers(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            yield return Number(bytes, ref at);
        }
    }

    private static IEnumerable<(int Number, (ulong Value, byte[] Bytes) Field)> Fields(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var key = Number(bytes, ref at);
            if ((key & 7) == 0)
            {
                yield return ((int)(key >> 3), (Number(bytes, ref at), []));
            }
            else
            {
                var length = (int)Number(bytes, ref at);
                yield return ((int)(key >> 3), (0, bytes[at..(at + length)]));
                at += length;
            }
        }
    }

    private static ulong Number(byte[] bytes, ref int at)
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static long Signed(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);
}

/// <summary>A feature: kind 1 is point, 3 polygon; rings in tile units from the upper left.</summary>
internal sealed record TileFeature(long? Id, int Kind, Dictionary<string, object> Attributes, List<List<(long X, long Y)>> Rings);
