using System.Globalization;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Problems;
using Microsoft.AspNetCore.Authorization;

namespace LandRegistry.Server.Platform.Rights;

/// <summary>
/// The one place that compares what a route needs with what the person may do. A route that says nothing of its needs is open to
/// nobody. A record outside the person's zones is not there for them: its id is put out of the way, so that the route itself answers
/// as it does for any id that nothing has.
/// </summary>
internal static class RightsGate
{
    /// <summary>An id that no record has.</summary>
    private static readonly string Nobody = long.MaxValue.ToString(CultureInfo.InvariantCulture);

    public static async Task Pass(HttpContext http, RequestDelegate next)
    {
        // Files of the client and the framework's own answers (405) are no routes of the register.
        if (http.GetEndpoint() is not RouteEndpoint route || route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(http);
            return;
        }

        var needs = route.Metadata.GetMetadata<RouteNeeds>();
        if (needs is null || !http.May(needs.Action))
        {
            await RefuseAsync(http, needs?.Action);
            return;
        }

        if (await IsElsewhereAsync(http, needs, http.Scope()))
        {
            if (await IsElsewhereAsync(http, needs, http.Person().Rights.ScopeOf(RegisterAction.Read)))
            {
                http.Request.RouteValues[needs.Parameter] = Nobody;
            }
            else
            {
                await RefuseAsync(http, needs.Action);
                return;
            }
        }

        await next(http);
    }

    private static async Task<bool> IsElsewhereAsync(HttpContext http, RouteNeeds needs, ZoneScope scope) =>
        needs.Record is { } kind && !scope.IsWhole
        && long.TryParse(http.GetRouteValue(needs.Parameter) as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && !await http.RequestServices.GetRequiredService<RecordScope>().HoldsAsync(scope, kind, id, http.GetRouteValue("kind") as string, http.RequestAborted);

    private static Task RefuseAsync(HttpContext http, RegisterAction? action) => Problem.Of(ProblemKind.NotAllowed, action is { } needed
        ? new($"所需权限：{RegisterActionWords.Of(needed).Zh}。请向系统管理员申请。", $"Needs the right to {RegisterActionWords.Of(needed).En}; ask the administrator.")
        : new("该路径未对任何人开放。", "The route is open to nobody.")).ExecuteAsync(http);
}
