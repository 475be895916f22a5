namespace LandRegistry.Domain.Rights;

/// <summary>What somebody is in the register (角色). What each may do stands in <see cref="RoleTable"/>.</summary>
public enum Role
{
    /// <summary>Looks on (查阅).</summary>
    Viewer,

    /// <summary>Land officer (用地管理人员): marks parcels, keeps boundaries and facts.</summary>
    Officer,

    /// <summary>Planner (规划人员): re-tender, tenders, assembly, strategies.</summary>
    Planner,

    /// <summary>Case officer (办案人员): runs the cases of idle land.</summary>
    CaseOfficer,

    /// <summary>Leader (领导): sees all, approves.</summary>
    Leader,

    /// <summary>Administrator (系统管理员): people, publication, layers, laws.</summary>
    Administrator,

    /// <summary>Auditor (审计人员): reads everything and the audit trail, writes nothing.</summary>
    Auditor,
}
