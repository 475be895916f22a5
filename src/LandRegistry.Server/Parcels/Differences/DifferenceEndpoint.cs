using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;

namespace LandRegistry.Server.Parcels.Differences;

/// <summary>Compares two days of the register.</summary>
internal static class DifferenceEndpoint
{
    private static readonly IReadOnlyList<string> Kinds = ["entered", "left", "status", "deadline"];

    private static readonly QueryParameters Parameters = new(
    [
        new("from", "string", "yyyy-MM-dd, the earlier day; required."),
        new("to", "string", "yyyy-MM-dd, the later day, up to today; today when absent."),
        new("kind", "string", "Which parcels to list; counts only when absent.", Values: Kinds),
        .. ParcelFilterQuery.Parameters,
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    public static void MapDifference(this IEndpointRouteBuilder parcels) => parcels.MapGet("/difference", Difference).WithMetadata(Parameters)
        .WithSummary("What a later day has otherwise than an earlier one: parcels that entered or left the filter, changed status, moved a deadline")
        .Produces<ParcelDifference>().Answers(400);

    private static async Task<IResult> Difference(HttpContext http, DifferenceReader differences, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var today = RegisterDay.Today(time);
        var from = query.ReadPastDay("from", today);
        if (from is null && !query.Faults.Any(fault => fault.Field == "from"))
        {
            query.Add("from", "Required.", "必填。");
        }

        var to = query.ReadPastDay("to", today) ?? today;
        if (from > to)
        {
            query.Add("from", "Lies after the later day.", "晚于截止日期。");
        }

        var kind = query.OneOfOrNone("kind", query.Text("kind"), Kinds);
        var filter = query.ReadFilter();
        var limit = query.Whole("limit", 1, 200, 50);
        var cursor = query.ReadCursor($"difference-{kind}");
        return query.Faults.Count > 0
            ? Problem.Malformed(query.Faults)
            : TypedResults.Ok(await differences.BetweenAsync(new(filter, from!.Value, to, IsToNow: to == today), kind, cursor, limit, cancellation));
    }
}
