using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LandRegistry.Domain.FieldWork;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Store;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>A text of a parcel, thrice.</summary>
internal sealed record ThriceText(string Field, string? Base, string? InField, string? InOffice)
{
    public FieldOutcome Outcome => ThreeWay.Compare(Base, InField, InOffice);
}

/// <summary>A parcel of a return: every value as handed out, as it came back, as it is.</summary>
internal sealed record ThriceParcel(
    long Id, string? Code, int Version, bool Stands, IReadOnlyList<ThriceText> Texts, Geometry? BaseShape, Geometry? FieldShape, Geometry? OfficeShape,
    DateOnly? StatusOn, string? Note, long Photos, long ZoneId, decimal? StatedAreaSquareMetres)
{
    public const string Boundary = "boundary";
    public const string Status = "status";

    /// <summary>The texts, in the order of returned_parcels.sql.</summary>
    public static readonly IReadOnlyList<string> TextFields = ["name", "address", Status, "remarks", "checkedOn", "checkedBy"];

    /// <summary>A boundary that is missing in the file was never drawn there: nobody takes a boundary away outside.</summary>
    public FieldOutcome ShapeOutcome => FieldShape is null ? FieldOutcome.Unchanged : ThreeWay.Compare(BaseShape, FieldShape, OfficeShape, ShapeEquality.Instance);

    public string? Name => Texts[0].InOffice;

    /// <summary>What came of every value.</summary>
    public IEnumerable<(string Field, FieldOutcome Outcome)> Outcomes => Texts.Select(text => (text.Field, text.Outcome)).Append((Boundary, ShapeOutcome));

    public string? InField(string field) => Texts.First(text => text.Field == field).InField;

    /// <summary>Reads the parcels of a return.</summary>
    public static async Task<IReadOnlyList<ThriceParcel>> ReadAsync(NpgsqlConnection connection, long returned, bool hold, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Parcels/FieldWork/returned_parcels.sql") + (hold ? " for no key update of p" : ""), connection);
        command.Parameters.Add(new() { Value = returned });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var parcels = new List<ThriceParcel>();
        while (await row.ReadAsync(cancellation))
        {
            var shapes = 4 + (TextFields.Count * 3);
            var isTaken = row.GetBoolean(shapes + 5);
            parcels.Add(new(
                row.GetInt64(0), row.TextOrNull(1), row.GetInt32(2), row.GetBoolean(3),
                [.. TextFields.Select((field, i) => new ThriceText(field, row.TextOrNull(4 + (i * 3)), row.TextOrNull(5 + (i * 3)), row.TextOrNull(6 + (i * 3))))],
                Shape(row, shapes), Shape(row, shapes + 1), Shape(row, shapes + 2),
                row.GetFieldValue<DateOnly?>(shapes + 3), isTaken ? null : row.TextOrNull(shapes + 4), row.GetInt64(shapes + 6),
                row.GetInt64(shapes + 7), row.GetFieldValue<decimal?>(shapes + 8)));
        }

        return parcels;
    }

    /// <summary>What a choice stands on: versions of all parcels, and which drawings are parcels already.</summary>
    public static string ETag(long returned, IEnumerable<ThriceParcel> parcels, IEnumerable<DrawnParcel> drawn)
    {
        var text = new StringBuilder();
        foreach (var parcel in parcels)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{parcel.Id}:{parcel.Version}:{parcel.Stands};");
        }

        foreach (var drawing in drawn)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{drawing.Key}:{drawing.ParcelId};");
        }

        return $"\"f{returned}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString())))[..24]}\"";
    }

    public static JsonElement? Written(string? text) => text is null ? null : JsonSerializer.SerializeToElement(text);

    public static JsonElement? Written(Geometry? shape) => shape is null ? null : GeoJson.Write(shape);

    private static Geometry? Shape(NpgsqlDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetFieldValue<Geometry>(ordinal);
}
