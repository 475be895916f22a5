using Microsoft.AspNetCore.Diagnostics;

namespace LandRegistry.Server.Platform.Problems;

/// <summary>Gives a body to the bare 404, 405, 413 and 415 of the framework's routing and reading of bodies.</summary>
internal static class UnansweredRequests
{
    public static Task Answer(StatusCodeContext context)
    {
        var http = context.HttpContext;
        return http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound =>
                Problem.NotFound(new($"路径 {http.Request.Path} ", $"route {http.Request.Path}")).ExecuteAsync(http),
            StatusCodes.Status405MethodNotAllowed => Problem.Of(
                ProblemKind.MethodNotAllowed,
                new($"该路径可用方法：{http.Response.Headers.Allow}。", $"Allowed here: {http.Response.Headers.Allow}.")).ExecuteAsync(http),
            StatusCodes.Status413PayloadTooLarge => Problem.BodyTooLarge().ExecuteAsync(http),
            StatusCodes.Status415UnsupportedMediaType =>
                Problem.Of(ProblemKind.NotJson, new("请以 application/json 提交。", "Send application/json.")).ExecuteAsync(http),
            _ => Task.CompletedTask,
        };
    }
}
