using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Dossiers;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Papers;

namespace LandRegistry.Server.Dossiers;

/// <summary>The sections of a parcel's dossier.</summary>
internal sealed class DossierSections(DossierWords words)
{
    public PaperFigures Figures(DossierFacts parcel) => new(
    [
        Fact("面积", "Area", words.Mu(parcel.Area)),
        Fact("用途", "Use", parcel.Use is { } use ? words.Pick(use) : null),
        Fact("容积率", "Floor area ratio", DossierWords.Range(parcel.Conditions?.FloorAreaRatioMin, parcel.Conditions?.FloorAreaRatioMax)),
        Fact("起始价（每亩）", "Starting price per mu", words.Money(parcel.Conditions?.PricePerMuYuan)),
        Fact("供应状态", "Standing", words.Pick(parcel.Standing)),
    ]);

    public IEnumerable<PaperPart> Basics(DossierFacts parcel) =>
    [
        Heading("基本情况", "The land"),
        new PaperFacts(
        [
            Fact("宗地代码", "Parcel code", parcel.Code),
            Fact("名称", "Name", parcel.Name),
            Fact("坐落", "Address", parcel.Address),
            Fact("所在园区", "Zone", words.Pick(parcel.Zone)),
            Fact("面积", "Area", words.Mu(parcel.Area)),
            Fact(parcel.IsMeasured ? "面积（实测）" : "面积（批准）", parcel.IsMeasured ? "Area, measured" : "Area, as stated", words.SquareMetres(parcel.Area)),
            Fact("土地用途", "Use", parcel.Use is { } use ? words.Pick(use) : null),
            Fact("中心坐标", "Location", FormattableString.Invariant($"{parcel.Longitude:0.000000}° E, {parcel.Latitude:0.000000}° N")),
            Fact("原使用权", "Former right", parcel.RightEndsOn is { } end
                ? words.Pick($"至 {DossierWords.Day(end)}", $"Runs until {DossierWords.Day(end)}")
                : words.Pick("无存续的使用权，年限重新设定", "None that still runs; a new term will be set")),
            Fact("供应状态", "Standing", words.Pick(parcel.Standing)),
        ]),
    ];

    public IEnumerable<PaperPart> Conditions(DossierFacts parcel)
    {
        yield return Heading("供应条件与价格依据", "Conditions of supply and price");
        if (parcel.Conditions is not { } conditions)
        {
            yield return new PaperText(words.Pick("供应条件尚未确定。", "The conditions of supply are not settled yet."));
            yield break;
        }

        // What nothing is said of would be a row of dashes.
        PaperFact[] facts =
        [
            Fact("容积率", "Floor area ratio", DossierWords.Range(conditions.FloorAreaRatioMin, conditions.FloorAreaRatioMax)),
            Fact("可建面积", "Floor area", parcel.Area is { } area && conditions.FloorAreaRatioMax is { } most ? words.Pick("≤ ", "≤ ") + words.SquareMetres(Math.Round(area * most)) : null),
            Fact("建筑密度", "Building density", words.Percent(conditions.BuildingDensityMax, "≤", "≤")),
            Fact("绿地率", "Green ratio", words.Percent(conditions.GreenRatioMin, "≥", "≥")),
            Fact("限高", "Height limit", conditions.HeightMaxMetres is { } height ? $"{DossierWords.Number(height)} {words.Pick("米", "m")}" : null),
            Fact("出让年限", "Term", conditions.TermYears is { } years ? words.Pick($"{years} 年", $"{years} years") : null),
            Fact("亩均投资", "Investment", words.PerMu(conditions.InvestmentPerMuYuan)),
            Fact("亩均产值", "Yearly output", words.PerMu(conditions.OutputPerMuYuan)),
            Fact("亩均税收", "Yearly tax", words.PerMu(conditions.TaxPerMuYuan)),
            Fact("单位产值能耗", "Energy per output", conditions.EnergyPerOutputMax is { } energy
                ? words.Pick($"≤ {DossierWords.Number(energy, "0.####")} 吨标煤/万元", $"≤ {DossierWords.Number(energy, "0.####")} tce per CNY 10,000") : null),
            Fact("排放限值", "Emissions", conditions.EmissionLimit),
            Fact("起始价", "Starting price", words.PerMu(conditions.PricePerMuYuan)),
            Fact("价格依据", "Basis of the price", words.Basis(conditions.PriceBasis)),
            Fact("条件文号", "Paper", conditions.Number),
            Fact("条件日期", "Day of the paper", DossierWords.Day(conditions.OnDay)),
        ];
        yield return new PaperFacts([.. facts.Where(fact => !string.IsNullOrEmpty(fact.Value))]);
        if (facts.Any(fact => string.IsNullOrEmpty(fact.Value)))
        {
            yield return new PaperText(words.Pick("未列出的指标，登记中没有规定。", "Of what is not listed, the register has no condition."), IsNote: true);
        }
    }

    public IEnumerable<PaperPart> Announcement(DossierFacts parcel)
    {
        if (parcel.Announcement is not { } announcement)
        {
            yield break;
        }

        yield return Heading("出让公告", "Announcement");
        yield return new PaperFacts(
        [
            Fact("方式", "Method", words.Method(announcement.Method)),
            Fact("公告编号", "Number", announcement.Number),
            Fact("开始", "Bidding from", DossierWords.Day(announcement.OpensOn)),
            Fact("截止", "Bidding until", DossierWords.Day(announcement.ClosesOn)),
            Fact("起始价（总价）", "Starting price, whole", words.Money(announcement.StartingPriceYuan)),
            Fact("竞买保证金", "Deposit", words.Money(announcement.DepositYuan)),
        ]);
    }

    public IEnumerable<PaperPart> Infrastructure(DossierFacts parcel)
    {
        yield return Heading("基础设施", "Infrastructure");
        if (parcel.Infrastructure.Count == 0)
        {
            yield return new PaperText(words.Pick("尚无基础设施记录。", "No infrastructure is on record."));
            yield break;
        }

        yield return new PaperTable(
            [new(words.Pick("项目", "Item"), 3), new(words.Pick("距宗地", "Distance"), 3), new(words.Pick("规模", "Size"), 3), new(words.Pick("具备日期", "There since"), 2.4)],
            [.. parcel.Infrastructure.Select(thing => (IReadOnlyList<string?>)
            [
                words.Item(thing.Item), words.Metres(thing.DistanceMetres), thing.Quantity is { } quantity ? words.Amount(quantity, thing.Unit) : null, DossierWords.Day(thing.OnDay),
            ])]);
    }

    public IEnumerable<PaperPart> Readiness(DossierFacts parcel)
    {
        var holding = parcel.Readiness.Count(item => item.Holds);
        return
        [
            Heading("供应准备情况", "How far the land is prepared"),
            new PaperText(words.Pick($"{parcel.Readiness.Count} 项条件中 {holding} 项已具备。", $"{holding} of {parcel.Readiness.Count} items hold.")),
            new PaperTable(
                [new(words.Pick("条件", "Item"), 7.3), new(words.Pick("情况", "State"), 1.5), new(words.Pick("依据", "Shown by"), 3.5), new(words.Pick("日期", "Day"), 1.7)],
                [.. parcel.Readiness.Select(item => (IReadOnlyList<string?>)
                [
                    words.Pick(item.Name), item.Holds ? words.Pick("✓ 已具备", "✓ Holds") : words.Pick("办理中", "In hand"), item.Evidence is { } paper ? words.Pick(paper) : null, DossierWords.Day(item.Since),
                ])]),
        ];
    }

    public IEnumerable<PaperPart> Neighbours(DossierFacts parcel)
    {
        yield return Heading("四至与相邻宗地", "Neighbours");
        if (parcel.Neighbours.Count == 0)
        {
            yield return new PaperText(words.Pick("周边 60 米内没有登记的宗地。", "No parcel of the register lies within 60 m."));
            yield break;
        }

        yield return new PaperTable(
            [
                new(words.Pick("图上", "Map"), 1), new(words.Pick("方位", "Side"), 2), new(words.Pick("宗地代码", "Parcel code"), 3.6), new(words.Pick("用途", "Use"), 3),
                new(words.Pick("面积", "Area"), 2.4, true), new(words.Pick("间距", "Away"), 1.8, true),
            ],
            [.. parcel.Neighbours.Select((around, i) => (IReadOnlyList<string?>)
            [
                NeighbourLabel(i), words.Side(around.Degrees), around.Code, around.Use is { } use ? words.Pick(use) : null, words.Mu(around.Area),
                around.Metres < 0.5 ? words.Pick("相接", "Touching") : $"{DossierWords.Number((decimal)around.Metres, "0")} {words.Pick("米", "m")}",
            ])]);
    }

    public IEnumerable<PaperPart> Photos(DossierFacts parcel)
    {
        if (parcel.Photos.Count == 0)
        {
            yield break;
        }

        yield return Heading("现场照片", "Photographs");
        yield return new PaperPhotos([.. parcel.Photos.Select((photo, i) => new PaperPhoto(
            photo.Photo, string.Join(" · ", new[] { words.Pick($"照片 {i + 1}", $"Photograph {i + 1}"), DossierWords.Day(photo.On) }.OfType<string>())))]);
    }

    public IEnumerable<PaperPart> Coordinates(DossierFacts parcel)
    {
        yield return Heading("界址点坐标", "Boundary points");
        if (parcel.Boundary is not { } boundary)
        {
            yield return new PaperText(words.Pick("尚无实测界址，图上仅示位置。", "The boundary is not surveyed yet; the map shows the place only."));
            yield break;
        }

        var zone = parcel.SurveySrid is { } srid ? GaussKruger.Zone(srid) : null;
        yield return new PaperText(
            zone is { } strip
                ? words.Pick(
                    $"2000 国家大地坐标系，高斯－克吕格投影 3 度带第 {strip} 带，中央经线 {strip * 3}°；Y 坐标含带号，单位米。",
                    $"CGCS2000, 3-degree Gauss-Krueger zone {strip}, central meridian {strip * 3}° E; Y carries the number of the zone; metres.")
                : words.Pick($"平面坐标 EPSG:{parcel.Srid}，单位米。", $"Plane coordinates EPSG:{parcel.Srid}, metres."), IsNote: true);
        yield return new PaperTable(
            [
                new(words.Pick("圈号", "Ring"), 2), new(words.Pick("点号", "Point"), 1.6), new(words.Pick("X（北）", "X (north)"), 3, true), new(words.Pick("Y（东）", "Y (east)"), 3, true),
                new(words.Pick("边长", "Line"), 2, true),
            ],
            [.. BoundaryPoints.Of(boundary).SelectMany(ring => Ring(ring, zone))]);
    }

    /// <summary>The label by which map and table name the same neighbour.</summary>
    public static string NeighbourLabel(int index) => ((char)('A' + index)).ToString();

    /// <summary>The points of a ring; the first stands again at the end, which closes it.</summary>
    private IEnumerable<IReadOnlyList<string?>> Ring(BoundaryRing ring, int? zone)
    {
        var name = ring.IsHole ? words.Pick($"{ring.Number}（内圈）", $"{ring.Number} (hole)") : $"{ring.Number}";
        foreach (var point in ring.Points)
        {
            yield return [name, $"J{point.Number}", Metres(point.NorthMetres), East(point), Metres(point.ToNextMetres, "0.00")];
        }

        var first = ring.Points[0];
        yield return [name, $"J{first.Number}", Metres(first.NorthMetres), East(first), ""];

        string East(BoundaryPoint point) => Metres((zone ?? 0) * 1_000_000.0 + point.EastMetres);
    }

    private static string Metres(double metres, string format = "0.000") => metres.ToString(format, System.Globalization.CultureInfo.InvariantCulture);

    private PaperHeading Heading(string zh, string en) => new(2, words.Pick(zh, en));

    private PaperFact Fact(string zh, string en, string? value) => new(words.Pick(zh, en), value);
}
