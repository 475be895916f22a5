using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Exports;

/// <summary>The refusals that exports answer with.</summary>
public static class ExportRefusals
{
    public static Refusal EncodingLacks(string encoding, long texts, string letters) => new(
        "encoding-lacks-letters",
        new("所选编码缺少部分字符", "The encoding has no place for some letters"),
        new($"{encoding} 无法表示 {texts} 处文字中的字符（如 {letters}）。请改用 GB18030 或 UTF-8，以免丢失。", $"{encoding} cannot hold letters of {texts} text(s), for instance {letters}. Choose GB18030 or UTF-8, so that none is lost."));

    public static Refusal NoBoundary(long points) => new(
        "export-without-boundaries",
        new("没有可写入坐标文件的界址", "No boundary for a boundary file"),
        new($"坐标文件只写界址，而筛选范围内没有已勘测边界的宗地（只有点位的 {points} 宗）。请放宽筛选，或改用其他格式。", $"A boundary file holds boundaries only, and no parcel of the filter has one ({points} known by a point). Widen the filter, or choose another format."));

    public static Refusal TooLargeForShapefile() => new(
        "shapefile-too-large",
        new("超过 Shapefile 的容量", "More than a shapefile can hold"),
        new("Shapefile 的每个文件最大 2 GB。请缩小筛选范围，或导出为 GeoPackage。", "A file of a shapefile holds 2 GB at most. Narrow the filter, or export a GeoPackage."));
}
