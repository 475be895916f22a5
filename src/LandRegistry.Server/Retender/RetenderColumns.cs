using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Retender;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Sheets;

namespace LandRegistry.Server.Retender;

/// <summary>A row of the list with the names of its zone and its use.</summary>
internal sealed record NamedRow(RetenderRow Row, Text? Zone, Text? Use);

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

    public static IReadOnlyList<SheetField<NamedRow>> All { get; } =
    [
        Words("section", "类别", "Part", 12, (row, english) => Pick((Codes<RetenderSection>.Find(row.Section) ?? default).Name(), english)),
        Words("code", "宗地代码", "Parcel code", 22, (row, _) => row.Code),
        Words("name", "名称", "Name", 20, (row, _) => row.Name),
        Words("address", "坐落", "Address", 26, (row, _) => row.Address),
        new("zone", new("区域", "Zone"), CellType.Text, 18, (named, english) => Pick(named.Zone, english)),
        new("use", new("用途", "Use"), CellType.Text, 14, (named, english) => Pick(named.Use, english) ?? named.Row.LandUseCode),
        Words("status", "状态", "Status", 12, (row, english) => Pick(ParcelStatuses.Parse(row.Status).Name(), english)),
        Day("statusSince", "状态起始日", "Status since", row => row.StatusSince),
        Number("areaMu", "面积（亩）", "Area, mu", row => row.AreaSquareMetres is { } area ? Math.Round(Areas.ToMu(area), 2) : null),
        Number("area", "面积（平方米）", "Area, m²", row => row.AreaSquareMetres),
        Number("floorArea", "可建面积（平方米）", "Floor area, m²", row => row.FloorAreaSquareMetres),
        Day("readyOn", "具备条件日", "Ready since", row => row.ReadyOn),
        Words("blockers", "未具备条件", "Blocked by", 40, (row, english) => Join(row.Blockers.Select(blocker => $"{Pick(blocker.Name, english)} ({blocker.Article})"), english)),
        Words("holders", "责任方", "Held by", 30, (row, english) => Join(row.Blockers.Select(blocker =>
            blocker.Holders.Count > 0 ? string.Join(english ? ", " : "、", blocker.Holders) : Pick(blocker.Department, english)!).Distinct(StringComparer.Ordinal), english)),
        Day("expectedOn", "预计具备日", "Expected", row => row.ExpectedOn),
        Words("holdReason", "暂缓原因", "Reason of the hold", 24, (row, _) => row.HoldReason),
        Day("holdUntil", "暂缓至", "On hold until", row => row.HoldUntil),
        Words("tenderStage", "交易环节", "Tender stage", 14, (row, english) => Pick(row.Tender?.StageName, english)),
        Day("tenderStageSince", "环节起始日", "Stage since", row => row.Tender?.Since),
        Words("tenderMethod", "交易方式", "Method", 10, (row, english) => Pick(row.Tender?.MethodName, english)),
        Words("tenderNumber", "公告编号", "Announcement", 18, (row, _) => row.Tender?.Number),
        Whole("round", "轮次", "Round", row => row.Tender?.Round),
        Day("opensOn", "开始日", "Bidding begins", row => row.Tender?.OpensOn),
        Day("closesOn", "截止日", "Bidding ends", row => row.Tender?.ClosesOn),
        Day("nextDueOn", "下一期限", "Next deadline", row => row.Tender?.Next?.DueOn),
        Words("nextDue", "下一期限事项", "To be done by it", 34, (row, english) => row.Tender?.Next is { } next ? $"{Pick(next.Says, english)} ({next.Article})" : null),
        Words("winner", "竞得人", "Winner", 26, (row, _) => row.Tender?.Winner),
        Money("awardPrice", "成交价（元）", "Price of the award, yuan", row => row.Tender?.PriceYuan),
        Fine("farMin", "容积率下限", "Least FAR", row => row.Conditions?.FloorAreaRatioMin),
        Fine("farMax", "容积率上限", "Greatest FAR", row => row.Conditions?.FloorAreaRatioMax),
        Fine("density", "建筑密度上限", "Greatest density", row => row.Conditions?.BuildingDensityMax),
        Fine("green", "绿地率下限", "Least green ratio", row => row.Conditions?.GreenRatioMin),
        Number("height", "限高（米）", "Height limit, m", row => row.Conditions?.HeightMaxMetres),
        Money("investment", "亩均投资（元）", "Investment per mu, yuan", row => row.Conditions?.InvestmentPerMuYuan),
        Money("output", "亩均产值（元）", "Output per mu, yuan", row => row.Conditions?.OutputPerMuYuan),
        Money("tax", "亩均税收（元）", "Tax per mu, yuan", row => row.Conditions?.TaxPerMuYuan),
        Fine("energy", "单位产值能耗（吨标煤/万元）", "Energy, tce per 10,000 yuan", row => row.Conditions?.EnergyPerOutputMax),
        Words("emission", "排放限值", "Limit of emissions", 20, (row, _) => row.Conditions?.EmissionLimit),
        Whole("term", "出让年限", "Term, years", row => row.Conditions?.TermYears),
        Money("price", "起始价（元/亩）", "Starting price, yuan per mu", row => row.Conditions?.PricePerMuYuan),
        Words("priceBasis", "价格依据", "Basis of the price", 14, (row, english) => row.Conditions?.PriceBasis is { } basis ? Pick(Bases[basis], english) : null),
        Words("infrastructure", "基础设施", "Infrastructure", 36, (row, english) => Join(row.Infrastructure.Select(thing => Thing(thing, english)), english)),
        Day("rightEndsOn", "原使用权至", "Right ends", row => row.RightEndsOn),
        Whole("neighbours", "相邻宗地", "Neighbours", row => row.Neighbours.Count),
        Fine("longitude", "经度", "Longitude", row => Math.Round((decimal)row.Location[0], 6)),
        Fine("latitude", "纬度", "Latitude", row => Math.Round((decimal)row.Location[1], 6)),
    ];

    private static string? Pick(Text? text, bool english) => english ? text?.En : text?.Zh;

    private static string Join(IEnumerable<string> parts, bool english) => string.Join(english ? "; " : "；", parts);

    private static string Thing(SiteThing thing, bool english)
    {
        var name = Items.TryGetValue(thing.Item, out var text) ? Pick(text, english) : thing.Item;
        var sized = thing.Quantity is { } quantity ? FormattableString.Invariant($"{name} {quantity:0.##} {thing.Unit}").TrimEnd() : name!;
        return thing.DistanceMetres is { } metres ? FormattableString.Invariant($"{sized} ({metres:0} m)") : sized;
    }

    private static SheetField<NamedRow> Words(string code, string zh, string en, double width, Func<RetenderRow, bool, string?> cell) =>
        new(code, new(zh, en), CellType.Text, width, (named, english) => cell(named.Row, english) is { Length: > 0 } text ? text : null);

    private static SheetField<NamedRow> Number(string code, string zh, string en, Func<RetenderRow, decimal?> cell) =>
        new(code, new(zh, en), CellType.Number, 16, (named, _) => cell(named.Row));

    private static SheetField<NamedRow> Money(string code, string zh, string en, Func<RetenderRow, decimal?> cell) =>
        Number(code, zh, en, cell) with { Needs = RegisterAction.ReadMoney };

    private static SheetField<NamedRow> Fine(string code, string zh, string en, Func<RetenderRow, decimal?> cell) =>
        new(code, new(zh, en), CellType.Fine, 12, (named, _) => cell(named.Row));

    private static SheetField<NamedRow> Whole(string code, string zh, string en, Func<RetenderRow, int?> cell) =>
        new(code, new(zh, en), CellType.Whole, 10, (named, _) => cell(named.Row));

    private static SheetField<NamedRow> Day(string code, string zh, string en, Func<RetenderRow, DateOnly?> cell) =>
        new(code, new(zh, en), CellType.Day, 12, (named, _) => cell(named.Row));
}
