using LandRegistry.Domain.Parcels;

namespace LandRegistry.Server.Store;

/// <summary>The words of a filter as patterns over <c>registry.parcel_search</c>; the longest first, which the index serves.</summary>
internal static class SearchPatterns
{
    /// <summary>More runs than these are written as one: by the letters that occur at each place.</summary>
    private const int MostRuns = 300;

    /// <summary>LIKE patterns of the words that are looked for as they stand; null when there is none.</summary>
    public static string[]? Literal(ParcelFilter filter) =>
        NoneAsNull(Words(filter).Where(word => word.SoundsLike.Count == 0).Select(word => $"%{Escaped(word.Text)}%"));

    /// <summary>LIKE patterns of typed words, all of which are to be contained, any letter case; null when nothing was typed.</summary>
    public static string[]? Of(string? words) =>
        words?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => $"%{Escaped(word.ToLowerInvariant())}%").ToArray();

    /// <summary>The words that may be pinyin, each with what sounds like it: runs of letters with | between them, or a regular expression with brackets where they are too many; null when there is none.</summary>
    public static string[]? Spelled(ParcelFilter filter) =>
        NoneAsNull(Words(filter).Where(word => word.SoundsLike.Count > 0).Select(Expression));

    private static IEnumerable<SearchWord> Words(ParcelFilter filter) =>
        (filter.Spelled ?? filter.Words?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => new SearchWord(word.ToLowerInvariant(), [])) ?? [])
        .OrderByDescending(word => word.Text.Length);

    /// <summary>The word itself, letters of the alphabet only, or any of what it sounds like.</summary>
    private static string Expression(SearchWord word)
    {
        var runs = word.SoundsLike.GroupBy(run => run.Length).SelectMany(group => group.Count() <= MostRuns ? group.AsEnumerable() : [ByPlace([.. group], group.Key)]);
        return string.Join('|', runs.Prepend(word.Text));
    }

    private static string ByPlace(IReadOnlyList<string> runs, int length) => string.Concat(
        Enumerable.Range(0, length).Select(place => $"[{string.Concat(runs.Select(run => run[place]).Distinct())}]"));

    private static string[]? NoneAsNull(IEnumerable<string> patterns) => patterns.ToArray() is { Length: > 0 } some ? some : null;

    private static string Escaped(string word) => word
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
