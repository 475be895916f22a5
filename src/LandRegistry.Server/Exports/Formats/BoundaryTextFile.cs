using System.Globalization;
using System.Text;
using LandRegistry.Server.Platform.Gis;

namespace LandRegistry.Server.Exports.Formats;

/// <summary>
/// Writes the boundary files that land offices exchange (docs/user-guide.md): a head with the zone, then for each plot a line of its
/// particulars that ends in @ and a line a corner: name of the corner, number of the ring, northing (X), easting (Y), metres. Ring 1 is
/// the outer one, holes and further parts count on; the first corner of a ring is repeated at its end. Parcels that are not
/// surveyed have no corners, and a point among them would be taken for one that was measured: they do not go into such a file.
/// </summary>
internal sealed class BoundaryTextFile : IAsyncDisposable
{
    private readonly StreamWriter _text;
    private readonly ExportPlan _plan;

    public BoundaryTextFile(ExportPlan plan, Stream to)
    {
        _plan = plan;
        _text = new StreamWriter(to, ExportEncodings.Of(plan.Encoding), 1 << 16) { NewLine = "\r\n" };
    }

    /// <summary>Writes the head.</summary>
    public async Task BeginAsync(ExchangeCrs crs)
    {
        foreach (var line in new[]
        {
            "[属性描述]", "格式版本号=1.01版本", "数据产生单位=", $"数据产生日期={_plan.Day.ToString("yyyy-M-d", CultureInfo.InvariantCulture)}",
            "坐标系=2000国家大地坐标系", "几度分带=3", "投影类型=高斯克吕格", "计量单位=米", string.Create(CultureInfo.InvariantCulture, $"带号={crs.Zone}"), "精度=0.0001", "转换参数=,,,,,,", "[地块坐标]",
        })
        {
            await _text.WriteLineAsync(line);
        }
    }

    /// <summary>Writes a plot. Its columns, whatever was chosen: corners, hectares, number, name, kind, sheet, use, code of the use.</summary>
    public async Task AddAsync(ExportedParcel parcel, BoundaryParticulars said)
    {
        var rings = parcel.Shape.Polygons().SelectMany(polygon => polygon.Parts()).ToList();
        var corners = rings.Sum(part => part.Ring.Count);
        var hectares = (said.AreaSquareMetres / 10_000)?.ToString("0.0000", CultureInfo.InvariantCulture);
        await _text.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{corners},{hectares},{Plain(said.Code ?? $"{parcel.Id}")},{Plain(said.Name)},面,,{Plain(said.Use)},{Plain(said.UseCode)},@"));
        for (var number = 0; number < rings.Count; number++)
        {
            var (ring, isHole) = rings[number];
            var i = 0;
            // Land offices go round with the clock.
            foreach (var place in ring.Counterclockwise(!isHole))
            {
                var corner = i == ring.Count - 1 ? 1 : i + 1;
                i++;
                await _text.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"J{corner},{number + 1},{ring.GetY(place):0.0000},{ring.GetX(place):0.0000}"));
            }
        }
    }

    public ValueTask DisposeAsync() => _text.DisposeAsync();

    /// <summary>Commas and line ends would be taken for those of the format.</summary>
    private static string? Plain(string? text) => text?.Replace(',', '，').Replace('@', '＠').ReplaceLineEndings(" ");
}

/// <summary>What a boundary file says of a plot.</summary>
internal sealed record BoundaryParticulars(string? Code, string? Name, string? Use, string? UseCode, decimal? AreaSquareMetres);
