using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Tenders;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Tests.Demo;

/// <summary>The tenders of the demo zone agree with the law and with the land.</summary>
public sealed class DemoTenderTests(FirstZone zone) : IClassFixture<FirstZone>
{
    private sealed record Known(decimal? PriceOpenYuan, DateOnly? StartedOn, DateOnly? CompletedOn);

    [Fact]
    public async Task Tenders_stand_in_every_stage_and_every_step_was_legal_on_its_day()
    {
        await using var db = Db();
        var tenders = await db.Set<RecordedTender>().AsNoTracking().ToListAsync();
        var events = (await db.Set<RecordedTenderEvent>().AsNoTracking().OrderBy(one => one.Id).ToListAsync()).ToLookup(one => one.TenderId);
        var refused = new List<string>();
        foreach (var tender in tenders)
        {
            List<RecordedTenderEvent> steps = [.. events[tender.Id]];
            for (var i = 1; i < steps.Count; i++)
            {
                var (day, to) = (steps[i].OnDay, steps[i].Stage);
                var file = tender.File(steps[..i]) with { Stage = steps[i - 1].Stage, StageSince = steps[i - 1].OnDay };
                var step = new TenderStep(to, day) { Bidders = tender.Bidders, Winner = tender.Winner, PriceYuan = tender.PriceYuan, ContractNumber = tender.ContractId?.ToString("D") };
                if (TenderMoves.Judge(new(file, await LandAsync(db, tender, file, day), TenderLaw.National, zone.Clock.Today), step) is { } refusal)
                {
                    refused.Add($"{tender.Number} {to} {day:yyyy-MM-dd}: {refusal.Code}");
                }
            }

            Assert.Equal((tender.Stage, tender.StageSince), (steps[^1].Stage, steps[^1].OnDay));
        }

        Assert.Empty(refused);
        Assert.Empty(Enum.GetValues<TenderStage>().Except(tenders.Select(tender => tender.Stage)));
    }

    [Fact]
    public async Task Land_on_offer_or_sold_has_its_tender_and_the_status_that_the_tender_brings()
    {
        await using var db = Db();
        var land = await db.Set<RecordedTender>().AsNoTracking().Where(tender => tender.EndedOn == null)
            .Join(db.Set<Parcel>(), tender => tender.ParcelId, parcel => parcel.Id, (tender, parcel) => new { tender.Stage, parcel.Status, parcel.Name }).ToListAsync();

        Assert.All(land, one => Assert.Equal((one.Name, Expected(one.Stage)), (one.Name, one.Status)));
        Assert.Equal(0, await zone.CountAsync(
            """
            registry.parcel p where status in ('listed', 'awarded') and right_type is distinct from 'allocated'
            and not exists (select from registry.tender t where t.parcel_id = p.id and t.ended_on is null)
            """));
        Assert.True(await zone.CountAsync("registry.tender t join registry.tender f on f.id = t.previous_id where t.round = 2 and f.stage = 'failed'") > 2);
        Assert.True(await zone.CountAsync("(select distinct code from registry.tender_deadline where done_on is null) d") > 6);

        static ParcelStatus Expected(TenderStage stage) => stage switch
        {
            TenderStage.Planned => ParcelStatus.Ready, < TenderStage.Published => ParcelStatus.Listed, < TenderStage.Started => ParcelStatus.Awarded, _ => ParcelStatus.InUse,
        };
    }

    /// <summary>The land as the tender's own reader knows it; that it was ready when announced is what the status moves of the zone say.</summary>
    private static async Task<TenderLand> LandAsync(RegistryDb db, RecordedTender tender, TenderFile file, DateOnly day)
    {
        var known = (await db.Database.SqlQueryRaw<Known>(EmbeddedSql.Read("Tenders/tender_land.sql"), tender.ParcelId, day, file.On(TenderStage.Contracted) ?? DateOnly.MaxValue).ToListAsync())[0];
        return new()
        {
            Status = ParcelStatus.Ready, StatusSince = file.StageSince, PriceOpenYuan = known.PriceOpenYuan, StartedOn = known.StartedOn, CompletedOn = known.CompletedOn,
            Unchecked = await db.Set<RecordedTenderIndicator>().Where(one => one.TenderId == tender.Id && one.Found == null).Select(one => one.Code).ToListAsync(),
        };
    }

    private RegistryDb Db() => new(RegistryDatabase.Options(new DbContextOptionsBuilder<RegistryDb>(), zone.Database).Options);
}
