using LandRegistry.Domain.Common;
using LandRegistry.Domain.Projects;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Zones;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;

namespace LandRegistry.Server.Projects.Sites;

/// <summary>Rules of zones on industries (产业准入).</summary>
internal sealed class IndustryStore(RegistryDb db, PoolChanges changes)
{
    public static readonly Text Zone = new("该区域", "such zone");

    public static readonly Text Rule = new("该产业准入", "such rule on industries");

    /// <summary>All rules of the zones in sight.</summary>
    public async Task<List<IndustryRuleShape>> AllAsync(ZoneScope scope, CancellationToken cancellation) =>
        [.. (await db.Set<RecordedIndustryRule>().AsNoTracking().Where(rule => scope.Zones == null || scope.Zones.Contains(rule.ZoneId)).OrderBy(rule => rule.ZoneId).ThenBy(rule => rule.IndustryCode).ToListAsync(cancellation)).Select(Shape)];

    /// <summary>What holds in each zone: its own rules, or those of the nearest zone above that has any.</summary>
    public async Task<Func<long, IReadOnlyList<ZoneIndustry>>> ByZoneAsync(CancellationToken cancellation)
    {
        var rules = (await db.Set<RecordedIndustryRule>().AsNoTracking().ToListAsync(cancellation)).ToLookup(rule => rule.ZoneId, rule => new ZoneIndustry(rule.IndustryCode, rule.Rule));
        var parents = rules.Count == 0 ? [] : await db.Set<Zone>().ToDictionaryAsync(zone => zone.Id, zone => zone.ParentId, cancellation);
        var found = new Dictionary<long, IReadOnlyList<ZoneIndustry>>();
        return zone =>
        {
            if (!found.TryGetValue(zone, out var list))
            {
                long? at = zone;
                while (at is { } here && !rules.Contains(here))
                {
                    at = parents.GetValueOrDefault(here);
                }

                found.Add(zone, list = at is { } named ? [.. rules[named]] : []);
            }

            return list;
        };
    }

    /// <summary>Says whether an industry is wanted.</summary>
    public async Task<PoolOutcome> SayAsync(RecordedIndustryRule said, ZoneScope scope, ChangeOrigin origin, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        // The row lock makes two who say something of one zone take turns.
        if (!scope.Holds(said.ZoneId) || !await db.Set<Zone>().FromSql($"select * from registry.zone where id = {said.ZoneId} for update").AnyAsync(cancellation))
        {
            return new PoolOutcome.Missing(Zone);
        }

        if (await db.Set<RecordedIndustryRule>().SingleOrDefaultAsync(rule => rule.ZoneId == said.ZoneId && rule.IndustryCode == said.IndustryCode, cancellation) is { } former)
        {
            (former.Rule, former.Note) = (said.Rule, said.Note);
            said = former;
        }
        else
        {
            db.Add(said);
        }

        await changes.FinishAsync(transaction, parcelId: null, cancellation);
        return new PoolOutcome.Done(said.Id);
    }

    /// <summary>Takes a rule back.</summary>
    public Task<PoolOutcome> WithdrawAsync(long id, int version, ZoneScope scope, ChangeOrigin origin, CancellationToken cancellation) =>
        changes.ChangeAsync<RecordedIndustryRule>(id, version, Rule, origin, rule =>
        {
            if (!scope.Holds(rule.ZoneId))
            {
                return Task.FromResult<PoolOutcome?>(new PoolOutcome.Missing(Rule));
            }

            rule.Withdrawn = true;
            return Task.FromResult<PoolOutcome?>(null);
        }, cancellation);

    private static IndustryRuleShape Shape(RecordedIndustryRule rule) => new(rule.Id, rule.ZoneId, rule.IndustryCode, Codes<IndustryRule>.Of(rule.Rule), rule.Note, rule.Version);
}

/// <summary>Rules of zones on industries over HTTP.</summary>
internal static class IndustryEndpoints
{
    public static void MapIndustries(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/industry-rules", async (HttpContext http, IndustryStore industries, CancellationToken cancellation) =>
                new QueryReader(http) is { Faults: { Count: > 0 } faults } ? Problem.Malformed(faults) : TypedResults.Ok(new IndustryRuleList(await industries.AllAsync(http.Scope(), cancellation))))
            .WithSummary("Rules of zones on industries; a zone without any follows the nearest above").Produces<IndustryRuleList>().Answers(400);
        routes.MapPost("/industry-rules", Say).Needs(RegisterAction.PlanSupply).WithSummary("Says whether an industry is wanted in a zone; what was said of the same code is replaced")
            .Accepts<IndustryRuleRequest>("application/json").Produces<IndustryRuleList>().Answers(400, 404);
        routes.MapPost("/industry-rules/{id}/withdraw", Withdraw).Needs(RegisterAction.PlanSupply).WithSummary("Takes a rule on industries back; If-Match needed")
            .Accepts<WithdrawRuleRequest>("application/json").Produces<IndustryRuleList>().Answers(400, 404, 412, 428);
    }

    private static async Task<IResult> Say(IndustryRuleRequest request, HttpContext http, IndustryStore industries, [AsParameters] ProjectTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var rule = new RecordedIndustryRule
        {
            ZoneId = request.ZoneId ?? 0,
            IndustryCode = ProjectForm.Industry(faults, "industryCode", faults.RequiredText("industryCode", request.IndustryCode, 20)) ?? "",
            Rule = faults.Required<IndustryRule>("rule", request.Rule),
            Note = faults.OptionalText("note", request.Note, ProjectForm.TextLength),
        };
        if (request.ZoneId is null)
        {
            faults.Add("zoneId", "Required.", "必填。");
        }

        var reason = faults.RequiredText("reason", request.Reason, ProjectForm.TextLength);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : await AnswerAsync(industries, faults.Scope, 0, await industries.SayAsync(rule, faults.Scope, tools.Origin(http, "SayIndustryRule", reason), cancellation), cancellation);
    }

    private static async Task<IResult> Withdraw(string id, WithdrawRuleRequest request, HttpContext http, IndustryStore industries, [AsParameters] ProjectTools tools, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var (rule, reason) = (faults.Id("id", id), faults.RequiredText("reason", request.Reason, ProjectForm.TextLength));
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : Versions.FromIfMatch(http.Request, rule) is not { } version ? Problem.VersionNeeded()
            : await AnswerAsync(industries, faults.Scope, rule, await industries.WithdrawAsync(rule, version, faults.Scope, tools.Origin(http, "WithdrawIndustryRule", reason), cancellation), cancellation);
    }

    private static async Task<IResult> AnswerAsync(IndustryStore industries, ZoneScope scope, long asked, PoolOutcome outcome, CancellationToken cancellation)
    {
        var all = await industries.AllAsync(scope, cancellation);
        return outcome switch
        {
            PoolOutcome.Missing(var what) => Problem.NotFound(what),
            PoolOutcome.Stale when all.Find(rule => rule.Id == asked) is { } current => Problem.Stale(current),
            PoolOutcome.Done => TypedResults.Ok(new IndustryRuleList(all)),
            _ => Problem.NotFound(IndustryStore.Rule),
        };
    }
}
