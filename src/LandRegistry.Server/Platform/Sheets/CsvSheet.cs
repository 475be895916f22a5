using System.Globalization;
using System.Text;
using CsvHelper;

namespace LandRegistry.Server.Platform.Sheets;

/// <summary>Writes a sheet as CSV with a byte order mark, by which Excel knows UTF-8.</summary>
public static class CsvSheet
{
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>Writes head and rows as they come.</summary>
    public static async Task WriteAsync(Sheet sheet, Stream to, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var column in sheet.Columns)
        {
            csv.WriteField(column.Title);
        }

        await csv.NextRecordAsync();
        await foreach (var row in sheet.Rows.WithCancellation(cancellation))
        {
            foreach (var cell in row)
            {
                csv.WriteField(Written(cell));
            }

            await csv.NextRecordAsync();
        }
    }

    private static string? Written(object? cell) => cell switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => SheetText.Quoted(text),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
    };
}
