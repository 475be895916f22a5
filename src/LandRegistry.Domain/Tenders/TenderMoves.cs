using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Tenders;

/// <summary>What a step of a tender is judged on.</summary>
public sealed record TenderContext(TenderFile File, TenderLand Land, TenderLaw Law, DateOnly Today);

/// <summary>The guarded steps of a tender. Each guard cites what it rests on; what the law only sets a day for is a deadline, not a guard.</summary>
public static class TenderMoves
{
    /// <summary>Judges a step; null when it may be taken.</summary>
    public static Refusal? Judge(TenderContext context, TenderStep step)
    {
        var (file, today) = (context.File, context.Today);
        return !TenderStages.After(file.Stage).Contains(step.To) ? TenderRefusals.NotNext(file.Stage, step.To)
            : step.On > today ? TenderRefusals.InFuture(step.On, today)
            : step.On < file.StageSince ? TenderRefusals.BeforeStage(step.On, file.StageSince)
            : step.To switch
            {
                TenderStage.Announced => Announcement(context, step),
                TenderStage.Opened => Opening(context, step),
                TenderStage.Closed => Closing(context, step),
                TenderStage.Awarded => Award(context, step),
                TenderStage.Contracted when step.ContractNumber is null => TenderRefusals.ContractMissing(),
                TenderStage.Paid => Payment(context),
                TenderStage.Started when context.Land.StartedOn is not { } started || started > step.On => TenderRefusals.StartNotRecorded(),
                TenderStage.Completed when context.Land.CompletedOn is not { } completed || completed > step.On => TenderRefusals.CompletionNotRecorded(),
                TenderStage.AtCapacity when context.Land.Unchecked.Count > 0 => TenderRefusals.Unchecked(context.Land.Unchecked, context.Law.Rule("standard-land")),
                _ => null,
            };
    }

    /// <summary>The status that a parcel has to take when its tender reaches a stage; null where it stays as it is.</summary>
    public static ParcelStatus? StatusOf(TenderStage to, ParcelStatus now) => to switch
    {
        TenderStage.Announced => ParcelStatus.Listed,
        TenderStage.Published => ParcelStatus.Awarded,
        TenderStage.Started when now == ParcelStatus.Awarded => ParcelStatus.InUse,
        TenderStage.Failed or TenderStage.Terminated when now == ParcelStatus.Listed => ParcelStatus.Ready,
        _ => null,
    };

    /// <summary>Whether a move is the tender's to make while it is open, and not to be marked by hand.</summary>
    public static bool Drives(TenderStage stage, ParcelStatus from, ParcelStatus to) =>
        stage.DrivesStatus() && (to is ParcelStatus.Listed or ParcelStatus.Awarded || (from, to) is (ParcelStatus.Listed, ParcelStatus.Ready) or (ParcelStatus.Awarded, ParcelStatus.InUse));

    /// <summary>The earliest day on which bidding may begin.</summary>
    public static DateOnly EarliestOpening(DateOnly announcedOn, TenderLaw law) => law.Term("announce").After(announcedOn);

    /// <summary>The earliest day on which bidding may end.</summary>
    public static DateOnly EarliestClosing(TenderMethod method, DateOnly openedOn, TenderLaw law) =>
        method == TenderMethod.Listing ? law.Term("listing").After(openedOn) : openedOn;

    private static Refusal? Announcement(TenderContext context, TenderStep step)
    {
        var (file, land, law) = (context.File, context.Land, context.Law);
        if (land.Status != ParcelStatus.Ready)
        {
            return TenderRefusals.NotReady(land.Status, law.Rule("clean-land"));
        }

        if (land.Blocking.Count > 0)
        {
            return ParcelRefusals.NotReady(land.Blocking);
        }

        if (land.OnHold)
        {
            return ParcelRefusals.OnHold();
        }

        if (file is not { OpensOn: { } opens, ClosesOn: { } closes })
        {
            return TenderRefusals.DaysMissing();
        }

        var earliest = EarliestOpening(step.On, law);
        return opens < earliest ? TenderRefusals.OpensTooEarly(opens, earliest, law.Term("announce"))
            : Ends(file.Method, opens, closes, law);
    }

    private static Refusal? Opening(TenderContext context, TenderStep step)
    {
        var earliest = EarliestOpening(context.File.On(TenderStage.Announced)!.Value, context.Law);
        return step.On < earliest ? TenderRefusals.OpensTooEarly(step.On, earliest, context.Law.Term("announce")) : null;
    }

    private static Refusal? Closing(TenderContext context, TenderStep step) =>
        step.Bidders is null ? TenderRefusals.BiddersMissing() : Ends(context.File.Method, context.File.On(TenderStage.Opened)!.Value, step.On, context.Law);

    private static Refusal? Ends(TenderMethod method, DateOnly opens, DateOnly closes, TenderLaw law)
    {
        var earliest = EarliestClosing(method, opens, law);
        return closes < earliest
            ? method == TenderMethod.Listing ? TenderRefusals.ListingTooShort(closes, earliest, law.Term("listing")) : TenderRefusals.ClosesBeforeOpening(closes, opens)
            : null;
    }

    private static Refusal? Award(TenderContext context, TenderStep step)
    {
        var (law, bidders) = (context.Law, step.Bidders ?? context.File.Bidders);
        return step.Winner is null || step.PriceYuan is not { } price ? TenderRefusals.WinnerMissing()
            : bidders is null or 0 ? TenderRefusals.NobodyBid()
            : context.File.Method == TenderMethod.Tender && bidders < law.Rule("bidders").Count ? TenderRefusals.TooFewBidders(bidders.Value, law.Rule("bidders"))
            : price < context.File.ReservePriceYuan ? TenderRefusals.BelowReservePrice(law.Rule("reserve-price"))
            : null;
    }

    private static Refusal? Payment(TenderContext context) => context.Land.PriceOpenYuan switch
    {
        null => TenderRefusals.PriceNotRecorded(),
        > 0 => TenderRefusals.PriceOpen(context.Land.PriceOpenYuan.Value, context.Law.Rule("paid-up")),
        _ => null,
    };
}
