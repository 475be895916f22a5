using System.Security.Cryptography;
using System.Text;
using LandRegistry.Domain.Answers;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Readiness;

namespace LandRegistry.Server.Store;

/// <summary>The law that this register applies, and the digest by which stored answers know it.</summary>
public static class RegisterLaw
{
    public static LawBook Book => LawBook.National;

    /// <summary>What a site needs before a tender.</summary>
    public static IReadOnlyList<string> NeededInfrastructure => ReadinessCheck.UsualInfrastructure;

    /// <summary>Changes when the law's data, what a site needs, or a rule in the code does.</summary>
    public static string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{LawBook.NationalText()}\n{string.Join(',', NeededInfrastructure)}\n{ParcelAnswers.RulesVersion}")))[..32];

    /// <summary>Computes the answers; one for each thread.</summary>
    public static ParcelAnswers NewAnswers() => new(Book, NeededInfrastructure);
}
