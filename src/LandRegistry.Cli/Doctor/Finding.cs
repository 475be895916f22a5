namespace LandRegistry.Cli.Doctor;

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    Fine,

    /// <summary>The register works, but something will be missed.</summary>
    Warning,

    /// <summary>The register does not work.</summary>
    Fault,
}

/// <summary>One line of the doctor's table.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Seen">What was found.</param>
/// <param name="Advice">What to do; empty when all is well.</param>
internal sealed record Finding(string Subject, Severity Severity, string Seen, string Advice = "")
{
    public static Finding Fine(string subject, string seen) => new(subject, Severity.Fine, seen);

    public static Finding Warning(string subject, string seen, string advice) => new(subject, Severity.Warning, seen, advice);

    public static Finding Fault(string subject, string seen, string advice = "") => new(subject, Severity.Fault, seen, advice);
}
