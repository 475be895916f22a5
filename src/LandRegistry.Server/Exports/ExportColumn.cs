using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Sheets;
using Npgsql;

namespace LandRegistry.Server.Exports;

/// <summary>
/// A column that parcels or money lines may be exported with. Text, type and width serve spreadsheets; <paramref name="Field"/> the
/// tables of shapefiles, whose names have ten letters at most; the rest go by <paramref name="Code"/>.
/// </summary>
/// <param name="Code">Name in queries and in GeoJSON, GeoPackage and KML.</param>
/// <param name="Field">Name in shapefiles: ten ASCII letters at most, unique among the columns.</param>
/// <param name="Title">Head in spreadsheets.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Width">Width in characters in a workbook.</param>
/// <param name="Sql">Its expression in the statement of its noun.</param>
internal sealed record ExportColumn(string Code, string Field, Text Title, CellType Type, double Width, string Sql)
{
    /// <summary>What a code is called; null for columns that hold no codes.</summary>
    public Func<string, Text?>? Words { get; init; }

    /// <summary>Whether it may only stand in text files of any length: a cell of a workbook or a field of a shapefile cannot hold it.</summary>
    public bool IsLong { get; init; }

    /// <summary>What a person must be allowed to do to see it, beside taking rows out as a file; null for nothing more.</summary>
    public RegisterAction? Needs { get; init; }

    /// <summary>The value of the present row: string, long, decimal or DateOnly; null for unknown.</summary>
    public object? Read(NpgsqlDataReader row, int ordinal, ExportWords words)
    {
        if (row.IsDBNull(ordinal))
        {
            return null;
        }

        return Type switch
        {
            CellType.Whole => row.GetInt64(ordinal),
            CellType.Number or CellType.Fine => row.GetDecimal(ordinal),
            CellType.Day => row.GetFieldValue<DateOnly>(ordinal),
            _ => Said(row.GetString(ordinal), words),
        };
    }

    private string Said(string code, ExportWords words) =>
        words.Spoken && Words?.Invoke(code) is { } name ? words.English ? name.En : name.Zh : code;
}

/// <summary>How codes are written: as they are, or in the words of a language.</summary>
/// <param name="Spoken">In words.</param>
/// <param name="English">English or Chinese; heads and names too.</param>
internal sealed record ExportWords(bool Spoken, bool English)
{
    public string Pick(Text text) => English ? text.En : text.Zh;
}
