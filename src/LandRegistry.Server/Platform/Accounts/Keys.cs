using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LandRegistry.Server.Platform.Accounts;

/// <summary>Random keys that somebody holds while the database has their digest alone.</summary>
internal static class Keys
{
    /// <summary>A new key: 256 random bits, URL-safe.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the database keeps of a key.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>A password that an administrator hands on: used once, then replaced. No letters that look alike.</summary>
    public static string Temporary() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)));
}
