using System.Globalization;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Gis;
using LandRegistry.Server.Platform.Queries;

namespace LandRegistry.Server.Exports;

/// <summary>An export of parcels as it was asked for.</summary>
internal sealed record ExportPlan
{
    /// <summary>Which parcels, with the past day they are read as of.</summary>
    public required ParcelFilter Filter { get; init; }

    /// <summary>Their order.</summary>
    public required string Sort { get; init; }

    public required ExportFormat Format { get; init; }
    public required IReadOnlyList<ExportColumn> Columns { get; init; }
    public required ExportWords Words { get; init; }

    /// <summary>The coordinate system; null for each parcel's own 3-degree zone.</summary>
    public required ExchangeCrs? Crs { get; init; }

    /// <summary>Whether eastings of parcels in their own zones begin with the number of the zone.</summary>
    public required bool HasPrefix { get; init; }

    /// <summary>Encoding of texts, where the format leaves it open.</summary>
    public required string Encoding { get; init; }

    /// <summary>The day that the export is of.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Name of the file without ending.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"parcels-{Day:yyyy-MM-dd}");
}

/// <summary>Reads what export is asked for from a query.</summary>
internal static class ExportPlanQuery
{
    private const string OwnZone = "zone";
    private const string OwnZonePrefixed = "zone-prefixed";

    private static readonly IReadOnlyList<string> Sorts = ["code", "-code", "area", "-area", "updated", "-updated", "status", "-status"];
    private static readonly IReadOnlyList<string> Languages = ["zh", "en"];
    private static readonly IReadOnlyList<string> ValueKinds = ["words", "codes"];

    private static readonly IReadOnlyList<string> Systems = [.. ExchangeCrs.All.Select(crs => crs.Srid.ToString(CultureInfo.InvariantCulture)), OwnZone, OwnZonePrefixed];

    /// <summary>The parameters: those of the list on screen, and how the file shall be.</summary>
    public static QueryParameters Parameters { get; } = new(
    [
        .. ParcelFilterQuery.Parameters,
        ParcelFilterQuery.AsOf,
        new("sort", "string", "Order; a leading - turns it round. Ties by id.", Values: Sorts),
        new("format", "string", "xlsx when absent.", Values: [.. ExportFormat.All.Select(format => format.Code)]),
        new("column", "string", "Column, in the order wanted; repeat for several. All but boundary when absent.", Repeatable: true, Values: [.. ParcelColumns.All.Select(column => column.Code)]),
        new("language", "string", "Language of heads and words; zh when absent.", Values: Languages),
        new("values", "string", "Codes as words or as they are; words in xlsx, csv and kml, codes in the others when absent.", Values: ValueKinds),
        new("crs", "string", "EPSG code, or the 3-degree zone that each parcel lies in, without (zone) or with its number before the easting (zone-prefixed). 4490 when absent, zone-prefixed for txt. GeoJSON and KML know degrees only.", Values: Systems),
        new("encoding", "string", "Encoding of shp and txt; UTF-8 when absent.", Values: ExportEncodings.Names),
    ]);

    /// <summary>Reads the query; columns that the person may not read are faults, and are left out where nothing was chosen.</summary>
    public static ExportPlan ReadExport(this QueryReader query, DateOnly today, Func<RegisterAction, bool> may)
    {
        var filter = query.ReadFilter(today);
        var sort = query.OneOf("sort", Sorts, "code");
        var code = query.OneOf("format", [.. ExportFormat.All.Select(known => known.Code)], "xlsx");
        var format = ExportFormat.All.FirstOrDefault(known => known.Code == code) ?? ExportFormat.Xlsx;
        var columns = query.Many("column", name => ParcelColumns.Find(name) is { } column ? (true, column) : (false, ParcelColumns.All[0]), "a column of this export", "可导出的列");
        if (columns?.Any(column => column.IsLong) == true && format != ExportFormat.Csv)
        {
            query.Add("column", "boundary goes into csv only; the other formats have shapes of their own, and a cell of a workbook is too small for it.", "“boundary”列仅用于 csv；其他格式自带图形，工作簿单元格放不下。");
        }

        foreach (var hidden in columns?.Where(column => column.Needs is { } action && !may(action)) ?? [])
        {
            query.Add("column", $"You have no right to read {hidden.Code}.", $"您无权查看“{hidden.Title.Zh}”。");
        }

        var system = query.OneOf("crs", Systems, format == ExportFormat.BoundaryText ? OwnZonePrefixed : "4490");
        var crs = int.TryParse(system, NumberStyles.None, CultureInfo.InvariantCulture, out var srid) ? new ExchangeCrs(srid) : null;
        CheckSystem(query, format, crs);
        var english = query.OneOf("language", Languages, "zh") == "en";
        var spoken = query.OneOf("values", ValueKinds, format.IsSheet || format == ExportFormat.Kml ? "words" : "codes") == "words";
        return new()
        {
            Filter = filter,
            Sort = sort,
            Format = format,
            Columns = columns ?? [.. ParcelColumns.Usual.Where(column => column.Needs is not { } action || may(action))],
            Words = new(spoken, english),
            Crs = crs,
            HasPrefix = crs?.HasPrefix ?? system == OwnZonePrefixed,
            Encoding = query.OneOf("encoding", ExportEncodings.Names, ExportEncodings.Utf8),
            Day = filter.AsOf ?? today,
        };
    }

    private static void CheckSystem(QueryReader query, ExportFormat format, ExchangeCrs? crs)
    {
        if (format.IsInDegrees && crs is not { IsGeographic: true })
        {
            query.Add("crs", "GeoJSON (RFC 7946) and KML know degrees only: 4490 or 4326.", "GeoJSON（RFC 7946）与 KML 只支持经纬度：4490 或 4326。");
        }

        if (format == ExportFormat.BoundaryText && crs is { Zone: null })
        {
            query.Add("crs", "A boundary file is in a 3-degree zone: 4513 to 4554, zone or zone-prefixed.", "坐标文件应为 3 度带坐标：4513 至 4554、zone 或 zone-prefixed。");
        }
    }
}
