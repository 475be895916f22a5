using System.Globalization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Server.Platform.Queries;

/// <summary>The parcel filter as query parameters, the same on every route that has it.</summary>
public static class ParcelFilterQuery
{
    private const string None = "-";

    private static readonly string[] IdleCauses = ["government", "holder", "force_majeure", None];

    /// <summary>The parameters, for refusing unknown ones and for the OpenAPI document.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new("status", "string", "Status; repeat for any of several.", Repeatable: true, Values: ParcelStatuses.Codes),
        new("zone", "integer", "Id of a zone, with all zones below it; repeat for any of several.", Repeatable: true),
        new("use", "string", "Land-use code; repeat for any of several.", Repeatable: true),
        new("minArea", "number", "Least area, square metres, inclusive. Parcels of unknown area do not match."),
        new("maxArea", "number", "Greatest area, square metres, inclusive. Parcels of unknown area do not match."),
        new("onHold", "boolean", "true: on hold only; false: not on hold only."),
        new("q", "string", "Words that code, source key, name, address or an enterprise on the parcel contains; all of them, any letter case."),
        new("officer", "string", "Officer responsible; - for none assigned; repeat for any of several.", Repeatable: true),
        new("cause", "string", "Cause of idleness; - for none recorded; repeat for any of several.", Repeatable: true, Values: IdleCauses),
        new("due", "string", "Something is due, by a case, a tender or the holder's strategy: overdue, or within 7 (week), 30 (month) or 90 days (quarter), today included.", Values: Codes<DueNear>.All),
        new("dueFrom", "string", "yyyy-MM-dd: something is due on or after the day. Not together with due."),
        new("dueTo", "string", "yyyy-MM-dd: something is due on or before the day. Not together with due."),
        new("readiness", "string", "Readiness for re-tender: ready, blocked (of an item it is known that it does not hold) or unknown (items are not known); repeat for any of several.", Repeatable: true, Values: Codes<ReadinessState>.All),
        new("blocker", "string", "An item of readiness that does not hold; repeat for any of several.", Repeatable: true, Values: ReadinessCheck.ItemCodes),
        new("bbox", "string", "west,south,east,north in degrees, longitude first (CGCS2000 or WGS 84): parcels that touch the box."),
    ];

    /// <summary>The day that list, counts, card and map may be read as of.</summary>
    public static QueryParameter AsOf { get; } = new(
        "asOf", "string", "yyyy-MM-dd, a day up to today: what was so on that day, as known now. Now when absent.");

    /// <summary>Reads the filter with the day it is asked as of; faults go to the reader.</summary>
    public static ParcelFilter ReadFilter(this QueryReader query, DateOnly today) =>
        query.ReadPastDay(AsOf.Name, today) is { } day && day < today ? AsOn(query.ReadFilter(), day) : query.ReadFilter();

    private static ParcelFilter AsOn(ParcelFilter filter, DateOnly day) => filter with { AsOf = day, AnswersOn = filter.AsksAnswers ? day : null };

    /// <summary>Reads a day that is not in the future; null when absent.</summary>
    public static DateOnly? ReadPastDay(this QueryReader query, string name, DateOnly today)
    {
        var day = query.Day(name, query.Text(name));
        if (day > today)
        {
            query.Add(name, $"Lies in the future; today is {today:yyyy-MM-dd}.", $"晚于今天（{today:yyyy-MM-dd}）。");
        }

        return day;
    }

    /// <summary>Reads the filter; faults go to the reader.</summary>
    public static ParcelFilter ReadFilter(this QueryReader query) =>
        query.IsEmpty ? (query.Scope.IsWhole ? ParcelFilter.Any : new() { Zones = query.Scope.Zones }) : Dated(query, ReadGiven(query));

    private static ParcelFilter Dated(QueryReader query, ParcelFilter filter) => filter.AsksAnswers ? filter with { AnswersOn = query.Today } : filter;

    private static ParcelFilter ReadGiven(QueryReader query) => new()
    {
        Statuses = query.Many("status", text => (ParcelStatuses.TryParse(text, out var status), status), "a status of the register", "登记状态"),
        Zones = query.ReadZones(),
        LandUseCodes = query.Many("use", text => (IsCode(text), text), "a land-use code", "土地用途代码"),
        MinAreaSquareMetres = query.NotNegative("minArea"),
        MaxAreaSquareMetres = query.NotNegative("maxArea"),
        OnHold = query.Truth("onHold"),
        Words = query.Text("q", 100),
        Officers = query.Many("officer", text => (text.Length is > 0 and <= 100 && !text.Contains('\0', StringComparison.Ordinal), OrNone(text)), "a name", "姓名"),
        IdleCauses = query.Many("cause", text => (IdleCauses.Contains(text), OrNone(text)), "a cause of idleness", "闲置原因"),
        Due = ReadDue(query),
        DueNear = Codes<DueNear>.Find(query.OneOfOrNone("due", query.Text("due"), Codes<DueNear>.All)),
        Readiness = query.Many("readiness", text => Codes<ReadinessState>.Find(text) is { } state ? (true, state) : (false, default), "ready, blocked or unknown", " ready、blocked 或 unknown"),
        Blockers = query.Many("blocker", text => (ReadinessCheck.ItemCodes.Contains(text), text), "an item of readiness", "净地条件项"),
        Box = ReadBox(query)?.ToMercator(),
    };

    private static DueDays? ReadDue(QueryReader query)
    {
        var (from, to) = (query.Day("dueFrom", query.Text("dueFrom")), query.Day("dueTo", query.Text("dueTo")));
        if (from > to)
        {
            query.Add("dueFrom", "Lies after dueTo.", "晚于 dueTo。");
            return null;
        }

        if ((from ?? to) is not null && query.Text("due") is not null)
        {
            query.Add("due", "Not together with dueFrom or dueTo.", "不能与 dueFrom、dueTo 同时使用。");
        }

        return (from ?? to) is null ? null : new(from, to);
    }

    /// <summary>
    /// The zones asked for, as far as the person may see them; null for any, for a person who may see all. Whatever is narrowed by
    /// zones reads them here, and here alone.
    /// </summary>
    public static long[]? ReadZones(this QueryReader query) => query.Scope.Within(query.Many(
        "zone", text => (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id), id), "the id of a zone", "区域编号"));

    private static MapBox? ReadBox(QueryReader query)
    {
        if (query.Text("bbox") is not { } text)
        {
            return null;
        }

        if (MapBox.TryParse(text, out var box))
        {
            return box;
        }

        query.Add(
            "bbox",
            "Not west,south,east,north in degrees with west < east and south < north, longitude first.",
            "应为 西,南,东,北（度，经度在前），且西<东、南<北。");
        return null;
    }

    private static string OrNone(string text) => text == None ? "" : text;

    private static bool IsCode(string text) =>
        text.Length is > 0 and <= 20 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
}
