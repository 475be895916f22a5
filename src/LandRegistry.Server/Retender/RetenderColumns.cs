using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Retender;
using LandRegistry.Server.Platform.Sheets;

namespace LandRegistry.Server.Retender;

/// <summary>What cells need besides their row.</summary>
/// <param name="English">English or Chinese.</param>
/// <param name="Zones">Names of the zones.</param>
/// <param name="Uses">Names of the land uses.</param>
internal sealed record RetenderWords(bool English, IReadOnlyDictionary<long, Text> Zones, IReadOnlyDictionary<string, Text> Uses)
{
    public string Pick(Text text) => English ? text.En : text.Zh;

    public string Join(IEnumerable<string> parts) => string.Join(English ? "; " : "；", parts);
}

/// <summary>A column of the exported list.</summary>
internal sealed record RetenderColumn(string Code, Text Title, CellType Type, double Width, Func<RetenderRow, RetenderWords, object?> Cell);

/// <summary>The columns that the list may be exported with, in their order.</summary>
internal static class RetenderColumns
{
    private static readonly Dictionary<string, Text> Items = new(StringComparer.Ordinal)
    {
        ["road"] = new("道路", "road"), ["water"] = new("供水", "water"), ["power"] = new("供电", "power"), ["level_ground"] = new("场地平整", "level ground"),
        ["drainage"] = new("排水", "drainage"), ["sewage"] = new("污水", "sewage"), ["gas"] = new("燃气", "gas"), ["heat"] = new("供热", "heat"),
        ["telecom"] = new("通信", "telecom"), ["substation"] = new("变电站", "substation"), ["lighting"] = new("照明", "lighting"),
    };

    private static readonly Dictionary<string, Text> Bases = new(StringComparer.Ordinal)
    {
        ["benchmark"] = new("基准地价", "benchmark price"), ["appraisal"] = new("评估价", "appraisal"), ["lowest"] = new("最低价标准", "lowest price standard"),
        ["negotiated"] = new("集体决策底价", "floor price decided by the office"),
    };

    public static IReadOnlyList<RetenderColumn> All { get; } =
    [
        Words("section", "类别", "Part", 12, (row, words) => words.Pick((Codes<RetenderSection>.Find(row.Section) ?? default).Name())),
        Words("code", "宗地代码", "Parcel code", 22, (row, _) => row.Code),
        Words("name", "名称", "Name", 20, (row, _) => row.Name),
        Words("address", "坐落", "Address", 26, (row, _) => row.Address),
        Words("zone", "区域", "Zone", 18, (row, words) => words.Zones.TryGetValue(row.ZoneId, out var zone) ? words.Pick(zone) : null),
        Words("use", "用途", "Use", 14, (row, words) => row.LandUseCode is { } use ? words.Uses.TryGetValue(use, out var name) ? words.Pick(name) : use : null),
        Words("status", "状态", "Status", 12, (row, words) => words.Pick(ParcelStatuses.Parse(row.Status).Name())),
        Day("statusSince", "状态起始日", "Status since", row => row.StatusSince),
        Number("areaMu", "面积（亩）", "Area, mu", row => row.AreaSquareMetres is { } area ? Math.Round(Areas.ToMu(area), 2) : null),
        Number("area", "面积（平方米）", "Area, m²", row => row.AreaSquareMetres),
        Number("floorArea", "可建面积（平方米）", "Floor area, m²", row => row.FloorAreaSquareMetres),
        Day("readyOn", "具备条件日", "Ready since", row => row.ReadyOn),
        Words("blockers", "未具备条件", "Blocked by", 40, (row, words) => words.Join(row.Blockers.Select(blocker => $"{words.Pick(blocker.Name)} ({blocker.Article})"))),
        Words("holders", "责任方", "Held by", 30, (row, words) => words.Join(row.Blockers.Select(blocker =>
            blocker.Holders.Count > 0 ? string.Join(words.English ? ", " : "、", blocker.Holders) : words.Pick(blocker.Department)).Distinct(StringComparer.Ordinal))),
        Day("expectedOn", "预计具备日", "Expected", row => row.ExpectedOn),
        Words("holdReason", "暂缓原因", "Reason of the hold", 24, (row, _) => row.HoldReason),
        Day("holdUntil", "暂缓至", "On hold until", row => row.HoldUntil),
        Fine("farMin", "容积率下限", "Least FAR", row => row.Conditions?.FloorAreaRatioMin),
        Fine("farMax", "容积率上限", "Greatest FAR", row => row.Conditions?.FloorAreaRatioMax),
        Fine("density", "建筑密度上限", "Greatest density", row => row.Conditions?.BuildingDensityMax),
        Fine("green", "绿地率下限", "Least green ratio", row => row.Conditions?.GreenRatioMin),
        Number("height", "限高（米）", "Height limit, m", row => row.Conditions?.HeightMaxMetres),
        Number("investment", "亩均投资（元）", "Investment per mu, yuan", row => row.Conditions?.InvestmentPerMuYuan),
        Number("output", "亩均产值（元）", "Output per mu, yuan", row => row.Conditions?.OutputPerMuYuan),
        Number("tax", "亩均税收（元）", "Tax per mu, yuan", row => row.Conditions?.TaxPerMuYuan),
        Fine("energy", "单位产值能耗（吨标煤/万元）", "Energy, tce per 10,000 yuan", row => row.Conditions?.EnergyPerOutputMax),
        Words("emission", "排放限值", "Limit of emissions", 20, (row, _) => row.Conditions?.EmissionLimit),
        new("term", new("出让年限", "Term, years"), CellType.Whole, 10, (row, _) => row.Conditions?.TermYears),
        Number("price", "起始价（元/亩）", "Starting price, yuan per mu", row => row.Conditions?.PricePerMuYuan),
        Words("priceBasis", "价格依据", "Basis of the price", 14, (row, words) => row.Conditions?.PriceBasis is { } basis ? words.Pick(Bases[basis]) : null),
        Words("infrastructure", "基础设施", "Infrastructure", 36, (row, words) => words.Join(row.Infrastructure.Select(thing => Thing(thing, words)))),
        Day("rightEndsOn", "原使用权至", "Right ends", row => row.RightEndsOn),
        new("neighbours", new("相邻宗地", "Neighbours"), CellType.Whole, 10, (row, _) => row.Neighbours.Count),
        new("longitude", new("经度", "Longitude"), CellType.Fine, 12, (row, _) => Math.Round((decimal)row.Location[0], 6)),
        new("latitude", new("纬度", "Latitude"), CellType.Fine, 12, (row, _) => Math.Round((decimal)row.Location[1], 6)),
    ];

    private static string Thing(SiteThing thing, RetenderWords words)
    {
        var name = Items.TryGetValue(thing.Item, out var text) ? words.Pick(text) : thing.Item;
        return thing.Quantity is { } quantity ? FormattableString.Invariant($"{name} {quantity:0.##} {thing.Unit}").TrimEnd() : name;
    }

    private static RetenderColumn Words(string code, string zh, string en, double width, Func<RetenderRow, RetenderWords, string?> cell) =>
        new(code, new(zh, en), CellType.Text, width, (row, words) => cell(row, words) is { Length: > 0 } text ? text : null);

    private static RetenderColumn Number(string code, string zh, string en, Func<RetenderRow, decimal?> cell) =>
        new(code, new(zh, en), CellType.Number, 16, (row, _) => cell(row));

    private static RetenderColumn Fine(string code, string zh, string en, Func<RetenderRow, decimal?> cell) =>
        new(code, new(zh, en), CellType.Fine, 12, (row, _) => cell(row));

    private static RetenderColumn Day(string code, string zh, string en, Func<RetenderRow, DateOnly?> cell) =>
        new(code, new(zh, en), CellType.Day, 12, (row, _) => cell(row));
}
