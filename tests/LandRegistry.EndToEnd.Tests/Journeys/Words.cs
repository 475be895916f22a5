namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>The English words of the screen that journeys go by, each in one place; docs/glossary.md has them.</summary>
internal static class Words
{
    public const string InUse = "In use";
    public const string Suspected = "Suspected idle";
    public const string Investigating = "Under investigation";
    public const string Idle = "Determined idle";
    public const string LowEfficiency = "Low efficiency";
    public const string Ready = "Ready for re-tender";

    /// <summary>Status codes of the API and their words.</summary>
    public static IReadOnlyDictionary<string, string> OfStatus { get; } = new Dictionary<string, string>
    {
        ["in_use"] = InUse,
        ["suspected"] = Suspected,
        ["investigating"] = Investigating,
        ["idle"] = Idle,
        ["low_efficiency"] = LowEfficiency,
        ["disposing"] = "Being revitalized",
        ["reserved"] = "In land reserve",
        ["ready"] = Ready,
        ["listed"] = "In tender",
        ["awarded"] = "Awarded, start awaited",
        ["closed"] = "Closed out",
    };
}
