using LandRegistry.Domain.Common;
using LandRegistry.Domain.Dossiers;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Domain.Tests.Dossiers;

public sealed class PublicReadinessTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    [Fact]
    public void An_investor_is_told_whether_an_item_holds_and_never_what_stands_behind_it()
    {
        var secret = new Text("尚欠补偿 5000 元", "5000 yuan are open");
        var readiness = new ReadinessAssessment(Day,
        [
            new("no-dispute", new("没有纠纷", "No dispute"), ItemState.Holds, Day, new("某公司撤诉", Day, "某公司撤诉书"), secret, "Article 21"),
            new("compensation-settled", new("补偿到位", "Compensation settled"), ItemState.Blocked, Day, new("台账"), secret, "Article 21"),
            new("clear-right", new("权利清晰", "Clear right"), ItemState.Unknown, null, null, secret, "Article 21"),
        ]);

        var told = PublicReadiness.Of(readiness);

        Assert.Equal([true, false, false], told.Select(item => item.Holds));
        Assert.Equal([Day, null, null], told.Select(item => item.Since));
        Assert.Equal(["不动产登记查询", null, null], told.Select(item => item.Evidence?.Zh));
        Assert.DoesNotContain(told, item => $"{item}".Contains("某公司", StringComparison.Ordinal) || $"{item}".Contains("5000", StringComparison.Ordinal));
    }

    private static readonly PublicItem Holding = new(new("权利清晰", "Clear right"), true, null, null);

    [Theory, InlineData(ParcelStatus.Suspected), InlineData(ParcelStatus.Investigating), InlineData(ParcelStatus.Idle), InlineData(ParcelStatus.LowEfficiency), InlineData(ParcelStatus.InUse)]
    public void What_land_is_suspected_of_or_found_to_be_is_not_said(ParcelStatus status) =>
        Assert.Equal("暂不供应", PublicReadiness.Standing(status, onHold: false, [Holding]).Zh);

    [Fact]
    public void Ready_land_on_hold_is_not_called_ready() =>
        Assert.Equal("整理中", PublicReadiness.Standing(ParcelStatus.Ready, onHold: true, [Holding]).Zh);

    [Fact]
    public void Land_of_the_reserve_is_called_ready_when_everything_holds_whether_marked_or_not()
    {
        Assert.Equal("净地可供", PublicReadiness.Standing(ParcelStatus.Reserved, onHold: false, [Holding]).Zh);
        Assert.Equal("整理中", PublicReadiness.Standing(ParcelStatus.Reserved, onHold: false, [Holding, Holding with { Holds = false }]).Zh);
    }

    [Fact]
    public void Every_column_has_one_place_in_the_table_of_what_is_public()
    {
        Assert.Equal(Disclosure.Tables.Count, Disclosure.Tables.DistinctBy(table => table.Table).Count());
        Assert.All(Disclosure.Tables, table =>
        {
            var all = table.Public.Concat(table.Used).Concat(table.Internal).ToList();
            Assert.Equal(all.Order(StringComparer.Ordinal), all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        });
    }
}
