using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Enterprises.Visits;

/// <summary>What every command on visits is given.</summary>
internal sealed record VisitTools(VisitCommands Commands, VisitReader Visits, TimeProvider Time)
{
    public DateOnly Today => RegisterDay.Today(Time);

    public ChangeOrigin Origin(HttpContext http, string command, string? reason) => new(http.User.Identity!.Name!, command, reason, Time.GetUtcNow());
}

/// <summary>Visits to enterprises, findings, plans of visits, and the watch list.</summary>
internal static class VisitEndpoints
{
    private const int TextLength = 2000;
    private const int NameLength = 200;
    private const int MostFindings = 100;

    private static readonly Text Enterprise = new("该企业或该问题", "such enterprise or finding");

    private static readonly QueryParameters TotalParameters = new(
    [
        new("from", "string", "yyyy-MM-dd; first day of the year when absent."),
        new("to", "string", "yyyy-MM-dd, inclusive; today when absent."),
    ]);

    private static readonly QueryParameters WatchParameters = new(
    [
        new("reason", "string", "Only those watched for this reason.", Values: Codes<WatchReason>.All),
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    public static void AddVisits(this IServiceCollection services)
    {
        services.AddScoped<VisitReader>();
        services.AddScoped<VisitCommands>();
    }

    public static void MapVisits(this IEndpointRouteBuilder enterprises)
    {
        enterprises.MapGet("/visit-totals", Totals).WithMetadata(TotalParameters)
            .WithSummary("Visits of a span of days: as visits, premises and enterprises; findings and what was put right").Produces<VisitTotals>().Answers(400);
        enterprises.MapGet("/watched", Watched).WithMetadata(WatchParameters).WithSummary("The watch list, by hand and by rule, each with its reasons").Produces<WatchPage>().Answers(400);
        enterprises.MapGet("/{id}/visits", OfEnterprise).Needs(RegisterAction.Read, RecordKind.Enterprise).WithSummary("Visits, findings, plan of visits, reasons to watch it, and cases of its land; strong ETag")
            .Produces<VisitFile>().Answers(400, 404);
        enterprises.MapPost("/{id}/visits", Visit).Needs(RegisterAction.KeepEnterprises, RecordKind.Enterprise).WithSummary("Records a visit with what was found; If-Match needed")
            .Accepts<VisitRequest>("application/json").Produces<VisitFile>().Answers(400, 404, 412, 428);
        enterprises.MapPost("/{id}/findings/{finding}/rectify", Rectify).Needs(RegisterAction.KeepEnterprises, RecordKind.Enterprise).WithSummary("Says that something found was put right, or not after all; If-Match needed")
            .Accepts<RectifyRequest>("application/json").Produces<VisitFile>().Answers(400, 404, 412, 428);
        enterprises.MapPost("/{id}/visit-plan", Plan).Needs(RegisterAction.KeepEnterprises, RecordKind.Enterprise).WithSummary("Plans how often an enterprise is to be visited; If-Match needed")
            .Accepts<VisitPlanRequest>("application/json").Produces<VisitFile>().Answers(400, 404, 412, 428);
        enterprises.MapPost("/{id}/watch", Watch).Needs(RegisterAction.KeepEnterprises, RecordKind.Enterprise).WithSummary("Puts an enterprise on the watch list by hand, or takes the mark away; If-Match needed")
            .Accepts<WatchRequest>("application/json").Produces<VisitFile>().Answers(400, 404, 412, 428);
    }

    private static async Task<IResult> Totals(HttpContext http, VisitReader visits, TimeProvider time, CancellationToken cancellation)
    {
        var (query, today) = (new QueryReader(http), RegisterDay.Today(time));
        var (from, to) = (query.Day("from", query.Text("from")) ?? new DateOnly(today.Year, 1, 1), query.Day("to", query.Text("to")) ?? today);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await visits.TotalsAsync(from, to, cancellation));
    }

    private static async Task<IResult> Watched(HttpContext http, VisitReader visits, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var reason = query.Optional<WatchReason>("reason", query.Text("reason"));
        var (after, limit) = (query.Text("cursor") is { } text ? query.Id("cursor", text) : 0, query.Whole("limit", 1, 200, 50));
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await visits.WatchedAsync(reason, after, limit, cancellation));
    }

    private static async Task<IResult> OfEnterprise(string id, HttpContext http, VisitReader visits, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var enterprise = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await visits.FileAsync(enterprise, cancellation) is { } file ? Result(http, file)
            : Problem.NotFound(Enterprise);
    }

    private static Task<IResult> Visit(string id, VisitRequest request, HttpContext http, [AsParameters] VisitTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var visit = new EnterpriseVisit
        {
            Kind = faults.Required<VisitKind>("kind", request.Kind),
            OnDay = NotInFuture(faults, tools, "on", faults.Day("on", request.On) ?? tools.Today),
            Visitor = faults.RequiredText("visitor", request.Visitor, NameLength),
            Premises = faults.OptionalText("premises", request.Premises, NameLength),
            Seen = faults.RequiredText("seen", request.Seen, TextLength),
            Source = faults.RequiredText("source", request.Source, NameLength),
            Note = faults.OptionalText("note", request.Note, TextLength),
        };
        List<EnterpriseFinding> findings =
        [
            .. (request.Findings ?? []).Take(MostFindings).Select((one, i) => new EnterpriseFinding
            {
                Found = faults.RequiredText($"findings[{i}].found", one.Found, TextLength), DueOn = faults.Day($"findings[{i}].dueOn", one.DueOn),
            }),
        ];
        if (request.Findings?.Count > MostFindings)
        {
            faults.Add("findings", $"At most {MostFindings}.", $"最多 {MostFindings} 条。");
        }

        return RunAsync(id, http, faults, tools, (enterprise, version) =>
            tools.Commands.VisitAsync(enterprise, version, visit, findings, tools.Origin(http, "VisitEnterprise", visit.Seen), cancellation), cancellation);
    }

    private static Task<IResult> Rectify(string id, string finding, RectifyRequest request, HttpContext http, [AsParameters] VisitTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var (findingId, on) = (faults.Id("finding", finding), faults.Day("on", request.On));
        NotInFuture(faults, tools, "on", on ?? tools.Today);
        var reason = faults.RequiredText("reason", request.Reason, TextLength);
        return RunAsync(id, http, faults, tools, (enterprise, version) =>
            tools.Commands.RectifyAsync(enterprise, version, findingId, on, tools.Origin(http, "RectifyFinding", reason), cancellation), cancellation);
    }

    private static Task<IResult> Plan(string id, VisitPlanRequest request, HttpContext http, [AsParameters] VisitTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        VisitPlan? plan = null;
        if (request.EveryDays is { } days)
        {
            if (days is < 1 or > 730)
            {
                faults.Add("everyDays", "Not a whole number from 1 to 730.", "应为 1 至 730 之间的整数。");
            }

            plan = new() { EveryDays = days, FromOn = tools.Today, Visitor = faults.RequiredText("visitor", request.Visitor, NameLength), Source = http.User.Identity!.Name!, Note = request.Reason };
        }

        var reason = faults.RequiredText("reason", request.Reason, TextLength);
        return RunAsync(id, http, faults, tools, (enterprise, version) =>
            tools.Commands.PlanAsync(enterprise, version, plan, tools.Today, tools.Origin(http, "PlanVisits", reason), cancellation), cancellation);
    }

    private static Task<IResult> Watch(string id, WatchRequest request, HttpContext http, [AsParameters] VisitTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        if (request.IsWatched is null)
        {
            faults.Add("isWatched", "Required: true or false.", "必填：true 或 false。");
        }

        var reason = faults.RequiredText("reason", request.Reason, TextLength);
        return RunAsync(id, http, faults, tools, (enterprise, version) =>
            tools.Commands.WatchAsync(enterprise, version, request.IsWatched == true, tools.Today, tools.Origin(http, "WatchEnterprise", reason), cancellation), cancellation);
    }

    private static DateOnly NotInFuture(QueryReader faults, VisitTools tools, string field, DateOnly day)
    {
        if (day > tools.Today)
        {
            faults.Add(field, "Lies in the future.", "日期晚于今天。");
        }

        return day;
    }

    private static async Task<IResult> RunAsync(
        string id, HttpContext http, QueryReader faults, VisitTools tools, Func<long, int, Task<EnterpriseEnd>> command, CancellationToken cancellation)
    {
        var enterprise = faults.Id("id", id);
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (Versions.FromIfMatch(http.Request, enterprise) is not { } version)
        {
            return Problem.VersionNeeded();
        }

        var end = await command(enterprise, version);
        return end != EnterpriseEnd.Missing && await tools.Visits.FileAsync(enterprise, cancellation) is { } now
            ? end == EnterpriseEnd.Done ? Result(http, now) : Problem.Stale(now)
            : Problem.NotFound(Enterprise);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.Ok<VisitFile> Result(HttpContext http, VisitFile file)
    {
        http.Response.Headers.ETag = Versions.ETag(file.EnterpriseId, file.Version);
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return TypedResults.Ok(file);
    }
}
