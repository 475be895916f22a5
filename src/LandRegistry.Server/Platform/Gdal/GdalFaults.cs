using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Platform.Gdal;

/// <summary>What to tell whoever sent a file that was not read to its end.</summary>
internal static class GdalFaults
{
    /// <summary>Why the file was not read; of one that GDAL gave up on, what <paramref name="unread"/> says. Not for one that was read.</summary>
    public static Text Of(GdalOutcome outcome, Text unread) => outcome switch
    {
        GdalOutcome.TooLarge => new($"要素超过 {GdalChild.MostFeatures} 个，或读取过久。请先裁剪或简化。", $"It has more than {GdalChild.MostFeatures} shapes or takes too long to read. Clip or simplify it first."),
        GdalOutcome.Missing => new("服务器上没有 GDAL（gdal-bin）。请管理员安装。", "The server has no GDAL (gdal-bin). Ask the administrator to install it."),
        _ => unread,
    };

    /// <summary>The file is of no kind that <see cref="VectorFile"/> lays out.</summary>
    public static readonly Text Unknown = new(
        "请提交 GeoJSON、GeoPackage、FlatGeobuf、KML 或打包为 zip 的 Shapefile（仅一个）。", "Send GeoJSON, GeoPackage, FlatGeobuf, KML, or one shapefile in a zip.");
}
