using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.FieldWork;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Parcels.Boundaries;
using LandRegistry.Server.Store;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>A parcel that was drawn in the field, with what the register makes of it.</summary>
/// <param name="Drawing">As it came back.</param>
/// <param name="ZoneId">The zone it lies in, else that of the nearest parcel of the package; null when there is none that the person may see.</param>
/// <param name="Zone">Name of the zone.</param>
/// <param name="ParcelId">The parcel that it already is; null until it is taken over.</param>
internal sealed record DrawnParcel(FieldDrawing Drawing, long? ZoneId, Text? Zone, long? ParcelId)
{
    public string Key => Drawing.Key;
}

/// <summary>Parcels drawn in the field: kept with their return, and taken over as new parcels of the register.</summary>
internal static class DrawnParcels
{
    /// <summary>Keeps the drawings of a return.</summary>
    public static async Task InsertAsync(NpgsqlConnection connection, long returned, IReadOnlyList<FieldDrawing> drawings, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy registry.field_return_drawn (return_id, digest, name, address, status, status_on, remarks, checked_on, checked_by, note, boundary, location) from stdin (format binary)", cancellation);
        foreach (var drawing in drawings)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(returned, NpgsqlDbType.Bigint, cancellation);
            foreach (var (value, type) in new (object?, NpgsqlDbType)[]
            {
                (drawing.Key, NpgsqlDbType.Text), (drawing.Name, NpgsqlDbType.Text), (drawing.Address, NpgsqlDbType.Text), (drawing.Status, NpgsqlDbType.Text),
                (drawing.StatusOn, NpgsqlDbType.Date), (drawing.Remarks, NpgsqlDbType.Text), (drawing.CheckedOn, NpgsqlDbType.Date), (drawing.CheckedBy, NpgsqlDbType.Text),
                (drawing.Note, NpgsqlDbType.Text), (drawing.Shape as MultiPolygon, NpgsqlDbType.Geometry), (drawing.Shape as Point, NpgsqlDbType.Geometry),
            })
            {
                await (value is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(value, type, cancellation));
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    /// <summary>The drawings of a return.</summary>
    public static async Task<IReadOnlyList<DrawnParcel>> ReadAsync(NpgsqlConnection connection, long returned, ZoneScope scope, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Parcels/FieldWork/drawn_parcels.sql"), connection);
        command.Parameters.Add(new() { Value = returned });
        command.Parameters.Add(scope.Argument());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var drawn = new List<DrawnParcel>();
        while (await row.ReadAsync(cancellation))
        {
            drawn.Add(new(
                new(
                    row.GetString(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.GetFieldValue<DateOnly?>(4), row.TextOrNull(5),
                    row.GetFieldValue<DateOnly?>(6), row.TextOrNull(7), row.TextOrNull(8), row.GetFieldValue<Geometry>(9)),
                row.GetFieldValue<long?>(10), row.IsDBNull(11) ? null : new(row.GetString(11), row.GetString(12)), row.GetFieldValue<long?>(13)));
        }

        return drawn;
    }

    /// <summary>
    /// Enters drawings as parcels; answers the parcels, and the refusals by drawing. Whoever calls it rolls back when there are any.
    /// Boundaries are judged when all are entered.
    /// </summary>
    public static async Task<(IReadOnlyList<long> Parcels, IReadOnlyDictionary<string, IReadOnlyList<Refusal>> Refusals)> WriteAsync(
        NpgsqlConnection connection, long returned, IEnumerable<DrawnParcel> drawn, DateOnly today, CancellationToken cancellation)
    {
        var (entered, refusals) = (new List<(DrawnParcel Drawn, long Id)>(), new Dictionary<string, IReadOnlyList<Refusal>>(StringComparer.Ordinal));
        foreach (var parcel in drawn)
        {
            if (Unfit(parcel) is { } refusal)
            {
                refusals[parcel.Key] = [refusal];
                continue;
            }

            await BoundaryJudge.HoldGroundAsync(connection, parcel.Drawing.Shape.Envelope, cancellation);
            await using var command = new NpgsqlCommand(EmbeddedSql.Read("Parcels/FieldWork/insert_drawn.sql"), connection);
            foreach (var value in new object[] { returned, parcel.Key, parcel.ZoneId!, today })
            {
                command.Parameters.Add(new() { Value = value });
            }

            entered.Add((parcel, (long)(await command.ExecuteScalarAsync(cancellation))!));
        }

        foreach (var (parcel, id) in entered)
        {
            if (parcel.Drawing.Shape is MultiPolygon boundary
                && await BoundaryJudge.JudgeAsync(connection, new(boundary, [id], parcel.ZoneId, null), cancellation) is var judged && !judged.IsAcceptable(accepted: true))
            {
                refusals[parcel.Key] = [.. judged.Findings.Where(finding => !finding.MayBeAccepted).Select(finding => finding.Refusal)];
            }
        }

        return ([.. entered.Select(one => one.Id)], refusals);
    }

    /// <summary>What forbids a drawing before it is entered.</summary>
    private static Refusal? Unfit(DrawnParcel drawn) =>
        drawn.ZoneId is null ? FieldRefusals.InNoZone()
        : drawn.Drawing.Status is { } status && ParcelStatuses.Parse(status) == ParcelStatus.Ready ? FieldRefusals.ReadyAtFirst()
        : drawn.Drawing.Shape is MultiPolygon boundary ? BoundaryRules.JudgeForm(boundary)?.Refusal
        : null;
}
