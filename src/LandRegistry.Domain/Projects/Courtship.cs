using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Projects;

/// <summary>How far a project and a site have come together.</summary>
public enum CourtshipStep
{
    /// <summary>入围: on the shortlist.</summary>
    Shortlisted,

    /// <summary>已踏勘: the investor saw the site.</summary>
    Visited,

    /// <summary>已报价: the site was offered on terms.</summary>
    Offered,

    /// <summary>落地: the project takes the site.</summary>
    Won,

    /// <summary>未选: it does not.</summary>
    Declined,
}

/// <summary>A courtship as the rules see it.</summary>
public sealed record CourtshipState(CourtshipStep Step, DateOnly Since, decimal? OfferYuan);

/// <summary>Names, order and guards of the steps.</summary>
public static class Courtships
{
    private static readonly Text[] Names = [new("入围", "Shortlisted"), new("已踏勘", "Visited"), new("已报价", "Offered"), new("落地", "Won"), new("未选", "Not chosen")];

    /// <summary>The name shown to people.</summary>
    public static Text Name(this CourtshipStep step) => Names[(int)step];

    /// <summary>Whether nothing follows; who was not chosen may be shortlisted again.</summary>
    public static bool IsEnd(this CourtshipStep step) => step >= CourtshipStep.Won;

    /// <summary>The steps that may follow. A visit may be left out, an offer not; a visit or an offer may be repeated.</summary>
    public static IReadOnlyList<CourtshipStep> After(CourtshipStep step) => step switch
    {
        CourtshipStep.Shortlisted => [CourtshipStep.Visited, CourtshipStep.Offered, CourtshipStep.Declined],
        CourtshipStep.Visited => [CourtshipStep.Visited, CourtshipStep.Offered, CourtshipStep.Declined],
        CourtshipStep.Offered => [CourtshipStep.Visited, CourtshipStep.Offered, CourtshipStep.Won, CourtshipStep.Declined],
        CourtshipStep.Declined => [CourtshipStep.Shortlisted],
        // A bargain may still fall through.
        _ => [CourtshipStep.Declined],
    };

    /// <summary>Whether a step may be taken; null when it may.</summary>
    /// <param name="state">How far it is.</param>
    /// <param name="to">The step.</param>
    /// <param name="on">Its day.</param>
    /// <param name="today">Today.</param>
    /// <param name="takenBy">Name of the other project that has the site already; null when none has.</param>
    public static Refusal? Judge(CourtshipState state, CourtshipStep to, DateOnly on, DateOnly today, string? takenBy) =>
        !After(state.Step).Contains(to) ? ProjectRefusals.StepNotNext(state.Step, to)
        : on > today ? ProjectRefusals.InFuture(on, today)
        : on < state.Since ? ProjectRefusals.BeforeFormer(on, state.Since)
        : to == CourtshipStep.Won && takenBy is not null ? ProjectRefusals.SiteTaken(takenBy)
        : null;
}

/// <summary>Guards of the stages of a project.</summary>
public static class ProjectMoves
{
    /// <summary>Whether a project may go to a stage; null when it may. Stages may be skipped and gone back on, each with its day and reason.</summary>
    public static Refusal? Judge(ProjectStage from, DateOnly since, ProjectStage to, DateOnly on, DateOnly today) =>
        to == from ? ProjectRefusals.SameStage(to)
        : on > today ? ProjectRefusals.InFuture(on, today)
        : on < since ? ProjectRefusals.BeforeFormer(on, since)
        : null;
}
