using System.Globalization;
using System.Text;
using LandRegistry.Domain.Imports;
using LandRegistry.Server.Platform.Sheets;

namespace LandRegistry.Server.Imports;

/// <summary>
/// The report of an import: CSV in UTF-8 with byte order mark, so that a spreadsheet shows Chinese, and with cells that
/// a spreadsheet would run as a formula made text by an apostrophe.
/// </summary>
public static class IssueReport
{
    private const int LongestValue = 200;

    /// <summary>Writes all issues in the order of the rows.</summary>
    public static async Task WriteAsync(string path, ImportResult result, CancellationToken cancellation)
    {
        await using var file = File.Create(path);
        await WriteAsync(file, result.Issues.ToAsyncEnumerable(), cancellation);
    }

    /// <summary>Writes issues as they come.</summary>
    public static async Task WriteAsync(Stream to, IAsyncEnumerable<ImportIssue> issues, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        writer.NewLine = "\r\n";
        await writer.WriteLineAsync("row,column,value,issue,severity,sentence_zh,sentence_en,repair_zh,repair_en".AsMemory(), cancellation);
        await foreach (var issue in issues.WithCancellation(cancellation))
        {
            string[] cells =
            [
                issue.Row.ToString(CultureInfo.InvariantCulture), issue.Column, Short(issue.Value), issue.Type,
                Severity(issue.Severity), issue.Text.Zh, issue.Text.En, issue.Repair?.Text.Zh ?? "", issue.Repair?.Text.En ?? "",
            ];
            await writer.WriteLineAsync(string.Join(',', cells.Select(Cell)).AsMemory(), cancellation);
        }
    }

    /// <summary>One cell, quoted where CSV needs it and harmless in a spreadsheet; numbers stay numbers.</summary>
    public static string Cell(string text)
    {
        var isFormula = SheetText.LooksLikeFormula(text)
            && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        var safe = isFormula ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Short(string value) => value.Length <= LongestValue ? value : value[..LongestValue] + "…";

    /// <summary>The word for a severity.</summary>
    public static string Severity(IssueSeverity severity) => severity switch
    {
        IssueSeverity.Refusal => "refused",
        IssueSeverity.Warning => "warning",
        _ => "notice",
    };
}
