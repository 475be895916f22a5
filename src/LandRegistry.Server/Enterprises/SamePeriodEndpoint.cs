using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;

namespace LandRegistry.Server.Enterprises;

/// <summary>The comparison with the same period of the year before, over HTTP.</summary>
internal static class SamePeriodEndpoint
{
    private static readonly QueryParameters Parameters = new(
    [
        new("metric", "string", "Figure; output_yuan when absent.", Values: Metrics.Codes),
        new("from", "string", "First day of the period, yyyy-MM-dd; with to; the last full year when absent."),
        new("to", "string", "Last day of the period, inclusive, yyyy-MM-dd."),
        new("tolerance", "number", "Per cent of the former figure within which a figure counts as level, 0 to 100; 5 when absent."),
        new("bucket", "string", "List enterprises of this bucket only.", Values: Codes<SamePeriodBucket>.All),
        new("limit", "integer", "Enterprises listed, 1 to 1000; 200 when absent."),
    ]);

    public static void MapSamePeriod(this RouteGroupBuilder enterprises) =>
        enterprises.MapGet("/same-period", Compare).Needs(RegisterAction.ReadMoney).WithMetadata(Parameters).WithSummary("Figures of enterprises in production against the same period of the year before")
            .Produces<SamePeriodAnswer>().Answers(400);

    private static async Task<IResult> Compare(HttpContext http, SamePeriodReader comparison, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var year = RegisterDay.Today(time).Year - 1;
        var metric = query.OneOf("metric", Metrics.Codes, "output_yuan");
        var (from, to) = (query.Day("from", query.Text("from")), query.Day("to", query.Text("to")));
        if ((from is null) != (to is null) || to < from)
        {
            query.Add("to", "from and to go together, in order.", "期初与期末须同时填写，且先后有序。");
        }

        var tolerance = query.NotNegative("tolerance") ?? 5;
        if (tolerance > 100)
        {
            query.Add("tolerance", "Over 100 per cent.", "超过百分之一百。");
        }

        var bucket = query.OneOfOrNone("bucket", query.Text("bucket"), Codes<SamePeriodBucket>.All);
        var wanted = new SamePeriodQuery(
            metric, from ?? new(year, 1, 1), to ?? new(year, 12, 31), tolerance / 100, Codes<SamePeriodBucket>.Find(bucket), query.Whole("limit", 1, 1000, 200));
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await comparison.ReadAsync(wanted, cancellation));
    }
}
