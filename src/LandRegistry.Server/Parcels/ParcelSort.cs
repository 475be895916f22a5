using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform.Queries;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Parcels;

/// <summary>The orders a parcel list may have, each with the parcel's id as the last key, and the keyset cursor that continues it.</summary>
internal static class ParcelSort
{
    public const string Default = "code";

    public static readonly IReadOnlyList<string> Names = ["code", "-code", "area", "-area", "updated", "-updated", "status", "-status"];

    /// <summary>Where a page ended: the order, the sort key as text, the id.</summary>
    public sealed record Cursor(string Sort, string Key, long Id)
    {
        public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));
    }

    /// <summary>Reads a cursor; one that was not made by us for this order is a fault.</summary>
    public static Cursor? ReadCursor(this QueryReader query, string sort)
    {
        if (query.Text("cursor", 400) is not { } text)
        {
            return null;
        }

        try
        {
            if (JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(text)) is { Key: not null } cursor
                && cursor.Sort == sort && KeyFits(cursor))
            {
                return cursor;
            }
        }
        catch (Exception broken) when (broken is FormatException or JsonException or DecoderFallbackException)
        {
            // Said below, like a cursor of another order.
        }

        query.Add("cursor", "Not a cursor of this list in this order; start again without it.", "不是本列表此排序的游标，请去掉后重新开始。");
        return null;
    }

    /// <summary>Orders the parcels and starts after the cursor.</summary>
    public static IQueryable<Parcel> Sorted(this IQueryable<Parcel> parcels, string sort, Cursor? after) => sort switch
    {
        "code" => After(parcels, after, c => p => EF.Functions.GreaterThan(ValueTuple.Create(p.SortCode, p.Id), ValueTuple.Create(c.Key, c.Id)))
            .OrderBy(p => p.SortCode).ThenBy(p => p.Id),
        "-code" => After(parcels, after, c => p => EF.Functions.LessThan(ValueTuple.Create(p.SortCode, p.Id), ValueTuple.Create(c.Key, c.Id)))
            .OrderByDescending(p => p.SortCode).ThenByDescending(p => p.Id),
        "area" => AfterArea(parcels, after, descending: false).OrderBy(p => p.SortArea).ThenBy(p => p.Id),
        "-area" => AfterArea(parcels, after, descending: true).OrderByDescending(p => p.SortArea).ThenByDescending(p => p.Id),
        "updated" => AfterUpdated(parcels, after, descending: false).OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id),
        "-updated" => AfterUpdated(parcels, after, descending: true).OrderByDescending(p => p.UpdatedAt).ThenByDescending(p => p.Id),
        "status" => AfterStatus(parcels, after, descending: false).OrderBy(p => p.StatusRank).ThenBy(p => p.Id),
        _ => AfterStatus(parcels, after, descending: true).OrderByDescending(p => p.StatusRank).ThenByDescending(p => p.Id),
    };

    /// <summary>The sort key of a parcel as the cursor's text.</summary>
    public static string Key(string sort, string code, decimal area, DateTimeOffset updated, short rank) => sort.TrimStart('-') switch
    {
        "area" => area.ToString(CultureInfo.InvariantCulture),
        "updated" => updated.UtcTicks.ToString(CultureInfo.InvariantCulture),
        "status" => rank.ToString(CultureInfo.InvariantCulture),
        _ => code,
    };

    private static bool KeyFits(Cursor cursor) => cursor.Sort.TrimStart('-') switch
    {
        "area" => decimal.TryParse(cursor.Key, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        "updated" => long.TryParse(cursor.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks,
        "status" => short.TryParse(cursor.Key, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        _ => !cursor.Key.Contains('\0', StringComparison.Ordinal),
    };

    private static IQueryable<Parcel> After(
        IQueryable<Parcel> parcels, Cursor? after, Func<Cursor, System.Linq.Expressions.Expression<Func<Parcel, bool>>> rest) =>
        after is null ? parcels : parcels.Where(rest(after));

    private static IQueryable<Parcel> AfterArea(IQueryable<Parcel> parcels, Cursor? after, bool descending)
    {
        var key = after is null ? 0 : decimal.Parse(after.Key, CultureInfo.InvariantCulture);
        return After(parcels, after, c => descending
            ? p => EF.Functions.LessThan(ValueTuple.Create(p.SortArea, p.Id), ValueTuple.Create(key, c.Id))
            : p => EF.Functions.GreaterThan(ValueTuple.Create(p.SortArea, p.Id), ValueTuple.Create(key, c.Id)));
    }

    private static IQueryable<Parcel> AfterUpdated(IQueryable<Parcel> parcels, Cursor? after, bool descending)
    {
        var key = after is null ? default : new DateTimeOffset(long.Parse(after.Key, CultureInfo.InvariantCulture), TimeSpan.Zero);
        return After(parcels, after, c => descending
            ? p => EF.Functions.LessThan(ValueTuple.Create(p.UpdatedAt, p.Id), ValueTuple.Create(key, c.Id))
            : p => EF.Functions.GreaterThan(ValueTuple.Create(p.UpdatedAt, p.Id), ValueTuple.Create(key, c.Id)));
    }

    private static IQueryable<Parcel> AfterStatus(IQueryable<Parcel> parcels, Cursor? after, bool descending)
    {
        var key = after is null ? default : short.Parse(after.Key, CultureInfo.InvariantCulture);
        return After(parcels, after, c => descending
            ? p => EF.Functions.LessThan(ValueTuple.Create(p.StatusRank, p.Id), ValueTuple.Create(key, c.Id))
            : p => EF.Functions.GreaterThan(ValueTuple.Create(p.StatusRank, p.Id), ValueTuple.Create(key, c.Id)));
    }
}
