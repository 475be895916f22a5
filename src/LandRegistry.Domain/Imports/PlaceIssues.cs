using LandRegistry.Domain.Common;
using static LandRegistry.Domain.Imports.IssueSeverity;

namespace LandRegistry.Domain.Imports;

/// <summary>The issues of a row's place.</summary>
public static class PlaceIssues
{
    public static ImportIssue NoPlace(int row, string columns, string value) =>
        new(row, columns, value, IssueType.Missing, IssueSeverity.Refusal, new("没有坐标，无法定位，本行未导入。", "The row has no coordinates; it is refused."));

    public static ImportIssue NotNumbers(int row, string columns, string value) =>
        new(row, columns, value, IssueType.DecimalNumber, IssueSeverity.Refusal, new("坐标不是数字，本行未导入。", "The coordinates are not numbers; the row is refused."));

    public static ImportIssue NotPoint(int row, string columns, string value) =>
        new(row, columns, value, IssueType.OutOfRange, IssueSeverity.Refusal, new("不是 POINT (x y) 形式的坐标，本行未导入。", "Not a place of the form POINT (x y); the row is refused."));

    public static ImportIssue OutOfRange(int row, string columns, string value) =>
        new(row, columns, value, IssueType.OutOfRange, IssueSeverity.Refusal, new(
            "这对数字不属于任何已知坐标系，本行未导入。", "The numbers fit no coordinate system that is known here; the row is refused."));

    public static ImportIssue Outside(int row, string columns, string value, Text zone) =>
        new(row, columns, value, IssueType.Outside, IssueSeverity.Refusal, new(
            $"位置落在{zone.Zh}之外，且没有别的可信读法，本行未导入。",
            $"The place lies outside {zone.En}, and no other reading is certain; the row is refused."));

    public static ImportIssue Ambiguous(int row, string columns, string value, IEnumerable<CoordinateReading> readings)
    {
        var all = readings.ToList();
        return new(row, columns, value, IssueType.Crs, IssueSeverity.Refusal, new(
            $"有多种读法都说得通（{string.Join("、", all.Select(r => r.Title.Zh))}），不作猜测，本行未导入。",
            $"More than one reading is plausible ({string.Join("; ", all.Select(r => r.Title.En))}); not guessed, the row is refused."));
    }

    public static ImportIssue OutsideChild(int row, string columns, string value, Text zone) =>
        new(row, columns, value, IssueType.Outside, Warning, new(
            $"位置不在{zone.Zh}范围内；按原文入库，请核对。", $"The place lies outside {zone.En}; loaded as written, to be checked."));

    public static ImportIssue Reread(int row, string columns, string value, string label, CoordinateReading reading, double lon, double lat) =>
        new(row, columns, value, IssueType.Crs, Notice, new(
            FormattableString.Invariant($"坐标系标为“{label}”，无此坐标系或与数字不符；唯一可信的读法是{reading.Title.Zh}，得经度 {lon:0.000000}、纬度 {lat:0.000000}。"),
            FormattableString.Invariant($"Labelled \"{label}\", which is no such system or does not fit the numbers; the only plausible reading is {reading.Title.En}: longitude {lon:0.000000}, latitude {lat:0.000000}.")));
}
