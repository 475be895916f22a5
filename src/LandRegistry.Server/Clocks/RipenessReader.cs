using LandRegistry.Domain.Answers;
using LandRegistry.Domain.Facts;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Clocks;

/// <summary>What ripeness is judged on besides the clock; null is unknown.</summary>
internal static class RipenessReader
{
    /// <summary>Whether the holder is willing, by the latest fact of the day; of two on a day the less willing.</summary>
    public static bool? Willing(ParcelRecord record, DateOnly day)
    {
        var latest = record.Facts.Where(fact => fact.Kind == LandFactKinds.Willingness && fact.On <= day)
            .OrderByDescending(fact => fact.On).ThenBy(fact => fact.Value, StringComparer.Ordinal).FirstOrDefault();
        return latest is null ? null : latest.Value == "willing";
    }

    /// <summary>Whether no seizure, dispute or court matter stands; unknown where the register of titles was not looked into.</summary>
    public static bool? RightIsClear(ParcelRecord record, DateOnly day) =>
        record.Burdens.Any(burden => burden.Kind is "seizure" or "dispute" or "court" && burden.StandsOn(day)) ? false
        : record.Facts.Any(fact => fact.Kind == LandFactKinds.TitleSearch && fact.On <= day) ? true
        : null;

    /// <summary>Whether a taker or a new use is in sight, and an approved strategy stands for the holder of the day; unknown where no holder is.</summary>
    public static async Task<(bool? HasTaker, bool? HasStrategy)> OfAsync(NpgsqlConnection connection, long parcelId, DateOnly day, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Clocks/ripeness_of_holder.sql"), connection);
        command.Parameters.Add(new() { Value = parcelId });
        command.Parameters.Add(new() { Value = day });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation)
            ? (!await rows.IsDBNullAsync(1, cancellation) && rows.GetBoolean(1), rows.GetBoolean(0))
            : (null, null);
    }
}
