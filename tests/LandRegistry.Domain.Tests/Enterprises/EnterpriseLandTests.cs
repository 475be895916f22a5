using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Enterprises;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Enterprises;

public sealed class EnterpriseLandTests
{
    [Theory]
    [InlineData("1h", "1 Owned 100")]
    [InlineData("1h 2l", "1 LetOut 0; 2 Leased 100")]
    [InlineData("1h 1o", "1 Owned 100")]
    [InlineData("1h 1o 2l", "1 Shared 50; 2 Shared 50")]
    [InlineData("1h 2h", "1 Shared 50; 2 Shared 50")]
    [InlineData("2l", "2 Leased 100")]
    public void The_users_of_a_parcel_share_it_and_who_lets_it_out_counts_nothing(string occupants, string counted)
    {
        var parcel = new OccupiedParcel(1, 100m, [.. occupants.Split(' ').Select(one => new Occupant(one[0] - '0', one[1] switch { 'h' => "holder", 'l' => "lessee", _ => "occupier" }))]);

        Assert.Equal(counted, string.Join("; ", EnterpriseLand.Divide(parcel).Select(part => $"{part.EnterpriseId} {part.Land.Share} {part.Land.CountedSquareMetres:0}")));
    }

    [Fact]
    public void However_many_are_on_a_parcel_no_more_and_no_less_than_it_is_counted() => Prop.ForAll(
        Gen.Choose(0, 8).SelectMany(who => Gen.Elements("holder", "lessee", "occupier").Select(role => new Occupant(who, role))).NonEmptyListOf().ToArbitrary(),
        occupants => Math.Abs(EnterpriseLand.Divide(new(1, 90m, [.. occupants])).Sum(part => part.Land.CountedSquareMetres!.Value) - 90m) < 0.000001m).QuickCheckThrowOnFailure();

    [Fact]
    public void A_figure_of_a_period_is_exact_or_filled_without_gap_or_unknown()
    {
        EnterpriseMetric[] records = [Metric("2025-01-01", "2025-06-30", 10m), Metric("2025-07-01", "2025-12-31", 20m, estimated: true)];

        Assert.Equal((30m, true), Metrics.Of(records, "tax_yuan", D("2025-01-01"), D("2025-12-31")));
        Assert.Equal((10m, false), Metrics.Of(records, "tax_yuan", D("2025-01-01"), D("2025-06-30")));
        Assert.Equal((25m, false), Metrics.Of([.. records, Metric("2025-01-01", "2025-12-31", 25m)], "tax_yuan", D("2025-01-01"), D("2025-12-31")));
        Assert.Null(Metrics.Of(records, "tax_yuan", D("2025-01-01"), D("2026-12-31")));
        Assert.Null(Metrics.Of(records, "output_yuan", D("2025-01-01"), D("2025-12-31")));
        Assert.Null(Metrics.Of([.. records, Metric("2025-03-01", "2025-03-31", 1m)], "tax_yuan", D("2025-01-01"), D("2025-12-31")));
    }

    private static EnterpriseMetric Metric(string from, string to, decimal amount, bool estimated = false) =>
        new() { Name = "tax_yuan", FromOn = D(from), ToOn = D(to), Amount = amount, IsEstimated = estimated };
}
