using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Tenders;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Tenders;

/// <summary>Reads what the register knows of a tender's land: status, readiness, money and works since the contract.</summary>
internal sealed class TenderLandReader(RegistryDb db)
{
    private sealed record Row(decimal? PriceOpenYuan, DateOnly? StartedOn, DateOnly? CompletedOn);

    public async Task<TenderLand> ReadAsync(RecordedTender tender, TenderFile file, DateOnly day, CancellationToken cancellation)
    {
        var parcel = await db.Set<Parcel>().AsNoTracking().SingleAsync(one => one.Id == tender.ParcelId, cancellation);
        var record = await StoredAnswers.RecordAsync(db, tender.ParcelId, cancellation);
        var since = file.On(TenderStage.Contracted) ?? DateOnly.MaxValue;
        var row = (await db.Database.SqlQueryRaw<Row>(EmbeddedSql.Read("Tenders/tender_land.sql"), tender.ParcelId, day, since).ToListAsync(cancellation))[0];
        return new()
        {
            Status = parcel.Status,
            StatusSince = parcel.StatusSince,
            OnHold = parcel.OnHold,
            Blocking = [.. (await RegisterLaw.OfAsync(db, cancellation)).NewAnswers().AssessReadiness(record!, day).Blocking],
            PriceOpenYuan = row.PriceOpenYuan,
            StartedOn = row.StartedOn,
            CompletedOn = row.CompletedOn,
            Unchecked = await db.Set<RecordedTenderIndicator>().Where(one => one.TenderId == tender.Id && one.Found == null)
                .OrderBy(one => one.Id).Select(one => one.Code).ToListAsync(cancellation),
        };
    }
}
