using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Tenders;

/// <summary>A day by which a tender must be taken further.</summary>
/// <param name="Code">Code of the term.</param>
/// <param name="DueOn">The last day, inclusive.</param>
/// <param name="DoneOn">When it was done; null while it is open.</param>
/// <param name="Says">What is to be done.</param>
/// <param name="Article">Citation.</param>
public sealed record TenderDeadline(string Code, DateOnly DueOn, DateOnly? DoneOn, Text Says, string Article)
{
    /// <summary>Whether it is or was missed on a day.</summary>
    public bool IsLate(DateOnly today) => (DoneOn ?? today) > DueOn;
}

/// <summary>The deadlines that follow from the days of a tender.</summary>
public static class TenderDeadlines
{
    /// <summary>All that run or ran, in the order of their days.</summary>
    public static IReadOnlyList<TenderDeadline> Of(TenderFile file, TenderLaw law)
    {
        var deadlines = new List<TenderDeadline>();
        Add("publish-result", file.On(TenderStage.Awarded), file.On(TenderStage.Published));
        Add("sign-contract", file.On(TenderStage.Awarded), file.On(TenderStage.Contracted));
        Add("full-payment", file.On(TenderStage.Contracted), file.On(TenderStage.Paid));
        return [.. deadlines.OrderBy(deadline => deadline.DueOn)];

        void Add(string code, DateOnly? from, DateOnly? done)
        {
            // What failed has no days left to keep.
            if (from is { } day && (done is not null || !file.Stage.IsEnd()))
            {
                var term = law.Term(code);
                deadlines.Add(new(code, term.After(day), done, term.Says, term.Article));
            }
        }
    }
}
