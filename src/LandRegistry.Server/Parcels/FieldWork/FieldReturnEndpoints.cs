using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Gis;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.AspNetCore.Mvc;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>What was chosen of a comparison.</summary>
/// <param name="Values">Values of parcels, each with the side that stands.</param>
/// <param name="LeftOut">Keys of drawn parcels that are not taken over.</param>
internal sealed record ReturnChoices(IReadOnlyDictionary<(long Parcel, string Field), string> Values, IReadOnlySet<string> LeftOut);

/// <summary>Takes field packages back.</summary>
internal static class FieldReturnEndpoints
{
    /// <summary>The choice of the field's value.</summary>
    public const string TakeField = "field";

    private const string KeepOffice = "office";
    private const long MostBytes = 256 << 20;
    private const int ReasonLength = 1000;

    private static readonly Text Return = new("该交回文件", "such returned file");

    public static void MapFieldReturns(this IEndpointRouteBuilder routes)
    {
        var returns = routes.MapGroup("/api/field-returns").Needs(RegisterAction.Import).WithTags("field work").WithMetadata(QueryParameters.None);
        returns.MapPost("", Take).WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .WithSummary("Takes a field package back, sent as the plain body, and compares it; the same file again is the same return; 422 when it cannot be understood")
            .Accepts<Stream>("*/*").Produces<FieldReturn>().Answers(400, 409, 413, 422);
        returns.MapGet("/{id}", Compare).WithSummary("A returned package compared with what was handed out and what the register says now; its ETag is what choices stand on")
            .Produces<FieldReturn>().Answers(400, 404);
        returns.MapPost("/{id}/apply", Apply)
            .WithSummary("Takes a return over as one change that can be undone; If-Match: the ETag of the comparison; 409 while conflicts are open or rules refuse")
            .Accepts<ApplyReturnRequest>("application/json").Produces<FieldReturn>().Answers(400, 404, 409, 412, 428);
    }

    private static async Task<IResult> Take(HttpContext http, FieldReturns returns, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        using var folder = new TemporaryFolder();
        var path = folder.PathOf("returned.gpkg");
        await using (var file = File.Create(path))
        {
            await http.Request.Body.CopyToAsync(file, cancellation);
        }

        var taken = await returns.TakeAsync(path, query.Scope, http.User.Identity!.Name!, cancellation);
        return taken switch
        {
            { Id: { } id } => await AnswerAsync(id, http, returns, cancellation),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            _ => Problem.Of(
                ProblemKind.FieldFileRefused, new("未读取任何内容，见 faults。请在外业数据包中更正后重新交回。", "Nothing was taken; see faults. Mend them in the package and bring it back again."),
                body => body with { Faults = [.. taken.Faults.Select(fault => new Fault(fault.Place, fault.Message, fault.MessageZh))] }),
        };
    }

    private static async Task<IResult> Compare(string id, HttpContext http, FieldReturns returns, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var returned = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults) : await AnswerAsync(returned, http, returns, cancellation);
    }

    private static async Task<IResult> Apply(string id, ApplyReturnRequest request, HttpContext http, FieldReturns returns, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var returned = faults.Id("id", id);
        var reason = faults.RequiredText("reason", request.Reason, ReasonLength);
        var choices = ReadChoices(faults, request.Choices ?? []);
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (http.Request.Headers.IfMatch.ToString() is not { Length: > 0 } seen)
        {
            return Problem.VersionNeeded();
        }

        return await returns.ApplyAsync(returned, seen, choices, reason, http.User.Identity!.Name!, cancellation) switch
        {
            ReturnOutcome.Missing => Problem.NotFound(Return),
            ReturnOutcome.Refused refused => Problem.Refused(refused.Refusal),
            ReturnOutcome.Stale => Problem.Stale((await returns.CompareAsync(returned, cancellation))!.Value.Return),
            _ => await AnswerAsync(returned, http, returns, cancellation),
        };
    }

    private static async Task<IResult> AnswerAsync(long id, HttpContext http, FieldReturns returns, CancellationToken cancellation)
    {
        if (await returns.CompareAsync(id, cancellation) is not { } compared)
        {
            return Problem.NotFound(Return);
        }

        http.Response.Headers.ETag = compared.ETag;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(compared.Return);
    }

    private static ReturnChoices ReadChoices(QueryReader faults, IReadOnlyList<ReturnChoice> choices)
    {
        var (values, drawn) = (new Dictionary<(long, string), string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        for (var i = 0; i < choices.Count; i++)
        {
            var (choice, place) = (choices[i], FormattableString.Invariant($"choices[{i}]"));
            var isOnce = choice switch
            {
                { Drawn: { } key, ParcelId: null, Field: null, Take: TakeField or KeepOffice } => drawn.TryAdd(key, choice.Take),
                { Drawn: null, ParcelId: { } parcel, Field: { } field, Take: TakeField or KeepOffice } when ThriceParcel.TextFields.Contains(field) || field == ThriceParcel.Boundary =>
                    values.TryAdd((parcel, field), choice.Take),
                _ => (bool?)null,
            };
            if (isOnce is null)
            {
                faults.Add(
                    place, "Needs parcelId and field (a value of the comparison), or drawn (a key of the comparison), and take (field or office).",
                    "需要 parcelId 与 field（对比中的一项），或 drawn（对比中的新绘宗地），以及 take（field 或 office）。");
            }
            else if (isOnce is false)
            {
                faults.Add(place, "Chosen twice.", "重复选择。");
            }
        }

        return new(values, drawn.Where(one => one.Value == KeepOffice).Select(one => one.Key).ToHashSet(StringComparer.Ordinal));
    }
}
