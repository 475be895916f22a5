using LandRegistry.Domain.Common;
using LandRegistry.Domain.Facts;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Tenders;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Tenders;

/// <summary>Days that the contract of an award agrees; null is not agreed.</summary>
internal sealed record ContractTerms(DateOnly? DeliveryOn, DateOnly? CommencementOn, DateOnly? CompletionOn, DateOnly? PriceDueOn);

/// <summary>Takes a tender to a stage within a running change: judged by the Domain, written with its event and facts, followed by the parcel.</summary>
internal sealed class TenderMove(RegistryDb db, TenderLandReader lands, TimeProvider time)
{
    /// <summary>Takes the stage; a refusal leaves nothing that may be committed.</summary>
    public async Task<Refusal?> TakeAsync(RecordedTender tender, TenderStep step, ContractTerms terms, string? note, CancellationToken cancellation)
    {
        var (today, law) = (RegisterDay.Today(time), (await RegisterLaw.OfParcelAsync(db, tender.ParcelId, cancellation)).Tender);
        var events = await db.Set<RecordedTenderEvent>().AsNoTracking().Where(one => one.TenderId == tender.Id).ToListAsync(cancellation);
        var file = tender.File(events);
        var land = await lands.ReadAsync(tender, file, step.On > today ? today : step.On, cancellation);
        if (TenderMoves.Judge(new(file, land, law, today), step) is { } refusal)
        {
            return refusal;
        }

        if (await MoveParcelAsync(tender, step, land, today, cancellation) is { } forbidden)
        {
            return forbidden;
        }

        db.Add(new RecordedTenderEvent { TenderId = tender.Id, ParcelId = tender.ParcelId, Stage = step.To, OnDay = step.On, Note = note });
        tender.Take(step);
        await WriteFactsAsync(tender, step, terms, law, cancellation);
        await db.SaveChangesAsync(cancellation);
        await StoredAnswers.RefreshAsync(db, [tender.ParcelId], today, cancellation);
        return null;
    }

    private async Task<Refusal?> MoveParcelAsync(RecordedTender tender, TenderStep step, TenderLand land, DateOnly today, CancellationToken cancellation)
    {
        if (TenderMoves.StatusOf(step.To, land.Status) is not { } status || status == land.Status)
        {
            return null;
        }

        var parcel = await db.Set<Parcel>().SingleAsync(one => one.Id == tender.ParcelId, cancellation);
        // Land that goes back unsold was ready when it was announced; should it no longer be, it falls out of ready in this very change.
        var facts = new StatusFacts(parcel.Status, parcel.StatusSince, parcel.OnHold, status == ParcelStatus.Ready ? [] : land.Blocking);
        if (StatusMoves.Judge(facts, status, step.On, today) is { } refusal)
        {
            return refusal;
        }

        (parcel.Status, parcel.StatusSince) = (status, step.On);
        (parcel.IdleKind, parcel.IdleCause) = (null, null);
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Contract, price and delivery are facts of the land, from which its clock and its money run.</summary>
    private async Task WriteFactsAsync(RecordedTender tender, TenderStep step, ContractTerms terms, TenderLaw law, CancellationToken cancellation)
    {
        var source = $"出让 {tender.Number ?? $"{tender.Id}"}";
        switch (step.To)
        {
            case TenderStage.Contracted:
                var conditions = await db.Set<SupplyConditionsRecord>().AsNoTracking().Where(one => one.ParcelId == tender.ParcelId && one.OnDay <= step.On)
                    .OrderByDescending(one => one.OnDay).ThenByDescending(one => one.Id).FirstOrDefaultAsync(cancellation);
                var contract = Contract(tender, step, terms, conditions, source);
                db.Add(contract);
                db.Add(new MoneyRecord
                {
                    ParcelId = tender.ParcelId, Kind = MoneyLedger.Price, OnDay = step.On, AmountYuan = tender.PriceYuan ?? 0, Party = tender.Winner, Number = step.ContractNumber,
                    DueOn = terms.PriceDueOn ?? law.Term("full-payment").After(step.On), Source = source,
                });
                await db.SaveChangesAsync(cancellation);
                tender.ContractId = contract.Id;
                break;
            case TenderStage.Delivered:
                db.Add(new LandFactRecord { ParcelId = tender.ParcelId, Kind = LandFactKinds.Delivery, OnDay = step.On, Source = source });
                break;
            default:
                break;
        }
    }

    private static Contract Contract(RecordedTender tender, TenderStep step, ContractTerms terms, SupplyConditionsRecord? conditions, string source) => new()
    {
        ParcelId = tender.ParcelId,
        Kind = "contract",
        Number = step.ContractNumber,
        SignedOn = step.On,
        AgreedDeliveryOn = terms.DeliveryOn,
        AgreedCommencementOn = terms.CommencementOn,
        AgreedCompletionOn = terms.CompletionOn,
        TermYears = conditions?.TermYears,
        PriceYuan = tender.PriceYuan,
        FloorAreaRatioMin = conditions?.FloorAreaRatioMin,
        FloorAreaRatioMax = conditions?.FloorAreaRatioMax,
        BuildingDensityMax = conditions?.BuildingDensityMax,
        GreenRatioMin = conditions?.GreenRatioMin,
        HeightMaxMetres = conditions?.HeightMaxMetres,
        InvestmentPerMuYuan = conditions?.InvestmentPerMuYuan,
        TaxPerMuYuan = conditions?.TaxPerMuYuan,
        Source = source,
    };
}
