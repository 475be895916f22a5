using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Clocks;

/// <summary>Codes and names of idle kinds and legal powers, as database, API and screen have them.</summary>
public static class ClockCodes
{
    private static readonly (LegalPowers Power, string Code, Text Name)[] Powers =
    [
        (LegalPowers.Investigate, "investigate", new("调查认定", "Investigate")),
        (LegalPowers.Negotiate, "negotiate", new("协商处置", "Dispose by agreement")),
        (LegalPowers.ChargeFee, "charge_fee", new("征缴土地闲置费", "Charge the idle fee")),
        (LegalPowers.Recover, "recover", new("无偿收回", "Recover without compensation")),
    ];

    /// <summary>none, unknown, A or B.</summary>
    public static string Code(this IdleKind kind) => kind switch
    {
        IdleKind.A => "A",
        IdleKind.B => "B",
        IdleKind.Unknown => "unknown",
        _ => "none",
    };

    /// <summary>The name shown to people.</summary>
    public static Text Name(this IdleKind kind) => kind switch
    {
        IdleKind.A => new("未动工闲置（A 类）", "Idle, never started (kind A)"),
        IdleKind.B => new("中止开发闲置（B 类）", "Idle, started and stopped (kind B)"),
        IdleKind.Unknown => new("不明", "Cannot be told"),
        _ => new("不构成闲置", "Not idle"),
    };

    /// <summary>The powers as codes, in the order of the process.</summary>
    public static IReadOnlyList<string> Codes(this LegalPowers powers) => [.. Powers.Where(row => powers.HasFlag(row.Power)).Select(row => row.Code)];

    /// <summary>All powers with their names.</summary>
    public static IReadOnlyList<(string Code, Text Name)> AllPowers { get; } = [.. Powers.Select(row => (row.Code, row.Name))];
}
