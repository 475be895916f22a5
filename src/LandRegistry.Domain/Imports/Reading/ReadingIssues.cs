using System.Globalization;
using static LandRegistry.Domain.Imports.IssueSeverity;

namespace LandRegistry.Domain.Imports.Reading;

/// <summary>What reading a row of a source may come upon, each with its sentence in both languages.</summary>
public static class ReadingIssues
{
    /// <summary>Type of issues about the shape of a row.</summary>
    public const string Shape = "shape";

    /// <summary>Vertices of the largest shape that is read; more is no parcel.</summary>
    public const int MostVertices = 100_000;

    /// <summary>Characters of the longest cell that is read.</summary>
    public const int LongestCell = 32_767;

    public static ImportIssue RingClosed(int row, int rings) => new(row, "", Number(rings), Shape, Notice, new(
        $"{rings} 圈界线首尾点不重合，已补上闭合点。", $"{rings} of its rings did not end where they begin and were closed."));

    public static ImportIssue NewRingAssumed(int row) => new(row, "", "", Shape, Notice, new(
        "同一圈号下界线闭合后仍有界址点，按新的一圈读取。", "Vertices follow after a ring has closed under the same ring number; they are read as a new ring."));

    public static ImportIssue PartsBySeparateRings(int row, int parts) => new(row, "", Number(parts), Shape, Notice, new(
        $"第一圈之外还有互不包含的圈，按 {parts} 块组成的宗地读取。", $"Rings lie outside the first one; read as one parcel of {parts} parts."));

    public static ImportIssue PointsDiffer(int row, int stated, int found) => new(row, "", Number(stated), IssueType.Columns, Warning, new(
        $"首行写有 {stated} 个界址点，实有 {found} 个；请核对是否缺行。", $"The plot says {stated} vertices and has {found}; see whether lines are missing."));

    public static ImportIssue AxesDiffer(int row) => new(row, "", "", IssueType.Crs, Warning, new(
        "本地块坐标的先后次序与文件中其他地块不同，已按数值大小判断。", "Its coordinates stand in another order than those of the other plots; told apart by their size."));

    public static ImportIssue BadPoint(int row, int line, string value) => new(row, "", Brief(value), Shape, Refusal, new(
        $"第 {line} 行的界址点不是有效坐标，本行未读取。", $"The boundary point in line {line} is no pair of coordinates; the row is refused."));

    public static ImportIssue NotFinite(int row, string column) => new(row, column, "", Shape, Refusal, new(
        "坐标不是有限的数（NaN、Infinity 或过大），本行未读取。", "A coordinate is no finite number (NaN, infinity or too large); the row is refused."));

    public static ImportIssue TooFewPoints(int row, int ring) => new(row, "", Number(ring), Shape, Refusal, new(
        $"第 {ring} 圈不足三个不同的界址点，本行未读取。", $"Ring {ring} has fewer than three different vertices; the row is refused."));

    public static ImportIssue TooManyVertices(int row) => new(row, "", "", Shape, Refusal, new(
        $"图形超过 {MostVertices} 个界址点，不是一宗地；请先简化或拆分。", $"The shape has more than {MostVertices} vertices, which is no parcel; simplify or divide it first."));

    public static ImportIssue BadShape(int row, string column, string value) => new(row, column, Brief(value), Shape, Refusal, new(
        "图形无法读取，本行未读取。", "The shape cannot be read; the row is refused."));

    public static ImportIssue HalfAPlace(int row, string columns, string value) => new(row, columns, value, Shape, Warning, new(
        "坐标只有一半，位置按未知处理。", "Only one of the two coordinates is there; the place stays unknown."));

    public static ImportIssue NoShape(int row) => new(row, "", "", Shape, Warning, new("没有图形，位置按未知处理。", "It has no shape; its place stays unknown."));

    public static ImportIssue LineClosed(int row) => new(row, "", "", Shape, Notice, new("由闭合的线读作面。", "A closed line is read as the area within."));

    public static ImportIssue NotAParcelShape(int row, string kind) => new(row, "", kind, Shape, Refusal, new(
        $"图形是 {kind}，不是面也不是点，本行未读取。", $"Its shape is a {kind}, neither area nor point; the row is refused."));

    public static ImportIssue CodeAsNumber(int row, string column, string value) => new(row, column, value, IssueType.CodeDestroyed, Warning, new(
        "超过 15 位的数字被电子表格存成了数，末尾各位已丢失；请向来源索取文本格式的编码。",
        "A spreadsheet kept more than 15 digits as a number and lost the last of them; ask the source for the code as text."));

    public static ImportIssue CodeLostZeros(int row, string column, string value, int length) => new(row, column, value, IssueType.CodeLostZero, Warning, new(
        $"同列的编码多为 {length} 位，此处较短，前导零可能已丢失。", $"The other codes of the column have {length} digits; this one is shorter, leading zeros may be lost."));

    public static ImportIssue CellCut(int row, string column) => new(row, column, "", IssueType.TooLong, Warning, new(
        $"单元格超过 {LongestCell} 个字符，已截断。", $"The cell has more than {LongestCell} characters and was cut."));

    /// <summary>A value short enough for a list of issues.</summary>
    public static string Brief(string value) => value.Length <= 100 ? value : value[..100] + "…";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
