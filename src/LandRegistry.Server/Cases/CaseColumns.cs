using LandRegistry.Domain.Common;
using LandRegistry.Server.Platform.Sheets;

namespace LandRegistry.Server.Cases;

/// <summary>A case of the list with the name of its zone.</summary>
internal sealed record NamedCase(CaseRow Row, Text Zone);

/// <summary>What may be exported of a case, in its order.</summary>
internal static class CaseColumns
{
    public static IReadOnlyList<SheetField<NamedCase>> All { get; } =
    [
        new("parcelCode", new("宗地代码", "Parcel code"), CellType.Text, 22, (one, _) => one.Row.ParcelCode),
        new("parcelName", new("宗地", "Parcel"), CellType.Text, 22, (one, _) => one.Row.ParcelName),
        new("zone", new("区域", "Zone"), CellType.Text, 18, (one, english) => english ? one.Zone.En : one.Zone.Zh),
        new("number", new("案号", "Number"), CellType.Text, 18, (one, _) => one.Row.Number),
        new("stage", new("环节", "Stage"), CellType.Text, 18, (one, english) => english ? one.Row.StageName.En : one.Row.StageName.Zh),
        new("since", new("环节起始日", "Stage since"), CellType.Day, 12, (one, _) => one.Row.Since),
        new("due", new("下一期限", "Next deadline"), CellType.Day, 12, (one, _) => one.Row.NextDue),
        new("officer", new("经办人", "Officer"), CellType.Text, 12, (one, _) => one.Row.Officer),
        new("opened", new("立案日", "Opened"), CellType.Day, 12, (one, _) => one.Row.OpenedOn),
        new("closed", new("结案日", "Closed"), CellType.Day, 12, (one, _) => one.Row.ClosedOn),
    ];
}
