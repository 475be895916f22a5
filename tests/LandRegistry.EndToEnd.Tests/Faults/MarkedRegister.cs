using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Server.Store;
using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Faults;

/// <summary>A register whose parcels are marked while something befalls it, and what it has kept of the marks afterwards.</summary>
internal static class MarkedRegister
{
    public const int Parcels = 6;

    /// <summary>Fills a migrated cluster with parcels in use.</summary>
    public static async Task<IReadOnlyList<long>> FillAsync(PrivatePostgisOptions cluster)
    {
        await using var lease = await PrivatePostgisCluster.AcquireAsync(cluster with { Durable = true }, progress: null, CancellationToken.None);
        await using var register = await TestRegister.StartAsync(connectionString: lease.ConnectionString, dropsDatabase: false);
        var zone = await register.AddZoneAsync();
        var parcels = new List<long>();
        for (var i = 0; i < Parcels; i++)
        {
            parcels.Add(await register.AddParcelAsync(zone, i));
        }

        return parcels;
    }

    /// <summary>How many acknowledged marks the register does not have, and how many changes wrote one thing without the other.</summary>
    public static async Task<(int Lost, int Torn)> CompareAsync(PrivatePostgisOptions cluster, IEnumerable<string> acknowledged)
    {
        await using var lease = await PrivatePostgisCluster.AcquireAsync(cluster with { Durable = true }, progress: null, CancellationToken.None);
        await using var source = RegistryDataSource.Create(lease.ConnectionString);
        await using var reasons = source.CreateCommand("select coalesce(array_agg(reason), '{}') from registry.change where command = 'MarkStatus'");
        var kept = (string[])(await reasons.ExecuteScalarAsync())!;
        await using var torn = source.CreateCommand(
            """
            select count(*)::int from registry.change c
            where c.command = 'MarkStatus'
              and ((select count(*) from registry.parcel_status_mark m where m.change_id = c.id) <> 1
                or (select count(*) from registry.parcel_history h where h.change_id = c.id) + (select count(*) from registry.parcel p where p.change_id = c.id) < 1)
            """);
        return (acknowledged.Except(kept).Count(), (int)(await torn.ExecuteScalarAsync())!);
    }
}
