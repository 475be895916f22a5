using System.Runtime.CompilerServices;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Retender;
using LandRegistry.Domain.Zones;
using LandRegistry.Server.Platform.Sheets;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Retender;

/// <summary>Makes a sheet of the re-tender list.</summary>
internal sealed class RetenderExport(RegistryDb db, RetenderReader retender)
{
    /// <summary>The list in its order with the chosen columns; rows are read while they are written.</summary>
    public async Task<Sheet> SheetAsync(
        RetenderQuery query, DateOnly today, IReadOnlyList<RetenderColumn> columns, bool english, CancellationToken cancellation)
    {
        var zones = await db.Set<Zone>().Select(zone => new { zone.Id, zone.NameZh, zone.NameEn }).ToListAsync(cancellation);
        var uses = await db.Set<LandUse>().Select(use => new { use.Code, use.NameZh, use.NameEn }).ToListAsync(cancellation);
        var words = new RetenderWords(
            english, zones.ToDictionary(zone => zone.Id, zone => new Text(zone.NameZh, zone.NameEn)),
            uses.DistinctBy(use => use.Code).ToDictionary(use => use.Code, use => new Text(use.NameZh, use.NameEn), StringComparer.Ordinal));
        return new(
            words.Pick(query.Section.Name()), [.. columns.Select(column => new SheetColumn(words.Pick(column.Title), column.Type, column.Width))],
            RowsAsync(query, today, columns, words, cancellation));
    }

    private async IAsyncEnumerable<object?[]> RowsAsync(
        RetenderQuery query, DateOnly today, IReadOnlyList<RetenderColumn> columns, RetenderWords words, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in retender.AllAsync(query, today, cancellation))
        {
            yield return [.. columns.Select(column => column.Cell(row, words))];
        }
    }
}
