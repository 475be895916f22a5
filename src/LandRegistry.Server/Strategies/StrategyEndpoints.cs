using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Strategies;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Strategies;

/// <summary>What every command on a strategy is given.</summary>
internal sealed record StrategyTools(StrategyCommands Commands, StrategyReader Strategies, TimeProvider Time)
{
    public DateOnly Today => RegisterDay.Today(Time);
}

/// <summary>One enterprise, one policy: versions, approval, steps, copies, gaps.</summary>
internal static class StrategyEndpoints
{
    private const int TextLength = 2000;

    private static readonly QueryParameters GapParameters = new(
    [
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    public static void AddStrategies(this IServiceCollection services)
    {
        services.AddScoped<StrategyReader>();
        services.AddScoped<StrategyCommands>();
    }

    public static void MapStrategies(this IEndpointRouteBuilder routes)
    {
        var enterprises = routes.MapGroup("/api/enterprises").Needs(RegisterAction.Read).WithTags("strategies").WithMetadata(QueryParameters.None);
        enterprises.MapGet("/{id}/strategies", OfEnterprise).Needs(RegisterAction.Read, RecordKind.Enterprise).WithSummary("Versions of an enterprise's strategy, newest first").Produces<StrategyList>().Answers(400, 404);
        enterprises.MapPost("/{id}/strategies", Draft).Needs(RegisterAction.KeepStrategies, RecordKind.Enterprise).WithSummary("Drafts the next version")
            .Accepts<StrategyRequest>("application/json").Produces<StrategyDetail>(StatusCodes.Status201Created).Answers(400, 404);

        var strategies = routes.MapGroup("/api/strategies").Needs(RegisterAction.Read).WithTags("strategies").WithMetadata(QueryParameters.None);
        strategies.MapGet("/gaps", Gaps).WithMetadata(GapParameters)
            .WithSummary("Idle enterprises that lack a current strategy, a leader, an officer or a plan").Produces<StrategyGapPage>().Answers(400);
        strategies.MapGet("/{id}", One).Needs(RegisterAction.Read, RecordKind.Strategy).WithSummary("One version; strong ETag").Produces<StrategyDetail>().Answers(400, 404);
        strategies.MapPut("/{id}", Redraft).Needs(RegisterAction.KeepStrategies, RecordKind.Strategy).WithSummary("Writes a draft anew; If-Match needed")
            .Accepts<StrategyRequest>("application/json").Produces<StrategyDetail>().Answers(400, 404, 409, 412, 428);
        strategies.MapPost("/{id}/approve", Approve).Needs(RegisterAction.ApproveStrategies, RecordKind.Strategy).WithSummary("Approves a draft, which becomes the one current strategy; If-Match needed")
            .Accepts<ApproveStrategyRequest>("application/json").Produces<StrategyDetail>().Answers(400, 404, 409, 412, 428);
        strategies.MapPost("/{id}/progress", Report).Needs(RegisterAction.KeepStrategies, RecordKind.Strategy).WithSummary("Tells investor, results and whether it is an example; If-Match needed")
            .Accepts<StrategyProgressRequest>("application/json").Produces<StrategyDetail>().Answers(400, 404, 412, 428);
        strategies.MapPost("/{id}/steps/{n}/done", MarkStep).Needs(RegisterAction.KeepStrategies, RecordKind.Strategy).WithSummary("Marks a step done, or not done after all; If-Match needed")
            .Accepts<StepDoneRequest>("application/json").Produces<StrategyDetail>().Answers(400, 404, 409, 412, 428);
        strategies.MapPost("/{id}/copy", Copy).Needs(RegisterAction.KeepStrategies, RecordKind.Strategy).WithSummary("Copies type, steps and target as a draft for another enterprise")
            .Accepts<CopyStrategyRequest>("application/json").Produces<StrategyDetail>(StatusCodes.Status201Created).Answers(400, 404);
    }

    private static async Task<IResult> OfEnterprise(string id, HttpContext http, StrategyReader strategies, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var enterprise = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await strategies.OfEnterpriseAsync(enterprise, cancellation) is { } items ? TypedResults.Ok(new StrategyList(items))
            : Problem.NotFound(StrategyCommands.Enterprise);
    }

    private static async Task<IResult> Gaps(HttpContext http, StrategyReader strategies, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var limit = query.Whole("limit", 1, 200, 50);
        var after = query.Text("cursor") is { } text ? query.Id("cursor", text) : 0;
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await strategies.GapsAsync(after, limit, cancellation));
    }

    private static async Task<IResult> One(string id, HttpContext http, StrategyReader strategies, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var strategy = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await strategies.OneAsync(strategy, cancellation) is { } detail ? Result(http, detail, isNew: false)
            : Problem.NotFound(StrategyCommands.Strategy);
    }

    private static async Task<IResult> Draft(string id, StrategyRequest request, HttpContext http, [AsParameters] StrategyTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var enterprise = faults.Id("id", id);
        var draft = request.Read(faults, enterprise);
        var note = faults.OptionalText("note", request.Note, TextLength);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : await AnswerAsync(http, tools, 0, await tools.Commands.DraftAsync(draft, note, Origin(http, tools, "DraftStrategy", note), cancellation), cancellation);
    }

    private static Task<IResult> Redraft(string id, StrategyRequest request, HttpContext http, [AsParameters] StrategyTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var draft = request.Read(faults, 0);
        var note = faults.OptionalText("note", request.Note, TextLength);
        return RunAsync(id, http, faults, tools, (strategy, version) =>
            tools.Commands.RedraftAsync(strategy, version, draft, note, Origin(http, tools, "RedraftStrategy", note), cancellation), cancellation);
    }

    private static Task<IResult> Approve(string id, ApproveStrategyRequest request, HttpContext http, [AsParameters] StrategyTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var on = faults.Day("on", request.On) ?? tools.Today;
        var reason = faults.OptionalText("reason", request.Reason, TextLength);
        return RunAsync(id, http, faults, tools, (strategy, version) =>
            tools.Commands.ApproveAsync(strategy, version, on, Origin(http, tools, "ApproveStrategy", reason), cancellation), cancellation);
    }

    private static Task<IResult> Report(string id, StrategyProgressRequest request, HttpContext http, [AsParameters] StrategyTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var progress = new StrategyProgress(
            faults.OptionalText("investor", request.Investor, 200), faults.Optional<InvestorStage>("investorStage", request.InvestorStage),
            request.Result is null ? null : StrategyForm.Figures(faults, "result", request.Result), request.IsExemplar);
        var reason = faults.OptionalText("reason", request.Reason, TextLength);
        return RunAsync(id, http, faults, tools, (strategy, version) =>
            tools.Commands.ReportAsync(strategy, version, progress, Origin(http, tools, "ReportStrategy", reason), cancellation), cancellation);
    }

    private static Task<IResult> MarkStep(string id, string n, StepDoneRequest request, HttpContext http, [AsParameters] StrategyTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var position = faults.Id("n", n);
        var on = faults.Day("on", request.On);
        var reason = faults.OptionalText("reason", request.Reason, TextLength);
        return RunAsync(id, http, faults, tools, (strategy, version) =>
            tools.Commands.MarkStepAsync(strategy, version, (int)Math.Min(position, int.MaxValue), on, Origin(http, tools, "MarkStrategyStep", reason), cancellation), cancellation);
    }

    private static async Task<IResult> Copy(string id, CopyStrategyRequest request, HttpContext http, [AsParameters] StrategyTools tools, RecordScope records, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var strategy = faults.Id("id", id);
        var endOn = faults.RequiredDay("endOn", request.EndOn);
        if (request.EnterpriseId is not > 0)
        {
            faults.Add("enterpriseId", "Required: the id of the enterprise that gets the draft.", "必填：接收草案的企业编号。");
        }

        var reason = faults.OptionalText("reason", request.Reason, TextLength);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : !await records.HoldsAsync(faults.Scope, RecordKind.Enterprise, request.EnterpriseId!.Value, null, cancellation) ? Problem.NotFound(StrategyCommands.Enterprise)
            : await AnswerAsync(http, tools, 0, await tools.Commands.CopyAsync(
                strategy, request.EnterpriseId!.Value, endOn, Origin(http, tools, "CopyStrategy", reason), cancellation), cancellation);
    }

    private static async Task<IResult> RunAsync(
        string id, HttpContext http, QueryReader faults, StrategyTools tools, Func<long, int, Task<StrategyEnd>> command, CancellationToken cancellation)
    {
        var strategy = faults.Id("id", id);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : Versions.FromIfMatch(http.Request, strategy) is not { } version ? Problem.VersionNeeded()
            : await AnswerAsync(http, tools, strategy, await command(strategy, version), cancellation);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, StrategyTools tools, long id, StrategyEnd end, CancellationToken cancellation) => end switch
    {
        StrategyEnd.Refused(var refusal) => Problem.Refused(refusal),
        StrategyEnd.Missing(var what) => Problem.NotFound(what),
        StrategyEnd.Stale when await tools.Strategies.OneAsync(id, cancellation) is { } current => Problem.Stale(current),
        StrategyEnd.Done(var written) when await tools.Strategies.OneAsync(written, cancellation) is { } detail => Result(http, detail, isNew: id == 0),
        _ => Problem.NotFound(StrategyCommands.Strategy),
    };

    private static IResult Result(HttpContext http, StrategyDetail detail, bool isNew)
    {
        http.Response.Headers.ETag = Versions.ETag(detail.Id, detail.Version);
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return isNew ? TypedResults.Created($"/api/strategies/{detail.Id}", detail) : TypedResults.Ok(detail);
    }

    private static ChangeOrigin Origin(HttpContext http, StrategyTools tools, string command, string? reason) =>
        new(http.User.Identity!.Name!, command, reason, tools.Time.GetUtcNow());
}
