using System.Runtime.CompilerServices;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Strategies;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Sheets;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Enterprises;

/// <summary>The current strategy of an enterprise of the list.</summary>
internal sealed record EnterpriseStrategyRow(EnterpriseRow Enterprise, RecordedStrategy Strategy);

/// <summary>The current strategies of the enterprises on a list, in the list's order.</summary>
internal sealed class EnterpriseExport(RegistryDb db, EnterpriseReader enterprises, TimeProvider time)
{
    private const int RowsAtATime = 500;

    public async IAsyncEnumerable<EnterpriseStrategyRow> StrategiesAsync(EnterpriseQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var today = RegisterDay.Today(time);
        await foreach (var batch in enterprises.AllAsync(query, cancellation).Where(row => row.StrategyType is not null).Chunk(RowsAtATime).WithCancellation(cancellation))
        {
            var ids = batch.Select(row => row.Id).ToArray();
            var current = await db.Set<RecordedStrategy>().AsNoTracking()
                .Where(s => ids.Contains(s.EnterpriseId) && s.ApprovedOn <= today && (s.ReplacedOn == null || s.ReplacedOn > today)).ToDictionaryAsync(s => s.EnterpriseId, cancellation);
            foreach (var row in batch.Where(row => current.ContainsKey(row.Id)))
            {
                yield return new(row, current[row.Id]);
            }
        }
    }
}

/// <summary>What may be exported of an enterprise, in its order.</summary>
internal static class EnterpriseColumns
{
    private static readonly Text Above = new("规模以上", "Above designated size");
    private static readonly Text Below = new("规模以下", "Below designated size");

    public static IReadOnlyList<SheetField<EnterpriseRow>> All { get; } =
    [
        new("name", new("企业", "Enterprise"), CellType.Text, 30, (row, _) => row.Name),
        new("code", new("统一社会信用代码", "Credit code"), CellType.Text, 22, (row, _) => row.CreditCode),
        new("industry", new("行业代码", "Industry"), CellType.Text, 10, (row, _) => row.IndustryCode),
        new("scale", new("规模", "Scale"), CellType.Text, 12, (row, english) => row.Scale switch { "above" => Pick(Above, english), "below" => Pick(Below, english), _ => null }),
        new("state", new("经营状态", "State"), CellType.Text, 14, (row, english) => Pick(row.OperatingStateName, english)),
        new("idle", new("闲置低效", "Idle"), CellType.Text, 8, (row, english) => YesNo(row.IsIdle, english)),
        new("zombie", new("僵尸企业", "Zombie"), CellType.Text, 8, (row, english) => row.IsZombie is { } known ? YesNo(known, english) : null),
        new("strategy", new("方案类型", "Strategy"), CellType.Text, 16, (row, english) => Pick(row.StrategyTypeName, english)),
        new("officer", new("经办人", "Officer"), CellType.Text, 12, (row, _) => row.Officer),
        new("parcels", new("宗地数", "Parcels"), CellType.Whole, 8, (row, _) => row.ParcelCount),
    ];

    internal static string? Pick(Text? text, bool english) => english ? text?.En : text?.Zh;

    internal static string YesNo(bool answer, bool english) => answer ? english ? "yes" : "是" : english ? "no" : "否";
}

/// <summary>What may be exported of a strategy, in its order.</summary>
internal static class StrategyColumns
{
    public static IReadOnlyList<SheetField<EnterpriseStrategyRow>> All { get; } =
    [
        new("name", new("企业", "Enterprise"), CellType.Text, 30, (row, _) => row.Enterprise.Name),
        new("code", new("统一社会信用代码", "Credit code"), CellType.Text, 22, (row, _) => row.Enterprise.CreditCode),
        new("version", new("版次", "Version"), CellType.Whole, 8, (row, _) => (long)row.Strategy.Number),
        new("strategy", new("方案类型", "Type"), CellType.Text, 16, (row, english) => EnterpriseColumns.Pick(row.Strategy.Type.Name(), english)),
        new("leader", new("包联领导", "Leader"), CellType.Text, 12, (row, _) => row.Strategy.Leader),
        new("officer", new("经办人", "Officer"), CellType.Text, 12, (row, _) => row.Strategy.Officer),
        new("plan", new("方案文号", "Plan"), CellType.Text, 20, (row, _) => row.Strategy.PlanDocument),
        new("investor", new("意向投资方", "Investor"), CellType.Text, 22, (row, _) => row.Strategy.Investor),
        new("approvedOn", new("批准日", "Approved"), CellType.Day, 12, (row, _) => row.Strategy.ApprovedOn),
        new("endOn", new("完成期限", "To be done by"), CellType.Day, 12, (row, _) => row.Strategy.EndOn),
        new("targetArea", new("目标盘活面积（平方米）", "Area to be released, m²"), CellType.Number, 18, (row, _) => row.Strategy.TargetAreaSquareMetres),
        new("targetInvestment", new("目标投资（元）", "Investment aimed at, yuan"), CellType.Number, 18, (row, _) => row.Strategy.TargetInvestmentYuan) { Needs = RegisterAction.ReadMoney },
        new("targetTax", new("目标年税收（元）", "Yearly tax aimed at, yuan"), CellType.Number, 18, (row, _) => row.Strategy.TargetYearlyTaxYuan) { Needs = RegisterAction.ReadMoney },
        new("targetJobs", new("目标就业（人）", "Jobs aimed at"), CellType.Whole, 10, (row, _) => row.Strategy.TargetJobs),
        new("resultArea", new("实际盘活面积（平方米）", "Area released, m²"), CellType.Number, 18, (row, _) => row.Strategy.ResultAreaSquareMetres),
        new("resultInvestment", new("实际投资（元）", "Investment, yuan"), CellType.Number, 18, (row, _) => row.Strategy.ResultInvestmentYuan) { Needs = RegisterAction.ReadMoney },
        new("resultTax", new("实际年税收（元）", "Yearly tax, yuan"), CellType.Number, 18, (row, _) => row.Strategy.ResultYearlyTaxYuan) { Needs = RegisterAction.ReadMoney },
        new("resultJobs", new("实际就业（人）", "Jobs"), CellType.Whole, 10, (row, _) => row.Strategy.ResultJobs),
        new("exemplar", new("典型案例", "Example"), CellType.Text, 8, (row, english) => EnterpriseColumns.YesNo(row.Strategy.IsExemplar, english)),
        new("note", new("备注", "Note"), CellType.Text, 30, (row, _) => row.Strategy.Note),
    ];
}
