using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Store;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Cases;

/// <summary>What every command on a case is given: who, when, and where to read the answer.</summary>
internal sealed record CaseTools(CaseCommands Commands, CaseReader Cases, RegistryDb Db, TimeProvider Time)
{
    public DateOnly Today => RegisterDay.Today(Time);

    /// <summary>The register's law, for the codes that its books know.</summary>
    public async Task<LawShelf> ShelfAsync(CancellationToken cancellation) => (await RegisterLaw.OfAsync(Db, cancellation)).Shelf;
}

/// <summary>The commands on one case over HTTP: form is checked here, rules in Domain.</summary>
internal static class CaseCommandEndpoints
{
    private const int NameLength = 100;
    private const int NumberLength = 100;
    private const int TextLength = 2000;

    public static async Task<IResult> Open(
        string id, OpenCaseRequest request, HttpContext http, [AsParameters] CaseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var parcelId = faults.Id("id", id);
        var stage = faults.OneOfOrNone("stage", request.Stage, ["watched", "suspected"]) ?? "suspected";
        var on = faults.Day("on", request.On) ?? tools.Today;
        var officer = faults.OptionalText("officer", request.Officer, NameLength);
        var number = faults.OptionalText("number", request.Number, NumberLength);
        var reason = faults.RequiredText("reason", request.Reason, TextLength);
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        var outcome = await tools.Commands.OpenAsync(
            parcelId, new(Codes<CaseStage>.Parse(stage), on, officer, number), Origin(http, tools, "OpenCase", reason), cancellation);
        return await AnswerAsync(http, tools, 0, outcome, cancellation);
    }

    public static Task<IResult> Move(string id, MoveCaseRequest request, HttpContext http, [AsParameters] CaseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var to = faults.Required<CaseStage>("to", request.To);
        var on = faults.Day("on", request.On) ?? tools.Today;
        var reason = faults.RequiredText("reason", request.Reason, TextLength);
        return RunAsync(id, http, faults, tools, (caseId, version) =>
            tools.Commands.MoveAsync(caseId, version, to, on, Origin(http, tools, "MoveCase", reason), cancellation), cancellation);
    }

    public static Task<IResult> Assign(string id, AssignCaseRequest request, HttpContext http, [AsParameters] CaseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var officer = faults.OptionalText("officer", request.Officer, NameLength);
        var reason = faults.OptionalText("reason", request.Reason, TextLength);
        return RunAsync(id, http, faults, tools, (caseId, version) =>
            tools.Commands.AssignAsync(caseId, version, officer, Origin(http, tools, "AssignCase", reason), cancellation), cancellation);
    }

    public static async Task<IResult> AddDocument(string id, AddDocumentRequest request, HttpContext http, [AsParameters] CaseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var kinds = (await tools.ShelfAsync(cancellation)).Documents.Select(kind => kind.Code).Order(StringComparer.Ordinal).ToList();
        var paper = new RecordedDocument
        {
            Kind = faults.OneOfOrNone("kind", faults.RequiredText("kind", request.Kind, NameLength), kinds) ?? "",
            Number = faults.OptionalText("number", request.Number, NumberLength),
            IssuedOn = faults.Day("issuedOn", request.IssuedOn) ?? tools.Today,
            ServedOn = faults.Day("servedOn", request.ServedOn),
            ProofOfService = faults.OptionalText("proofOfService", request.ProofOfService, NumberLength),
            Note = faults.OptionalText("note", request.Note, TextLength),
        };
        if (paper is { ProofOfService: not null, ServedOn: null })
        {
            faults.Add("proofOfService", "Goes with servedOn only.", "须与送达日期一并填写。");
        }

        if (paper.ServedOn < paper.IssuedOn || paper.ServedOn > tools.Today)
        {
            faults.Add("servedOn", "Lies before the issue or in the future.", "送达日早于制发日或晚于今天。");
        }

        return await AddAsync(id, paper, paper.IssuedOn, "AddCaseDocument", http, faults, tools, cancellation);
    }

    public static Task<IResult> Serve(
        string id, string documentId, ServeDocumentRequest request, HttpContext http, [AsParameters] CaseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var paper = faults.Id("documentId", documentId);
        var on = faults.Day("servedOn", request.ServedOn) ?? tools.Today;
        var proof = faults.OptionalText("proofOfService", request.ProofOfService, NumberLength);
        var reason = faults.OptionalText("reason", request.Reason, TextLength);
        if (on > tools.Today)
        {
            faults.Add("servedOn", "Lies in the future.", "送达日晚于今天。");
        }

        return RunAsync(id, http, faults, tools, (caseId, version) =>
            tools.Commands.ServeAsync(caseId, version, paper, new(on, proof), Origin(http, tools, "ServeCaseDocument", reason), cancellation), cancellation);
    }

    public static Task<IResult> Determine(string id, DetermineRequest request, HttpContext http, [AsParameters] CaseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var kind = faults.OneOfOrNone("kind", faults.RequiredText("kind", request.Kind, 1), ["A", "B"]);
        var determination = new RecordedDetermination
        {
            Kind = Codes<IdleKind>.Find(kind) ?? IdleKind.None,
            Cause = faults.Required<CauseSide>("cause", request.Cause),
            OnDay = faults.Day("on", request.On) ?? tools.Today,
            Note = faults.OptionalText("note", request.Note, TextLength),
        };
        return AddAsync(id, determination, determination.OnDay, "DetermineCase", http, faults, tools, cancellation);
    }

    public static Task<IResult> Plan(string id, PlanRequest request, HttpContext http, [AsParameters] CaseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var plan = new RecordedPlan
        {
            Measure = faults.Required<DisposalMeasure>("measure", request.Measure),
            DraftedOn = faults.Day("draftedOn", request.DraftedOn) ?? tools.Today,
            FromOn = faults.Day("from", request.From),
            UntilOn = faults.Day("until", request.Until),
            PricePaidUp = request.Swap?.PricePaidUp,
            MoneyInPlace = request.Swap?.MoneyInPlace,
            PlanChangedByLaw = request.Swap?.PlanChangedByLaw,
            EqualValueLikeUse = request.Swap?.EqualValueLikeUse,
            Note = faults.OptionalText("note", request.Note, TextLength),
        };
        return AddAsync(id, plan, plan.DraftedOn, "PlanDisposal", http, faults, tools, cancellation);
    }

    public static Task<IResult> AddMilestone(string id, MilestoneRequest request, HttpContext http, [AsParameters] CaseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var milestone = new RecordedMilestone
        {
            Kind = faults.Required<MilestoneKind>("kind", request.Kind),
            OnDay = faults.Day("on", request.On) ?? tools.Today,
            Note = faults.OptionalText("note", request.Note, TextLength),
        };
        return AddAsync(id, milestone, milestone.OnDay, "AddCaseMilestone", http, faults, tools, cancellation);
    }

    public static async Task<IResult> AddCause(string id, CauseRequest request, HttpContext http, [AsParameters] CaseTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var causes = (await tools.ShelfAsync(cancellation)).Causes.Select(cause => cause.Code).Order(StringComparer.Ordinal).ToList();
        var cause = new RecordedCause
        {
            Cause = faults.OneOfOrNone("cause", faults.RequiredText("cause", request.Cause, NameLength), causes) ?? "",
            OnDay = faults.Day("on", request.On) ?? tools.Today,
            Document = faults.OptionalText("document", request.Document, NumberLength),
            Note = faults.OptionalText("note", request.Note, TextLength),
        };
        return await AddAsync(id, cause, cause.OnDay, "AddCaseCause", http, faults, tools, cancellation);
    }

    /// <summary>A case as an answer, with its strong ETag.</summary>
    public static IResult Result(HttpContext http, CaseDetail detail, bool isNew = false)
    {
        http.Response.Headers.ETag = Versions.ETag(detail.Id, detail.Version);
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return isNew ? TypedResults.Created($"/api/cases/{detail.Id}", detail) : TypedResults.Ok(detail);
    }

    private static Task<IResult> AddAsync(
        string id, CaseRecord record, DateOnly on, string command, HttpContext http, QueryReader faults, CaseTools tools, CancellationToken cancellation) =>
        RunAsync(id, http, faults, tools, (caseId, version) =>
            tools.Commands.AddAsync(caseId, version, record, on, Origin(http, tools, command, record.Note), cancellation), cancellation);

    private static async Task<IResult> RunAsync(
        string id, HttpContext http, QueryReader faults, CaseTools tools, Func<long, int, Task<CaseOutcome>> command, CancellationToken cancellation)
    {
        var caseId = faults.Id("id", id);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : Versions.FromIfMatch(http.Request, caseId) is not { } version ? Problem.VersionNeeded()
            : await AnswerAsync(http, tools, caseId, await command(caseId, version), cancellation);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, CaseTools tools, long caseId, CaseOutcome outcome, CancellationToken cancellation) => outcome switch
    {
        CaseOutcome.Refused(var refusal) => Problem.Refused(refusal),
        CaseOutcome.Missing(var what) => Problem.NotFound(what),
        CaseOutcome.Stale when await tools.Cases.DetailAsync(caseId, tools.Today, cancellation) is { } current => Problem.Stale(current),
        CaseOutcome.Done(var id) when await tools.Cases.DetailAsync(id, tools.Today, cancellation) is { } written => Result(http, written, isNew: caseId == 0),
        _ => Problem.NotFound(CaseCommands.Case),
    };

    private static ChangeOrigin Origin(HttpContext http, CaseTools tools, string command, string? reason) =>
        new(http.User.Identity!.Name!, command, reason, tools.Time.GetUtcNow());
}
