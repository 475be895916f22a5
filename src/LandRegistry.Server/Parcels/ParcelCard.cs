using System.Text.Json;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Server.Parcels;

/// <summary>Puts the whole of a parcel together for the API: its facts, what looks wrong, and where it may move.</summary>
internal static class ParcelCard
{
    public static ParcelDetail Of(
        Parcel parcel,
        JsonElement? boundary,
        IReadOnlyList<Contract> contracts,
        IReadOnlyList<Encumbrance> encumbrances,
        IReadOnlyList<OccupancyShape> occupancies,
        IReadOnlyList<NoteShape> notes,
        StatusDrivers drivers,
        ClockAssessment clock,
        IReadOnlyList<ReadinessItem> blocking) => new()
    {
        Id = parcel.Id,
        Code = parcel.Code,
        Name = parcel.Name,
        ZoneId = parcel.ZoneId,
        Status = parcel.Status.Code(),
        StatusSince = parcel.StatusSince,
        OnHold = parcel.OnHold,
        LandUseCode = parcel.LandUseCode,
        AreaSquareMetres = parcel.AreaSquareMetres,
        AreaIsMeasured = parcel.MeasuredAreaSquareMetres is not null,
        IsSurveyed = parcel.IsSurveyed,
        Location = [parcel.Location.X, parcel.Location.Y],
        Holder = occupancies.FirstOrDefault(o => o is { Role: "holder", ToOn: null })?.EnterpriseName,
        Officer = parcel.Officer,
        UpdatedAt = parcel.UpdatedAt,
        Version = parcel.Version,
        Address = parcel.Address,
        CountyCode = parcel.CountyCode,
        LocationIsEstimated = parcel.LocationIsEstimated,
        LandUseSystem = parcel.LandUseSystem,
        RightType = parcel.RightType,
        Ownership = parcel.Ownership,
        StatedAreaSquareMetres = parcel.StatedAreaSquareMetres,
        MeasuredAreaSquareMetres = parcel.MeasuredAreaSquareMetres,
        AreaSrid = parcel.AreaSrid,
        IdleKind = parcel.IdleKind,
        IdleCause = parcel.IdleCause,
        Hold = parcel.HoldReason is { } reason ? new(reason, parcel.HoldUntil) : null,
        Boundary = boundary,
        Contracts = [.. contracts.Select(Shape)],
        Encumbrances = [.. encumbrances.Select(e => new EncumbranceShape(e.Kind, e.Holder, e.RegisteredOn, e.ReleasedOn, e.Note))],
        Occupancies = occupancies,
        Source = parcel.Source,
        SourceId = parcel.SourceId,
        SourceUpdatedOn = parcel.SourceUpdatedOn,
        LastCheckedOn = parcel.LastCheckedOn,
        LastCheckedBy = parcel.LastCheckedBy,
        Remarks = parcel.Remarks,
        Notes = notes,
        Warnings = [.. Warnings(parcel, occupancies)],
        Clock = ClockSummary.Of(clock),
        Readiness = ReadinessSummary.Of(blocking),
        Moves = Moves(Facts(parcel, drivers, blocking)),
    };

    /// <summary>As <see cref="Of"/> for a past day. The past is not moved, so no moves are offered.</summary>
    public static ParcelDetail AsOf(
        DateOnly day,
        Parcel parcel,
        JsonElement? boundary,
        IReadOnlyList<Contract> contracts,
        IReadOnlyList<Encumbrance> encumbrances,
        IReadOnlyList<OccupancyShape> occupancies,
        IReadOnlyList<NoteShape> notes,
        ClockAssessment clock,
        IReadOnlyList<ReadinessItem> blocking) =>
        Of(parcel, boundary, contracts, encumbrances, occupancies, notes, StatusDrivers.None, clock, blocking) with
        {
            AsOf = day,
            Holder = occupancies.FirstOrDefault(o => o is { Role: "holder" })?.EnterpriseName,
            Moves = [],
        };

    /// <summary>What a status move of the parcel is judged on.</summary>
    public static StatusFacts Facts(Parcel parcel, StatusDrivers drivers, IReadOnlyList<ReadinessItem> blocking) =>
        new(parcel.Status, parcel.StatusSince, parcel.OnHold, blocking) { Case = drivers.Case, Tender = drivers.Tender };

    private static Move[] Moves(StatusFacts facts) =>
    [
        .. ParcelStatuses.All.Where(to => to != facts.Status).Select(to =>
        {
            if (StatusMoves.Judge(facts, to) is { } refusal)
            {
                return new Move(to.Code(), false, MoveRule.Of(refusal.Code, refusal.Detail, refusal.Article));
            }

            var rule = StatusMoves.RuleOf(facts.Status, to)!;
            return new Move(to.Code(), true, MoveRule.Of(rule.Code, rule.Title, rule.Article));
        }),
    ];

    private static IEnumerable<Warning> Warnings(Parcel parcel, IEnumerable<OccupancyShape> occupancies)
    {
        foreach (var occupancy in occupancies)
        {
            if (occupancy.CreditCode is { } text && !(CreditCode.TryParse(text, out var code) && code.CheckHolds))
            {
                yield return new(
                    "creditCode",
                    "credit-code-check",
                    $"{occupancy.EnterpriseName} 的统一社会信用代码 {text} 校验位不符，请核对。",
                    $"The check character of {occupancy.EnterpriseName}'s credit code {text} does not hold; compare it with the licence.");
            }
        }

        if (ParcelCode.TryParse(parcel.Code, out var parcelCode) && parcel.CountyCode is { } county && parcelCode.CountyCode != county)
        {
            yield return new(
                "code",
                "parcel-code-county",
                $"宗地代码属于 {parcelCode.CountyCode}，而宗地登记在 {county}。",
                $"The parcel code is of county {parcelCode.CountyCode}, the parcel of {county}.");
        }

        if (parcel is { StatedAreaSquareMetres: { } stated, MeasuredAreaSquareMetres: { } measured }
            && Math.Abs(stated - measured) > stated * 0.01m)
        {
            yield return new(
                "statedAreaSquareMetres",
                "area-differs",
                "登记面积与界址面积相差超过 1%。",
                "The stated area differs from that of the boundary by more than 1 %.");
        }
    }

    private static ContractShape Shape(Contract c) => new(
        c.Kind, c.Number, c.SupervisionNumber, c.SignedOn, c.AgreedDeliveryOn, c.AgreedCommencementOn, c.AgreedCompletionOn,
        c.TermYears, c.PriceYuan, c.DevelopableAreaSquareMetres, c.TotalInvestmentYuan, c.FloorAreaRatioMin, c.FloorAreaRatioMax,
        c.BuildingDensityMax, c.GreenRatioMin, c.HeightMaxMetres, c.InvestmentPerMuYuan, c.TaxPerMuYuan);
}
