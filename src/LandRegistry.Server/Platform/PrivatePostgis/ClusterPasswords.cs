using System.Buffers.Text;
using System.Security.Cryptography;

namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>The two accounts of a private cluster: its superuser, and the owner of the register, which is none.</summary>
internal sealed record ClusterPasswords(string Superuser, string Owner)
{
    public const string SuperuserName = "postgres";
    public const string OwnerName = "landregistry";

    public static ClusterPasswords Read(ClusterFolder folder)
    {
        try
        {
            var found = File.ReadLines(folder.Passwords)
                .Select(line => line.Split(':'))
                .Where(fields => fields.Length == 5)
                .ToDictionary(fields => fields[3], fields => fields[4], StringComparer.Ordinal);
            return new ClusterPasswords(found[SuperuserName], found[OwnerName]);
        }
        catch (Exception problem) when (problem is FileNotFoundException or KeyNotFoundException or UnauthorizedAccessException)
        {
            throw ClusterFaults.PasswordsMissing(folder.Passwords);
        }
    }

    public static ClusterPasswords Create(ClusterFolder folder)
    {
        var made = new ClusterPasswords(Random(), Random());
        ClusterFiles.WritePrivate(folder.Passwords, $"*:*:*:{SuperuserName}:{made.Superuser}\n*:*:*:{OwnerName}:{made.Owner}\n");
        return made;
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
