using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Platform.Problems;

/// <summary>The one place that makes error answers.</summary>
public static class Problem
{
    /// <summary>400 with all faults at once.</summary>
    public static IResult Malformed(IReadOnlyList<Fault> faults) => Of(
        ProblemKind.Malformed,
        new($"共 {faults.Count} 处错误，见 faults。", $"{faults.Count} fault(s); see faults."),
        body => body with { Faults = faults });

    /// <summary>400 with one fault.</summary>
    public static IResult Malformed(string field, string message, string messageZh) => Malformed([new(field, message, messageZh)]);

    /// <summary>404 for a row that is not there.</summary>
    public static IResult NotFound(Text what) =>
        Of(ProblemKind.NotFound, new($"{what.Zh}不存在。", $"There is no {what.En}."));

    /// <summary>409: a rule of the register forbids the command.</summary>
    public static IResult Refused(Refusal refusal) => new ProblemResult(BodyOf(refusal));

    /// <summary>409 with every rule that is broken and its place; the first gives the problem its name.</summary>
    public static IResult Refused(Refusal first, IReadOnlyList<BrokenRule> findings) => new ProblemResult(BodyOf(first) with { Findings = findings });

    private static ProblemBody BodyOf(Refusal refusal) => new()
    {
        Type = TypeOf(refusal.Code),
        Code = refusal.Code,
        Status = StatusCodes.Status409Conflict,
        Title = refusal.Title.En,
        TitleZh = refusal.Title.Zh,
        Detail = refusal.Detail.En,
        DetailZh = refusal.Detail.Zh,
        Article = refusal.Article,
    };

    /// <summary>412 with the row as it is now.</summary>
    public static IResult Stale(object current) => Stale(current, seen: null);

    /// <summary>412 with the row as it is now and as the caller saw it.</summary>
    public static IResult Stale(object current, object? seen) => Of(
        ProblemKind.Stale,
        new("请核对当前内容后重新提交。", "Look at the current row and send the command again on its version."),
        body => body with { Current = current, Base = seen });

    /// <summary>428: a write without If-Match.</summary>
    public static IResult VersionNeeded() => Of(
        ProblemKind.VersionNeeded,
        new("请在 If-Match 中提交所依据的版本（ETag）。", "Send the ETag of the version you saw as If-Match."));

    /// <summary>413: the body is larger than the route takes.</summary>
    public static IResult BodyTooLarge() => Of(ProblemKind.TooLarge, new("请缩小请求内容。", "Send less in one request."));

    /// <summary>503 with the seconds after which to try again.</summary>
    public static IResult DatabaseUnreachable(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "2";
        return Of(ProblemKind.DatabaseUnreachable, new("请稍候重试，尚未写入任何内容。", "Try again in a moment; nothing was written."));
    }

    /// <summary>503: the database gave the statement up; nothing was written.</summary>
    public static IResult TookTooLong(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return Of(ProblemKind.TookTooLong, new(
            "服务器忙，或查询范围过大；尚未写入任何内容，请缩小范围或稍候重试。",
            "The server is busy, or the question too wide; nothing was written. Narrow it down or try again in a moment."));
    }

    /// <summary>Any other kind.</summary>
    public static IResult Of(ProblemKind kind, Text detail, Func<ProblemBody, ProblemBody>? extend = null)
    {
        var body = new ProblemBody
        {
            Type = TypeOf(kind.Code),
            Code = kind.Code,
            Status = kind.Status,
            Title = kind.Title.En,
            TitleZh = kind.Title.Zh,
            Detail = detail.En,
            DetailZh = detail.Zh,
        };
        return new ProblemResult(extend is null ? body : extend(body));
    }

    private static string TypeOf(string code) => $"urn:landregistry:problem:{code}";

    private sealed class ProblemResult(ProblemBody body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = body.Status;
            return httpContext.Response.WriteAsJsonAsync(body, options: null, contentType: "application/problem+json");
        }
    }
}
