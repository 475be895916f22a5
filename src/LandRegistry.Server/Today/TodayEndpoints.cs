using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Today;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;

namespace LandRegistry.Server.Today;

/// <summary>The list of the day: what law and plans ask, by date and person.</summary>
internal static class TodayEndpoints
{
    private static readonly QueryParameters Parameters = new(
    [
        new("asOf", "string", "yyyy-MM-dd; today when absent. Of a past day as the register was on it, as known now."),
        new("within", "integer", "Days ahead, and back for what the clock raised, 0 to 100; 30 when absent."),
        new("person", "string", "Officer of the case or, where it has none, of the strategy of the land's holder; officer of the strategy or assignee of the step; the whole name."),
        new("zone", "integer", "Id of a zone, with all zones below it; repeat for any of several.", Repeatable: true),
        new("kind", "string", "Kind; repeat for any of several.", Repeatable: true, Values: Codes<TodayKind>.All),
        new("limit", "integer", "Items of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    public static void AddToday(this IServiceCollection services) => services.AddScoped<TodayReader>();

    public static void MapToday(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/today").Needs(RegisterAction.Read).WithTags("today").WithMetadata(QueryParameters.None)
            .MapGet("", Today).WithMetadata(Parameters).WithSummary("What is due, overdue or newly raised, by day, from the law, the cases and the plans")
            .Produces<TodayList>().Answers(400);

    private static async Task<IResult> Today(HttpContext http, TodayReader today, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var asOf = query.Day("asOf", query.Text("asOf")) ?? RegisterDay.Today(time);
        var zones = query.ReadZones();
        var kinds = query.Many("kind", text => (Codes<TodayKind>.Find(text) is not null, Codes<TodayKind>.Find(text) ?? default), "a kind of this list", "事项类型");
        var cursor = query.Text("cursor", 400) is { } text ? TodayCursor.Decode(text) : null;
        if (cursor is null && query.Text("cursor", 400) is not null)
        {
            query.Add("cursor", "Not a cursor of this list; start again without it.", "不是本列表的游标，请去掉后重新开始。");
        }

        var wanted = new TodayQuery(
            asOf, asOf < RegisterDay.Today(time), query.Whole("within", 0, 100, 30), query.Text("person", 100), zones, kinds?.Distinct().Order().ToArray() ?? Enum.GetValues<TodayKind>(), cursor,
            query.Whole("limit", 1, 200, 50));
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await today.ReadAsync(wanted, cancellation));
    }
}
