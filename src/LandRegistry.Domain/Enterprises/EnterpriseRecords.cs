using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Enterprises;

/// <summary>What the dated records of an enterprise have in common.</summary>
public abstract class EnterpriseRecord
{
    public long Id { get; private set; }

    public long EnterpriseId { get; set; }

    public string? Note { get; set; }

    /// <summary>Where it was taken from.</summary>
    public string Source { get; set; } = "";

    public bool Withdrawn { get; set; }

    public int Version { get; private set; }

    public long ChangeId { get; private set; }
}

/// <summary>A figure of an enterprise over a period.</summary>
public sealed class EnterpriseMetric : EnterpriseRecord
{
    /// <summary>Code of <see cref="Metrics"/>, which ends with the unit.</summary>
    public string Name { get; set; } = "";

    public DateOnly FromOn { get; set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly ToOn { get; set; }

    public decimal Amount { get; set; }

    /// <summary>预计, to be replaced by the actual figure.</summary>
    public bool IsEstimated { get; set; }
}

/// <summary>An operating state from a day on.</summary>
public sealed class EnterpriseState : EnterpriseRecord
{
    public string State { get; set; } = "";

    public DateOnly OnDay { get; set; }

    /// <summary>Codes of the law's causes; empty when unknown.</summary>
    public string[] Causes { get; set; } = [];
}

/// <summary>A sign of a zombie enterprise, seen or found absent.</summary>
public sealed class EnterpriseSignal : EnterpriseRecord
{
    public string Signal { get; set; } = "";

    public bool IsPresent { get; set; }

    public DateOnly OnDay { get; set; }

    /// <summary>Number of the paper that shows it.</summary>
    public string? Document { get; set; }
}

/// <summary>The figures that are kept of enterprises.</summary>
public static class Metrics
{
    private static readonly (string Code, Text Name)[] Table =
    [
        ("output_yuan", new("产值", "Output")), ("sales_yuan", new("销售收入", "Sales")), ("tax_yuan", new("税收", "Tax")), ("profit_yuan", new("利润", "Profit")),
        ("value_added_yuan", new("增加值", "Value added")), ("research_yuan", new("研发费用", "Research")), ("energy_tce", new("能耗（吨标准煤）", "Energy (tce)")),
        ("power_kwh", new("用电量（千瓦时）", "Power (kWh)")), ("water_m3", new("用水量（立方米）", "Water (m³)")), ("emissions_t", new("排放量（吨）", "Emissions (t)")),
        ("jobs", new("从业人数", "Jobs")),
    ];

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Table.Select(row => row.Code)];

    /// <summary>The name of a figure; its code where it has none.</summary>
    public static Text Name(string code) => Array.Find(Table, row => row.Code == code).Name ?? new(code, code);

    /// <summary>
    /// A figure of a period: the record of exactly this period, else the sum of records that fill it without gap or
    /// overlap (for jobs their mean by days), else unknown. It is estimated when a part of it is.
    /// </summary>
    public static (decimal Amount, bool IsEstimated)? Of(IEnumerable<EnterpriseMetric> records, string name, DateOnly from, DateOnly to)
    {
        var within = records.Where(record => record.Name == name && record.FromOn >= from && record.ToOn <= to).OrderBy(record => record.FromOn).ToList();
        if (within.Find(record => record.FromOn == from && record.ToOn == to) is { } exact)
        {
            return (exact.Amount, exact.IsEstimated);
        }

        var next = from;
        foreach (var record in within)
        {
            if (record.FromOn != next)
            {
                return null;
            }

            next = record.ToOn.AddDays(1);
        }

        if (within.Count == 0 || next != to.AddDays(1))
        {
            return null;
        }

        var amount = name == "jobs"
            ? within.Sum(record => record.Amount * Days(record.FromOn, record.ToOn)) / Days(from, to)
            : within.Sum(record => record.Amount);
        return (amount, within.Exists(record => record.IsEstimated));
    }

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber + 1;
}

/// <summary>Names of operating states.</summary>
public static class OperatingStates
{
    private static readonly (string Code, Text Name)[] Table =
    [
        ("normal", new("正常", "Normal")), ("limited", new("限产", "Limited")), ("half_stopped", new("半停产", "Half stopped")), ("stopped", new("停产", "Stopped")),
        ("loss_making", new("亏损", "Loss-making")), ("resumed", new("复工复产", "Resumed")), ("trial", new("试生产", "Trial")),
    ];

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Table.Select(row => row.Code)];

    /// <summary>The name of a state; null for none.</summary>
    public static Text? Name(string? code) => Array.Find(Table, row => row.Code == code).Name;
}
