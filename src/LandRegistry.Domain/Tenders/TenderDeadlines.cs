using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Tenders;

/// <summary>A day by which a tender must be taken further.</summary>
/// <param name="Code">Code of the term or rule that sets it.</param>
/// <param name="StartedOn">The event from which it runs.</param>
/// <param name="DueOn">The last day, inclusive.</param>
/// <param name="DoneOn">When it was done; null while it is open.</param>
/// <param name="Who">Who must act: authority or holder.</param>
/// <param name="Says">What is to be done.</param>
/// <param name="Article">Citation.</param>
public sealed record TenderDeadline(string Code, DateOnly StartedOn, DateOnly DueOn, DateOnly? DoneOn, string Who, Text Says, string Article)
{
    /// <summary>Whether it is or was missed on a day.</summary>
    public bool IsLate(DateOnly today) => (DoneOn ?? today) > DueOn;
}

/// <summary>The deadlines that follow from the plan, the days and the contract of a tender.</summary>
public static class TenderDeadlines
{
    private const string Authority = "authority";

    private const string Holder = "holder";

    /// <summary>All that run or ran, in the order of their days.</summary>
    public static IReadOnlyList<TenderDeadline> Of(TenderFile file, TenderLaw law)
    {
        var deadlines = new List<TenderDeadline>();
        // The announcement must be out so many days before bidding begins; the days of the plan are then the tender's own.
        Add("announce", TenderStage.Planned, _ => file.OpensOn?.AddDays(-law.Term("announce").Days), TenderStage.Announced, Authority);
        Add("begin-bidding", TenderStage.Announced, _ => file.OpensOn, TenderStage.Opened, Authority);
        Add("close-bids", TenderStage.Opened, _ => file.ClosesOn, TenderStage.Closed, Authority);
        Add("publish-result", TenderStage.Awarded, day => law.Term("publish-result").After(day), TenderStage.Published, Authority);
        Add("sign-contract", TenderStage.Awarded, day => law.Term("sign-contract").After(day), TenderStage.Contracted, Authority);
        Add("full-payment", TenderStage.Contracted, day => file.Agreed.PriceOn ?? law.Term("full-payment").After(day), TenderStage.Paid, Holder);
        Add("deliver-land", TenderStage.Contracted, _ => file.Agreed.DeliveryOn, TenderStage.Delivered, Authority);
        Add("start-works", TenderStage.Contracted, _ => file.Agreed.CommencementOn, TenderStage.Started, Holder);
        Add("complete-works", TenderStage.Contracted, _ => file.Agreed.CompletionOn, TenderStage.Completed, Holder);
        Add("reach-capacity", TenderStage.Completed, day => law.Term("reach-capacity").After(day), TenderStage.AtCapacity, Holder);
        return [.. deadlines.OrderBy(deadline => deadline.DueOn)];

        void Add(string code, TenderStage from, Func<DateOnly, DateOnly?> due, TenderStage until, string who)
        {
            // What failed has no days left to keep.
            if (file.On(from) is { } day && due(day) is { } last && (file.On(until) is not null || !file.Stage.IsEnd()))
            {
                var (says, article) = law.Words(code);
                deadlines.Add(new(code, day, last, file.On(until), who, says, article));
            }
        }
    }
}
