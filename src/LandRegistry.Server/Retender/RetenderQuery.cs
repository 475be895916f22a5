using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;
using LandRegistry.Domain.Retender;
using LandRegistry.Server.Platform.Queries;

namespace LandRegistry.Server.Retender;

/// <summary>Where a page ended: the order, the sort key as text, the id.</summary>
internal sealed record RetenderCursor(string Sort, string Key, long Id)
{
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));
}

/// <summary>What is asked of the re-tender list.</summary>
/// <param name="Filter">Zones, uses, areas, words; statuses and hold are the section's.</param>
/// <param name="Section">The part of the list.</param>
/// <param name="Day">The day that readiness is of.</param>
/// <param name="Settled">Items taken as settled on that day; null for none.</param>
/// <param name="MostBlocking">At most so many blockers; null for any.</param>
/// <param name="BlockedBy">Blocked by any of these; null for any.</param>
/// <param name="Since">Became ready on or after this day; null for any.</param>
/// <param name="Sort">Order.</param>
internal sealed record RetenderQuery(
    ParcelFilter Filter, RetenderSection Section, DateOnly Day, string[]? Settled, int? MostBlocking, string[]? BlockedBy, DateOnly? Since, string Sort)
{
    public static readonly IReadOnlyList<string> Sorts = ["code", "-code", "area", "-area"];

    public bool ByArea => Sort.EndsWith("area", StringComparison.Ordinal);

    public bool Descending => Sort.StartsWith('-');

    /// <summary>The parameters of every route of the list, for refusing unknown ones and for the OpenAPI document.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new("section", "string", "Part of the list; ready when absent.", Values: Codes<RetenderSection>.All),
        .. ParcelFilterQuery.Parameters.Where(parameter => parameter.Name is not ("status" or "onHold" or "readiness" or "blocker")),
        new("since", "string", "yyyy-MM-dd: parcels that became ready on or after the day."),
        new("most", "integer", "At most so many items block, 1 to 10."),
        new("blocker", "string", "Blocked by this item; repeat for any of several.", Repeatable: true, Values: ReadinessCheck.ItemCodes),
        new("by", "string", "yyyy-MM-dd, today or later: readiness of that day, by what is recorded and what is assumed."),
        new("settled", "string", "Scenario: this item is taken as settled; repeat for several.", Repeatable: true, Values: ReadinessCheck.ItemCodes),
        new("sort", "string", "Order; a leading - turns it round. Ties by id.", Values: Sorts),
    ];

    public static RetenderQuery Read(QueryReader query, DateOnly today)
    {
        var section = query.OneOf("section", Codes<RetenderSection>.All, "ready");
        var by = query.Day("by", query.Text("by"));
        if (by < today)
        {
            query.Add("by", $"Lies in the past; today is {today:yyyy-MM-dd}.", $"早于今天（{today:yyyy-MM-dd}）。");
        }

        return new(
            query.ReadFilter() with { Statuses = null, OnHold = null, Readiness = null, Blockers = null }, Codes<RetenderSection>.Find(section) ?? default, by ?? today, Items(query, "settled"),
            query.Text("most") is null ? null : query.Whole("most", 1, 10, 10), Items(query, "blocker"), query.Day("since", query.Text("since")),
            query.OneOf("sort", Sorts, "code"));
    }

    /// <summary>Reads a cursor; one that was not made by us for this order is a fault.</summary>
    public static RetenderCursor? ReadCursor(QueryReader query, string sort)
    {
        if (query.Text("cursor", 400) is not { } text)
        {
            return null;
        }

        try
        {
            if (JsonSerializer.Deserialize<RetenderCursor>(Base64Url.DecodeFromChars(text)) is { Key: not null } cursor && cursor.Sort == sort && Fits(cursor))
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

    private static bool Fits(RetenderCursor cursor) => cursor.Sort.EndsWith("area", StringComparison.Ordinal)
        ? decimal.TryParse(cursor.Key, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
        : !cursor.Key.Contains('\0', StringComparison.Ordinal);

    private static string[]? Items(QueryReader query, string name) =>
        query.Many(name, text => (ReadinessCheck.ItemCodes.Contains(text), text), "an item of readiness", "净地条件项");
}
