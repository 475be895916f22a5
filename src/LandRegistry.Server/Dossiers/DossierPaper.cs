using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Dossiers;
using LandRegistry.Server.Platform.Papers;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Dossiers;

/// <summary>Puts a dossier together: one parcel, or several with what they have in common before them.</summary>
internal sealed class DossierPaper(DossierReader reader, DossierWords words, DateOnly day)
{
    private const double RoomAroundOne = 2.2;
    private const double RoomAroundSeveral = 1.25;

    // From so far off, single parcels are no neighbours any more.
    private const int FarthestWithOthers = 20_000;
    private const int MostCornersNamed = 40;

    private readonly DossierSections _sections = new(words);

    /// <summary>The paper.</summary>
    public async Task<Paper> MakeAsync(IReadOnlyList<DossierFacts> parcels, CancellationToken cancellation)
    {
        var kind = words.Pick("宗地推介资料", "Land dossier");
        var parts = new List<PaperPart>();
        if (parcels.Count == 1)
        {
            var parcel = parcels[0];
            parts.Add(new PaperCover(kind, NameOf(parcel), [Line(parcel), AsOf()]));
            parts.AddRange(await ParcelAsync(parcel, cancellation));
        }
        else
        {
            parts.Add(new PaperCover(kind, words.Pick($"{parcels.Count} 宗备选用地", $"{parcels.Count} parcels to choose from"), [AsOf()]));
            parts.AddRange(await SummaryAsync(parcels, cancellation));
            for (var i = 0; i < parcels.Count; i++)
            {
                parts.Add(new PaperHeading(1, $"{i + 1}　{NameOf(parcels[i])}", OnNewPage: true));
                parts.Add(new PaperText(Line(parcels[i])));
                parts.AddRange(await ParcelAsync(parcels[i], cancellation));
            }
        }

        parts.Add(new PaperText(words.Pick(
            "本资料由土地盘活登记依据登记数据生成，供投资者了解宗地情况，不构成要约；面积、条件与价格以出让公告、出让合同及不动产登记为准。",
            "This dossier was made by the land registry from its records, to inform investors. It is no offer: what counts for area, conditions and price are the announcement, the contract and the title register."), IsNote: true));
        var about = parcels.Count == 1 ? parcels[0].Code ?? NameOf(parcels[0]) : words.Pick($"{parcels.Count} 宗", $"{parcels.Count} parcels");
        return new(kind, about, AsOf(), words.English, parts);
    }

    private async Task<IEnumerable<PaperPart>> ParcelAsync(DossierFacts parcel, CancellationToken cancellation) =>
    [
        _sections.Figures(parcel),
        await MapOfAsync(parcel, cancellation),
        .. _sections.Basics(parcel),
        .. _sections.Conditions(parcel),
        .. _sections.Announcement(parcel),
        .. _sections.Infrastructure(parcel),
        .. _sections.Readiness(parcel),
        .. _sections.Neighbours(parcel),
        .. _sections.Photos(parcel),
        .. _sections.Coordinates(parcel),
    ];

    private async Task<IEnumerable<PaperPart>> SummaryAsync(IReadOnlyList<DossierFacts> parcels, CancellationToken cancellation)
    {
        var floors = parcels.Select(parcel => parcel.Area * parcel.Conditions?.FloorAreaRatioMax).OfType<decimal>().ToList();
        return
        [
            new PaperFigures(
            [
                new(words.Pick("宗地", "Parcels"), $"{parcels.Count}"),
                new(words.Pick("总面积", "Area together"), words.Mu(parcels.Sum(parcel => parcel.Area))),
                new(words.Pick("可建面积", "Floor area"), words.SquareMetres(floors.Count > 0 ? Math.Round(floors.Sum()) : null)),
                new(words.Pick("可供应", "Ready or on offer"), $"{parcels.Count(parcel => parcel.Readiness.All(item => item.Holds))}"),
            ]),
            await MapOfAllAsync(parcels, cancellation),
            new PaperHeading(2, words.Pick("宗地一览", "The parcels")),
            new PaperTable(
                [
                    new(words.Pick("序号", "No."), 1.2), new(words.Pick("名称、代码", "Name, code"), 4.7), new(words.Pick("园区", "Zone"), 3.6), new(words.Pick("用途", "Use"), 2.2),
                    new(words.Pick("亩", "Mu"), 1.6, true), new(words.Pick("容积率", "FAR"), 1.8), new(words.Pick("起始价", "Price"), 2.6), new(words.Pick("准备", "Items"), 1.4),
                ],
                [.. parcels.Select((parcel, i) => (IReadOnlyList<string?>)
                [
                    $"{i + 1}", NameAndCode(parcel), words.Pick(parcel.Zone), parcel.Use is { } use ? words.Pick(use) : null,
                    parcel.Area is { } area ? DossierWords.Number(Areas.ToMu(area), "#,##0.00") : null, DossierWords.Range(parcel.Conditions?.FloorAreaRatioMin, parcel.Conditions?.FloorAreaRatioMax),
                    words.PerMu(parcel.Conditions?.PricePerMuYuan), $"{parcel.Readiness.Count(item => item.Holds)}/{parcel.Readiness.Count}",
                ])],
                MayBreak: true),
        ];
    }

    private async Task<PaperDrawing> MapOfAsync(DossierFacts parcel, CancellationToken cancellation)
    {
        var frame = MapFrame.Around(((Geometry?)parcel.Boundary ?? parcel.Location).EnvelopeInternal, parcel.Srid, RoomAroundOne);
        var shapes = await reader.ShapesAsync(frame.Ground, frame.Srid, [parcel.Id], frame.Scale <= FarthestWithOthers, cancellation);
        var labels = parcel.Neighbours.Select((around, i) => (around.Id, Label: DossierSections.NeighbourLabel(i))).ToDictionary(one => one.Id, one => one.Label);
        labels[parcel.Id] = words.Mu(parcel.Area) ?? NameOf(parcel);
        var points = parcel.Boundary is { } boundary ? BoundaryPoints.Of(boundary).SelectMany(ring => ring.Points).ToList() : [];
        var corners = points.Count > MostCornersNamed ? [] : points.Select(point => (new Coordinate(point.EastMetres, point.NorthMetres), $"J{point.Number}")).ToList();
        var says = words.Pick($"{NameOf(parcel)}位置与界址图", $"Map of {NameOf(parcel)} with its boundary");
        return new(new DossierMap(frame, words).Draw(shapes, labels, new HashSet<long> { parcel.Id }, corners, says), Caption(says, frame));
    }

    private async Task<PaperDrawing> MapOfAllAsync(IReadOnlyList<DossierFacts> parcels, CancellationToken cancellation)
    {
        var (srid, ground) = (parcels[0].Srid, new Envelope());
        foreach (var parcel in parcels.Where(parcel => parcel.Srid == srid))
        {
            ground.ExpandToInclude(((Geometry?)parcel.Boundary ?? parcel.Location).EnvelopeInternal);
        }

        var frame = MapFrame.Around(ground, srid, RoomAroundSeveral);
        var ids = parcels.Select(parcel => parcel.Id).ToHashSet();
        var shapes = await reader.ShapesAsync(frame.Ground, srid, [.. ids], frame.Scale <= FarthestWithOthers, cancellation);
        var labels = parcels.Select((parcel, i) => (parcel.Id, Label: $"{i + 1}")).ToDictionary(one => one.Id, one => one.Label);
        var says = words.Pick("备选宗地分布图", "Where the parcels lie");
        return new(new DossierMap(frame, words).Draw(shapes, labels, ids, [], says), Caption(says, frame));
    }

    private string Caption(string says, MapFrame frame) => words.Pick(
        $"{says}。比例尺 1:{frame.Scale}（按 A4 原大打印），坐标北向上。",
        $"{says}. Scale 1:{DossierWords.Number(frame.Scale, "#,##0")} when printed on A4 at full size; grid north is up.");

    private string AsOf() => words.Pick($"数据截至 {DossierWords.Day(day)}", $"As of {DossierWords.Day(day)}");

    private string Line(DossierFacts parcel) => string.Join(" · ", new[] { parcel.Name is null ? null : parcel.Code, words.Pick(parcel.Zone), parcel.Address }.OfType<string>());

    private string NameOf(DossierFacts parcel) => parcel.Name ?? parcel.Code ?? words.Pick($"宗地 {parcel.Id}", $"Parcel {parcel.Id}");

    private string NameAndCode(DossierFacts parcel) => parcel is { Name: not null, Code: not null } ? $"{parcel.Name} {parcel.Code}" : NameOf(parcel);
}
