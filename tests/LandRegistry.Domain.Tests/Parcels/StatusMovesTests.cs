using LandRegistry.Domain.Law;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;
using static LandRegistry.Domain.Parcels.ParcelStatus;

namespace LandRegistry.Domain.Tests.Parcels;

public sealed class StatusMovesTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    /// <summary>The whole table, written out a second time by hand: a change of the law has to be made twice.</summary>
    private static readonly (ParcelStatus From, ParcelStatus[] To)[] Legal =
    [
        (InUse, [Suspected, LowEfficiency]),
        (Suspected, [InUse, Investigating]),
        (Investigating, [InUse, Idle, LowEfficiency]),
        (Idle, [Disposing]),
        (LowEfficiency, [InUse, Suspected, Disposing]),
        (Disposing, [InUse, Idle, LowEfficiency, Reserved, Closed]),
        (Reserved, [Ready, Closed]),
        (Ready, [Reserved, Listed]),
        (Listed, [Ready, Awarded]),
        (Awarded, [InUse, Suspected, Closed]),
        (Closed, [InUse, Suspected]),
    ];

    public static TheoryData<string, string> AllPairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var from in ParcelStatuses.All)
        {
            foreach (var to in ParcelStatuses.All)
            {
                pairs.Add(from.Code(), to.Code());
            }
        }

        return pairs;
    }

    [Theory, MemberData(nameof(AllPairs))]
    public void A_move_is_legal_exactly_when_the_table_has_it(string from, string to)
    {
        var (start, end) = (ParcelStatuses.Parse(from), ParcelStatuses.Parse(to));

        var refusal = StatusMoves.Judge(Facts(start), end);

        Assert.Equal(Legal.Single(row => row.From == start).To.Contains(end), refusal is null);
        Assert.Equal(refusal is null, StatusMoves.From(start).Contains(end));
    }

    [Theory, MemberData(nameof(AllPairs))]
    public void A_refusal_says_in_both_languages_what_may_be_done_instead(string from, string to)
    {
        var (start, end) = (ParcelStatuses.Parse(from), ParcelStatuses.Parse(to));

        if (StatusMoves.Judge(Facts(start), end) is { Code: "status-move-forbidden" } refusal)
        {
            Assert.All(StatusMoves.From(start), next => Assert.Contains(next.Name().Zh, refusal.Detail.Zh, StringComparison.Ordinal));
            Assert.All(StatusMoves.From(start), next => Assert.Contains(next.Name().En, refusal.Detail.En, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Land_is_determined_idle_only_after_an_investigation() =>
        Assert.All(ParcelStatuses.All.Where(status => status is not (Investigating or Disposing or Idle)), status =>
            Assert.Equal("Order 53 Article 9", StatusMoves.Judge(Facts(status), Idle)!.Article));

    [Fact]
    public void Land_is_not_ready_while_an_item_does_not_hold_and_each_is_named_with_its_article()
    {
        var blocking = new ReadinessCheck(LawBook.National.Editions[0], ReadinessCheck.UsualInfrastructure).Assess(new(), Today).Blocking.ToList();

        var refusal = StatusMoves.Judge(Facts(Reserved) with { Blocking = blocking }, Ready);

        Assert.Equal(("not-ready-items-open", "Order 53 Article 21(1)"), (refusal!.Code, refusal.Article));
        Assert.All(blocking, item => Assert.Contains(item.Says.Zh, refusal.Detail.Zh, StringComparison.Ordinal));
        Assert.All(blocking, item => Assert.Contains(item.Article, refusal.Detail.En, StringComparison.Ordinal));
    }

    [Fact]
    public void A_parcel_on_hold_is_not_put_up_for_tender() =>
        Assert.Equal("parcel-on-hold", StatusMoves.Judge(Facts(Ready) with { OnHold = true }, Listed)!.Code);

    [Theory]
    [InlineData("2026-06-15", null), InlineData("2026-06-16", "effective-date-in-future")]
    [InlineData("2026-01-01", null), InlineData("2025-12-31", "effective-date-before-status")]
    public void A_move_holds_from_the_day_of_the_present_status_to_today_both_inclusive(string day, string? code) =>
        Assert.Equal(code, StatusMoves.Judge(Facts(InUse), Suspected, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Today)?.Code);

    [Fact]
    public void Every_status_is_reached_and_left() => Assert.All(ParcelStatuses.All, status =>
    {
        Assert.NotEmpty(StatusMoves.From(status));
        Assert.Contains(ParcelStatuses.All, from => StatusMoves.From(from).Contains(status));
    });

    private static StatusFacts Facts(ParcelStatus status) =>
        new(status, new DateOnly(2026, 1, 1), OnHold: false, Blocking: []);
}
