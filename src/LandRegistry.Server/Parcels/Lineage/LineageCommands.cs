using LandRegistry.Domain.Boundaries;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Parcels.Boundaries;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.Lineage;

/// <summary>A parcel is stale; the caller is shown this one.</summary>
internal sealed record StaleParcel(long Id) : Outcome;

/// <summary>Written; or, where nothing was to be written, what would be.</summary>
internal sealed record Descended(LineageResult? Result, LineagePreview Preview) : Outcome;

/// <summary>
/// Splits and merges parcels. Parents end, descendants begin on the same day with status, rights, burdens and facts of their
/// parents; money and areas are divided by ground. It is one change, and undoing that puts the parents back.
/// </summary>
internal sealed class LineageCommands(RegistryDb db, TimeProvider time)
{
    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    /// <summary>Splits a parcel by a line; with no hand, says what would come of it.</summary>
    public async Task<Outcome> SplitAsync(long id, int? version, LineString line, DrawingHand? hand, CancellationToken cancellation)
    {
        await using var transaction = await BeginAsync("SplitParcel", hand, cancellation);
        var parcel = await db.Set<Parcel>().SingleOrDefaultAsync(p => p.Id == id && p.EndedOn == null, cancellation);
        if (parcel is null)
        {
            return new Outcome.Missing();
        }

        if (version is { } seen && parcel.Version != seen)
        {
            return new StaleParcel(id);
        }

        var today = RegisterDay.Today(time);
        var facts = await LineageReader.FactsAsync(db, parcel, today, cancellation);
        if (LineageRules.JudgeSplit(facts) is { } refused)
        {
            return new BrokenBoundary([new(refused)]);
        }

        var parts = ParcelCut.Split(parcel.Boundary!, line);
        if (parts.Count is < 2 or > LineageRules.MostParts)
        {
            return new BrokenBoundary([new(BoundaryRefusals.CutMisses(), line)]);
        }

        return await DescendAsync(new("split", [parcel], [facts], parts), hand, transaction, cancellation);
    }

    /// <summary>Merges parcels that lie side by side; with no hand, says what would come of it.</summary>
    public async Task<Outcome> MergeAsync(IReadOnlyList<SeenParcel> seen, DrawingHand? hand, CancellationToken cancellation)
    {
        await using var transaction = await BeginAsync("MergeParcels", hand, cancellation);
        var ids = seen.Select(one => one.Id).ToArray();
        var parcels = await db.Set<Parcel>().Where(p => ids.Contains(p.Id) && p.EndedOn == null).OrderBy(p => p.Id).ToListAsync(cancellation);
        if (parcels.Count < ids.Length)
        {
            return new Outcome.Missing();
        }

        if (hand is not null && parcels.Find(parcel => seen.Any(one => one.Id == parcel.Id && one.Version != parcel.Version)) is { } stale)
        {
            return new StaleParcel(stale.Id);
        }

        // The largest gives name and series of the code.
        parcels = [.. parcels.OrderByDescending(parcel => parcel.AreaSquareMetres ?? 0).ThenBy(parcel => parcel.Id)];
        var facts = new List<LineageFacts>();
        foreach (var parcel in parcels)
        {
            facts.Add(await LineageReader.FactsAsync(db, parcel, RegisterDay.Today(time), cancellation));
        }

        if (LineageRules.JudgeMerge(facts) is { } refused)
        {
            return new BrokenBoundary([new(refused)]);
        }

        var boundaries = parcels.ConvertAll(parcel => parcel.Boundary!);
        return ParcelCut.Merge(boundaries) is { } union
            ? await DescendAsync(new("merge", parcels, facts, [union]), hand, transaction, cancellation)
            : new BrokenBoundary([new(BoundaryRefusals.NotAdjacent(), boundaries[0].Factory.CreateGeometryCollection([.. boundaries]))]);
    }

    /// <summary>Parents and the shapes of what comes of them.</summary>
    private sealed record Descent(string Kind, IReadOnlyList<Parcel> Parents, IReadOnlyList<LineageFacts> Facts, IReadOnlyList<MultiPolygon> Parts);

    private async Task<Outcome> DescendAsync(
        Descent descent, DrawingHand? hand, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction? transaction, CancellationToken cancellation)
    {
        var findings = new List<BoundaryFinding>();
        var areas = new List<double>();
        foreach (var part in descent.Parts)
        {
            var judgement = await BoundaryJudge.JudgeAsync(Connection, new(part, [], null, null) { IgnoresNeighbours = true }, cancellation);
            findings.AddRange(judgement.Findings);
            areas.Add(judgement.AreaSquareMetres ?? 0);
        }

        if (findings.Count == 0 && !KeepsGround(descent))
        {
            findings.Add(new(BoundaryRefusals.UnionNotKept()));
        }

        if (findings.Count > 0)
        {
            return new BrokenBoundary(findings);
        }

        var preview = new LineagePreview(true, [.. descent.Parts.Select((part, i) => new LineagePart(Platform.Queries.GeoJson.Write(part), areas[i]))], []);
        return hand is null ? new Descended(null, preview) : await WriteAsync(descent, areas, preview, transaction!, cancellation);
    }

    private async Task<Outcome> WriteAsync(
        Descent descent, List<double> areas, LineagePreview preview, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancellation)
    {
        foreach (var parent in descent.Parents)
        {
            await BoundaryJudge.HoldGroundAsync(Connection, parent.Boundary!.Envelope, cancellation);
        }

        var today = RegisterDay.Today(time);
        var codes = await NextCodesAsync(descent.Parents[0].Code, descent.Parts.Count, cancellation);
        var whole = areas.Sum();
        var heirs = descent.Parts.Select((part, i) => Heir(descent, part, codes?[i], i, areas[i] / whole, today)).ToList();
        foreach (var parent in descent.Parents)
        {
            parent.EndedOn = today;
        }

        try
        {
            // Parents end first: a code that stands twice would be refused.
            await db.SaveChangesAsync(cancellation);
            db.AddRange(heirs);
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StaleParcel(descent.Parents[0].Id);
        }

        await InheritAsync(descent, heirs, areas.ConvertAll(area => area / whole), today, cancellation);
        await StoredAnswers.RefreshAsync(db, [.. heirs.Select(heir => heir.Id)], today, cancellation);
        foreach (var heir in heirs)
        {
            if (LineageRules.JudgeClock(descent.Facts[0], await LineageReader.ClockAsync(db, heir.Id, today, cancellation)) is { } refused)
            {
                return new BrokenBoundary([new(refused)]);
            }
        }

        var change = await db.Database.SqlQuery<long>($"select registry.current_change() as \"Value\"").SingleAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Descended(
            new(change, [.. heirs.Select(heir => new DescendantParcel(heir.Id, heir.Code, heir.Name, heir.AreaSquareMetres, heir.Version))]), preview);
    }

    private static bool KeepsGround(Descent descent)
    {
        static Geometry Whole(IEnumerable<MultiPolygon> shapes) => OverlayNGRobust.Union(shapes.Cast<Geometry>());
        return ParcelCut.CoversTheSame(Whole(descent.Parents.Select(parent => parent.Boundary!)), Whole(descent.Parts));
    }

    /// <summary>A descendant with everything that a parcel takes over; facts follow by <c>registry.inherit_records</c>.</summary>
    private static Parcel Heir(Descent descent, MultiPolygon boundary, string? code, int nth, double share, DateOnly today)
    {
        var parent = descent.Parents[0];
        var stated = descent.Parents.All(one => one.StatedAreaSquareMetres is not null) ? descent.Parents.Sum(one => one.StatedAreaSquareMetres!.Value) : (decimal?)null;
        return new()
        {
            Code = code,
            Name = descent.Kind == "split" && parent.Name is { } name ? $"{name}-{nth + 1}" : parent.Name,
            Address = parent.Address,
            ZoneId = parent.ZoneId,
            CountyCode = parent.CountyCode,
            Boundary = boundary,
            Location = boundary.InteriorPoint,
            StatedAreaSquareMetres = stated is { } area ? Math.Max(0.01m, Math.Round(area * (decimal)share, 2)) : null,
            LandUseCode = parent.LandUseCode,
            LandUseSystem = parent.LandUseSystem,
            RightType = parent.RightType,
            Ownership = parent.Ownership,
            Status = parent.Status,
            StatusSince = today,
            IdleKind = parent.IdleKind,
            IdleCause = parent.IdleCause,
            HoldReason = parent.HoldReason,
            HoldUntil = parent.HoldUntil,
            Source = "officer",
            Remarks = parent.Remarks,
        };
    }

    private async Task<string[]?> NextCodesAsync(string? sample, int howMany, CancellationToken cancellation)
    {
        if (!ParcelCode.TryParse(sample, out _))
        {
            return null;
        }

        await using var command = new NpgsqlCommand("select registry.next_parcel_codes($1, $2)", Connection);
        command.Parameters.Add(new() { Value = sample });
        command.Parameters.Add(new() { Value = howMany });
        return await command.ExecuteScalarAsync(cancellation) as string[];
    }

    private async Task InheritAsync(Descent descent, List<Parcel> heirs, List<double> shares, DateOnly today, CancellationToken cancellation)
    {
        var ids = heirs.Select(heir => heir.Id).ToArray();
        foreach (var parent in descent.Parents)
        {
            await using var batch = new NpgsqlBatch(Connection)
            {
                BatchCommands =
                {
                    new("insert into registry.parcel_lineage (parcel_id, parent_id, kind, on_day, change_id) select heir, $1, $2, $3, 0 from unnest($4) heir")
                    {
                        Parameters = { new() { Value = parent.Id }, new() { Value = descent.Kind }, new() { Value = today }, StoredAnswers.Ids(ids) },
                    },
                    new("select registry.inherit_records($1, $2, $3)")
                    {
                        Parameters =
                        {
                            new() { Value = parent.Id }, StoredAnswers.Ids(ids),
                            new() { Value = shares.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Double },
                        },
                    },
                },
            };
            await batch.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>A change where something is to be written, else a transaction that only reads and holds.</summary>
    private async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> BeginAsync(string name, DrawingHand? hand, CancellationToken cancellation) =>
        hand is null ? await db.Database.BeginTransactionAsync(cancellation)
            : await db.BeginChangeAsync(new(hand.Actor, name, hand.Reason, time.GetUtcNow()), cancellation);
}
