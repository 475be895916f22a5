using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.SignIn;

namespace LandRegistry.Server.Events;

/// <summary>
/// What the person at the other end of a stream is told. A stream lives for hours, and rights may be taken away and sessions be ended
/// meanwhile: who they are is asked anew when that is announced, and once a minute for what ends by itself.
/// </summary>
internal sealed class PersonsStream(HttpContext http, NarrowedEvents narrowed, TimeProvider time)
{
    private static readonly TimeSpan Trust = TimeSpan.FromMinutes(1);

    private readonly long? _account = http.Person().AccountId;
    private ZoneScope _scope = http.Scope();
    private DateTimeOffset _askedAt = time.GetUtcNow();

    /// <summary>Whether the stream goes on, and what is to be written to it for an event, or for the mere passing of time.</summary>
    public async Task<(bool Lasts, Told? Told)> HearAsync(Told? told, CancellationToken cancellation)
    {
        var isOthers = told?.Account is { } account && account != _account;
        if (!isOthers && (told?.Account is not null || told == Told.Reload || time.GetUtcNow() - _askedAt >= Trust))
        {
            var before = _scope;
            if (!await AskAsync())
            {
                return (false, null);
            }

            if (!Same(before, _scope))
            {
                return (true, Told.Reload);
            }
        }

        return (true, told is null || told.Account is not null ? null : await narrowed.ForAsync(told, _scope, cancellation));
    }

    private async Task<bool> AskAsync()
    {
        _askedAt = time.GetUtcNow();
        if (await SignedIn.StillAsync(http) is not { Person.Rights: var rights } || !rights.May(RegisterAction.Read))
        {
            return false;
        }

        _scope = rights.ScopeOf(RegisterAction.Read);
        return true;
    }

    private static bool Same(ZoneScope one, ZoneScope other) =>
        one.IsWhole == other.IsWhole && (one.Zones ?? []).AsSpan().SequenceEqual(other.Zones ?? []);
}
