namespace LandRegistry.Domain.Imports.Choosing;

/// <summary>Makes of choices the profile that rows are read by, so that both ways go through one translation.</summary>
public static class ChosenProfile
{
    /// <summary>Name of the source of rows that came without one.</summary>
    public const string UsualSource = "import";

    /// <summary>Status of new parcels of which nothing is said.</summary>
    public const string UsualStatus = "in_use";

    private static readonly string[] UsualDates =
        ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyy-M-d", "yyyy年M月d日", "yyyyMMdd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>The profile.</summary>
    public static ImportProfile Of(ImportChoices choices) => new()
    {
        Name = "chosen",
        Title = new("自选列", "Chosen columns"),
        Format = "any",
        Delimiter = ",",
        Encodings = ["utf-8"],
        Source = choices.Source ?? UsualSource,
        RowKey = [.. choices.Columns.Where(column => column.Field == ParcelField.SourceId).Select(column => new KeyPart(column.Column))],
        UnknownWords = ["-", "—", "/", "无", "不详", "未知", "NA", "N/A", "null"],
        DateFormats = UsualDates,
        Zones = new()
        {
            Root = new() { Code = choices.Zone ?? "", Zh = choices.Zone ?? "", En = choices.Zone ?? "", Kind = "area" },
            Extent = [[-180d, -90d, 180d, 90d]],
        },
        StatusOtherwise = choices.StatusOtherwise ?? UsualStatus,
        StatusSince = [.. choices.Columns.Where(column => column.Field == ParcelField.StatusSince).Select(column => column.Column)],
        Columns = [.. choices.Columns.Where(column => column.Field != ParcelField.None).Select(Rule)],
    };

    private static ColumnRule Rule(ColumnChoice choice) => new()
    {
        Name = choice.Column,
        Field = choice.Field,
        Type = ImportFields.Type(choice.Field),
        DateFormats = choice.DateFormats ?? [],
        Factor = choice.Factor ?? 1,
        Above = choice.Field == ParcelField.StatedAreaSquareMetres ? 0 : null,
        Minimum = choice.Field == ParcelField.PriceYuan ? 0 : null,
        Maximum = choice.Field is ParcelField.StatedAreaSquareMetres or ParcelField.PriceYuan ? 1e13m / (choice.Factor ?? 1) : null,
        Values = [.. ImportFields.Words(choice.Field).Select(word => new ListedValue
        {
            Means = word.Code,
            Spelling = word.Name.Zh,
            AlsoWritten = [],
        }), .. ImportFields.Words(choice.Field).SelectMany(word => word.AlsoWritten.Append(word.Name.En).Append(word.Code)
            .Select(also => new ListedValue { Means = word.Code, Spelling = also })),
            .. (choice.Words ?? new Dictionary<string, string>()).Select(pair => new ListedValue { Means = pair.Value, Spelling = pair.Key })],
    };
}
