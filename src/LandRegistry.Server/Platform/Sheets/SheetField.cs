using System.Runtime.CompilerServices;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Queries;

namespace LandRegistry.Server.Platform.Sheets;

/// <summary>A column that a list may be exported with.</summary>
/// <typeparam name="TRow">Row of the list.</typeparam>
/// <param name="Code">Its name in queries.</param>
/// <param name="Title">Its head.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Width">Width in characters.</param>
/// <param name="Cell">The value of a row, in English or Chinese; null for unknown.</param>
internal sealed record SheetField<TRow>(string Code, Text Title, CellType Type, double Width, Func<TRow, bool, object?> Cell)
{
    /// <summary>What a person must be allowed to do to see it, beside taking rows out as a file; null for nothing more.</summary>
    public RegisterAction? Needs { get; init; }
}

/// <summary>What an export of a list as a sheet was asked for, beside the list's own filter and order.</summary>
internal sealed record SheetChoice<TRow>(string Format, bool English, IReadOnlyList<SheetField<TRow>> Fields);

/// <summary>Exports a list as a sheet: the same three parameters and the same answer for every list.</summary>
internal static class SheetExport
{
    private static readonly IReadOnlyList<string> Languages = ["zh", "en"];

    /// <summary>Format, language and columns, for refusing unknown parameters and for the OpenAPI document.</summary>
    public static IReadOnlyList<QueryParameter> Parameters<TRow>(IReadOnlyList<SheetField<TRow>> fields) =>
    [
        new("format", "string", "xlsx when absent.", Values: SheetAnswer.Formats),
        new("language", "string", "Language of heads and words; zh when absent.", Values: Languages),
        new("column", "string", "Column, in the order wanted; repeat for several. All when absent.", Repeatable: true, Values: [.. fields.Select(field => field.Code)]),
    ];

    /// <summary>Reads the three; columns that the person may not read are faults, and are left out where nothing was chosen.</summary>
    public static SheetChoice<TRow> ReadSheet<TRow>(this QueryReader query, IReadOnlyList<SheetField<TRow>> fields, Func<RegisterAction, bool> may)
    {
        var (format, english) = (query.OneOf("format", SheetAnswer.Formats, "xlsx"), query.OneOf("language", Languages, "zh") == "en");
        var columns = query.Many(
            "column", code => fields.FirstOrDefault(field => field.Code == code) is { } field ? (true, field) : (false, fields[0]), "a column of this list", "本列表的列");
        foreach (var hidden in columns?.Where(field => field.Needs is { } action && !may(action)) ?? [])
        {
            query.Add("column", $"You have no right to read {hidden.Code}.", $"您无权查看“{hidden.Title.Zh}”。");
        }

        return new(format, english, columns ?? [.. fields.Where(field => field.Needs is not { } action || may(action))]);
    }

    /// <summary>The rows as a file, written while they are read.</summary>
    /// <param name="http">The request.</param>
    /// <param name="choice">What was asked for.</param>
    /// <param name="name">Name of the list.</param>
    /// <param name="fileName">Without ending.</param>
    /// <param name="rows">The rows in their order.</param>
    public static IResult Answer<TRow>(HttpContext http, SheetChoice<TRow> choice, Text name, string fileName, IAsyncEnumerable<TRow> rows)
    {
        var english = choice.English;
        var sheet = new Sheet(
            english ? name.En : name.Zh, [.. choice.Fields.Select(field => new SheetColumn(english ? field.Title.En : field.Title.Zh, field.Type, field.Width))],
            CellsAsync(choice, rows, http.RequestAborted));
        return SheetAnswer.Of(http, sheet, choice.Format, fileName);
    }

    private static async IAsyncEnumerable<object?[]> CellsAsync<TRow>(
        SheetChoice<TRow> choice, IAsyncEnumerable<TRow> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            yield return [.. choice.Fields.Select(field => field.Cell(row, choice.English))];
        }
    }
}
