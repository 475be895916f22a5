using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>One-time sign-in tickets for the owner of the private register. A ticket lives an hour and is spent by its first use.</summary>
public sealed class Tickets(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _open = new(StringComparer.Ordinal);

    /// <summary>A new ticket: 256 random bits, URL-safe.</summary>
    public string Issue()
    {
        var now = time.GetUtcNow();
        foreach (var (old, _) in _open.Where(pair => pair.Value <= now))
        {
            _open.TryRemove(old, out _);
        }

        var ticket = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _open[ticket] = now + Life;
        return ticket;
    }

    /// <summary>Spends a ticket; false when it is unknown, spent or too old.</summary>
    public bool TrySpend(string? ticket) =>
        ticket is not null && _open.TryRemove(ticket, out var end) && end > time.GetUtcNow();
}
