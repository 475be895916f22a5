using LandRegistry.Domain.Common;
using LandRegistry.Domain.Tenders;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Store;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Tenders;

/// <summary>What every command on a tender is given.</summary>
internal sealed record TenderTools(TenderCommands Commands, TenderReader Tenders, TimeProvider Time)
{
    public DateOnly Today => RegisterDay.Today(Time);
}

/// <summary>The commands on one tender over HTTP: form is checked here, rules in Domain.</summary>
internal static class TenderCommandEndpoints
{
    private const int NameLength = 200;
    private const int TextLength = 2000;
    private const decimal MostYuan = 1e15m;

    public static async Task<IResult> Plan(string id, PlanTenderRequest request, HttpContext http, [AsParameters] TenderTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var parcelId = faults.Id("id", id);
        var (plan, reason) = (ReadPlan(faults, request, tools.Today), faults.RequiredText("reason", request.Reason, TextLength));
        return faults.Faults.Count > 0
            ? Problem.Malformed(faults.Faults)
            : await AnswerAsync(http, tools, 0, await tools.Commands.PlanAsync(parcelId, plan, Origin(http, tools, "PlanTender", reason), cancellation), cancellation);
    }

    public static Task<IResult> Alter(string id, PlanTenderRequest request, HttpContext http, [AsParameters] TenderTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var (plan, reason) = (ReadPlan(faults, request, tools.Today), faults.RequiredText("reason", request.Reason, TextLength));
        return RunAsync(id, http, faults, tools, (tenderId, version) =>
            tools.Commands.AlterAsync(tenderId, version, plan, Origin(http, tools, "AlterTender", reason), cancellation), cancellation);
    }

    public static Task<IResult> Move(string id, MoveTenderRequest request, HttpContext http, [AsParameters] TenderTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var to = faults.Required<TenderStage>("to", request.To);
        var on = faults.Day("on", request.On) ?? tools.Today;
        if (request.Bidders is < 0 or > 10_000)
        {
            faults.Add("bidders", "Not a number from 0 to 10000.", "应为 0 至 10000 之间的整数。");
        }

        var step = new TenderStep(to, on)
        {
            Bidders = request.Bidders,
            Winner = faults.OptionalText("winner", request.Winner, NameLength),
            PriceYuan = Money(faults, "priceYuan", request.PriceYuan),
            ContractNumber = faults.OptionalText("contractNumber", request.ContractNumber, NameLength),
        };
        var terms = new ContractTerms(
            faults.Day("agreedDeliveryOn", request.AgreedDeliveryOn), faults.Day("agreedCommencementOn", request.AgreedCommencementOn),
            faults.Day("agreedCompletionOn", request.AgreedCompletionOn), faults.Day("priceDueOn", request.PriceDueOn));
        if (terms.CompletionOn < terms.CommencementOn)
        {
            faults.Add("agreedCompletionOn", "Lies before agreedCommencementOn.", "早于约定动工日期。");
        }

        var reason = faults.RequiredText("reason", request.Reason, TextLength);
        return RunAsync(id, http, faults, tools, (tenderId, version) =>
            tools.Commands.MoveAsync(tenderId, version, step, terms, Origin(http, tools, "MoveTender", reason), cancellation), cancellation);
    }

    public static Task<IResult> Mark(string id, IndicatorRequest request, HttpContext http, [AsParameters] TenderTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        string[] codes = [.. TenderIndicators.All.Select(indicator => indicator.Code)];
        var mark = new IndicatorMark(
            faults.OneOfOrNone("code", faults.RequiredText("code", request.Code, NameLength), codes) ?? "", Money(faults, "promised", request.Promised), Money(faults, "found", request.Found),
            faults.Day("checkedOn", request.CheckedOn) ?? tools.Today, faults.OptionalText("note", request.Note, TextLength));
        if (mark.CheckedOn > tools.Today)
        {
            faults.Add("checkedOn", "Lies in the future.", "核验日晚于今天。");
        }

        if (mark is { Promised: null, Found: null })
        {
            faults.Add("promised", "Say what is promised or what was found.", "请填写承诺值或核验值。");
        }

        var reason = faults.RequiredText("reason", request.Reason, TextLength);
        return RunAsync(id, http, faults, tools, (tenderId, version) =>
            tools.Commands.MarkAsync(tenderId, version, mark, Origin(http, tools, "MarkIndicator", reason), cancellation), cancellation);
    }

    /// <summary>A tender as an answer, with its strong ETag.</summary>
    public static IResult Result(HttpContext http, TenderDetail detail, bool isNew = false)
    {
        http.Response.Headers.ETag = Versions.ETag(detail.Id, detail.Version);
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return isNew ? TypedResults.Created($"/api/tenders/{detail.Id}", detail) : TypedResults.Ok(detail);
    }

    private static TenderPlan ReadPlan(QueryReader faults, PlanTenderRequest request, DateOnly today)
    {
        var plan = new TenderPlan(
            faults.Required<TenderMethod>("method", request.Method), faults.OptionalText("number", request.Number, NameLength), faults.Day("plannedOn", request.PlannedOn) ?? today, faults.Day("opensOn", request.OpensOn),
            faults.Day("closesOn", request.ClosesOn), Money(faults, "startingPriceYuan", request.StartingPriceYuan), Money(faults, "reservePriceYuan", request.ReservePriceYuan),
            Money(faults, "depositYuan", request.DepositYuan), faults.OptionalText("note", request.Note, TextLength));
        if (plan.PlannedOn > today)
        {
            faults.Add("plannedOn", "Lies in the future.", "拟定日期晚于今天。");
        }

        if (plan.ClosesOn < plan.OpensOn)
        {
            faults.Add("closesOn", "Lies before opensOn.", "早于开始日期。");
        }

        return plan;
    }

    private static decimal? Money(QueryReader faults, string field, decimal? value)
    {
        if (value is < 0 or > MostYuan)
        {
            faults.Add(field, "Not a number from 0 to 10^15.", "应为 0 至 10^15 之间的数。");
        }

        return value;
    }

    private static async Task<IResult> RunAsync(
        string id, HttpContext http, QueryReader faults, TenderTools tools, Func<long, int, Task<TenderOutcome>> command, CancellationToken cancellation)
    {
        var tenderId = faults.Id("id", id);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : Versions.FromIfMatch(http.Request, tenderId) is not { } version ? Problem.VersionNeeded()
            : await AnswerAsync(http, tools, tenderId, await command(tenderId, version), cancellation);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, TenderTools tools, long tenderId, TenderOutcome outcome, CancellationToken cancellation) => outcome switch
    {
        TenderOutcome.Refused(var refusal) => Problem.Refused(refusal),
        TenderOutcome.Missing(var what) => Problem.NotFound(what),
        TenderOutcome.Stale when await tools.Tenders.DetailAsync(tenderId, cancellation) is { } current => Problem.Stale(current),
        TenderOutcome.Done(var id) when await tools.Tenders.DetailAsync(id, cancellation) is { } written => Result(http, written, isNew: tenderId == 0),
        _ => Problem.NotFound(TenderCommands.Tender),
    };

    private static ChangeOrigin Origin(HttpContext http, TenderTools tools, string command, string? reason) =>
        new(http.User.Identity!.Name!, command, reason, tools.Time.GetUtcNow());
}
