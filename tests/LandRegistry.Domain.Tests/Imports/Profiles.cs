using LandRegistry.Domain.Imports;

namespace LandRegistry.Domain.Tests.Imports;

/// <summary>A small profile: key, area, day, ownership, status, coordinates with a label.</summary>
internal static class Profiles
{
    public static readonly DateOnly Today = new(2026, 6, 15);

    public static readonly string[] Headings = ["Key", "Borough", "Hectares", "Added", "Updated", "Owner", "Planning", "Crs", "X", "Y"];

    public static CoordinateReading LonLat { get; } = Reading("lon-lat", [-180, -90, 180, 90]);

    public static CoordinateReading LatLon { get; } = Reading("lat-lon", [-180, -90, 180, 90]) with { Swapped = true };

    public static CoordinateReading MinusLost { get; } = Reading("minus-lost", [-180, -90, 0, 90]) with { SignLost = true, Estimated = true };

    public static ColumnRule Owner { get; } = new()
    {
        Name = "Owner",
        Type = CellType.Listed,
        Field = ParcelField.Ownership,
        CutAt = 20,
        Values =
        [
            new() { Means = "state", Spelling = "owned by a public authority", AlsoWritten = ["Onwed by a public authorty"] },
            new() { Means = "private", Spelling = "not owned by a public authority" },
            new() { Means = "mixed", Spelling = "mixed ownership" },
        ],
    };

    public static ImportProfile Small() => new()
    {
        Name = "small",
        Title = new("小", "small"),
        Format = "csv",
        Delimiter = ",",
        Encodings = ["utf-8"],
        Source = "small",
        RowKey = [new("Borough"), new("Key")],
        UnknownWords = ["NA"],
        DateFormats = ["dd/MM/yyyy"],
        StatusOtherwise = "suspected",
        StatusSince = ["Updated", "Added"],
        Zones = new()
        {
            Root = new() { Code = "R", Zh = "根", En = "root", Kind = "country" },
            Extent = [[-6, 49, 2, 56]],
            ChildKey = new("Borough"),
            Children = [Borough],
        },
        Place = new()
        {
            XColumn = "X",
            YColumn = "Y",
            CrsColumn = "Crs",
            Labels = new Dictionary<string, IReadOnlyList<string>> { ["ETRS89"] = ["lon-lat"] },
            Readings = [LonLat, LatLon, MinusLost],
        },
        Columns =
        [
            new() { Name = "Hectares", Type = CellType.Number, Field = ParcelField.StatedAreaSquareMetres, Factor = 10000, Above = 0, Maximum = 1000 },
            new() { Name = "Added", Type = CellType.Date, NotAfter = "Updated" },
            new() { Name = "Updated", Type = CellType.Date, Field = ParcelField.SourceUpdatedOn },
            Owner,
            new()
            {
                Name = "Planning", Type = CellType.Listed, Field = ParcelField.Status,
                Values = [new() { Means = "disposing", Spelling = "permissioned" }],
            },
        ],
    };

    public static NamedZone Borough { get; } = new() { Code = "lambeth", Zh = "兰贝斯", En = "Lambeth", Extent = [-0.154, 51.408, -0.075, 51.512] };

    private static CoordinateReading Reading(string name, double[] bounds) =>
        new() { Name = name, Title = new(name, name), Srid = 4258, Bounds = bounds };
}
