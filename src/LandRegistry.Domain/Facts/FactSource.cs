namespace LandRegistry.Domain.Facts;

/// <summary>Where a fact was taken from.</summary>
/// <param name="Label">In words: a contract, a register, an inspection, an import.</param>
/// <param name="RecordedOn">When it was entered; null when unknown. The clock never looks at it.</param>
/// <param name="Document">Number of the paper or scan; null when there is none.</param>
public sealed record FactSource(string Label, DateOnly? RecordedOn = null, string? Document = null);

/// <summary>Which test of Order 53 Article 30 showed that works had started.</summary>
public enum StartTest
{
    /// <summary>No test recorded: whether works started in the sense of the law is not known.</summary>
    Unstated,

    /// <summary>基坑开挖完毕: the deep pit is dug out.</summary>
    PitDug,

    /// <summary>打入所有基础桩: all piles are driven.</summary>
    PilesDriven,

    /// <summary>地基施工完成三分之一: one third of the foundation is done.</summary>
    FoundationThird,
}
