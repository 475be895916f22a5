namespace LandRegistry.Server.Cases;

/// <summary>Opens a case. All texts; faults are answered together.</summary>
public sealed record OpenCaseRequest
{
    /// <summary>watched, or suspected, which moves the parcel at once; suspected when absent.</summary>
    public string? Stage { get; init; }

    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }

    /// <summary>Officer in charge.</summary>
    public string? Officer { get; init; }

    /// <summary>Number of the case in the office.</summary>
    public string? Number { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Takes a case to another stage.</summary>
public sealed record MoveCaseRequest
{
    /// <summary>The stage; required.</summary>
    public string? To { get; init; }

    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }

    /// <summary>Why; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>Puts a case into an officer's hands.</summary>
public sealed record AssignCaseRequest
{
    /// <summary>Officer in charge; absent takes it out of anybody's hands.</summary>
    public string? Officer { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Records an official document.</summary>
public sealed record AddDocumentRequest
{
    /// <summary>Code of the law's document kind, for instance hearing-notice; required.</summary>
    public string? Kind { get; init; }

    public string? Number { get; init; }

    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? IssuedOn { get; init; }

    public string? ServedOn { get; init; }

    /// <summary>Number of the proof of service; goes with servedOn only.</summary>
    public string? ProofOfService { get; init; }

    public string? Note { get; init; }
}

/// <summary>Records the service of a document, or corrects it.</summary>
public sealed record ServeDocumentRequest
{
    /// <summary>yyyy-MM-dd, day of receipt, not in the future; today when absent.</summary>
    public string? ServedOn { get; init; }

    /// <summary>Number of the proof of service; without it no deadline starts.</summary>
    public string? ProofOfService { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Records what was determined.</summary>
public sealed record DetermineRequest
{
    /// <summary>A or B; required.</summary>
    public string? Kind { get; init; }

    /// <summary>government, holder or force_majeure; required.</summary>
    public string? Cause { get; init; }

    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }

    public string? Note { get; init; }
}

/// <summary>Records a disposal plan; refused when the law does not allow its measure.</summary>
public sealed record PlanRequest
{
    /// <summary>extend, change_use, temporary_use, agreed_recovery, swap, other_local, fee or free_recovery; required.</summary>
    public string? Measure { get; init; }

    /// <summary>yyyy-MM-dd, day of the draft, not in the future; today when absent.</summary>
    public string? DraftedOn { get; init; }

    /// <summary>Extension: the commencement date that stood. Temporary use: its first day.</summary>
    public string? From { get; init; }

    /// <summary>Extension: the new commencement date. Temporary use: its end, exclusive.</summary>
    public string? Until { get; init; }

    /// <summary>For a swap: which conditions are shown.</summary>
    public CaseSwap? Swap { get; init; }

    public string? Note { get; init; }
}

/// <summary>Records a dated event of the case.</summary>
public sealed record MilestoneRequest
{
    /// <summary>approved, published, withdrawn, answered, fee_paid, deregistered or mortgagee_told; required.</summary>
    public string? Kind { get; init; }

    /// <summary>yyyy-MM-dd, not in the future; today when absent.</summary>
    public string? On { get; init; }

    public string? Note { get; init; }
}

/// <summary>Records a cause of idleness with its evidence.</summary>
public sealed record CauseRequest
{
    /// <summary>Code of the law's cause; required.</summary>
    public string? Cause { get; init; }

    /// <summary>yyyy-MM-dd, the day the evidence is of, not in the future; today when absent.</summary>
    public string? On { get; init; }

    /// <summary>Number of the paper that shows it.</summary>
    public string? Document { get; init; }

    public string? Note { get; init; }
}
