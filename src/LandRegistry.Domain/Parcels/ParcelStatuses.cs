using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Parcels;

/// <summary>Codes and names of <see cref="ParcelStatus"/>.</summary>
public static class ParcelStatuses
{
    private static readonly (ParcelStatus Status, string Code, Text Name)[] Table =
    [
        (ParcelStatus.InUse, "in_use", new("正常利用", "In use")),
        (ParcelStatus.Suspected, "suspected", new("疑似闲置", "Suspected idle")),
        (ParcelStatus.Investigating, "investigating", new("调查中", "Under investigation")),
        (ParcelStatus.Idle, "idle", new("认定闲置", "Determined idle")),
        (ParcelStatus.LowEfficiency, "low_efficiency", new("低效", "Low efficiency")),
        (ParcelStatus.Disposing, "disposing", new("处置盘活中", "Being revitalized")),
        (ParcelStatus.Reserved, "reserved", new("收储在库", "In land reserve")),
        (ParcelStatus.Ready, "ready", new("可再出让", "Ready for re-tender")),
        (ParcelStatus.Listed, "listed", new("挂牌中", "In tender")),
        (ParcelStatus.Awarded, "awarded", new("成交待开工", "Awarded, start awaited")),
        (ParcelStatus.Closed, "closed", new("已盘活销号", "Closed out")),
    ];

    private static readonly Dictionary<string, ParcelStatus> ByCode = Table.ToDictionary(row => row.Code, row => row.Status, StringComparer.Ordinal);

    /// <summary>All statuses in the order of the process.</summary>
    public static IReadOnlyList<ParcelStatus> All { get; } = [.. Table.Select(row => row.Status)];

    /// <summary>All codes in the order of the process.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Table.Select(row => row.Code)];

    /// <summary>The code used in database, API and URL, for instance <c>in_use</c>.</summary>
    public static string Code(this ParcelStatus status) => Table[(int)status].Code;

    /// <summary>The name shown to people.</summary>
    public static Text Name(this ParcelStatus status) => Table[(int)status].Name;

    /// <summary>The status of a code; false when there is none.</summary>
    public static bool TryParse(string? code, out ParcelStatus status) => ByCode.TryGetValue(code ?? "", out status);

    /// <summary>The status of a code that the database holds.</summary>
    /// <exception cref="KeyNotFoundException">The code is none of the table's.</exception>
    public static ParcelStatus Parse(string code) => ByCode[code];
}
