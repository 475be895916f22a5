using System.Text;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>What stands before the rows: names and kinds of the columns, and the SRID.</summary>
internal sealed record GdalHead(IReadOnlyList<string> Names, IReadOnlyDictionary<string, SourceCellKind> Kinds, int? Srid)
{
    /// <summary>Reads up to the first row; without names when there is no row to come.</summary>
    public static async Task<GdalHead> ReadAsync(BoundedRecords records)
    {
        var kinds = new Dictionary<string, SourceCellKind>(StringComparer.Ordinal);
        int? srid = null;
        while (await records.NextAsync() is { } record)
        {
            var line = Encoding.UTF8.GetString(record.Span);
            if (line.StartsWith("COPY ", StringComparison.Ordinal))
            {
                return new(CopyText.Names(line), kinds, srid);
            }

            if (line.StartsWith("SELECT AddGeometryColumn(", StringComparison.Ordinal))
            {
                srid = CopyText.Srid(line);
            }
            else if (line.StartsWith("ALTER TABLE ", StringComparison.Ordinal) && line.IndexOf(" ADD COLUMN \"", StringComparison.Ordinal) is > 0 and var at)
            {
                var place = at + " ADD COLUMN ".Length;
                var name = CopyText.Quoted(line, ref place);
                kinds[name] = Kind(line[place..]);
            }
        }

        return new([], kinds, srid);
    }

    private static SourceCellKind Kind(string type)
    {
        var word = type.Trim(' ', ';').ToUpperInvariant();
        return word.StartsWith("VARCHAR", StringComparison.Ordinal) || word.StartsWith("CHAR", StringComparison.Ordinal) ? SourceCellKind.Text
            : word.StartsWith("INT", StringComparison.Ordinal) || word.StartsWith("SMALLINT", StringComparison.Ordinal) || word.StartsWith("SERIAL", StringComparison.Ordinal) || word.EndsWith(",0)", StringComparison.Ordinal) ? SourceCellKind.WholeNumber
            : word.StartsWith("FLOAT", StringComparison.Ordinal) || word.StartsWith("NUMERIC", StringComparison.Ordinal) || word.StartsWith("REAL", StringComparison.Ordinal) ? SourceCellKind.Number
            : word.StartsWith("DATE", StringComparison.Ordinal) || word.StartsWith("TIMESTAMP", StringComparison.Ordinal) ? SourceCellKind.Date
            : word.StartsWith("BOOL", StringComparison.Ordinal) ? SourceCellKind.YesNo
            : SourceCellKind.Text;
    }
}
