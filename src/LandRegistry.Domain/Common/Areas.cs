namespace LandRegistry.Domain.Common;

/// <summary>Areas are kept in square metres and printed in mu or hectares.</summary>
public static class Areas
{
    /// <summary>Square metres in one hectare (公顷).</summary>
    public const decimal SquareMetresPerHectare = 10_000m;

    /// <summary>Square metres to mu (亩): one mu is exactly 2000/3 square metres.</summary>
    public static decimal ToMu(decimal squareMetres) => squareMetres * 3m / 2000m;

    /// <summary>Mu to square metres; one mu is exactly 2000/3 square metres.</summary>
    public static decimal FromMu(decimal mu) => mu * 2000m / 3m;

    /// <summary>Square metres to hectares.</summary>
    public static decimal ToHectares(decimal squareMetres) => squareMetres / SquareMetresPerHectare;
}
