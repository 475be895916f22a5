using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Imports.Reading;

/// <summary>A row of a table that is no row of the register: title, totals, signature. It is listed and not counted among the rows.</summary>
/// <param name="Number">Row as a spreadsheet numbers it.</param>
/// <param name="Why">What it was taken for.</param>
/// <param name="Content">What stands in it.</param>
public sealed record SkippedRow(int Number, Text Why, string Content);
