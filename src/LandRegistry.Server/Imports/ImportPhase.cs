namespace LandRegistry.Server.Imports;

/// <summary>Where an import is.</summary>
public enum ImportPhase
{
    /// <summary>The file is looked at.</summary>
    Inspecting,

    /// <summary>Waits for choices.</summary>
    Choosing,

    /// <summary>Rows are read and judged.</summary>
    Judging,

    /// <summary>The dry run is done; waits for repairs and the commit.</summary>
    Judged,

    /// <summary>Rows are matched anew with the register.</summary>
    Matching,

    /// <summary>Rows are written.</summary>
    Committing,

    /// <summary>Written, as one change.</summary>
    Committed,

    /// <summary>There was nothing to write.</summary>
    NothingNew,

    /// <summary>The file is refused as a whole.</summary>
    Refused,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,

    /// <summary>The program failed or ended in the middle; nothing was written.</summary>
    Failed,
}
