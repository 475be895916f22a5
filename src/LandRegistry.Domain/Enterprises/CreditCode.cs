using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace LandRegistry.Domain.Enterprises;

/// <summary>
/// A unified social credit code (统一社会信用代码, GB 32100): 18 characters of 0-9 and A-Z without I, O, S, V, Z.
/// Form is required; a check digit that fails is only a warning, since real codes of early pilots fail it.
/// </summary>
public sealed record CreditCode
{
    /// <summary>Length of the code.</summary>
    public const int Length = 18;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    private CreditCode(string value) => Value = value;

    /// <summary>All 18 characters.</summary>
    public string Value { get; }

    /// <summary>Whether the last character is the check character of the others.</summary>
    public bool CheckHolds => Value[^1] == CheckCharacter(Value.AsSpan(0, Length - 1));

    /// <summary>Reads a code; surrounding white space is dropped, letters may be lower case.</summary>
    /// <returns>False when the length or a character is wrong; the check character is not looked at.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CreditCode? code)
    {
        var value = text?.Trim().ToUpperInvariant() ?? "";
        var wellFormed = value.Length == Length && !value.AsSpan().ContainsAnyExcept(Characters);
        code = wellFormed ? new CreditCode(value) : null;
        return wellFormed;
    }

    /// <summary>The check character of the first 17: weights are powers of 3 modulo 31 (GB 32100).</summary>
    /// <param name="first17">17 characters of the code's alphabet.</param>
    public static char CheckCharacter(ReadOnlySpan<char> first17)
    {
        var sum = 0;
        var weight = 1;
        foreach (var character in first17)
        {
            sum += Alphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    public override string ToString() => Value;
}
