using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Law;

namespace LandRegistry.Domain.Cases;

/// <summary>
/// All that was recorded of a case, in the order of recording, and what the case was on a day. The days are those of the
/// events themselves, never those on which they were entered.
/// </summary>
public sealed record CaseHistory(
    IReadOnlyList<RecordedStage> Stages,
    IReadOnlyList<RecordedDocument> Documents,
    IReadOnlyList<RecordedDetermination> Determinations,
    IReadOnlyList<RecordedPlan> Plans,
    IReadOnlyList<RecordedMilestone> Milestones,
    IReadOnlyList<RecordedCause> Causes)
{
    private static readonly FactSource Source = new("case");

    /// <summary>The determination that counts on a day: the latest since the land was last suspected.</summary>
    public RecordedDetermination? DeterminationOn(DateOnly day) =>
        Latest(Determinations, record => record.OnDay, RoundOn(day), day);

    /// <summary>The plan that counts on a day: the latest since the land was last suspected.</summary>
    public RecordedPlan? PlanOn(DateOnly day) => Latest(Plans, record => record.DraftedOn, RoundOn(day), day);

    /// <summary>
    /// The case on a day; null before it was opened. What belongs to an earlier round, before the land was last suspected,
    /// no longer counts; an approval counts for the plan that stood when it was given, not for a later one.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="isMortgaged">Whether a mortgage stands on the land on that day.</param>
    public CaseFile? AsOf(DateOnly day, bool isMortgaged)
    {
        var events = Stages.Where(record => record.OnDay <= day).OrderBy(record => record.OnDay).ThenBy(record => record.Id)
            .Select(record => new CaseEvent(record.Stage, record.OnDay, Source)).ToList();
        if (events.Count == 0)
        {
            return null;
        }

        var round = RoundOn(day);
        var (determined, plan) = (DeterminationOn(day), PlanOn(day));
        var published = MilestoneOn(MilestoneKind.Published, round, day);
        return new()
        {
            Events = events,
            Documents = [.. Documents.Where(record => record.IssuedOn >= round && record.IssuedOn <= day).Select(record => Paper(record, day))],
            Determination = determined is null ? null : new(determined.Kind, determined.Cause, determined.OnDay),
            Plan = plan is null ? null : PlanOf(plan),
            IsMortgaged = isMortgaged,
            MortgageeToldOn = MilestoneOn(MilestoneKind.MortgageeTold, round, day),
            ApprovedOn = plan is null ? null : MilestoneOn(MilestoneKind.Approved, plan.DraftedOn, day),
            PublishedOn = published,
            PublicationWithdrawnOn = MilestoneOn(MilestoneKind.Withdrawn, published ?? round, day),
            AnsweredOn = MilestoneOn(MilestoneKind.Answered, round, day),
            FeePaidOn = MilestoneOn(MilestoneKind.FeePaid, round, day),
            DeregisteredOn = MilestoneOn(MilestoneKind.Deregistered, round, day),
        };
    }

    /// <summary>The deadlines of the case, done ones too, by the law in force when its present stage was reached.</summary>
    public IReadOnlyList<CaseDeadline> Deadlines(LawBook law) =>
        AsOf(DateOnly.MaxValue, isMortgaged: false) is { } file ? CaseDeadlines.Of(file, law.On(file.Since) ?? law.Editions[0]) : [];

    /// <summary>Numbers of the changes that wrote these records, each once.</summary>
    public long[] ChangeNumbers() =>
    [
        .. new IEnumerable<CaseRecord>[] { Stages, Documents, Determinations, Plans, Milestones, Causes }.SelectMany(records => records)
            .Select(record => record.ChangeId).Distinct(),
    ];

    /// <summary>A recorded plan as the guards see it.</summary>
    public static DisposalPlan PlanOf(RecordedPlan plan) => new(plan.Measure, plan.FromOn, plan.UntilOn, plan.Measure == DisposalMeasure.Swap
        ? new(plan.PricePaidUp == true, plan.MoneyInPlace == true, plan.PlanChangedByLaw == true, plan.EqualValueLikeUse == true)
        : null);

    /// <summary>A document as it was on a day: a service later than that has not happened yet.</summary>
    private static OfficialDocument Paper(RecordedDocument record, DateOnly day) =>
        record.ServedOn <= day ? new(record.Kind, record.Number, record.IssuedOn, record.ServedOn, record.ProofOfService) : new(record.Kind, record.Number, record.IssuedOn);

    private DateOnly RoundOn(DateOnly day) =>
        Stages.Where(record => record.Stage == CaseStage.Suspected && record.OnDay <= day).Select(record => (DateOnly?)record.OnDay).Max() ?? DateOnly.MinValue;

    private DateOnly? MilestoneOn(MilestoneKind kind, DateOnly from, DateOnly day) =>
        Latest([.. Milestones.Where(record => record.Kind == kind)], record => record.OnDay, from, day)?.OnDay;

    private static T? Latest<T>(IReadOnlyList<T> records, Func<T, DateOnly> dayOf, DateOnly from, DateOnly day)
        where T : CaseRecord =>
        records.Where(record => dayOf(record) >= from && dayOf(record) <= day).OrderBy(dayOf).ThenBy(record => record.Id).LastOrDefault();
}
