namespace LandRegistry.Domain.Projects;

/// <summary>What of a project the totals of the pool are made of.</summary>
public sealed record PoolEntry(ProjectStage Stage, ProjectLevel? Level, IReadOnlyList<ProjectClass> Classes, decimal? AgreedYuan, decimal? ArrivedYuan, bool IsStale);

/// <summary>A count with its money, yuan; what is unknown is counted and added nowhere.</summary>
/// <param name="Count">Projects.</param>
/// <param name="AgreedYuan">Sum of what is known to be agreed.</param>
/// <param name="AgreedUnknown">Of how many it is unknown.</param>
/// <param name="ArrivedYuan">Sum of what is known to have come.</param>
/// <param name="ArrivedUnknown">Of how many it is unknown.</param>
/// <param name="ArrivedShare">Arrived of agreed, per cent, over projects of which both are known; null when there is none.</param>
/// <param name="Large">Projects of 100 million yuan and more (亿元以上).</param>
/// <param name="Stale">Entries that nobody looked at for too long.</param>
public sealed record PoolSum(int Count, decimal AgreedYuan, int AgreedUnknown, decimal ArrivedYuan, int ArrivedUnknown, decimal? ArrivedShare, int Large, int Stale)
{
    /// <summary>From here on a project is large, yuan.</summary>
    public const decimal LargeYuan = 100_000_000m;

    /// <summary>Adds projects up, each once.</summary>
    public static PoolSum Of(IReadOnlyCollection<PoolEntry> entries)
    {
        var both = entries.Where(entry => entry is { AgreedYuan: not null, ArrivedYuan: not null }).ToList();
        return new(
            entries.Count, entries.Sum(entry => entry.AgreedYuan ?? 0), entries.Count(entry => entry.AgreedYuan is null),
            entries.Sum(entry => entry.ArrivedYuan ?? 0), entries.Count(entry => entry.ArrivedYuan is null),
            both.Count == 0 ? null : InvestmentShare.Percent(both.Sum(entry => entry.ArrivedYuan), both.Sum(entry => entry.AgreedYuan)),
            entries.Count(entry => entry.AgreedYuan >= LargeYuan), entries.Count(entry => entry.IsStale));
    }
}

/// <summary>Totals of the pool. By class a project counts under each of its labels; in the whole it counts once.</summary>
/// <param name="Whole">All projects, each once.</param>
/// <param name="Stages">By stage; every project stands in exactly one.</param>
/// <param name="Classes">By class label; null is without a label.</param>
/// <param name="Levels">By level; null is unknown.</param>
public sealed record PoolTotals(
    PoolSum Whole, IReadOnlyDictionary<ProjectStage, PoolSum> Stages, IReadOnlyList<(ProjectClass? Class, PoolSum Sum)> Classes, IReadOnlyList<(ProjectLevel? Level, PoolSum Sum)> Levels)
{
    /// <summary>Adds the pool up.</summary>
    public static PoolTotals Of(IReadOnlyCollection<PoolEntry> entries) => new(
        PoolSum.Of(entries),
        Enum.GetValues<ProjectStage>().ToDictionary(stage => stage, stage => PoolSum.Of([.. entries.Where(entry => entry.Stage == stage)])),
        [
            .. Enum.GetValues<ProjectClass>().Select(label => ((ProjectClass?)label, PoolSum.Of([.. entries.Where(entry => entry.Classes.Contains(label))]))).Where(line => line.Item2.Count > 0),
            .. entries.Where(entry => entry.Classes.Count == 0).ToList() is { Count: > 0 } bare ? [((ProjectClass?)null, PoolSum.Of(bare))] : Array.Empty<(ProjectClass?, PoolSum)>(),
        ],
        [.. entries.GroupBy(entry => entry.Level).OrderBy(level => level.Key is null).ThenBy(level => level.Key).Select(level => (level.Key, PoolSum.Of([.. level])))]);
}
