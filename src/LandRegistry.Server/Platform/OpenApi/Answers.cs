using LandRegistry.Server.Platform.Problems;

namespace LandRegistry.Server.Platform.OpenApi;

/// <summary>Documents which problems a route answers with.</summary>
public static class AnswersExtension
{
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder route, params IEnumerable<int> statuses)
    {
        foreach (var status in statuses.Append(StatusCodes.Status401Unauthorized).Append(StatusCodes.Status403Forbidden).Append(StatusCodes.Status503ServiceUnavailable))
        {
            route.Produces<ProblemBody>(status, "application/problem+json");
        }

        return route;
    }
}
