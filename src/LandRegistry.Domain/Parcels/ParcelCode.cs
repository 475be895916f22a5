using System.Diagnostics.CodeAnalysis;

namespace LandRegistry.Domain.Parcels;

/// <summary>
/// A parcel code (宗地代码) of 19 characters: county of GB/T 2260 (6), cadastral district (3), sub-district (3),
/// ownership and kind (2 letters, for instance GB for state-owned construction land), serial number (5).
/// A value of this type is always well formed.
/// </summary>
public sealed record ParcelCode
{
    /// <summary>Length of the code.</summary>
    public const int Length = 19;

    private const string Ownerships = "GJZ";
    private const string Kinds = "ABSXCDEFGHWY";

    private ParcelCode(string value) => Value = value;

    /// <summary>All 19 characters.</summary>
    public string Value { get; }

    /// <summary>County code of GB/T 2260, six digits.</summary>
    public string CountyCode => Value[..6];

    /// <summary>Ownership and kind of right, two letters: G state, J collective, Z disputed; B construction land surface.</summary>
    public string Feature => Value[12..14];

    /// <summary>Reads a code; surrounding white space is dropped, letters may be lower case.</summary>
    /// <returns>False when the text is not a well-formed code.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ParcelCode? code)
    {
        var value = text?.Trim().ToUpperInvariant() ?? "";
        var wellFormed = value.Length == Length
            && AllDigits(value.AsSpan(0, 12))
            && Ownerships.Contains(value[12], StringComparison.Ordinal)
            && Kinds.Contains(value[13], StringComparison.Ordinal)
            && AllDigits(value.AsSpan(14));
        code = wellFormed ? new ParcelCode(value) : null;
        return wellFormed;
    }

    public override string ToString() => Value;

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
