using System.Globalization;
using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Evaluation;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;

namespace LandRegistry.Server.Evaluations;

/// <summary>Per-mu evaluation (亩均论英雄): rule sets as data, runs, and who moves between two sets. Nothing is stored.</summary>
internal static class EvaluationEndpoints
{
    private static readonly QueryParameters GradeParameters = new(
    [
        new("year", "integer", "The year; the last full one when absent."),
        new("enterprise", "integer", "Id of an enterprise; repeat for several. All when absent.", Repeatable: true),
    ]);

    public static void AddEvaluations(this IServiceCollection services) => services.AddScoped<EvaluationReader>();

    public static void MapEvaluations(this IEndpointRouteBuilder routes)
    {
        var evaluations = routes.MapGroup("/api/evaluations").Needs(RegisterAction.ReadMoney).WithTags("evaluations").WithMetadata(QueryParameters.None);
        evaluations.MapGet("/rules", Rules).Needs(RegisterAction.Read).WithSummary("The built-in rule sets, each with its source").Produces<RuleSetList>().Answers();
        evaluations.MapGet("/grades", Grades).Needs(RegisterAction.Read).WithMetadata(GradeParameters).WithSummary("The grades of enterprises over a year, each by the built-in set of its scale, for lists")
            .Produces<GradeList>().Answers(400);
        evaluations.MapPost("/run", Run).WithSummary("Grades the enterprises of a period by a rule set, or by rules of one's own")
            .Accepts<RunRequest>("application/json").Produces<EvaluationRun>().Answers(400);
        evaluations.MapPost("/compare", Compare).WithSummary("Grades by two sets of rules and says who moves")
            .Accepts<CompareRequest>("application/json").Produces<EvaluationComparison>().Answers(400);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.Ok<RuleSetList> Rules() => TypedResults.Ok(new RuleSetList([.. RuleSets.All.Select(Shape)]));

    private static async Task<IResult> Grades(HttpContext http, EvaluationReader reader, TimeProvider time, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var year = query.Whole("year", 2000, 2200, RegisterDay.Today(time).Year - 1);
        var wanted = query.Many("enterprise", text => (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id), id), "the id of an enterprise", "企业编号");
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var grades = new List<EnterpriseGrade>();
        foreach (var set in RuleSets.All.Where(set => set.Scale != "all"))
        {
            // A grade is a place among all of the scale, however few are asked for.
            var entrants = await reader.EntrantsAsync(set.Scale, Figures(set), new(year, 1, 1), new(year, 12, 31), cancellation);
            grades.AddRange(PerMuEvaluation.Run(entrants.Select(one => one.Period), set.Rules)
                .Where(result => wanted is null || wanted.Contains(result.EnterpriseId))
                .Select(result => new EnterpriseGrade(result.EnterpriseId, set.Id, set.Title, result.Grade?.ToString(), result.NotGraded)));
        }

        return TypedResults.Ok(new GradeList(year, grades));
    }

    private static async Task<IResult> Run(RunRequest request, HttpContext http, EvaluationReader reader, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var set = Choose(faults, "", request.RuleSet, request.Rules);
        var (from, to) = Period(faults, request.From, request.To);
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        var entrants = await reader.EntrantsAsync(set!.Scale, Figures(set), from, to, cancellation);
        var results = PerMuEvaluation.Run(entrants.Select(one => one.Period), set.Rules);
        var known = entrants.ToDictionary(one => one.Period.EnterpriseId);
        return TypedResults.Ok(new EvaluationRun(set.Id, set.Title, from, to, Count(results), results.Select(result => new EvaluatedShape(
            result.EnterpriseId, known[result.EnterpriseId].Name, result.Mu,
            [.. result.Scores.Select(score => new ScoreShape(score.Indicator, score.Value, score.Threshold, score.Score))],
            result.Total, result.Rank, result.Grade?.ToString(), known[result.EnterpriseId].IsEstimated, result.NotGraded))));
    }

    private static async Task<IResult> Compare(CompareRequest request, HttpContext http, EvaluationReader reader, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var before = Choose(faults, "before.", request.Before?.RuleSet, request.Before?.Rules);
        var after = Choose(faults, "after.", request.After?.RuleSet, request.After?.Rules);
        var (from, to) = Period(faults, request.From, request.To);
        if (before is not null && after is not null && before.Scale != after.Scale)
        {
            faults.Add("after", "Is for another scale of enterprises than before.", "前后两套规则适用的企业规模不同。");
        }

        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        var entrants = await reader.EntrantsAsync(before!.Scale, [.. Figures(before).Union(Figures(after!))], from, to, cancellation);
        var periods = entrants.Select(one => one.Period).ToList();
        var (first, second) = (PerMuEvaluation.Run(periods, before.Rules), PerMuEvaluation.Run(periods, after!.Rules));
        var moves = PerMuEvaluation.Moves(first, second);
        var names = entrants.ToDictionary(one => one.Period.EnterpriseId, one => one.Name);
        var (was, now) = (first.ToDictionary(one => one.EnterpriseId), second.ToDictionary(one => one.EnterpriseId));
        return TypedResults.Ok(new EvaluationComparison(Count(first), Count(second), moves.Count, moves.Select(move => new MoveShape(
            move.EnterpriseId, names[move.EnterpriseId], move.Before?.ToString(), move.After?.ToString(), was[move.EnterpriseId].Total, now[move.EnterpriseId].Total,
            was[move.EnterpriseId].Rank, now[move.EnterpriseId].Rank))));
    }

    private static EvaluationRuleSet? Choose(QueryReader faults, string place, string? id, JsonElement? rules)
    {
        if (id is null == rules is null)
        {
            faults.Add(place + "ruleSet", "Exactly one of ruleSet and rules is needed.", "ruleSet 与 rules 须且只须给出一个。");
            return null;
        }

        if (rules is not { } own)
        {
            var ids = string.Join(", ", RuleSets.All.Select(set => set.Id));
            return RuleSets.Find(id) ?? Unknown(ids);
        }

        var read = RuleSets.Read(own);
        foreach (var fault in read.Faults)
        {
            faults.Add($"{place}rules{(fault.Place.Length > 0 ? "." + fault.Place : "")}", fault.Says.En, fault.Says.Zh);
        }

        return read.RuleSet;

        EvaluationRuleSet? Unknown(string ids)
        {
            faults.Add(place + "ruleSet", $"None of {ids}.", $"没有该规则，可选值：{ids}。");
            return null;
        }
    }

    private static (DateOnly From, DateOnly To) Period(QueryReader faults, string? from, string? to)
    {
        var period = (From: faults.RequiredDay("from", from), To: faults.RequiredDay("to", to));
        if (period.To < period.From)
        {
            faults.Add("to", "Lies before from.", "期末早于期初。");
        }

        return period;
    }

    private static List<string> Figures(EvaluationRuleSet set) =>
        [.. set.Rules.Indicators.SelectMany(one => new[] { one.Name, one.Per }).OfType<string>().Distinct()];

    private static GradeCounts Count(IReadOnlyList<Evaluated> results) => new(
        results.Count(one => one.Grade == Grade.A), results.Count(one => one.Grade == Grade.B), results.Count(one => one.Grade == Grade.C),
        results.Count(one => one.Grade == Grade.D), results.Count(one => one.Grade is null));

    private static RuleSetShape Shape(EvaluationRuleSet set) => new(
        set.Id, set.Title, set.Source, set.Quote, set.Note, set.Scale, Codes<AreaBasis>.Of(set.Rules.Basis), set.Rules.MinimumMu, set.Rules.MinimumAgeYears,
        new(set.Rules.ShareA, set.Rules.ShareB, set.Rules.ShareC), set.Rules.MaximumRatio,
        [.. set.Rules.Indicators.Select(one => new IndicatorShape(one.Name, Metrics.Name(one.Name), one.Per, one.IsPerMu, one.Weight, one.Threshold, one.ByIndustry))]);
}
