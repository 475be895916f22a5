using LandRegistry.Domain.Answers;
using LandRegistry.Domain.Facts;
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

    /// <summary>Whether a taker is in sight and an approved strategy stands for the holder; unknown until strategies are recorded.</summary>
    public static Task<(bool? HasTaker, bool? HasStrategy)> OfAsync(NpgsqlConnection connection, long parcelId, DateOnly day, CancellationToken cancellation)
    {
        _ = (connection, parcelId, day, cancellation);
        return Task.FromResult<(bool?, bool?)>((null, null));
    }
}
