using System.Globalization;
using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Dossiers;

/// <summary>The words and figures of a dossier in one of its languages.</summary>
internal sealed record DossierWords(bool English)
{
    private const decimal Wan = 10_000m;

    private static readonly Dictionary<string, Text> Items = new(StringComparer.Ordinal)
    {
        ["road"] = new("道路", "Road"), ["water"] = new("供水", "Water"), ["power"] = new("供电", "Power"), ["level_ground"] = new("场地平整", "Level ground"),
        ["drainage"] = new("排水", "Drainage"), ["sewage"] = new("污水", "Sewage"), ["gas"] = new("燃气", "Gas"), ["heat"] = new("供热", "Heat"),
        ["telecom"] = new("通信", "Telecom"), ["substation"] = new("变电站", "Substation"), ["lighting"] = new("照明", "Lighting"),
    };

    private static readonly Dictionary<string, Text> Bases = new(StringComparer.Ordinal)
    {
        ["benchmark"] = new("基准地价", "Benchmark price"), ["appraisal"] = new("评估价", "Appraisal"), ["lowest"] = new("最低价标准", "Lowest price standard"),
        ["negotiated"] = new("集体决策底价", "Floor price decided by the office"),
    };

    private static readonly Dictionary<string, Text> Methods = new(StringComparer.Ordinal)
    {
        ["tender"] = new("招标", "Tender"), ["auction"] = new("拍卖", "Auction"), ["listing"] = new("挂牌", "Listing"),
    };

    private static readonly Text[] Sides =
    [
        new("北", "North"), new("东北", "North-east"), new("东", "East"), new("东南", "South-east"), new("南", "South"), new("西南", "South-west"), new("西", "West"), new("西北", "North-west"),
    ];

    private static readonly Dictionary<string, Text> Units = new(StringComparer.Ordinal)
    {
        ["米"] = new("米", "m"), ["盏"] = new("盏", "lamps"), ["千米"] = new("千米", "km"), ["平方米"] = new("平方米", "m²"), ["千伏安"] = new("千伏安", "kVA"), ["立方米/日"] = new("立方米/日", "m³ a day"),
    };

    public string Pick(string zh, string en) => English ? en : zh;

    public string Pick(Text text) => English ? text.En : text.Zh;

    public string Item(string code) => Items.TryGetValue(code, out var text) ? Pick(text) : code;

    public string? Basis(string? code) => code is not null && Bases.TryGetValue(code, out var text) ? Pick(text) : code;

    public string Method(string code) => Methods.TryGetValue(code, out var text) ? Pick(text) : code;

    public string? Side(double? degrees) => degrees is { } angle ? Pick(Sides[(int)Math.Round(angle / 45) % 8]) : null;

    public string Amount(decimal quantity, string? unit) =>
        $"{Number(quantity)} {(unit is not null && Units.TryGetValue(unit, out var text) ? Pick(text) : unit)}".TrimEnd();

    public static string Number(decimal number, string format = "#,##0.##") => number.ToString(format, CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day is { } known ? Day(known) : null;

    public string? Mu(decimal? squareMetres) => squareMetres is { } area ? $"{Number(Areas.ToMu(area), "#,##0.00")} {Pick("亩", "mu")}" : null;

    public string? SquareMetres(decimal? squareMetres) => squareMetres is { } area ? $"{Number(area)} {Pick("平方米", "m²")}" : null;

    public string? Metres(decimal? metres) => metres is { } length ? length == 0 ? Pick("宗地边", "At the boundary") : $"{Number(length, "#,##0")} {Pick("米", "m")}" : null;

    public string? Percent(decimal? share, string zh, string en) => share is { } part ? $"{Pick(zh, en)} {Number(part * 100)}%" : null;

    /// <summary>In 10,000 yuan for Chinese readers, in yuan for others.</summary>
    public string? Money(decimal? yuan) => yuan is { } sum ? English ? $"CNY {Number(sum)}" : sum >= Wan ? $"{Number(sum / Wan, "#,##0.####")} 万元" : $"{Number(sum)} 元" : null;

    public string? PerMu(decimal? yuan) => Money(yuan) is { } sum ? $"{sum}{Pick("/亩", " per mu")}" : null;

    /// <summary>A range, one end of which may be open.</summary>
    public static string? Range(decimal? least, decimal? most) => (least, most) switch
    {
        ({ } from, { } to) => from == to ? Number(from) : $"{Number(from)} – {Number(to)}",
        ({ } from, null) => $"≥ {Number(from)}",
        (null, { } to) => $"≤ {Number(to)}",
        _ => null,
    };
}
