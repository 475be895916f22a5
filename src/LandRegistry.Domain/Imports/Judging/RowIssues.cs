using System.Globalization;
using NetTopologySuite.Operation.Valid;
using static LandRegistry.Domain.Imports.IssueSeverity;

namespace LandRegistry.Domain.Imports.Judging;

/// <summary>What the rules of a row may find, each with its sentence in both languages and, where there is one, its repair.</summary>
public static class RowIssues
{
    public static ImportIssue NotParcelCode(int row, string column, string value) => new(row, column, value, IssueType.ParcelCode, Warning, new(
        "不是 19 位宗地代码（县 6 位、地籍区 3 位、子区 3 位、特征码 2 位、顺序号 5 位），按未知处理。",
        "Not a parcel code of 19 characters (county 6, district 3, sub-district 3, kind 2, serial 5); kept as unknown."));

    public static ImportIssue CountyDiffers(int row, string column, string value, string county) => new(row, column, value, IssueType.County, Warning, new(
        $"县级代码与宗地代码的前六位 {county} 不一致；两者照录。", $"The county is not that of the parcel code, {county}; both are kept."));

    public static ImportIssue NotCountyCode(int row, string column, string value) => new(row, column, value, IssueType.County, Warning, new(
        "县级代码应为六位数字，按未知处理。", "A county code has six digits; kept as unknown."));

    public static ImportIssue NotCreditCode(int row, string column, string value) => new(row, column, value, IssueType.CreditCode, Warning, new(
        "不是 18 位统一社会信用代码，按未知处理。", "Not a credit code of 18 characters; kept as unknown."));

    public static ImportIssue CreditCheckFails(int row, string column, string value) => new(row, column, value, IssueType.CreditCode, Warning, new(
        "校验位不符，请核对；照录。", "The check character does not hold; look at it again. Kept as written."));

    public static ImportIssue DaysOutOfOrder(int row, string earlier, DateOnly first, string later, DateOnly second) =>
        new(row, $"{earlier},{later}", $"{Day(first)} > {Day(second)}", IssueType.Order, Warning, new(
            $"{earlier} {Day(first)} 晚于 {later} {Day(second)}，请核对。", $"{earlier} {Day(first)} is later than {later} {Day(second)}; look at them again."));

    public static ImportIssue NotOnEarth(int row) => new(row, "", "", IssueType.OutOfRange, Refusal, new(
        "坐标不在经纬度范围内；坐标系或坐标顺序可能选错，本行未导入。",
        "The coordinates lie beyond longitudes and latitudes; coordinate system or order of axes may be wrong. The row is refused."));

    public static ImportIssue TooWide(int row, double degrees) => new(row, "", Number(degrees), IssueType.Geometry, Refusal, new(
        $"图形跨越 {Number(degrees)} 度（可能跨越 180 度经线），不是一宗地，本行未导入。",
        $"The shape spans {Number(degrees)} degrees (over the antimeridian, perhaps), which is no parcel; the row is refused."));

    public static ImportIssue TooSmall(int row, double squareMetres) => new(row, "", Number(squareMetres), IssueType.Geometry, Refusal, new(
        $"所围面积 {Number(squareMetres)} 平方米，不足 1 平方米，本行未导入。", $"It encloses {Number(squareMetres)} m², less than 1 m²; the row is refused."));

    public static ImportIssue TooNarrow(int row, double metres) => new(row, "", Number(metres), IssueType.Geometry, Warning, new(
        $"平均宽度仅 {Number(metres)} 米，可能是图斑之间的狭条，请核对。", $"It is {Number(metres)} m wide on average, a sliver perhaps; look at it again."));

    public static ImportIssue BadForm(int row, TopologyValidationError fault, double before, double after)
    {
        var (zh, en) = fault.ErrorType switch
        {
            TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection => ("界线自相交", "The boundary crosses or touches itself"),
            TopologyValidationErrors.HoleOutsideShell => ("洞在外圈之外", "A hole lies outside its ring"),
            TopologyValidationErrors.NestedShells or TopologyValidationErrors.NestedHoles => ("各部分相互包含", "Its parts lie within each other"),
            _ => ("图形无效", "The shape is not valid"),
        };
        var (x, y) = fault.Coordinate is { } at ? (Degrees(at.X), Degrees(at.Y)) : ("?", "?");
        return new(row, "", $"{x}, {y}", IssueType.Geometry, Refusal, new($"{zh}（{x}, {y} 附近），本行未导入。", $"{en} near {x}, {y}; the row is refused."))
        {
            Repair = after < Boundaries.BoundaryRules.SmallestSquareMetres ? null : new(
                new($"整理界线：面积由 {Number(before)} 变为 {Number(after)} 平方米", $"Mend the boundary: {Number(before)} m² becomes {Number(after)} m²"), null, ImportRepair.Mended),
        };
    }

    public static ImportIssue AreaDiffers(int row, decimal stated, double measured) =>
        new(row, "", Number((double)stated), IssueType.Area, Warning, new(
            $"登记面积 {Number((double)stated)} 平方米，界址面积 {Number(measured)} 平方米，相差超过 1%；两者照录。",
            $"Stated {Number((double)stated)} m², measured {Number(measured)} m², more than 1 % apart; both are kept."))
        {
            Repair = new(new("登记面积按未知处理", "Keep the stated area as unknown"), ParcelField.StatedAreaSquareMetres, null),
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Degrees(double degrees) => degrees.ToString("0.000000", CultureInfo.InvariantCulture);
}
