using LandRegistry.Domain.Parcels;
using static LandRegistry.Domain.Imports.IssueSeverity;

namespace LandRegistry.Domain.Imports;

/// <summary>The issues of cells and rows, each with its sentence in both languages.</summary>
public static class ImportIssues
{
    public static ImportIssue Missing(int row, string column) =>
        new(row, column, "", IssueType.Missing, Warning, new("应填而未填，按未知处理。", "A value is expected here; kept as unknown."));

    public static ImportIssue NotListed(int row, string column, string value) =>
        new(row, column, value, IssueType.Listed, Warning, new("不在规定的取值之内，按未知处理。", "Not one of the listed values; kept as unknown."));

    public static ImportIssue OtherSpelling(int row, string column, string value, string spelling) =>
        new(row, column, value, IssueType.Listed, Notice, new($"写法不合标准，读作“{spelling}”。", $"Not the standard's spelling; read as \"{spelling}\"."));

    public static ImportIssue CutListed(int row, string column, string value, string spelling) =>
        new(row, column, value, IssueType.Truncated, Notice, new($"取值被截短，唯一吻合的是“{spelling}”。", $"The value was cut; it can only be \"{spelling}\"."));

    public static ImportIssue CutText(int row, string column, string value, int length) =>
        new(row, column, value, IssueType.Truncated, Notice, new(
            $"正好 {length} 个字符，来源在此长度截断，结尾可能已丢失。",
            $"Exactly {length} characters, where the source cuts its cells; the end may be lost."));

    public static ImportIssue NotInteger(int row, string column, string value) =>
        new(row, column, value, IssueType.WholeNumber, Warning, new("应为整数，按未知处理。", "A whole number is expected; kept as unknown."));

    public static ImportIssue NotDecimal(int row, string column, string value) =>
        new(row, column, value, IssueType.DecimalNumber, Warning, new("应为数字，按未知处理。", "A number is expected; kept as unknown."));

    public static ImportIssue NotDate(int row, string column, string value, string format) =>
        new(row, column, value, IssueType.Date, Warning, new($"不是有效日期（应为 {format}），按未知处理。", $"No such date ({format} is expected); kept as unknown."));

    public static ImportIssue DayAndMonthSwapped(int row, ColumnRule column, string value, string format, DateOnly swapped) =>
        new(row, column.Name, value, IssueType.Date, Warning, new(
            $"日和月似乎写反了（应为 {format}）；不作猜测，按未知处理。",
            $"Day and month seem to have changed places ({format} is expected); not guessed, kept as unknown."))
        {
            Repair = column.Field == ParcelField.None ? null : new(new($"读作 {swapped:yyyy-MM-dd}", $"Read it as {swapped:yyyy-MM-dd}"), column.Field, swapped),
        };

    public static ImportIssue DayNumber(int row, ColumnRule column, string value, DateOnly day) =>
        new(row, column.Name, value, IssueType.Date, Warning, new(
            "似为电子表格的日期序号；不作猜测，按未知处理。",
            "This seems to be the number that a spreadsheet has for a day; not guessed, kept as unknown."))
        {
            Repair = column.Field == ParcelField.None ? null : new(new($"读作 {day:yyyy-MM-dd}", $"Read it as {day:yyyy-MM-dd}"), column.Field, day),
        };

    public static ImportIssue DateInFuture(int row, string column, string value) =>
        new(row, column, value, IssueType.Date, Warning, new("日期晚于今天，按未知处理。", "The date is later than today; kept as unknown."));

    public static ImportIssue DateTooOld(int row, string column, string value) =>
        new(row, column, value, IssueType.Date, Warning, new("日期早于 1800 年，按未知处理。", "The date is before 1800; kept as unknown."));

    public static ImportIssue NotUri(int row, string column, string value) =>
        new(row, column, value, IssueType.Uri, Warning, new("不是 http 或 https 网址。", "Not an http or https address."));

    public static ImportIssue BelowMinimum(int row, string column, string value, decimal bound, bool inclusive) =>
        new(row, column, value, IssueType.Minimum, Warning, new(
            FormattableString.Invariant($"应{(inclusive ? "不小于" : "大于")} {bound}，按未知处理。"),
            FormattableString.Invariant($"Must be {(inclusive ? "at least" : "more than")} {bound}; kept as unknown.")));

    public static ImportIssue AboveMaximum(int row, string column, string value, decimal bound) =>
        new(row, column, value, IssueType.Maximum, Warning, new(
            FormattableString.Invariant($"应不大于 {bound}，按未知处理。"),
            FormattableString.Invariant($"Must be at most {bound}; kept as unknown.")));

    public static ImportIssue OutOfOrder(int row, string earlier, string later, string value) =>
        new(row, $"{earlier},{later}", value, IssueType.Order, Warning, new(
            $"{earlier} 晚于 {later}；两者照录。", $"{earlier} is later than {later}; both are kept as written."));

    public static ImportIssue Repaired(int row, string column, string value, string repaired) =>
        new(row, column, value, IssueType.Encoding, Notice, new($"乱码已还原为“{repaired}”。", $"Garbled letters restored: \"{repaired}\"."));

    public static ImportIssue Garbled(int row, string column, string value) =>
        new(row, column, value, IssueType.Encoding, Warning, new("疑似乱码，无法确定原文，照录。", "Seems garbled, and the repair is not certain; kept as written."));

    public static ImportIssue ZeroRestored(int row, string column, string value, string restored) =>
        new(row, column, value, IssueType.CodeLostZero, Notice, new($"丢失的前导零已补回：{restored}。", $"The leading zero that was lost is restored: {restored}."));

    public static ImportIssue CodeOfWrongLength(int row, string column, string value, int length) =>
        new(row, column, value, IssueType.CodeLostZero, Warning, new($"编码应为 {length} 位。", $"The code should have {length} characters."));

    public static ImportIssue CodeDestroyed(int row, string column, string value) =>
        new(row, column, value, IssueType.CodeDestroyed, Warning, new(
            "编码被电子表格改成了科学计数，原码已丢失，按未知处理。",
            "A spreadsheet turned the code into a number and destroyed it; kept as unknown."));

    public static ImportIssue StatusByDefault(int row, string column, string status) =>
        new(row, column, status, IssueType.Default, Warning, new(
            $"状态未知，按规则定为“{ParcelStatuses.Parse(status).Name().Zh}”。", $"The status is not known; set to \"{ParcelStatuses.Parse(status).Name().En}\" by rule."));

    public static ImportIssue SinceImport(int row, string columns, string day) =>
        new(row, columns, day, IssueType.Default, Warning, new(
            $"来源没有可信的日期，状态起始日取导入日 {day}。",
            $"The source has no date to believe; the status counts from the day of import, {day}."));

    public static ImportIssue KeyMissing(int row, string columns) =>
        new(row, columns, "", IssueType.Missing, Refusal, new("没有行标识，无法入库，本行未导入。", "The row has no key; it is refused."));

    public static ImportIssue DuplicateKey(int row, string columns, string key, int firstRow) =>
        new(row, columns, key, IssueType.Duplicate, Refusal, new(
            $"行标识与第 {firstRow} 行重复；以前者为准，本行未导入。", $"The same key as row {firstRow}, which comes first; this row is refused."));

    public static ImportIssue WrongCellCount(int row, int cells, int expected) =>
        new(row, "", "", IssueType.Columns, Refusal, new(
            $"本行有 {cells} 个单元格，应为 {expected} 个；内容可能错位，未导入。",
            $"The row has {cells} cells where {expected} are expected; its values may have shifted, it is refused."));

    public static ImportIssue CellTooLong(int row, string column, int length, int limit) =>
        new(row, column, "", IssueType.TooLong, Refusal, new(
            $"单元格有 {length} 个字符，上限 {limit}；本行未导入。", $"The cell has {length} characters, the limit is {limit}; the row is refused."));

    public static ImportIssue EditedInRegister(int row, string columns, string key) =>
        new(row, columns, key, IssueType.Conflict, Refusal, new(
            "该地块导入后已在登记库中修改，来源也有变化；为不覆盖人工修改，本行未导入，请人工核对。",
            "The parcel was edited in the register after its import, and the source changed too; the edit stands, this row is refused. Compare the two by hand."));
}
