using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.Boundaries;

/// <summary>What came of judging a boundary.</summary>
internal sealed record BoundaryJudgement(IReadOnlyList<BoundaryFinding> Findings, double? AreaSquareMetres, int? AreaSrid)
{
    /// <summary>Whether nothing stands against it, or only what the writer accepts.</summary>
    public bool IsAcceptable(bool accepted) => Findings.All(finding => accepted && finding.MayBeAccepted);
}

/// <summary>A boundary that is to be judged.</summary>
/// <param name="Boundary">EPSG:4490.</param>
/// <param name="Besides">Parcels that are no neighbours: itself, or those it comes of.</param>
/// <param name="ZoneId">Its zone; null when not known yet.</param>
/// <param name="StatedAreaSquareMetres">Its stated area.</param>
internal sealed record BoundaryDraft(MultiPolygon Boundary, IReadOnlyList<long> Besides, long? ZoneId, decimal? StatedAreaSquareMetres)
{
    /// <summary>True for ground that was a parcel's before: whom it overlaps was settled then.</summary>
    public bool IgnoresNeighbours { get; init; }

    /// <summary>The zones that whoever draws may see: of a neighbour in others nothing is said but that it is there.</summary>
    public ZoneScope Seen { get; init; } = ZoneScope.Whole;
}

/// <summary>Measures a boundary in the database and asks the Domain; the same while drawing and inside the write.</summary>
internal static class BoundaryJudge
{
    /// <summary>Holds the ground of a boundary until the transaction ends, so that nobody else draws on it meanwhile.</summary>
    public static async Task HoldGroundAsync(NpgsqlConnection connection, Geometry ground, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select registry.hold_ground($1)", connection);
        command.Parameters.Add(Ground(ground));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<BoundaryJudgement> JudgeAsync(NpgsqlConnection connection, BoundaryDraft draft, CancellationToken cancellation)
    {
        if (BoundaryRules.JudgeForm(draft.Boundary) is { } unsound)
        {
            return new([unsound], null, null);
        }

        double area;
        int? srid;
        bool? isInZone;
        await using (var command = new NpgsqlCommand(EmbeddedSql.Read("Parcels/Boundaries/measure_boundary.sql"), connection))
        {
            command.Parameters.Add(Ground(draft.Boundary));
            command.Parameters.Add(new() { Value = (object?)draft.ZoneId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            area = reader.GetDouble(0);
            srid = await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetInt32(1);
            isInZone = await reader.IsDBNullAsync(2, cancellation) ? null : reader.GetBoolean(2);
        }

        IReadOnlyList<Overlap> overlaps = draft.IgnoresNeighbours ? [] : await OverlapsAsync(connection, draft, cancellation);
        return new(BoundaryRules.Judge(new(draft.Boundary, area, draft.StatedAreaSquareMetres, isInZone, overlaps)), area, srid);
    }

    private static async Task<List<Overlap>> OverlapsAsync(NpgsqlConnection connection, BoundaryDraft draft, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            select o.parcel_id, coalesce(p.name || ' (' || p.code || ')', o.name), o.area_square_metres, o.place, $4::bigint[] is null or p.zone_id = any ($4)
            from registry.overlaps_of($1, $2, $3) o join registry.parcel p on p.id = o.parcel_id
            order by o.area_square_metres desc, o.parcel_id limit 20
            """, connection);
        command.Parameters.Add(Ground(draft.Boundary));
        command.Parameters.Add(new() { Value = draft.Besides.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = BoundaryRules.ToleranceMetres });
        command.Parameters.Add(draft.Seen.Argument());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var overlaps = new List<Overlap>();
        while (await reader.ReadAsync(cancellation))
        {
            overlaps.Add(reader.GetBoolean(4)
                ? new(reader.GetInt64(0), reader.GetString(1), reader.GetDouble(2), reader.GetFieldValue<Geometry>(3))
                : Overlap.BeyondSight);
        }

        return overlaps;
    }

    private static NpgsqlParameter Ground(Geometry ground) => new() { Value = ground, NpgsqlDbType = NpgsqlDbType.Geometry };
}
