using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Facts;
using static LandRegistry.Domain.Tests.Clocks.Land;

namespace LandRegistry.Domain.Tests.Facts;

public sealed class MoneyLedgerTests
{
    [Fact]
    public void Due_and_over_together_are_settled_and_open_together() => Prop.ForAll(
        (from lines in (from kind in Gen.Elements(MoneyLedger.Kinds.ToArray()) from day in Day() from yuan in Gen.Choose(0, 1000) select new MoneyLine(kind, day, yuan)).ArrayOf()
         from agreed in Gen.Elements<decimal?>(null, 500m) from day in Day() select (lines, agreed, day)).ToArbitrary(),
        drawn =>
        {
            var balances = MoneyLedger.On(drawn.lines, drawn.agreed, drawn.day);
            return new[] { balances.Price, balances.Fee, balances.Compensation }.All(balance =>
                balance.DueYuan is null ? balance.OpenYuan is null && balance.OverYuan is null : balance.DueYuan + balance.OverYuan == balance.SettledYuan + balance.OpenYuan);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_owed_stays_unknown_until_a_line_or_a_contract_says_it()
    {
        MoneyLine[] paid = [new(MoneyLedger.Payment, D("2024-01-01"), 100m)];

        Assert.Null(MoneyLedger.On(paid, null, D("2024-02-01")).Price.OpenYuan);
        Assert.Equal(400m, MoneyLedger.On(paid, 500m, D("2024-02-01")).Price.OpenYuan);
        Assert.Equal(500m, MoneyLedger.On(paid, 500m, D("2023-12-31")).Price.OpenYuan);
    }

    [Fact]
    public void Deferred_compensation_is_part_of_what_is_open()
    {
        MoneyLine[] lines = [new(MoneyLedger.CompensationDue, D("2024-01-01"), 900m), new(MoneyLedger.CompensationSettled, D("2024-02-01"), 700m), new(MoneyLedger.Deferred, D("2024-02-01"), 300m)];

        var balances = MoneyLedger.On(lines, null, D("2024-03-01"));

        Assert.Equal((200m, 200m), (balances.Compensation.OpenYuan, balances.DeferredYuan));
    }
}
