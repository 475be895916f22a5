using LandRegistry.Domain.Law;
using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Strategies;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Tests.Demo;

/// <summary>What the records of the demo zone say agrees: with the law, with the status, with each other.</summary>
public sealed class DemoRecordTests(FirstZone zone) : IClassFixture<FirstZone>
{
    private const string Now = "lateral (select s.* from registry.clock_segment s where s.parcel_id = p.id and s.from_on <= @today order by s.from_on desc limit 1) c";

    [Fact]
    public async Task Every_step_of_every_case_was_legal_on_its_day()
    {
        await using var db = Db();
        var refused = new List<string>();
        foreach (var landCase in await db.Set<LandCase>().AsNoTracking().ToListAsync())
        {
            var history = await db.CaseHistoryAsync(landCase.Id, CancellationToken.None);
            List<RecordedStage> stages = [.. history.Stages.OrderBy(stage => stage.OnDay).ThenBy(stage => stage.Id)];
            var clock = await ClockAsync(landCase.ParcelId);
            for (var i = 1; i < stages.Count; i++)
            {
                var (day, to) = (stages[i].OnDay, stages[i].Stage);
                var file = (history with { Stages = stages[..i] }).AsOf(day, await HoldsAsync("encumbrance where kind = 'mortgage' and registered_on <= @day and (released_on is null or released_on > @day)", landCase.ParcelId, day))!;
                var filed = await HoldsAsync("land_fact where kind = 'filing' and on_day <= @day", landCase.ParcelId, day);
                if (CaseMoves.Judge(new(file, IdleClock.At(clock, day), LawBook.National.On(day)!, filed, day), to) is { } refusal)
                {
                    refused.Add($"{landCase.Number} {to} {day:yyyy-MM-dd}: {refusal.Code}");
                }
            }
        }

        Assert.Empty(refused);
    }

    [Fact]
    public async Task Cases_stand_in_every_stage_and_their_parcels_have_the_status_that_the_stage_brings()
    {
        await using var db = Db();
        var cases = await db.Set<LandCase>().AsNoTracking().Join(db.Set<Parcel>(), c => c.ParcelId, p => p.Id, (c, p) => new { c.Number, c.Stage, p.Status }).ToListAsync();

        Assert.Equal(Enum.GetValues<CaseStage>().Length, cases.Select(one => one.Stage).Distinct().Count());
        Assert.All(cases, one => Assert.Equal((one.Number, true), (one.Number, CaseStatuses.Path(CaseStage.Watched, one.Stage, one.Status) is [])));
    }

    [Fact]
    public async Task Suspected_investigated_idle_and_disposed_land_has_its_case() =>
        Assert.Equal(0, await CountAsync(
            """
            registry.parcel p where (status in ('suspected', 'investigating', 'idle') or (status = 'disposing' and idle_kind is not null))
            and not exists (select from registry.land_case c where c.parcel_id = p.id and c.closed_on is null)
            """));

    [Fact]
    public async Task A_few_parcels_are_not_what_they_are_marked_as_so_that_an_officer_has_something_to_find()
    {
        var unseen = await CountAsync($"registry.parcel p, {Now} where p.status = 'in_use' and c.kind = 'B'");
        var untested = await CountAsync($"registry.parcel p, {Now} where p.status = 'suspected' and c.kind = 'unknown'");

        Assert.InRange(unseen, 2, 8);
        Assert.InRange(untested, 1, 6);
        Assert.Equal(0, await CountAsync($"registry.parcel p, {Now} where p.status not in ('suspected', 'investigating', 'idle', 'disposing') and c.kind <> 'none' and not (p.status = 'in_use' and c.kind = 'B')"));
    }

    [Fact]
    public async Task Money_balances() =>
        Assert.Equal(0, await CountAsync(
            """
            (select parcel_id, kind, sum(amount_yuan) as yuan from registry.money_line group by 1, 2) part
            join (select parcel_id, kind, sum(amount_yuan) as yuan from registry.money_line group by 1, 2) whole using (parcel_id)
            where (part.kind, whole.kind) in (('payment', 'price'), ('compensation_settled', 'compensation_due'), ('deferred', 'compensation_due'), ('fee_payment', 'fee')) and part.yuan > whole.yuan
            """) + await CountAsync(
            """
            registry.money_line part where kind in ('payment', 'compensation_settled', 'deferred', 'fee_payment') and not exists (select from registry.money_line whole
            where whole.parcel_id = part.parcel_id and whole.kind = case part.kind when 'payment' then 'price' when 'fee_payment' then 'fee' else 'compensation_due' end)
            """));

    [Fact]
    public async Task No_fact_is_dated_ahead_and_every_kind_of_fact_is_there()
    {
        Assert.Equal(0, await CountAsync("registry.land_fact where on_day > @today"));
        Assert.Equal(0, await CountAsync("registry.progress_report where as_of > @today"));
        Assert.Equal(0, await CountAsync("registry.money_line where on_day > @today"));
        Assert.Equal(17, await CountAsync("(select distinct kind from registry.land_fact) k"));
        Assert.Equal(9, await CountAsync("(select distinct kind from registry.money_line) k"));
        Assert.Equal(0, await CountAsync("registry.land_fact f join registry.change c on c.id = f.change_id where (c.recorded_at at time zone 'Asia/Shanghai')::date < least(f.on_day, @today - 1)"));
    }

    [Fact]
    public async Task Stoppages_have_causes_of_every_side_several_and_unknown_ones()
    {
        Assert.True(await CountAsync("registry.stoppage where causes = '{}'") > 2);
        Assert.True(await CountAsync("registry.stoppage where cardinality(causes) > 1") > 5);
        foreach (var cause in new[] { "plan-changed", "force-majeure", "capital" })
        {
            Assert.True(await CountAsync($"registry.stoppage where '{cause}' = any (causes)") > 0, cause);
        }
    }

    [Fact]
    public async Task Strategies_are_of_every_type_scheduled_back_from_their_end_and_leave_gaps()
    {
        await using var db = Db();
        var strategies = await db.Set<RecordedStrategy>().AsNoTracking().ToListAsync();
        var steps = (await db.Set<RecordedStep>().AsNoTracking().ToListAsync()).ToLookup(step => step.StrategyId);

        Assert.Equal(Enum.GetValues<StrategyType>().Length, strategies.Select(strategy => strategy.Type).Distinct().Count());
        Assert.All(strategies, strategy => Assert.Equal(
            BackSchedule.Of(strategy.Of(steps[strategy.Id])).Select(step => (step.StartBy, step.DueOn)),
            steps[strategy.Id].OrderBy(step => step.Position).Select(step => (step.StartBy, step.DueOn))));
        Assert.All(strategies.Where(strategy => strategy.ApprovedOn is not null), strategy => Assert.Empty(StrategyBook.Gaps(strategy.Of([]))));
        Assert.Contains(strategies, strategy => strategy.ApprovedOn is null && StrategyBook.Gaps(strategy.Of([])).Count > 0);
        Assert.Contains(strategies, strategy => strategy.ReplacedOn is not null);
        Assert.Contains(strategies, strategy => strategy.IsExemplar);
    }

    [Fact]
    public async Task The_latest_operating_state_on_record_is_that_of_the_enterprise() =>
        Assert.Equal(0, await CountAsync(
            """
            registry.enterprise e, lateral (select s.state from registry.enterprise_state s where s.enterprise_id = e.id order by s.on_day desc limit 1) s
            where s.state <> e.operating_state
            """));

    [Fact]
    public async Task Deadlines_of_the_cases_stand_beside_them()
    {
        Assert.Equal(1, await CountAsync("registry.case_deadline d join registry.parcel p on p.id = d.parcel_id where p.source_record ->> 'route' = 'fee' and d.code = 'pay-fee' and d.due_on = @today + 10 and d.done_on is null"));
        Assert.Equal(0, await CountAsync("registry.land_case c where stage = 'investigating' and not exists (select from registry.case_deadline d where d.case_id = c.id and d.code = 'investigate')"));
    }

    private RegistryDb Db() => new(RegistryDatabase.Options(new DbContextOptionsBuilder<RegistryDb>(), zone.Database).Options);

    private async Task<List<ClockSegment>> ClockAsync(long parcel)
    {
        await using var command = zone.Database.CreateCommand("select from_on, kind, powers, suspected_from, fee_from, recovery_from from registry.clock_segment where parcel_id = $1 order by from_on");
        command.Parameters.Add(new() { Value = parcel });
        await using var row = await command.ExecuteReaderAsync();
        var segments = new List<ClockSegment>();
        DateOnly? Day(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
        while (await row.ReadAsync())
        {
            segments.Add(new(row.GetFieldValue<DateOnly>(0), Codes<IdleKind>.Parse(row.GetString(1)), (LegalPowers)row.GetInt16(2), Day(3), Day(4), Day(5)));
        }

        return segments;
    }

    private async Task<bool> HoldsAsync(string what, long parcel, DateOnly day)
    {
        await using var command = zone.Database.CreateCommand($"select exists (select from registry.{what} and parcel_id = @parcel and not withdrawn)");
        command.Parameters.AddWithValue("parcel", parcel);
        command.Parameters.AddWithValue("day", day);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private async Task<int> CountAsync(string from)
    {
        await using var command = zone.Database.CreateCommand("select count(*)::integer from " + from);
        if (from.Contains("@today", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("today", zone.Clock.Today);
        }

        return (int)(await command.ExecuteScalarAsync())!;
    }
}
