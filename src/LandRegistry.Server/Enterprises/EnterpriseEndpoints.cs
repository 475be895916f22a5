using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Evaluation;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Strategies;
using LandRegistry.Server.Enterprises.Visits;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Sheets;
using LandRegistry.Server.Store;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Enterprises;

/// <summary>What every command on an enterprise is given.</summary>
internal sealed record EnterpriseTools(EnterpriseCommands Commands, EnterpriseReader Enterprises, RegistryDb Db, TimeProvider Time)
{
    public DateOnly Today => RegisterDay.Today(Time);
}

/// <summary>Lists and shows enterprises, and records figures, states and signals of them.</summary>
internal static class EnterpriseEndpoints
{
    private const int TextLength = 2000;
    private const int NameLength = 200;
    private const string NoStrategy = "none";

    private static readonly Text Enterprise = new("该企业", "such enterprise");

    private static readonly QueryParameter[] Filter =
    [
        new("q", "string", "Words that name, credit code or a former name contains; all of them, any letter case."),
        new("state", "string", "Operating state.", Values: OperatingStates.Codes),
        new("scale", "string", "above or below the designated size.", Values: ["above", "below"]),
        new("idle", "boolean", "true: idle enterprises only."),
        new("zombie", "boolean", "true: enterprises only whose signals reach the cut-off."),
        new("strategy", "string", "Type of the current strategy, or none; repeat for any of several.", Repeatable: true, Values: [.. Codes<StrategyType>.All, NoStrategy]),
    ];

    private static readonly IReadOnlyList<string> Nouns = ["enterprises", "strategies"];

    private static readonly QueryParameters ExportParameters = new(
    [
        .. Filter,
        new("of", "string", "The enterprises themselves, or their current strategies; enterprises when absent.", Values: Nouns),
        .. SheetExport.Parameters(EnterpriseColumns.All).Take(2),
        new("column", "string", "Column, in the order wanted; repeat for several. All when absent.", Repeatable: true,
            Values: [.. EnterpriseColumns.All.Select(field => field.Code).Concat(StrategyColumns.All.Select(field => field.Code)).Distinct()]),
    ]);

    private static readonly QueryParameters ListParameters = new(
    [
        .. Filter,
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    private static readonly QueryParameters DayParameters = new([new("asOf", "string", "yyyy-MM-dd; today when absent. Land, states and signals of that day.")]);

    public static void AddEnterprises(this IServiceCollection services)
    {
        services.AddScoped<EnterpriseReader>();
        services.AddScoped<EnterpriseExport>();
        services.AddScoped<SamePeriodReader>();
        services.AddScoped<EnterpriseCommands>();
        services.AddVisits();
    }

    public static void MapEnterprises(this IEndpointRouteBuilder routes)
    {
        var enterprises = routes.MapGroup("/api/enterprises").Needs(RegisterAction.Read).WithTags("enterprises").WithMetadata(QueryParameters.None);
        enterprises.MapGet("", List).WithMetadata(ListParameters).WithSummary("A page of enterprises, by id").Produces<EnterprisePage>().Answers(400);
        enterprises.MapGet("/export", Export).Needs(RegisterAction.Export).WithMetadata(ExportParameters).WithSummary("The list, or the current strategies of those on it, as a spreadsheet")
            .Produces<byte[]>(contentType: XlsxSheet.MediaType).Answers(400);
        enterprises.MapSamePeriod();
        enterprises.MapVisits();
        enterprises.MapGet("/{id}", Detail).Needs(RegisterAction.Read, RecordKind.Enterprise).WithMetadata(DayParameters)
            .WithSummary("All of an enterprise: land that counts, figures, states, zombie signals, current strategy; strong ETag")
            .Produces<EnterpriseDetail>().Answers(400, 404);
        enterprises.MapPut("/{id}", Describe).Needs(RegisterAction.KeepEnterprises, RecordKind.Enterprise).WithSummary("Corrects name, credit code, industry, scale, beginning of production and exemption of an enterprise; If-Match needed")
            .Accepts<DescribeEnterpriseRequest>("application/json").Produces<EnterpriseDetail>().Answers(400, 404, 409, 412, 428);
        enterprises.MapPost("/{id}/metrics", AddMetric).Needs(RegisterAction.KeepEnterprises, RecordKind.Enterprise).WithSummary("Records a figure of a period; If-Match needed")
            .Accepts<MetricRequest>("application/json").Produces<EnterpriseDetail>().Answers(400, 404, 412, 428);
        enterprises.MapPost("/{id}/operating-states", AddState).Needs(RegisterAction.KeepEnterprises, RecordKind.Enterprise).WithSummary("Records an operating state; If-Match needed")
            .Accepts<StateRequest>("application/json").Produces<EnterpriseDetail>().Answers(400, 404, 412, 428);
        enterprises.MapPost("/{id}/signals", AddSignal).Needs(RegisterAction.KeepEnterprises, RecordKind.Enterprise).WithSummary("Records a sign of a zombie enterprise with its evidence; If-Match needed")
            .Accepts<SignalRequest>("application/json").Produces<EnterpriseDetail>().Answers(400, 404, 412, 428);
    }

    private static async Task<IResult> List(HttpContext http, EnterpriseReader enterprises, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var wanted = ReadWanted(query) with { After = query.Text("cursor") is { } text ? query.Id("cursor", text) : 0, Limit = query.Whole("limit", 1, 200, 50) };
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : TypedResults.Ok(await enterprises.PageAsync(wanted, cancellation));
    }

    private static IResult Export(HttpContext http, EnterpriseReader enterprises, EnterpriseExport export, TimeProvider time)
    {
        var query = new QueryReader(http);
        var (wanted, today) = (ReadWanted(query), RegisterDay.Today(time));
        if (query.OneOf("of", Nouns, Nouns[0]) == "strategies")
        {
            var strategies = query.ReadSheet(StrategyColumns.All, http.May);
            return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
                : SheetExport.Answer(http, strategies, new("一企一策", "Strategies"), $"strategies-{today:yyyy-MM-dd}", export.StrategiesAsync(wanted, http.RequestAborted));
        }

        var choice = query.ReadSheet(EnterpriseColumns.All, http.May);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : SheetExport.Answer(http, choice, new("企业", "Enterprises"), $"enterprises-{today:yyyy-MM-dd}", enterprises.AllAsync(wanted, http.RequestAborted));
    }

    /// <summary>The filter of the list, the same for its pages and its file.</summary>
    private static EnterpriseQuery ReadWanted(QueryReader query)
    {
        var state = query.OneOfOrNone("state", query.Text("state"), OperatingStates.Codes);
        var scale = query.OneOfOrNone("scale", query.Text("scale"), ["above", "below"]);
        var strategies = query.Many("strategy", text => (text == NoStrategy || Codes<StrategyType>.Find(text) is not null, text), "a type of strategy", "方案类型");
        return new(query.Text("q", 100), state, scale, query.Truth("idle") == true, query.Truth("zombie") == true, strategies, 0, 0);
    }

    private static async Task<IResult> Detail(string id, HttpContext http, EnterpriseReader enterprises, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var (enterprise, asOf) = (query.Id("id", id), query.Day("asOf", query.Text("asOf")) ?? RegisterDay.Today(time));
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await enterprises.DetailAsync(enterprise, asOf, cancellation) is { } detail ? Result(http, detail)
            : Problem.NotFound(Enterprise);
    }

    private static async Task<IResult> Describe(
        string id, DescribeEnterpriseRequest request, HttpContext http, [AsParameters] EnterpriseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var code = faults.OptionalText("creditCode", request.CreditCode, NameLength)?.ToUpperInvariant();
        if (code is not null && !CreditCode.TryParse(code, out _))
        {
            faults.Add("creditCode", "Not a credit code: 18 digits and capital letters without I, O, S, V, Z.", "不是统一社会信用代码：18 位数字与大写字母（不含 I、O、S、V、Z）。");
        }

        var particulars = new Particulars(
            faults.RequiredText("name", request.Name, NameLength), code, faults.OptionalText("industryCode", request.IndustryCode, 20),
            faults.OneOfOrNone("scale", request.Scale, ["above", "below"]), faults.Day("producingSince", request.ProducingSince), request.IsExempt == true);
        if (particulars.ProducingSince > tools.Today)
        {
            faults.Add("producingSince", "Lies in the future.", "日期晚于今天。");
        }

        var reason = faults.RequiredText("reason", request.Reason, TextLength);
        Refusal? refusal = null;
        var answer = await RunAsync(id, http, faults, tools, async (enterprise, version) =>
        {
            (var end, refusal) = await tools.Commands.DescribeAsync(enterprise, version, particulars, Origin(http, tools, "DescribeEnterprise", reason), cancellation);
            return end;
        }, cancellation);
        return refusal is null ? answer : Problem.Refused(refusal);
    }

    private static Task<IResult> AddMetric(string id, MetricRequest request, HttpContext http, [AsParameters] EnterpriseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var metric = new EnterpriseMetric
        {
            Name = faults.OneOfOrNone("name", faults.RequiredText("name", request.Name, NameLength), Metrics.Codes) ?? "",
            FromOn = faults.RequiredDay("from", request.From),
            ToOn = faults.RequiredDay("to", request.To),
            Amount = request.Amount ?? 0m,
            IsEstimated = request.IsEstimated == true,
            Source = faults.RequiredText("source", request.Source, NameLength),
            Note = faults.OptionalText("note", request.Note, TextLength),
        };
        if (request.Amount is not (> -1e15m and < 1e15m))
        {
            faults.Add("amount", "Required: a number within ±10^15.", "必填：±10^15 之内的数。");
        }

        if (metric.ToOn < metric.FromOn)
        {
            faults.Add("to", "Lies before from.", "期末早于期初。");
        }

        return RunAsync(id, http, faults, tools, (enterprise, version) =>
            tools.Commands.AddMetricAsync(enterprise, version, metric, Origin(http, tools, "AddEnterpriseMetric", metric.Note), cancellation), cancellation);
    }

    private static async Task<IResult> AddState(string id, StateRequest request, HttpContext http, [AsParameters] EnterpriseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var known = (await RegisterLaw.OfAsync(tools.Db, cancellation)).Shelf.Causes.Select(cause => cause.Code).Order(StringComparer.Ordinal).ToList();
        var state = new EnterpriseState
        {
            State = faults.OneOfOrNone("state", faults.RequiredText("state", request.State, NameLength), OperatingStates.Codes) ?? "",
            OnDay = NotInFuture(faults, tools, "on", request.On),
            Causes = [.. (request.Causes ?? []).Select((cause, i) => faults.OneOfOrNone($"causes[{i}]", cause, known) ?? "").Distinct()],
            Source = faults.RequiredText("source", request.Source, NameLength),
            Note = faults.OptionalText("note", request.Note, TextLength),
        };
        return await RunAsync(id, http, faults, tools, (enterprise, version) =>
            tools.Commands.AddStateAsync(enterprise, version, state, Origin(http, tools, "AddOperatingState", state.Note), cancellation), cancellation);
    }

    private static Task<IResult> AddSignal(string id, SignalRequest request, HttpContext http, [AsParameters] EnterpriseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var known = ZombieCheck.Usual.Signals.Select(one => one.Code).ToList();
        var signal = new EnterpriseSignal
        {
            Signal = faults.OneOfOrNone("signal", faults.RequiredText("signal", request.Signal, NameLength), known) ?? "",
            IsPresent = request.IsPresent == true,
            OnDay = NotInFuture(faults, tools, "on", request.On),
            Document = faults.OptionalText("document", request.Document, NameLength),
            Source = faults.RequiredText("source", request.Source, NameLength),
            Note = faults.OptionalText("note", request.Note, TextLength),
        };
        if (request.IsPresent is null)
        {
            faults.Add("isPresent", "Required: true when seen, false when found absent.", "必填：发现为 true，经查没有为 false。");
        }

        return RunAsync(id, http, faults, tools, (enterprise, version) =>
            tools.Commands.AddSignalAsync(enterprise, version, signal, Origin(http, tools, "AddEnterpriseSignal", signal.Note), cancellation), cancellation);
    }

    private static DateOnly NotInFuture(QueryReader faults, EnterpriseTools tools, string field, string? text)
    {
        var day = faults.Day(field, text) ?? tools.Today;
        if (day > tools.Today)
        {
            faults.Add(field, "Lies in the future.", "日期晚于今天。");
        }

        return day;
    }

    private static async Task<IResult> RunAsync(
        string id, HttpContext http, QueryReader faults, EnterpriseTools tools, Func<long, int, Task<EnterpriseEnd>> command, CancellationToken cancellation)
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
        return end != EnterpriseEnd.Missing && await tools.Enterprises.DetailAsync(enterprise, tools.Today, cancellation) is { } now
            ? end == EnterpriseEnd.Done ? Result(http, now) : Problem.Stale(now)
            : Problem.NotFound(Enterprise);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.Ok<EnterpriseDetail> Result(HttpContext http, EnterpriseDetail detail)
    {
        http.Response.Headers.ETag = Versions.ETag(detail.Id, detail.Version);
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return TypedResults.Ok(detail);
    }

    private static ChangeOrigin Origin(HttpContext http, EnterpriseTools tools, string command, string? reason) =>
        new(http.User.Identity!.Name!, command, reason, tools.Time.GetUtcNow());
}
