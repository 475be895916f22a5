using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;

namespace LandRegistry.Server.Parcels;

/// <summary>The commands on one parcel over HTTP: form is checked here, rules in Domain.</summary>
internal static class ParcelCommandEndpoints
{
    private const int ReasonLength = 2000;

    public static Task<IResult> MarkStatus(
        string id, MarkStatusRequest request, HttpContext http, ParcelCommands commands, ParcelReader parcels, TimeProvider time, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        if (!ParcelStatuses.TryParse(request.To, out var to))
        {
            faults.Add("to", $"Required: one of {string.Join(", ", ParcelStatuses.Codes)}.", $"必填，可选值：{string.Join("、", ParcelStatuses.Codes)}。");
        }

        var reason = faults.RequiredText("reason", request.Reason, ReasonLength);
        var effectiveOn = faults.Day("effectiveDate", request.EffectiveDate) ?? RegisterDay.Today(time);
        var kind = faults.OneOfOrNone("idleKind", request.IdleKind, ["A", "B"]);
        var cause = faults.OneOfOrNone("idleCause", request.IdleCause, ["government", "holder", "force_majeure"]);
        if (to != ParcelStatus.Idle && (kind ?? cause) is not null)
        {
            faults.Add("idleKind", "Kind and cause of idleness go with a move to idle only.", "闲置类型与原因仅在认定闲置时填写。");
        }

        return RunAsync(id, http, faults, parcels, (parcelId, version, actor) =>
            commands.MarkStatusAsync(parcelId, version, new(to, reason, effectiveOn, kind, cause), actor, cancellation), cancellation);
    }

    public static Task<IResult> PutOnHold(
        string id, HoldRequest request, HttpContext http, ParcelCommands commands, ParcelReader parcels, TimeProvider time, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var reason = faults.RequiredText("reason", request.Reason, ReasonLength);
        var until = faults.Day("until", request.Until);
        if (until < RegisterDay.Today(time))
        {
            faults.Add("until", "Lies in the past.", "暂缓期限早于今天。");
        }

        return RunAsync(id, http, faults, parcels, (parcelId, version, actor) =>
            commands.PutOnHoldAsync(parcelId, version, reason, until, actor, cancellation), cancellation);
    }

    public static Task<IResult> Release(
        string id, ReleaseRequest request, HttpContext http, ParcelCommands commands, ParcelReader parcels, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var reason = faults.RequiredText("reason", request.Reason, ReasonLength);
        return RunAsync(id, http, faults, parcels, (parcelId, version, actor) =>
            commands.ReleaseAsync(parcelId, version, reason, actor, cancellation), cancellation);
    }

    private static async Task<IResult> RunAsync(
        string id, HttpContext http, QueryReader faults, ParcelReader parcels, Func<long, int, string, Task<Outcome>> command, CancellationToken cancellation)
    {
        var parcelId = faults.Id("id", id);
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (Versions.FromIfMatch(http.Request, parcelId) is not { } version)
        {
            return Problem.VersionNeeded();
        }

        return await command(parcelId, version, http.User.Identity!.Name!) switch
        {
            Outcome.Refused(var refusal) => Problem.Refused(refusal),
            Outcome.Stale when await parcels.DetailAsync(parcelId, cancellation) is { } current => Problem.Stale(current),
            Outcome.Done when await parcels.DetailAsync(parcelId, cancellation) is { } written => ParcelResult.Of(http, written),
            _ => Problem.NotFound(ParcelResult.Parcel),
        };
    }
}
