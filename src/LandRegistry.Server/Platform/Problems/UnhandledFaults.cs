using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace LandRegistry.Server.Platform.Problems;

/// <summary>Turns what nobody caught into a problem: a bad body into 400, a lost database into 503, the rest into 500 without its insides.</summary>
internal sealed class UnhandledFaults(ILogger<UnhandledFaults> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        await ProblemOf(httpContext, exception).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>Whether the database is gone or going, so that trying again later makes sense.</summary>
    public static bool IsDatabaseUnreachable(Exception exception) => exception switch
    {
        // FATAL: the session has ended, or was not begun; on a full disk that has the code of any internal error.
        // 53xxx: out of resources, connections and disk among them. 58xxx: its files cannot be read or written. 57P0x: shutting down or starting up.
        // 08xxx: connection lost. 3D000, 55000: the database is away (being restored) or lets nobody in.
        PostgresException postgres => postgres.InvariantSeverity is "FATAL" or "PANIC"
            || postgres.SqlState.StartsWith("57P0", StringComparison.Ordinal)
            || postgres.SqlState.StartsWith("53", StringComparison.Ordinal)
            || postgres.SqlState.StartsWith("58", StringComparison.Ordinal)
            || postgres.SqlState.StartsWith("08", StringComparison.Ordinal)
            || postgres.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.ObjectNotInPrerequisiteState or PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException npgsql => npgsql.InnerException is SocketException or IOException or TimeoutException or AggregateException or null,
        // A connection that breaks just while a statement is sent takes Npgsql's own objects from under it.
        NullReferenceException or ObjectDisposedException => exception.Source == "Npgsql",
        // The store wraps what Npgsql throws, once or twice.
        { InnerException: { } inner } => IsDatabaseUnreachable(inner),
        _ => false,
    };

    /// <summary>57014: the statement ran longer than it may. 55P03: it waited longer than it may for what another holds. 40P01: two waited for each other.</summary>
    private static bool TookTooLong(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected })
            {
                return true;
            }
        }

        return false;
    }

    private IResult ProblemOf(HttpContext http, Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problem.BodyTooLarge();
            case BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }:
                return Problem.Of(ProblemKind.NotJson, new("请以 application/json 提交。", "Send application/json."));
            case BadHttpRequestException bad:
                return Problem.Malformed("body", Readable(bad), "请求内容无法按 JSON 读取，请核对成员名称与类型。");
            case var lost when IsDatabaseUnreachable(lost):
                logger.LogWarning("The database cannot be reached: {Reason}", lost.GetBaseException().Message);
                return Problem.DatabaseUnreachable(http);
            case var late when TookTooLong(late):
                logger.LogWarning("{Method} {Path} took too long and was given up: {Reason}", http.Request.Method, http.Request.Path.Value, late.GetBaseException().Message);
                return Problem.TookTooLong(http);
            default:
                var traceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
                logger.LogError(exception, "Unhandled fault {TraceId}", traceId);
                return Problem.Of(
                    ProblemKind.Internal,
                    new("请联系管理员并提供 traceId。", "Tell your administrator the traceId."),
                    body => body with { TraceId = traceId });
        }
    }

    private static string Readable(BadHttpRequestException bad) =>
        bad.InnerException is System.Text.Json.JsonException json
            ? $"The body cannot be read as the JSON asked for, at {json.Path ?? "$"}: unknown member, wrong type or broken text."
            : "The body cannot be read as JSON.";
}
