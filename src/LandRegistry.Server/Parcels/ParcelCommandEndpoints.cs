using LandRegistry.Domain.Parcels;
using LandRegistry.Server.Parcels.Marks;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;

namespace LandRegistry.Server.Parcels;

/// <summary>The commands on one parcel over HTTP: form is checked here, rules in Domain.</summary>
internal static class ParcelCommandEndpoints
{
    internal const int ReasonLength = 2000;

    public static Task<IResult> MarkStatus(
        string id, MarkStatusRequest request, HttpContext http, ParcelCommands commands, ParcelReader parcels, TimeProvider time, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var reason = faults.RequiredText("reason", request.Reason, ReasonLength);
        var mark = faults.ReadStatusMark("", request.To, request.EffectiveDate, request.IdleKind, request.IdleCause, RegisterDay.Today(time));
        return RunAsync(id, http, faults, parcels, (parcelId, version, actor) =>
            commands.MarkStatusAsync(parcelId, version, mark, reason, actor, cancellation), cancellation);
    }

    public static Task<IResult> PutOnHold(
        string id, HoldRequest request, HttpContext http, ParcelCommands commands, ParcelReader parcels, TimeProvider time, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var reason = faults.RequiredText("reason", request.Reason, ReasonLength);
        var until = faults.ReadHoldEnd("until", request.Until, RegisterDay.Today(time));

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
