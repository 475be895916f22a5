using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>
/// Remembers for half a minute what a sign-in cookie says, so that a map that asks for a hundred tiles has its cookie
/// decrypted once. The end of the cookie's life is looked at every time all the same, by the framework.
/// </summary>
internal sealed class RememberedTickets(ISecureDataFormat<AuthenticationTicket> format) : ISecureDataFormat<AuthenticationTicket>, IDisposable
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    private readonly MemoryCache _tickets = new(new MemoryCacheOptions { SizeLimit = 1000 });

    public string Protect(AuthenticationTicket data) => format.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => format.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null)
        {
            return null;
        }

        if (_tickets.TryGetValue((protectedText, purpose), out AuthenticationTicket? remembered))
        {
            return remembered;
        }

        // Only what decrypts is remembered: noise from strangers takes no room.
        var ticket = format.Unprotect(protectedText, purpose);
        return ticket is null ? null : _tickets.Set((protectedText, purpose), ticket, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Memory });
    }

    public void Dispose() => _tickets.Dispose();
}
