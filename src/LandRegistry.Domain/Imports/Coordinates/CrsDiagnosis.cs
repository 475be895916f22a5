using LandRegistry.Domain.Common;
using NetTopologySuite.Geometries;

namespace LandRegistry.Domain.Imports.Coordinates;

/// <summary>How well a reading agrees with where the data should lie.</summary>
public enum CrsFit
{
    /// <summary>Only PROJ can tell where it lands.</summary>
    Unchecked,

    /// <summary>Lands outside China.</summary>
    Elsewhere,

    /// <summary>Lands in China, away from the zone.</summary>
    InChina,

    /// <summary>Lands in the zone that the import is for, or next to it.</summary>
    InZone,
}

/// <summary>One reading that the doctor proposes.</summary>
/// <param name="Reading">How the coordinates would be read.</param>
/// <param name="Landed">Where the file's extent then lies, degrees, longitude first; null when only PROJ can tell.</param>
/// <param name="Fit">How that agrees with the zone.</param>
/// <param name="IsStated">Whether it is what the file says.</param>
/// <param name="Reasons">Why it is proposed, and what speaks against it.</param>
public sealed record CrsProposal(CrsReading Reading, Envelope? Landed, CrsFit Fit, bool IsStated, IReadOnlyList<Text> Reasons)
{
    internal int Score { get; init; }
}

/// <summary>What the coordinate doctor found: proposals, best first, and whether the user has to choose.</summary>
/// <param name="Proposals">Readings, best first; empty when the numbers fit no system and the file states none.</param>
/// <param name="MustAsk">True when the best reading is not beyond doubt: the user has to see it on the map and say so.</param>
/// <param name="Sentence">The finding in a sentence.</param>
public sealed record CrsDiagnosis(IReadOnlyList<CrsProposal> Proposals, bool MustAsk, Text Sentence)
{
    /// <summary>The best proposal; null when there is none.</summary>
    public CrsProposal? Best => Proposals.Count > 0 ? Proposals[0] : null;

    /// <summary>
    /// What may be taken where nobody can look at a map, as long as it is said: the best reading, when it lands where it should, nothing
    /// that the file states speaks against it, no other comes near, and the numbers stand as they are written. Null when it cannot be known.
    /// </summary>
    public CrsProposal? Clear { get; init; }
}
