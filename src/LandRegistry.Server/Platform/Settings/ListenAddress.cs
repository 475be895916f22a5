using System.Globalization;
using System.Net;

namespace LandRegistry.Server.Platform.Settings;

/// <summary>Where a server listens.</summary>
/// <param name="IsHttps">Whether it speaks HTTPS, with the certificate of the settings.</param>
/// <param name="Address">A local address; <see cref="IPAddress.Any"/> for all.</param>
/// <param name="Port">0 for any free one.</param>
public sealed record ListenAddress(bool IsHttps, IPAddress Address, int Port)
{
    /// <summary>Reads <c>http://ADDRESS:PORT</c> or <c>https://…</c>; the host is an IP address, <c>localhost</c> or <c>*</c>. Null when it is none.</summary>
    public static ListenAddress? Parse(string text)
    {
        var isHttps = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!isHttps && !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = text[(text.IndexOf("//", StringComparison.Ordinal) + 2)..].TrimEnd('/');
        var colon = rest.LastIndexOf(':');
        var hasPort = colon > rest.LastIndexOf(']');
        var host = hasPort ? rest[..colon] : rest;
        var port = isHttps ? 443 : 80;
        if (hasPort && (!int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > IPEndPoint.MaxPort))
        {
            return null;
        }

        return host switch
        {
            "*" => new(isHttps, IPAddress.Any, port),
            "localhost" => new(isHttps, IPAddress.Loopback, port),
            _ => IPAddress.TryParse(host, out var address) ? new(isHttps, address, port) : null,
        };
    }
}
