using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports;

/// <summary>Why a file is refused as a whole.</summary>
public static class FileFaults
{
    public static Text NotFound(string name) => new($"找不到文件“{name}”，或无权读取。", $"The file \"{name}\" is not there, or may not be read.");

    public static Text Empty() => new("文件是空的。", "The file is empty.");

    public static Text TooLarge(long bytes, long limit) => new(
        $"文件有 {Number(bytes)} 字节，上限 {Number(limit)}。", $"The file has {Number(bytes)} bytes, the limit is {Number(limit)}.");

    public static Text IsKind(Text kind) => new($"这不是 CSV，而是{kind.Zh}。", $"This is not a CSV file but {kind.En}.");

    public static Text Binary(long line) => new(
        $"第 {Number(line)} 行有零字节：这不是文本文件。", $"Line {Number(line)} holds a zero byte: this is not a text file.");

    public static Text LineTooLong(long line, long limit) => new(
        $"第 {Number(line)} 行超过 {Number(limit)} 字节。", $"Line {Number(line)} is longer than {Number(limit)} bytes.");

    public static Text RecordTooLong(long line, long limit) => new(
        $"从第 {Number(line)} 行开始的一条记录超过 {Number(limit)} 字节。", $"The record that starts in line {Number(line)} is longer than {Number(limit)} bytes.");

    public static Text QuoteNeverClosed(long line) => new(
        $"第 {Number(line)} 行开始的引号直到文件结尾都没有闭合。", $"The quotation mark that opens in line {Number(line)} is never closed.");

    public static Text WrongEncoding(IEnumerable<string> encodings) => new(
        $"文件编码不是 {string.Join("、", encodings)}。", $"The file is not encoded as {string.Join(" or ", encodings)}.");

    public static Text UnknownEncoding(string name) => new($"配置中的编码“{name}”不存在。", $"The profile names an encoding \"{name}\" that does not exist.");

    public static Text MissingColumn(string name) => new($"缺少“{name}”列。", $"The column \"{name}\" is missing.");

    public static Text OneColumn(string delimiter) => new(
        $"标题行只有一列；配置要求以“{delimiter}”分隔。", $"The heading has one column; the profile expects \"{delimiter}\" between columns.");

    public static Text ColumnTwice(string name) => new($"“{name}”列出现了两次。", $"The column \"{name}\" stands twice.");

    public static Text TooManyColumns(int columns, int limit) => new($"有 {columns} 列，上限 {limit}。", $"There are {columns} columns, the limit is {limit}.");

    public static Text NoRows() => new("只有标题，没有数据行。", "There is a heading and no row.");

    public static Text TooManyRows(int limit) => new($"超过 {Number(limit)} 行。", $"There are more than {Number(limit)} rows.");

    public static Text Truncated(int row) => new(
        $"文件在第 {row} 行中间结束，似乎没有传完。", $"The file ends in the middle of row {row}; it seems cut off.");

    public static Text RowsShifted(int rows, int of) => new(
        $"{of} 行中有 {rows} 行的单元格数目不对。", $"{rows} of {of} rows have the wrong number of cells.");

    public static Text NoZone(string code) => new($"登记库中没有代码为“{code}”的区域。", $"The register has no zone with the code \"{code}\".");

    public static Text NoSuchSystem(int srid) => new(FormattableString.Invariant($"没有 EPSG:{srid} 这一坐标系。"), FormattableString.Invariant($"There is no coordinate system EPSG:{srid}."));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
