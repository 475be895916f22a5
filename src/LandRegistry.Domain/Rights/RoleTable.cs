using LandRegistry.Domain.Common;
using static LandRegistry.Domain.Rights.RegisterAction;

namespace LandRegistry.Domain.Rights;

/// <summary>
/// Which role may do what: the one table that API, tiles, events, exports, command line and screen go by. Reading is the ground of
/// every role but the administrator's, who runs the register without seeing into it.
/// </summary>
public static class RoleTable
{
    private static readonly (Role Role, Text Name, RegisterAction[] May)[] Table =
    [
        (Role.Viewer, new("查阅人员", "Viewer"), [SignIn, Read]),
        (Role.Officer, new("用地管理人员", "Land officer"), [SignIn, Read, ReadPhones, ReadMoney, Export, Import, Mark, Draw, KeepFacts, KeepEnterprises, Report, Undo]),
        (Role.Planner, new("规划人员", "Planner"), [SignIn, Read, ReadMoney, Export, Mark, Draw, KeepStrategies, PlanSupply, KeepLayers, Report, Undo]),
        (Role.CaseOfficer, new("办案人员", "Case officer"), [SignIn, Read, ReadPhones, ReadMoney, ReadCourt, Export, Mark, KeepFacts, KeepEnterprises, RunCases, KeepStrategies, Report, Undo]),
        (Role.Leader, new("领导", "Leader"), [SignIn, Read, ReadPhones, ReadMoney, ReadCourt, Export, Mark, ApproveStrategies, KeepStrategies, Report]),
        (Role.Administrator, new("系统管理员", "Administrator"), [SignIn, ManagePeople, ReadAudit, Publish, RunServer]),
        (Role.Auditor, new("审计人员", "Auditor"), [SignIn, Read, ReadPhones, ReadMoney, ReadCourt, Export, ReadAudit]),
    ];

    private static readonly Dictionary<Role, IReadOnlySet<RegisterAction>> ByRole = Table.ToDictionary(row => row.Role, row => (IReadOnlySet<RegisterAction>)row.May.ToHashSet());

    /// <summary>All actions there are, in their order.</summary>
    public static IReadOnlyList<RegisterAction> AllActions { get; } = Enum.GetValues<RegisterAction>();

    /// <summary>Roles in the order they are offered.</summary>
    public static IReadOnlyList<Role> All { get; } = [.. Table.Select(row => row.Role)];

    /// <summary>The name shown to people.</summary>
    public static Text Name(this Role role) => Table[(int)role].Name;

    /// <summary>What a role may do.</summary>
    public static IReadOnlySet<RegisterAction> Actions(this Role role) => ByRole[role];
}
