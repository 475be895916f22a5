using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Platform.Queries;

/// <summary>Checks body members that are codes of an enumeration.</summary>
public static class CodeChecks
{
    /// <summary>A code that must be there.</summary>
    public static T Required<T>(this QueryReader faults, string field, string? code)
        where T : struct, Enum
    {
        if (Codes<T>.Find(code) is { } value)
        {
            return value;
        }

        faults.Add(field, $"Required: one of {string.Join(", ", Codes<T>.All)}.", $"必填，可选值：{string.Join("、", Codes<T>.All)}。");
        return default;
    }

    /// <summary>A code, or absent.</summary>
    public static T? Optional<T>(this QueryReader faults, string field, string? code)
        where T : struct, Enum => code is null ? null : faults.Required<T>(field, code);

    /// <summary>A day that must be there, yyyy-MM-dd.</summary>
    public static DateOnly RequiredDay(this QueryReader faults, string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            faults.Add(field, "Required: a day, yyyy-MM-dd.", "必填：yyyy-MM-dd 形式的日期。");
        }

        return faults.Day(field, value) ?? default;
    }

    /// <summary>A text that may be absent.</summary>
    public static string? OptionalText(this QueryReader faults, string field, string? value, int maxLength) =>
        string.IsNullOrWhiteSpace(value) ? null : faults.RequiredText(field, value, maxLength);
}
