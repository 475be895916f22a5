using System.Runtime.CompilerServices;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Sheets;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Exports;

/// <summary>A line of the money ledger in an export.</summary>
internal sealed record MoneyRow(
    string? Code, string? Name, Text Zone, string Kind, DateOnly OnDay, decimal AmountYuan, DateOnly? DueOn, string? Party, string? Number, string? Note, string? Source);

/// <summary>Money lines of the parcels under a filter, parcel by parcel.</summary>
internal sealed class MoneyExport(NpgsqlDataSource source)
{
    private static readonly Dictionary<string, Text> Kinds = new(StringComparer.Ordinal)
    {
        ["price"] = new("出让价款", "Price"), ["payment"] = new("价款缴纳", "Payment"), ["fee"] = new("土地闲置费", "Idle fee"), ["fee_payment"] = new("闲置费缴纳", "Fee payment"),
        ["compensation_due"] = new("应付补偿", "Compensation due"), ["compensation_settled"] = new("补偿结清", "Compensation settled"),
        ["deferred"] = new("缓付补偿", "Compensation deferred"), ["swap_difference"] = new("置换差价", "Swap difference"), ["subsidy"] = new("补贴", "Subsidy"),
    };

    /// <summary>The columns, in their order.</summary>
    public static IReadOnlyList<SheetField<MoneyRow>> Fields { get; } =
    [
        new("code", new("宗地代码", "Parcel code"), CellType.Text, 22, (row, _) => row.Code),
        new("name", new("名称", "Name"), CellType.Text, 22, (row, _) => row.Name),
        new("zone", new("区域", "Zone"), CellType.Text, 18, (row, english) => english ? row.Zone.En : row.Zone.Zh),
        new("kind", new("款项", "Line"), CellType.Text, 16, (row, english) => Kinds.TryGetValue(row.Kind, out var name) ? english ? name.En : name.Zh : row.Kind),
        new("onDay", new("日期", "Day"), CellType.Day, 12, (row, _) => row.OnDay),
        new("amount", new("金额（元）", "Amount, yuan"), CellType.Number, 18, (row, _) => row.AmountYuan),
        new("dueOn", new("应付期限", "Due on"), CellType.Day, 12, (row, _) => row.DueOn),
        new("party", new("对方", "Party"), CellType.Text, 24, (row, _) => row.Party),
        new("number", new("凭证号", "Number"), CellType.Text, 16, (row, _) => row.Number),
        new("note", new("备注", "Note"), CellType.Text, 30, (row, _) => row.Note),
        new("source", new("来源", "Source"), CellType.Text, 18, (row, _) => row.Source),
    ];

    /// <summary>The filter of the list on screen, and how the file shall be.</summary>
    public static QueryParameters Parameters { get; } = new([.. ParcelFilterQuery.Parameters, ParcelFilterQuery.AsOf, .. SheetExport.Parameters(Fields)]);

    /// <summary>The lines, read as they are written.</summary>
    public async IAsyncEnumerable<MoneyRow> RowsAsync(ParcelFilter asked, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = await source.SpelledAsync(asked, cancellation);
        await using var command = source.CreateCommand(EmbeddedSql.Read("Exports/export_money.sql").Replace("MATCHING", ParcelStatement.Matching(filter), StringComparison.Ordinal));
        command.CommandTimeout = 0;
        command.Parameters.AddRange(ParcelSet.Arguments(filter));
        command.Parameters.Add(new() { Value = (object?)filter.AsOf ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            yield return new(
                row.TextOrNull(0), row.TextOrNull(1), new(row.GetString(2), row.GetString(3)), row.GetString(4), row.GetFieldValue<DateOnly>(5), row.GetDecimal(6),
                row.GetFieldValue<DateOnly?>(7), row.TextOrNull(8), row.TextOrNull(9), row.TextOrNull(10), row.TextOrNull(11));
        }
    }
}
