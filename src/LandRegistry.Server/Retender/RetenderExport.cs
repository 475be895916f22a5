using System.Runtime.CompilerServices;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Zones;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Retender;

/// <summary>The rows of the re-tender list for a sheet, with the names that their codes stand for.</summary>
internal sealed class RetenderExport(RegistryDb db, RetenderReader retender)
{
    /// <summary>The list in its order; rows are read while they are written.</summary>
    public async IAsyncEnumerable<NamedRow> RowsAsync(RetenderQuery query, DateOnly today, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var zones = await db.Set<Zone>().ToDictionaryAsync(zone => zone.Id, zone => new Text(zone.NameZh, zone.NameEn), cancellation);
        var uses = (await db.Set<LandUse>().Select(use => new { use.Code, use.NameZh, use.NameEn }).ToListAsync(cancellation))
            .DistinctBy(use => use.Code).ToDictionary(use => use.Code, use => new Text(use.NameZh, use.NameEn), StringComparer.Ordinal);
        await foreach (var row in retender.AllAsync(query, today, cancellation))
        {
            yield return new(row, zones.GetValueOrDefault(row.ZoneId), row.LandUseCode is { } use ? uses.GetValueOrDefault(use) : null);
        }
    }
}
