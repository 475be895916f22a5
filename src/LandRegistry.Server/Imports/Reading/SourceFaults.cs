using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading;

/// <summary>Why a file is refused as a whole, beside the reasons that a CSV has of its own (<see cref="FileFaults"/>).</summary>
internal static class SourceFaults
{
    public static Text UnknownKind() => new(
        "无法识别文件格式。可导入：界址点 TXT、Shapefile、GeoPackage、GeoJSON、KML/KMZ、DXF、FileGDB、CSV、XLSX/XLS。",
        "The format is not known. What is read: boundary TXT, shapefile, GeoPackage, GeoJSON, KML/KMZ, DXF, FileGDB, CSV, XLSX/XLS.");

    public static Text IsKind(Text kind) => new($"这是 {kind.Zh}，不能导入。", $"This is {kind.En}, which is not imported.");

    public static Text Changed() => new("文件在检查之后改变了，请重新检查。", "The file has changed since it was inspected; inspect it again.");

    public static Text NoRows() => new("文件里没有数据行。", "The file holds no row.");

    public static Text TooManyEntries(int limit) => new(
        $"压缩包内的文件超过 {Number(limit)} 个，请只打包要导入的文件。", $"The archive holds more than {Number(limit)} files; pack only what is to be imported.");

    public static Text UnpacksTooLarge(long limit) => new(
        $"压缩包解开后超过 {Number(limit >> 20)} MB，已停止。", $"The archive unpacks to more than {Number(limit >> 20)} MB; it was stopped.");

    public static Text BombRatio() => new(
        "压缩包的压缩比异常，疑似恶意文件，已停止。", "The archive is packed tighter than real files are; it was stopped.");

    public static Text BadArchive() => new("压缩包已损坏，或没有传完。", "The archive is damaged or cut off.");

    public static Text NestedArchive() => new("压缩包里还有压缩包，请先解开里面一层。", "The archive holds another archive; unpack the inner one first.");

    public static Text NothingInArchive() => new(
        "压缩包里没有可以导入的文件。", "The archive holds no file that is read.");

    public static Text SeveralInArchive(IEnumerable<string> names) => new(
        $"压缩包里有多个可以导入的文件（{string.Join("、", names)}），请一次导入一个。",
        $"The archive holds several files that could be meant ({string.Join(", ", names)}); import one at a time.");

    public static Text ShapefileIncomplete(string part) => new(
        $"Shapefile 缺少 {part} 文件，请把各部分（.shp、.dbf、.shx、.prj）一起打包。",
        $"The shapefile lacks its {part} file; pack its parts (.shp, .dbf, .shx, .prj) together.");

    public static Text NoEncoding() => new(
        "文字不合任何已知编码（UTF-8、GB18030）。请在来源处另存为 UTF-8。", "The text fits no encoding that is known (UTF-8, GB18030). Save it as UTF-8 at its source.");

    public static Text EncodingDoesNotFit(string name, int line) => new(
        FormattableString.Invariant($"第 {line} 行附近有不属于 {name} 的字节，请换一种编码。"),
        FormattableString.Invariant($"Near line {line} there are bytes that are not {name}; choose another encoding."));

    public static Text UnknownEncoding(string name) => new($"没有名为“{name}”的编码。", $"There is no encoding \"{name}\".");

    public static Text NoSuchLayer(string name) => new($"文件里没有图层或工作表“{name}”。", $"The file has no layer or sheet \"{name}\".");

    public static Text LayerCannotBeRead(string name) => new($"图层“{name}”无法读取，未列入。", $"The layer \"{name}\" cannot be read and is not listed.");

    public static Text LayersAreOne(IReadOnlyList<string> names) => new(
        $"图层 {string.Join("、", names)} 的列与坐标系相同，作为一份文件读取。", $"The layers {string.Join(", ", names)} have the same columns and coordinate system; they are read as one file.");

    /// <summary>What was taken for no row of the register, so that nobody misses it unknowingly.</summary>
    public static Text RowsApart(IReadOnlyList<SkippedRow> rows)
    {
        const int Shown = 5;
        var zh = string.Join('；', rows.Take(Shown).Select(row => FormattableString.Invariant($"第 {row.Number} 行（{row.Why.Zh}）")));
        var en = string.Join("; ", rows.Take(Shown).Select(row => FormattableString.Invariant($"row {row.Number} ({row.Why.En})")));
        return new($"{Number(rows.Count)} 行不是数据，未计入行数：{zh}{(rows.Count > Shown ? "……" : "")}。", $"{(rows.Count == 1 ? "1 row is" : $"{Number(rows.Count)} rows are")} no data and not counted: {en}{(rows.Count > Shown ? "; …" : "")}.");
    }

    public static Text NoSuchColumn(string name) => new($"文件里没有“{name}”列。", $"The file has no column \"{name}\".");

    public static Text NoHeading() => new("找不到标题行。", "No heading was found.");

    public static Text NoGdal() => new("服务器上没有 GDAL（gdal-bin）。请管理员安装。", "The server has no GDAL (gdal-bin). Ask the administrator to install it.");

    public static Text CannotBeRead(SourceFormat format) => new(
        $"无法按“{format.Name().Zh}”读取：文件已损坏或没有传完，或其中没有图层。", $"The {format.Name().En} cannot be read: it is damaged, cut off, or holds no layer.");

    public static Text BreaksOff(SourceFormat format) => new(
        $"按“{format.Name().Zh}”读到中途出错：文件已损坏，或所需内存超过限制。", $"The {format.Name().En} breaks off: it is damaged, or needs more memory than is given.");

    public static Text TooSlow() => new("读取过久，已停止。请拆分文件。", "Reading takes too long and was stopped. Divide the file.");

    public static Text NotJson(long line, long column) => new(
        FormattableString.Invariant($"第 {line} 行第 {column} 字节处不是合法的 JSON，文件可能没有传完。"),
        FormattableString.Invariant($"Not well-formed JSON at line {line}, byte {column}; the file may be cut off."));

    public static Text NoFeatures() => new("这个 JSON 不是 GeoJSON：没有 features。", "This JSON is no GeoJSON: it has no features.");

    public static Text CellTooLong(long line) => new(FormattableString.Invariant($"第 {line} 行附近有一个过长的值。"), FormattableString.Invariant($"Near line {line} there is a value that is too long."));

    public static Text TextTooLarge() => new("工作簿中的文字过多，请拆分。", "The workbook holds too much text; divide it.");

    public static Text Encrypted() => new("工作簿有密码，请去掉密码后再导入。", "The workbook has a password; take it off first.");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
