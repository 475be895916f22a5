using LandRegistry.Domain.Common;
using LandRegistry.Server.Platform.Sheets;

namespace LandRegistry.Server.Projects;

/// <summary>The pool as a sheet.</summary>
internal static class ProjectColumns
{
    private const string Joint = "、";

    private static readonly (Text Title, CellType Type, double Width, Func<ProjectRow, bool, object?> Cell)[] Columns =
    [
        (new("项目", "Project"), CellType.Text, 30, (row, _) => row.Name),
        (new("投资方", "Investor"), CellType.Text, 26, (row, _) => row.Investor),
        (new("产品", "Product"), CellType.Text, 20, (row, _) => row.Product),
        (new("行业代码", "Industry code"), CellType.Text, 12, (row, _) => row.IndustryCode),
        (new("阶段", "Stage"), CellType.Text, 14, (row, english) => Pick(row.StageName, english)),
        (new("阶段日期", "Since"), CellType.Day, 12, (row, _) => row.StageSince),
        (new("类别", "Classes"), CellType.Text, 28, (row, english) => Words(row.Classes.Select(label => Pick(label.Name, english)), english)),
        (new("层级", "Level"), CellType.Text, 14, (row, english) => row.LevelName is { } name ? Pick(name, english) : null),
        (new("协议投资（元）", "Agreed, yuan"), CellType.Number, 18, (row, _) => row.AgreedYuan),
        (new("到位资金（元）", "Arrived, yuan"), CellType.Number, 18, (row, _) => row.ArrivedYuan),
        (new("到位率（%）", "Arrived, %"), CellType.Number, 12, (row, _) => row.ArrivedShare),
        (new("需地下限（亩）", "Least land, mu"), CellType.Number, 14, (row, _) => Mu(row.Needs.AreaMinSquareMetres)),
        (new("需地上限（亩）", "Greatest land, mu"), CellType.Number, 14, (row, _) => Mu(row.Needs.AreaMaxSquareMetres)),
        (new("厂房下限（平方米）", "Least floor, m²"), CellType.Number, 16, (row, _) => row.Needs.FloorAreaMinSquareMetres),
        (new("厂房上限（平方米）", "Greatest floor, m²"), CellType.Number, 16, (row, _) => row.Needs.FloorAreaMaxSquareMetres),
        (new("用途", "Uses"), CellType.Text, 14, (row, english) => Words(row.Needs.LandUseCodes ?? [], english)),
        (new("用电（kVA）", "Power, kVA"), CellType.Number, 12, (row, _) => row.Needs.PowerKva),
        (new("距道路（米）", "Road within, m"), CellType.Number, 12, (row, _) => row.Needs.RoadMetresMax),
        (new("距变电站（米）", "Substation within, m"), CellType.Number, 12, (row, _) => row.Needs.SubstationMetresMax),
        (new("最高地价（元/亩）", "Highest price, yuan per mu"), CellType.Number, 16, (row, _) => row.Needs.PricePerMuMaxYuan),
        (new("亩均投资（元/亩）", "Investment, yuan per mu"), CellType.Number, 16, (row, _) => row.Needs.InvestmentPerMuYuan),
        (new("责任人", "Officer"), CellType.Text, 14, (row, _) => row.Officer),
        (new("复核日期", "Reviewed"), CellType.Day, 12, (row, _) => row.ReviewedOn),
        (new("久未复核", "Stale"), CellType.Text, 10, (row, english) => row.IsStale ? english ? "yes" : "是" : null),
        (new("在谈场地", "Sites in talks"), CellType.Whole, 10, (row, _) => row.OpenSites),
        (new("备注", "Note"), CellType.Text, 40, (row, _) => row.Note),
    ];

    public static Sheet Sheet(IReadOnlyList<ProjectRow> rows, bool english) => new(
        english ? "Project pool" : "项目库", [.. Columns.Select(column => new SheetColumn(Pick(column.Title, english), column.Type, column.Width))],
        rows.ToAsyncEnumerable().Select(row => Columns.Select(column => column.Cell(row, english)).ToArray()));

    private static string Pick(Text text, bool english) => english ? text.En : text.Zh;

    private static string? Words(IEnumerable<string> parts, bool english) => string.Join(english ? ", " : Joint, parts) is { Length: > 0 } text ? text : null;

    private static decimal? Mu(decimal? squareMetres) => squareMetres is { } area ? Math.Round(Areas.ToMu(area), 2) : null;
}
