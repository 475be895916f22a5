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
    /// Boundaries are judged when all are entered. However many there are, their ground is held, they are entered and they are judged by
    /// one statement each.
    /// </summary>
    public static async Task<(IReadOnlyList<long> Parcels, IReadOnlyDictionary<string, IReadOnlyList<Refusal>> Refusals)> WriteAsync(
        NpgsqlConnection connection, long returned, IEnumerable<DrawnParcel> drawn, DateOnly today, ZoneScope scope, CancellationToken cancellation)
    {
        var (fit, refusals) = (new List<DrawnParcel>(), new Dictionary<string, IReadOnlyList<Refusal>>(StringComparer.Ordinal));
        foreach (var parcel in drawn)
        {
            if (Unfit(parcel) is { } refusal)
            {
                refusals[parcel.Key] = [refusal];
            }
            else
            {
                fit.Add(parcel);
            }
        }

        if (fit.Count == 0)
        {
            return ([], refusals);
        }

        var ground = new Envelope();
        fit.ForEach(parcel => ground.ExpandToInclude(parcel.Drawing.Shape.EnvelopeInternal));
        await BoundaryJudge.HoldGroundAsync(connection, fit[0].Drawing.Shape.Factory.ToGeometry(ground), cancellation);
        var entered = await EnterAsync(connection, returned, fit, today, cancellation);
        foreach (var (id, findings) in await JudgeAsync(connection, [.. entered.Keys], scope, cancellation))
        {
            if (findings.Where(finding => !finding.MayBeAccepted).Select(finding => finding.Refusal).ToList() is { Count: > 0 } against)
            {
                refusals[entered[id]] = against;
            }
        }

        return ([.. entered.Keys], refusals);
    }

    /// <summary>Enters all; the keys of their drawings by parcel.</summary>
    private static async Task<Dictionary<long, string>> EnterAsync(NpgsqlConnection connection, long returned, List<DrawnParcel> fit, DateOnly today, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Parcels/FieldWork/insert_drawn.sql"), connection);
        foreach (var value in new object[] { returned, fit.Select(parcel => parcel.Key).ToArray(), fit.Select(parcel => parcel.ZoneId!.Value).ToArray(), today })
        {
            command.Parameters.Add(new() { Value = value });
        }

        var entered = new Dictionary<long, string>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            entered.Add(row.GetInt64(1), row.GetString(0));
        }

        return entered;
    }

    /// <summary>Judges the boundaries of parcels that were entered, those drawn beside each other among them.</summary>
    private static async Task<Dictionary<long, IReadOnlyList<BoundaryFinding>>> JudgeAsync(NpgsqlConnection connection, long[] entered, ZoneScope scope, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Parcels/FieldWork/judge_drawn.sql"), connection);
        command.Parameters.Add(new() { Value = entered });
        command.Parameters.Add(new() { Value = BoundaryRules.ToleranceMetres });
        command.Parameters.Add(scope.Argument());
        var (facts, overlaps) = (new Dictionary<long, BoundaryFacts>(), new Dictionary<long, List<Overlap>>());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var id = row.GetInt64(0);
            if (!overlaps.TryGetValue(id, out var found))
            {
                overlaps.Add(id, found = []);
                facts.Add(id, new((MultiPolygon)row.GetFieldValue<Geometry>(1), row.GetDouble(2), null, row.GetFieldValue<bool?>(3), found));
            }

            if (!await row.IsDBNullAsync(4, cancellation))
            {
                found.Add(row.GetBoolean(8) ? new(row.GetInt64(4), row.GetString(5), row.GetDouble(6), row.GetFieldValue<Geometry>(7)) : Overlap.BeyondSight);
            }
        }

        return facts.ToDictionary(one => one.Key, one => BoundaryRules.Judge(one.Value));
    }

    /// <summary>What forbids a drawing before it is entered.</summary>
    private static Refusal? Unfit(DrawnParcel drawn) =>
        drawn.ZoneId is null ? FieldRefusals.InNoZone()
        : drawn.Drawing.Status is { } status && ParcelStatuses.Parse(status) == ParcelStatus.Ready ? FieldRefusals.ReadyAtFirst()
        : drawn.Drawing.Shape is MultiPolygon boundary ? BoundaryRules.JudgeForm(boundary)?.Refusal
        : null;
}
