using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Imports.Landing;

/// <summary>Who commits an import, and of what source its rows are.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Actor">Who gives the command.</param>
/// <param name="Reason">In words.</param>
/// <param name="CampaignId">The survey campaign that the rows belong to; null for none.</param>
internal sealed record ImportOrder(string Source, string Actor, string Reason, long? CampaignId);

/// <summary>How a commit ended.</summary>
internal abstract record LandingOutcome
{
    /// <summary>Written, as this change.</summary>
    public sealed record Landed(long ChangeId) : LandingOutcome;

    /// <summary>There was nothing to write.</summary>
    public sealed record Nothing : LandingOutcome;

    /// <summary>The register changed since it was compared with; the new comparison waits to be looked at.</summary>
    public sealed record Stale : LandingOutcome;
}

/// <summary>The one transaction in which the rows of an import go into the register.</summary>
internal sealed class ImportLanding(NpgsqlConnection connection, long import, ImportOrder order, TimeProvider clock)
{
    // Up to here rows are compared anew in any case: changes that commit out of the order of their numbers are seen then too.
    private const int AlwaysCompared = 20_000;

    /// <summary>So many new parcels change what the register looks like.</summary>
    private const int ManyParcels = 10_000;

    /// <summary>Waits for other imports of the source, and holds the ground that is written to.</summary>
    public async Task HoldAsync(CancellationToken cancellation)
    {
        await RunAsync("take_turn.sql", new NpgsqlParameter<string>("source", order.Source));
        await RunAsync("Landing/hold_ground.sql", Import());

        Task<int> RunAsync(string file, NpgsqlParameter parameter) => ImportRun.RunAsync(connection, file, cancellation, parameter);
    }

    /// <summary>Whether anything was written since the rows were compared with the register, or may have been.</summary>
    public async Task<bool> HasRegisterChangedAsync(CancellationToken cancellation) =>
        (bool)(await ImportRun.AskAsync(connection, "Landing/changed_since.sql", cancellation, Import(), new NpgsqlParameter<int>("always", AlwaysCompared)))!;

    /// <summary>A digest of what each row does.</summary>
    public async Task<string?> DigestAsync(CancellationToken cancellation) =>
        await ImportRun.AskAsync(connection, "Landing/digest_effects.sql", cancellation, Import()) as string;

    /// <summary>Writes.</summary>
    public async Task<LandingOutcome> LandAsync(CancellationToken cancellation)
    {
        if (!(bool)(await ImportRun.AskAsync(connection, "Landing/has_work.sql", cancellation, Import(), Campaign()))!)
        {
            await FinishAsync(null, "nothing_new", cancellation);
            return new LandingOutcome.Nothing();
        }

        await MakeZonesAsync(cancellation);
        var change = await connection.BeginChangeAsync(new(order.Actor, "ImportRegister", order.Reason, clock.GetUtcNow()), cancellation);
        await RunAsync("Landing/land_rows.sql", Import());
        var (added, changed) = ((long)(await AskAsync("select count(*) filter (where effect = 'new') from import_landing"))!,
            (long)(await AskAsync("select count(*) filter (where effect = 'changed') from import_landing"))!);
        if (await RunAsync("Landing/insert_parcels.sql", Source()) != added || await RunAsync("Landing/update_parcels.sql") != changed)
        {
            throw new InvalidOperationException("The register took another number of rows than it was given.");
        }

        if (added >= ManyParcels)
        {
            await RunAsync("Landing/learn_parcels.sql");
        }

        await RunAsync("Landing/land_holders.sql", Source());
        if (order.CampaignId is not null)
        {
            await RunAsync("Landing/link_campaign.sql", Import(), Campaign());
        }

        await StoredAnswers.RefreshAsync(connection, await ParcelsAsync(cancellation), RegisterDay.Today(clock), cancellation);
        await FinishAsync(change, "committed", cancellation);
        return new LandingOutcome.Landed(change);

        Task<int> RunAsync(string file, params NpgsqlParameter[] parameters) => ImportRun.RunAsync(connection, file, cancellation, parameters);

        async Task<object?> AskAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync(cancellation);
        }
    }

    /// <summary>Zones are made in a change of their own: they stay when the import is undone.</summary>
    private async Task MakeZonesAsync(CancellationToken cancellation)
    {
        if (!(bool)(await ImportRun.AskAsync(connection, "Landing/missing_zones.sql", cancellation, Import()))!)
        {
            return;
        }

        await connection.BeginChangeAsync(new(order.Actor, "MakeZones", order.Reason, clock.GetUtcNow()), cancellation);
        foreach (var roots in new[] { true, false })
        {
            await ImportRun.RunAsync(connection, "Landing/make_zones.sql", cancellation, Import(), new NpgsqlParameter<bool>("roots", roots));
        }
    }

    private async Task<List<long>> ParcelsAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select parcel_id from import_landing order by parcel_id", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var parcels = new List<long>();
        while (await rows.ReadAsync(cancellation))
        {
            parcels.Add(rows.GetInt64(0));
        }

        return parcels;
    }

    private Task<int> FinishAsync(long? change, string phase, CancellationToken cancellation) =>
        ImportRun.RunAsync(connection, "Landing/finish_import.sql", cancellation, Import(), new NpgsqlParameter<string>("phase", phase),
            new("change", NpgsqlTypes.NpgsqlDbType.Bigint) { Value = (object?)change ?? DBNull.Value }, new NpgsqlParameter<DateTime>("now", clock.GetUtcNow().UtcDateTime));

    private NpgsqlParameter<long> Import() => new("import", import);

    private NpgsqlParameter<string> Source() => new("source", order.Source);

    private NpgsqlParameter Campaign() => new("campaign", NpgsqlTypes.NpgsqlDbType.Bigint) { Value = (object?)order.CampaignId ?? DBNull.Value };
}
