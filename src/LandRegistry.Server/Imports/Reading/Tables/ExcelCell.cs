using System.Globalization;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Tables;

/// <summary>A cell of a sheet as text.</summary>
/// <param name="Text">The text; null when it is empty. A formula counts by its last result; text that begins with = stays text.</param>
/// <param name="Kind">What the sheet keeps it as.</param>
internal readonly record struct ExcelCell(string? Text, SourceCellKind Kind)
{
    // Excel keeps fifteen digits of a number.
    private const double Whole = 1e15;

    public bool IsNumber => Kind is SourceCellKind.Number or SourceCellKind.WholeNumber;

    public static ExcelCell Of(object? value, string? format) => value switch
    {
        null => new(null, SourceCellKind.Text),
        string text => new(text.Length == 0 ? null : text, SourceCellKind.Text),
        double number => Number(number, format),
        int number => Number(number, format),
        bool yes => new(yes ? "true" : "false", SourceCellKind.YesNo),
        DateTime day => new(day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), SourceCellKind.Date),
        TimeSpan time => new(time.ToString("c", CultureInfo.InvariantCulture), SourceCellKind.Text),
        _ => new(Convert.ToString(value, CultureInfo.InvariantCulture), SourceCellKind.Text),
    };

    private static ExcelCell Number(double number, string? format)
    {
        if (!double.IsFinite(number) || Math.Floor(number) != number)
        {
            return new(number.ToString("R", CultureInfo.InvariantCulture), SourceCellKind.Number);
        }

        var text = Math.Abs(number) < 1e28 ? ((decimal)number).ToString("0", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
        // The format 000000 shows a code with its zeros, and that is what was meant.
        return format is { Length: > 1 and < 40 } && format.All(sign => sign == '0') && number >= 0 && number < Whole
            ? new(text.PadLeft(format.Length, '0'), SourceCellKind.Text)
            : new(text, SourceCellKind.WholeNumber);
    }
}
