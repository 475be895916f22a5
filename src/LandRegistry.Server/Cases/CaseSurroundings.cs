using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Cases;

/// <summary>What the register knows of a case's land on a day.</summary>
/// <param name="Clock">The idle clock's stored answer.</param>
/// <param name="IsFiled">Whether the land is filed in the monitoring system.</param>
/// <param name="IsMortgaged">Whether a mortgage stands.</param>
/// <param name="PriceYuan">Price of the right by the latest contract that states one, yuan.</param>
/// <param name="PriceSource">Number of that contract.</param>
internal sealed record CaseSurroundings(ClockSegment Clock, bool IsFiled, bool IsMortgaged, decimal? PriceYuan, string? PriceSource)
{
    private sealed record Row(
        string? Kind, short? Powers, DateOnly? SuspectedFrom, DateOnly? FeeFrom, DateOnly? RecoveryFrom, bool IsFiled, bool IsMortgaged, decimal? PriceYuan, string? PriceSource);

    /// <summary>Reads them; a clock that was never computed says unknown.</summary>
    public static async Task<CaseSurroundings> ReadAsync(RegistryDb db, long parcelId, DateOnly day, CancellationToken cancellation)
    {
        var rows = await db.Database.SqlQueryRaw<Row>(EmbeddedSql.Read("Cases/case_surroundings.sql"), parcelId, day).ToListAsync(cancellation);
        var row = rows[0];
        var kind = row.Kind is null ? IdleKind.Unknown : Codes<IdleKind>.Parse(row.Kind);
        return new(
            new(day, kind, (LegalPowers)(row.Powers ?? 0), row.SuspectedFrom, row.FeeFrom, row.RecoveryFrom), row.IsFiled, row.IsMortgaged, row.PriceYuan, row.PriceSource);
    }

    /// <summary>The context in which the Domain judges a step on the day; null before the case was opened.</summary>
    public CaseContext? Judged(CaseHistory history, LawBook law, DateOnly day) =>
        history.AsOf(day, IsMortgaged) is { } file ? new(file, Clock, law.OnOrFirst(day), IsFiled, day) : null;
}
