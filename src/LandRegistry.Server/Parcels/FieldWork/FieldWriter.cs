using System.Globalization;
using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Parcels.Boundaries;
using LandRegistry.Server.Parcels.Marks;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>
/// Writes what is taken from the field and says what the rules refuse of it; whoever calls it rolls back then. Boundaries are judged
/// when all are written, so that neighbours that moved their common line together do not stand in each other's way.
/// </summary>
internal sealed class FieldWriter(RegistryDb db, TimeProvider time, ZoneScope scope)
{
    private readonly NpgsqlConnection _connection = db.Connection();
    private readonly Dictionary<(long Parcel, string Field), IReadOnlyList<Refusal>> _refusals = [];

    /// <summary>Writes the changes; answers the refusals by parcel and field.</summary>
    public async Task<IReadOnlyDictionary<(long Parcel, string Field), IReadOnlyList<Refusal>>> WriteAsync(
        IReadOnlyList<FieldChange> changes, string reason, CancellationToken cancellation)
    {
        foreach (var change in changes)
        {
            await WriteAsync(change, cancellation);
        }

        await MarkAsync([.. changes.Where(change => change.Fields.Contains(ThriceParcel.Status))], reason, cancellation);
        foreach (var change in changes.Where(change => change.Fields.Contains(ThriceParcel.Boundary) && !_refusals.ContainsKey((change.Id, ThriceParcel.Boundary))))
        {
            await JudgeAsync(change.Parcel, cancellation);
        }

        return _refusals;
    }

    private async Task WriteAsync(FieldChange change, CancellationToken cancellation)
    {
        var (parcel, fields) = (change.Parcel, change.Fields.ToList());
        fields.Remove(ThriceParcel.Status);
        if (fields.Contains(ThriceParcel.Boundary))
        {
            var boundary = (MultiPolygon)parcel.FieldShape!;
            if (BoundaryRules.JudgeForm(boundary) is { } unsound)
            {
                _refusals[(parcel.Id, ThriceParcel.Boundary)] = [unsound.Refusal];
                fields.Remove(ThriceParcel.Boundary);
            }
            else
            {
                await BoundaryJudge.HoldGroundAsync(_connection, boundary.Envelope, cancellation);
            }
        }

        if (fields.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Parcels/FieldWork/apply_parcel.sql"), _connection);
        command.Parameters.Add(new() { Value = parcel.Id });
        command.Parameters.Add(new() { Value = fields.ToArray() });
        Add(parcel.InField("name"), NpgsqlDbType.Text);
        Add(parcel.InField("address"), NpgsqlDbType.Text);
        Add(parcel.InField("remarks"), NpgsqlDbType.Text);
        Add(parcel.InField("checkedOn") is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, NpgsqlDbType.Date);
        Add(parcel.InField("checkedBy"), NpgsqlDbType.Text);
        Add(fields.Contains(ThriceParcel.Boundary) ? parcel.FieldShape : null, NpgsqlDbType.Geometry);
        await command.ExecuteNonQueryAsync(cancellation);

        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }

    /// <summary>Moves of status go through the table of legal moves, as they do by hand.</summary>
    private async Task MarkAsync(IReadOnlyList<FieldChange> changes, string reason, CancellationToken cancellation)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var today = RegisterDay.Today(time);
        var known = (await SelectionReader.ReadAsync(_connection, [.. changes.Select(change => change.Id)], scope, hold: true, cancellation)).ToDictionary(parcel => parcel.Id);
        foreach (var change in changes)
        {
            var status = new StatusMark(ParcelStatuses.Parse(change.Parcel.InField(ThriceParcel.Status)!), change.Parcel.StatusOn ?? today, null, null);
            var mark = new ParcelMark { Status = status };
            var facts = known[change.Id].Facts!;
            if (MarkRules.AsksReadiness(mark))
            {
                facts = facts with { Blocking = (await MarkCommands.BlockingAsync(_connection, [change.Id], status.EffectiveOn, today, cancellation))[change.Id] };
            }

            if (MarkRules.Judge(facts, mark, today) is { } refusal)
            {
                _refusals[(change.Id, ThriceParcel.Status)] = [refusal];
            }
            else
            {
                await MarkCommands.WriteAsync(_connection, [change.Id], mark, reason, cancellation);
            }
        }
    }

    /// <summary>What the writer of a boundary could accept by hand (a stated area that differs) is accepted from the field.</summary>
    private async Task JudgeAsync(ThriceParcel parcel, CancellationToken cancellation)
    {
        var draft = new BoundaryDraft((MultiPolygon)parcel.FieldShape!, [parcel.Id], parcel.ZoneId, parcel.StatedAreaSquareMetres) { Seen = scope };
        var judged = await BoundaryJudge.JudgeAsync(_connection, draft, cancellation);
        if (!judged.IsAcceptable(accepted: true))
        {
            _refusals[(parcel.Id, ThriceParcel.Boundary)] = [.. judged.Findings.Where(finding => !finding.MayBeAccepted).Select(finding => finding.Refusal)];
        }
    }
}
