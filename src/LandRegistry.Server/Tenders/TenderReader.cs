using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Tenders;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Tenders;

/// <summary>Which tenders a list asks for; null where it does not ask.</summary>
internal sealed record TenderQuery(string[]? Stages, long[]? Zones, bool OpenOnly, long? Before, int Limit);

/// <summary>Reads tenders: lists, and one whole.</summary>
internal sealed class TenderReader(RegistryDb db, NpgsqlDataSource source, TenderLandReader lands, TimeProvider time)
{
    /// <summary>A page of tenders, newest first; one row more than the limit when there are more.</summary>
    public async Task<List<TenderRow>> ListAsync(TenderQuery query, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Tenders/tender_list.sql"));
        foreach (var (value, type) in new (object?, NpgsqlDbType)[]
        {
            (query.Stages, NpgsqlDbType.Array | NpgsqlDbType.Text), (query.Zones, NpgsqlDbType.Array | NpgsqlDbType.Bigint), (query.OpenOnly, NpgsqlDbType.Boolean),
            (query.Before, NpgsqlDbType.Bigint), (query.Limit + 1, NpgsqlDbType.Integer), (null, NpgsqlDbType.Bigint),
        })
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        }

        var rows = new List<TenderRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    /// <summary>All tenders of a parcel, newest first; null when there is no such parcel.</summary>
    public async Task<TenderList?> OfParcelAsync(long parcelId, CancellationToken cancellation)
    {
        if (!await db.Set<Parcel>().AnyAsync(parcel => parcel.Id == parcelId && parcel.EndedOn == null, cancellation))
        {
            return null;
        }

        var ids = await db.Set<RecordedTender>().Where(tender => tender.ParcelId == parcelId).OrderByDescending(tender => tender.Id).Select(tender => tender.Id).ToListAsync(cancellation);
        var details = new List<TenderDetail>();
        foreach (var id in ids)
        {
            details.Add((await DetailAsync(id, cancellation))!);
        }

        return new(details);
    }

    /// <summary>All of a tender; null when there is none.</summary>
    public async Task<TenderDetail?> DetailAsync(long id, CancellationToken cancellation)
    {
        if (await db.Set<RecordedTender>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } tender)
        {
            return null;
        }

        var parcel = await db.Set<Parcel>().AsNoTracking().SingleAsync(one => one.Id == tender.ParcelId, cancellation);
        var events = await db.Set<RecordedTenderEvent>().AsNoTracking().Where(one => one.TenderId == id).OrderBy(one => one.Id).ToListAsync(cancellation);
        var indicators = await db.Set<RecordedTenderIndicator>().AsNoTracking().Where(one => one.TenderId == id).OrderBy(one => one.Id).ToListAsync(cancellation);
        var file = tender.File(events) with { Agreed = await StoredTenders.AgreedAsync(db, tender, cancellation) };
        var (law, today) = ((await RegisterLaw.OfParcelAsync(db, tender.ParcelId, cancellation)).Tender, RegisterDay.Today(time));
        var land = await lands.ReadAsync(tender, file, today, cancellation);
        var opens = TenderMoves.EarliestOpening(today, law);
        return new()
        {
            Id = id,
            ParcelId = tender.ParcelId,
            ParcelCode = parcel.Code,
            ParcelName = parcel.Name,
            ZoneId = parcel.ZoneId,
            AreaSquareMetres = parcel.AreaSquareMetres,
            Round = tender.Round,
            Number = tender.Number,
            Method = Codes<TenderMethod>.Of(tender.Method),
            MethodName = tender.Method.Name(),
            Stage = Codes<TenderStage>.Of(tender.Stage),
            StageName = tender.Stage.Name(),
            Since = tender.StageSince,
            OpensOn = tender.OpensOn,
            ClosesOn = tender.ClosesOn,
            Winner = tender.Winner,
            PriceYuan = tender.PriceYuan,
            EndedOn = tender.EndedOn,
            Version = tender.Version,
            PreviousId = tender.PreviousId,
            PlannedOn = tender.PlannedOn,
            StartingPriceYuan = tender.StartingPriceYuan,
            ReservePriceYuan = tender.ReservePriceYuan,
            DepositYuan = tender.DepositYuan,
            Bidders = tender.Bidders,
            ContractId = tender.ContractId,
            Note = tender.Note,
            Events = [.. events.Select(one => new TenderEventShape(Codes<TenderStage>.Of(one.Stage), one.Stage.Name(), one.OnDay, one.Note))],
            Deadlines = [.. TenderDeadlines.Of(file, law).Select(one => new TenderDeadlineShape(one.Code, one.DueOn, one.DoneOn, one.IsLate(today), one.Says, one.Article))],
            Next = [.. TenderStages.After(tender.Stage).Select(stage => Next(new(file, land, law, today), stage))],
            Indicators = [.. indicators.Select(Shape)],
            Earliest = new(opens, TenderMoves.EarliestClosing(tender.Method, opens, law)),
            PriceOpenYuan = land.PriceOpenYuan,
        };
    }

    /// <summary>What the step itself has to say is taken as said: only what stands in the way of the land is shown.</summary>
    private static TenderNext Next(TenderContext context, TenderStage stage)
    {
        var step = new TenderStep(stage, context.Today)
        {
            Bidders = context.File.Bidders ?? int.MaxValue, Winner = "-", PriceYuan = decimal.MaxValue, ContractNumber = "-",
        };
        return new(
            Codes<TenderStage>.Of(stage), stage.Name(),
            TenderMoves.Judge(context, step) is { } refusal ? new(refusal.Code, refusal.Detail, refusal.Article) : null);
    }

    private static TenderIndicatorShape Shape(RecordedTenderIndicator one) => TenderIndicators.All.First(known => known.Code == one.Code) is var known
        ? new(one.Code, known.Name, known.AtLeast, one.Promised, one.Found, one.CheckedOn, one.CheckedBy, Codes<IndicatorResult>.Of(TenderIndicators.Judge(one.Code, one.Promised, one.Found)))
        : null!;

    private static TenderRow Row(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        ParcelId = reader.GetInt64(1),
        ParcelCode = reader.TextOrNull(2),
        ParcelName = reader.TextOrNull(3),
        ZoneId = reader.GetInt64(4),
        AreaSquareMetres = reader.GetFieldValue<decimal?>(5),
        Round = reader.GetInt32(6),
        Number = reader.TextOrNull(7),
        Method = reader.GetString(8),
        MethodName = Codes<TenderMethod>.Parse(reader.GetString(8)).Name(),
        Stage = reader.GetString(9),
        StageName = Codes<TenderStage>.Parse(reader.GetString(9)).Name(),
        Since = reader.GetFieldValue<DateOnly>(10),
        OpensOn = reader.GetFieldValue<DateOnly?>(11),
        ClosesOn = reader.GetFieldValue<DateOnly?>(12),
        Winner = reader.TextOrNull(13),
        PriceYuan = reader.GetFieldValue<decimal?>(14),
        EndedOn = reader.GetFieldValue<DateOnly?>(15),
        Version = reader.GetInt32(16),
    };
}
