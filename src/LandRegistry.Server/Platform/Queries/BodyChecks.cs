using System.Globalization;

namespace LandRegistry.Server.Platform.Queries;

/// <summary>Checks body members, faults gathered like those of query parameters.</summary>
public static class BodyChecks
{
    /// <summary>A text that must be there.</summary>
    public static string RequiredText(this QueryReader faults, string field, string? value, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            faults.Add(field, "Required.", "必填。");
            return "";
        }

        if (value.Length > maxLength || value.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add(field, $"At most {maxLength} characters, no NUL.", $"最多 {maxLength} 个字符，且不含空字符。");
            return "";
        }

        return value.Trim();
    }

    /// <summary>A name that must be there: a text of one line, which shows the same to whoever reads it.</summary>
    public static string RequiredName(this QueryReader faults, string field, string? value, int maxLength)
    {
        var name = faults.RequiredText(field, value, maxLength);
        return faults.OneLine(field, name) ?? "";
    }

    /// <summary>A text of one line, without control characters and marks of writing direction; null when absent or not so.</summary>
    public static string? OneLine(this QueryReader faults, string field, string? value)
    {
        if (value is null || Web.OneLine.Is(value))
        {
            return value;
        }

        faults.Add(field, "One line, without control characters and marks of writing direction.", "应为一行文字，不含控制字符和书写方向符号。");
        return null;
    }

    /// <summary>A day, yyyy-MM-dd; null when absent.</summary>
    public static DateOnly? Day(this QueryReader faults, string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200)
        {
            return day;
        }

        faults.Add(field, "Not a day of the form yyyy-MM-dd between 1900 and 2200.", "应为 yyyy-MM-dd 形式的有效日期（1900—2200 年）。");
        return null;
    }

    /// <summary>A number from 0 to a greatest, or absent.</summary>
    public static decimal? NotNegative(this QueryReader faults, string field, decimal? value, decimal greatest)
    {
        if (value < 0 || value > greatest)
        {
            var most = greatest.ToString("#,0", CultureInfo.InvariantCulture);
            faults.Add(field, $"Not a number from 0 to {most}.", $"应为 0 至 {most} 之间的数。");
        }

        return value;
    }

    /// <summary>One of a list, or absent.</summary>
    public static string? OneOfOrNone(this QueryReader faults, string field, string? value, IReadOnlyList<string> allowed)
    {
        if (value is null || allowed.Contains(value))
        {
            return value;
        }

        faults.Add(field, $"None of {string.Join(", ", allowed)}.", $"不在可选值之内：{string.Join("、", allowed)}。");
        return null;
    }

    /// <summary>The id in a path.</summary>
    public static long Id(this QueryReader faults, string field, string value)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
        {
            return id;
        }

        faults.Add(field, "Not an id: a whole number above 0.", "编号应为正整数。");
        return 0;
    }
}
