using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Readiness;

/// <summary>What ripeness of an idle enterprise's land is judged on; null is unknown.</summary>
/// <param name="IdleKind">The idle clock's answer on the day.</param>
/// <param name="HolderIsWilling">Whether the holder is willing (盘活意愿).</param>
/// <param name="RightIsClear">Whether the right is clear: no seizure, dispute or court matter.</param>
/// <param name="HasTakerOrUse">Whether an incoming investor or a new use is in sight.</param>
/// <param name="HasStrategy">Whether an approved strategy stands.</param>
public sealed record RipenessFacts(IdleKind IdleKind, bool? HolderIsWilling, bool? RightIsClear, bool? HasTakerOrUse, bool? HasStrategy);

/// <summary>One condition of ripeness.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Holds">Whether it holds; null when unknown.</param>
/// <param name="Says">The condition.</param>
public sealed record RipenessItem(string Code, bool? Holds, Text Says);

/// <summary>
/// Whether idle land is ripe for the start of revitalization (具备前期启动盘活条件): a checklist of the house, not of the
/// law. Being idle is its first item, so what is ripe is always idle.
/// </summary>
public sealed record Ripeness(IReadOnlyList<RipenessItem> Items)
{
    /// <summary>Ripe when every condition is known to hold.</summary>
    public bool IsRipe => Items.All(item => item.Holds == true);

    /// <summary>Judges the checklist.</summary>
    public static Ripeness Of(RipenessFacts facts) => new(
    [
        new("idle", facts.IdleKind == IdleKind.Unknown ? null : facts.IdleKind is IdleKind.A or IdleKind.B, new("构成闲置", "The land is idle")),
        new("willing", facts.HolderIsWilling, new("企业有盘活意愿", "The holder is willing")),
        new("right-clear", facts.RightIsClear, new("权利清晰、无争议", "The right is clear and undisputed")),
        new("taker", facts.HasTakerOrUse, new("有意向承接方或新用途", "A taker or a new use is in sight")),
        new("strategy", facts.HasStrategy, new("有批准的一企一策", "An approved strategy stands")),
    ]);
}
