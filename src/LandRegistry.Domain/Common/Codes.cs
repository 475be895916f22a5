using System.Text.Json;

namespace LandRegistry.Domain.Common;

/// <summary>Codes of an enumeration as they stand in database, API and URL: <c>PlanDrafted</c> is <c>plan_drafted</c>; single letters stay.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public static class Codes<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(value => value, Written);

    private static readonly Dictionary<string, T> ByCode = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>All codes in the order of the enumeration.</summary>
#pragma warning disable CA1000 // One list for each enumeration is the point.
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The code of a value.</summary>
    public static string Of(T value) => ByValue[value];

    /// <summary>The value of a code that the database holds.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static T Parse(string code) => ByCode[code];

    /// <summary>The value of a code; null when there is none.</summary>
    public static T? Find(string? code) => ByCode.TryGetValue(code ?? "", out var value) ? value : null;
#pragma warning restore CA1000

    private static string Written(T value) =>
        value.ToString() is { Length: 1 } letter ? letter : JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
