using LandRegistry.Domain.Evaluation;

namespace LandRegistry.Domain.Enterprises;

/// <summary>How a parcel counts for an enterprise on it.</summary>
public enum LandShare
{
    /// <summary>自有: its holder uses it alone.</summary>
    Owned,

    /// <summary>租赁: another than the holder uses it alone.</summary>
    Leased,

    /// <summary>共用: several use it, in equal parts.</summary>
    Shared,

    /// <summary>出租: its holder lets others use it, so that nothing counts for the holder.</summary>
    LetOut,
}

/// <summary>An enterprise on a parcel: holder, lessee or occupier.</summary>
public sealed record Occupant(long EnterpriseId, string Role);

/// <summary>A parcel with all enterprises on it on a day; the area in square metres, null when unknown.</summary>
public sealed record OccupiedParcel(long ParcelId, decimal? AreaSquareMetres, IReadOnlyList<Occupant> Occupants);

/// <summary>What of a parcel counts for an enterprise.</summary>
/// <param name="ParcelId">The parcel.</param>
/// <param name="Share">How it counts.</param>
/// <param name="Users">How many enterprises use it.</param>
/// <param name="CountedSquareMetres">The part that counts, square metres; null when the area is unknown.</param>
public sealed record CountedLand(long ParcelId, LandShare Share, int Users, decimal? CountedSquareMetres);

/// <summary>
/// Which area counts for an enterprise. The users of a parcel are its lessees and occupiers; where there are none, its
/// holders. Who uses it alone counts all of it; several count equal parts; a holder that is not a user counts nothing.
/// </summary>
public static class EnterpriseLand
{
    /// <summary>What of a parcel counts for each enterprise on it.</summary>
    public static IEnumerable<(long EnterpriseId, CountedLand Land)> Divide(OccupiedParcel parcel)
    {
        var holders = parcel.Occupants.Where(one => one.Role == "holder").Select(one => one.EnterpriseId).ToHashSet();
        var users = parcel.Occupants.Where(one => one.Role != "holder").Select(one => one.EnterpriseId).ToHashSet();
        users = users.Count > 0 ? users : holders;
        foreach (var enterprise in users.Union(holders).Order())
        {
            var share = !users.Contains(enterprise) ? LandShare.LetOut
                : users.Count > 1 ? LandShare.Shared
                : holders.Contains(enterprise) ? LandShare.Owned
                : LandShare.Leased;
            var counted = share == LandShare.LetOut ? 0m : parcel.AreaSquareMetres / users.Count;
            yield return (enterprise, new(parcel.ParcelId, share, users.Count, counted));
        }
    }

    /// <summary>The three areas of an enterprise; one is null when a part of it is unknown, and zero when there is none.</summary>
    public static EnterpriseArea Sum(IEnumerable<CountedLand> lands)
    {
        var list = lands.ToList();
        return new(Of(LandShare.Owned), Of(LandShare.Leased), Of(LandShare.Shared));

        decimal? Of(LandShare share)
        {
            var parts = list.Where(land => land.Share == share).ToList();
            return parts.Exists(land => land.CountedSquareMetres is null) ? null : parts.Sum(land => land.CountedSquareMetres);
        }
    }
}
