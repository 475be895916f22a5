using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Problems;
using Microsoft.AspNetCore.Authorization;

namespace LandRegistry.Server.Platform.Rights;

/// <summary>The one place that compares what a route needs with what the person may do. A route that says nothing of its needs is open to nobody.</summary>
internal static class RightsGate
{
    public static Task Pass(HttpContext http, RequestDelegate next)
    {
        // Files of the client and the framework's own answers (405) are no routes of the register.
        if (http.GetEndpoint() is not RouteEndpoint route || route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return next(http);
        }

        return route.Metadata.GetMetadata<RouteNeeds>() is { } needs && http.May(needs.Action)
            ? next(http)
            : Problem.Of(ProblemKind.NotAllowed, Detail(route.Metadata.GetMetadata<RouteNeeds>()?.Action)).ExecuteAsync(http);
    }

    private static Text Detail(RegisterAction? action) => action is { } needed
        ? new($"所需权限：{Codes<RegisterAction>.Of(needed)}。请向系统管理员申请。", $"Needs the right {Codes<RegisterAction>.Of(needed)}; ask the administrator.")
        : new("该路径未对任何人开放。", "The route is open to nobody.");
}
