using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Domain.Imports.Choosing;

/// <summary>Guesses from headings in both languages what columns fill; the guess is shown and can be changed.</summary>
public static class MappingGuess
{
    /// <summary>Square metres of a mu: 2000/3.</summary>
    public const decimal SquareMetresPerMu = 2000m / 3;

    private static readonly string[] Units = ["平方公里", "平方米", "公顷", "万元", "亿元", "亩", "元"];

    /// <summary>What each column fills; columns that nothing is known of are left out, and no field is filled twice.</summary>
    public static IReadOnlyList<ColumnChoice> Of(IReadOnlyList<SourceColumn> columns)
    {
        var guesses = new List<(ColumnChoice Choice, int Rank)>();
        foreach (var column in columns)
        {
            // A key that no row has is none: the code then says which parcel a row is.
            if (FieldOf(column.Name) is { } found && (found.Field != ParcelField.SourceId || column.Samples.Count > 0))
            {
                guesses.Add((new() { Column = column.Name, Field = found.Field, Factor = FactorOf(column.Name, found.Field) }, found.Rank));
            }
        }

        // The heading that stands earliest among a field's headings says it best.
        return [.. guesses.GroupBy(guess => guess.Choice.Field).Select(same => same.MinBy(guess => guess.Rank).Choice)
            .OrderBy(choice => columns.ToList().FindIndex(column => column.Name == choice.Column))];
    }

    /// <summary>What a number under this heading is multiplied with to get square metres or yuan; null for nothing.</summary>
    public static decimal? FactorOf(string heading, ParcelField field) => field switch
    {
        ParcelField.StatedAreaSquareMetres => Has(heading, "公顷", "hectare", "（ha", "(ha") ? 10_000
            : Has(heading, "亩", "(mu", "（mu") ? SquareMetresPerMu
            : Has(heading, "平方公里", "km2", "km²") ? 1_000_000
            : Has(heading, "万平") ? 10_000 : null,
        ParcelField.PriceYuan => Has(heading, "万元") ? 10_000 : Has(heading, "亿元") ? 100_000_000 : null,
        _ => null,
    };

    private static (ParcelField Field, int Rank)? FieldOf(string heading)
    {
        // A heading of two rows is guessed by its last part, by the whole, and by its first part in turn.
        var parts = heading.Split('/');
        foreach (var text in new[] { parts[^1], string.Concat(parts), parts[0] })
        {
            if ((Known(Plain(text)) ?? Known(WithoutUnit(Plain(text)))) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    private static (ParcelField Field, int Rank)? Known(string plain)
    {
        foreach (var field in ImportFields.All)
        {
            var rank = ImportFields.Headings(field).ToList().IndexOf(plain);
            if (rank >= 0 || plain == ImportFields.Column(field).Replace("_", "", StringComparison.Ordinal))
            {
                return (field, Math.Max(rank, 0));
            }
        }

        return null;
    }

    /// <summary>面积_亩, 成交价万元: names of fields in a shapefile have no brackets.</summary>
    private static string WithoutUnit(string plain) =>
        Units.FirstOrDefault(unit => plain.Length > unit.Length && plain.EndsWith(unit, StringComparison.Ordinal)) is { } unit ? plain[..^unit.Length] : plain;

    /// <summary>Without blanks, signs and what stands in brackets; in small letters.</summary>
    private static string Plain(string heading)
    {
        var end = heading.AsSpan().IndexOfAny('(', '（', '[');
        var bare = end > 0 ? heading[..end] : heading;
        return string.Concat(bare.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    private static bool Has(string heading, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (heading.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
