using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Imports;

/// <summary>The kinds of issue in words, for a console and for papers.</summary>
public static class IssueNames
{
    private static readonly Dictionary<string, Text> Names = new(StringComparer.Ordinal)
    {
        [IssueType.Missing] = new("缺值", "missing"),
        [IssueType.Listed] = new("取值", "word"),
        [IssueType.WholeNumber] = new("整数", "whole number"),
        [IssueType.DecimalNumber] = new("数字", "number"),
        [IssueType.Date] = new("日期", "date"),
        [IssueType.Uri] = new("网址", "address"),
        [IssueType.Minimum] = new("下限", "minimum"),
        [IssueType.Maximum] = new("上限", "maximum"),
        [IssueType.Order] = new("先后", "order"),
        [IssueType.OutOfRange] = new("超出范围", "out of range"),
        [IssueType.Outside] = new("范围之外", "outside"),
        [IssueType.Default] = new("按规则填补", "by rule"),
        [IssueType.Duplicate] = new("重复", "duplicate"),
        [IssueType.Encoding] = new("乱码", "garbled"),
        [IssueType.Truncated] = new("截断", "cut"),
        [IssueType.Crs] = new("坐标系", "coordinates"),
        [IssueType.CodeLostZero] = new("编码丢零", "lost zero"),
        [IssueType.CodeDestroyed] = new("编码损坏", "code destroyed"),
        [IssueType.Columns] = new("列数", "columns"),
        [IssueType.TooLong] = new("过长", "too long"),
        [IssueType.Conflict] = new("冲突", "conflict"),
        [IssueType.ParcelCode] = new("宗地代码", "parcel code"),
        [IssueType.County] = new("县级代码", "county"),
        [IssueType.CreditCode] = new("信用代码", "credit code"),
        [IssueType.Geometry] = new("图形", "shape"),
        [IssueType.Area] = new("面积", "area"),
        [IssueType.Place] = new("位置", "place"),
        [IssueType.Zone] = new("区域", "zone"),
        [IssueType.Overlap] = new("与登记库重叠", "overlaps the register"),
        [IssueType.OverlapRows] = new("行间重叠", "rows overlap"),
        [IssueType.SameParcel] = new("同一宗地", "same parcel"),
        [IssueType.Status] = new("状态", "status"),
        [IssueType.Contract] = new("合同", "contract"),
        [IssueType.Source] = new("来源备注", "remark of the source"),
        ["shape"] = new("图形读取", "shape as read"),
    };

    /// <summary>A kind in words; as it is written where it has none.</summary>
    public static Text Of(string type) => Names.TryGetValue(type, out var name) ? name : new(type, type);
}
