using System.Globalization;

namespace LandRegistry.Domain.Imports;

/// <summary>Days that a spreadsheet wrote as their number: 45356 is 2024-03-05.</summary>
public static class DayNumbers
{
    /// <summary>Name of the form among date formats.</summary>
    public const string Form = "serial";

    // Up to 60 the numbers are wrong by a day: the spreadsheet believes in 29 February 1900.
    private const int First = 61;
    private const int Last = 109_574;
    private static readonly DateOnly Zero = new(1899, 12, 30);

    /// <summary>The day, from 1900-03-01 to 2199-12-31; null when the text is no such number.</summary>
    public static DateOnly? Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= First and <= Last ? Zero.AddDays(number) : null;
}
