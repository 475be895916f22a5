using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;

namespace LandRegistry.Server.Events;

/// <summary>Who is editing what, over HTTP.</summary>
internal static class PresenceEndpoints
{
    private const int ShortestSession = 8;
    private const int LongestSession = 64;

    private static readonly Text Parcel = new("该宗地", "such parcel");

    /// <summary>All who are editing.</summary>
    public sealed record PresenceList(IReadOnlyList<Editing> Items);

    /// <summary>Says what a window is editing.</summary>
    public sealed record PresenceRequest
    {
        /// <summary>The parcel; absent when the window ceases to edit.</summary>
        public long? ParcelId { get; init; }
    }

    public static void MapPresence(this IEndpointRouteBuilder routes)
    {
        var presence = routes.MapGroup("/api/presence").Needs(RegisterAction.Read).WithTags("events").WithMetadata(QueryParameters.None);
        presence.MapGet("", List).WithSummary("Who is editing which parcel now; the event presence tells of every change").Produces<PresenceList>().Answers();
        presence.MapPut("/{session}", Put)
            .WithSummary("A window begins to edit a parcel, or ceases to; ends by itself with the window's event stream (session of /api/events)")
            .Accepts<PresenceRequest>("application/json").Produces<PresenceList>().Answers(400, 404);
    }

    /// <summary>Whether a text can be the name of a window: letters and digits of its own choice.</summary>
    public static bool IsSession(string? session) =>
        session is { Length: >= ShortestSession and <= LongestSession } && session.All(char.IsAsciiLetterOrDigit);

    private static async Task<IResult> List(PresenceStore presence, ZoneScope scope, CancellationToken cancellation) =>
        TypedResults.Ok(new PresenceList(await presence.AllAsync(scope, cancellation)));

    private static async Task<IResult> Put(string session, PresenceRequest request, HttpContext http, PresenceStore presence, RecordScope records, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        if (!IsSession(session))
        {
            faults.Add("session", $"{ShortestSession} to {LongestSession} letters and digits.", $"应为 {ShortestSession} 至 {LongestSession} 位字母或数字。");
        }

        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (request.ParcelId is not { } parcel)
        {
            await presence.EndAsync(session, cancellation);
        }
        else if (!await records.HoldsAsync(faults.Scope, RecordKind.Parcel, parcel, null, cancellation)
            || !await presence.BeginAsync(session, http.User.Identity!.Name!, parcel, cancellation))
        {
            return Problem.NotFound(Parcel);
        }

        return await List(presence, faults.Scope, cancellation);
    }
}
