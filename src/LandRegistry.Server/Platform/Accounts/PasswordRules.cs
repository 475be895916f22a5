using System.Text;
using LandRegistry.Server.Store;
using Microsoft.AspNetCore.Identity;

namespace LandRegistry.Server.Platform.Accounts;

/// <summary>
/// Passwords by NIST SP 800-63B: fifteen characters at least (they may be the only factor), no rule of composition, none of the words
/// that everybody tries. Words, runs and repetitions are taken away first: what is left has to be something of one's own.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>Characters at least.</summary>
    public const int Least = 15;

    /// <summary>Characters at most.</summary>
    public const int Most = 128;

    private const int LeastOfOnesOwn = 6;

    private static readonly IReadOnlyList<string> CommonWords =
        [.. EmbeddedSql.Read("Platform/Accounts/common_words.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).OrderByDescending(word => word.Length)];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Fault(password ?? "", [user.UserName ?? "", user.Name]) is { } fault ? IdentityResult.Failed(fault) : IdentityResult.Success);

    /// <summary>What is wrong with a password; null when nothing is.</summary>
    public static IdentityError? Fault(string password, IReadOnlyList<string> own)
    {
        if (password.EnumerateRunes().Count() < Least)
        {
            return new() { Code = "TooShort", Description = $"At least {Least} characters; several words make a good one.|至少 {Least} 个字符，可用几个词组成。" };
        }

        if (password.Length > Most || password.Contains('\0', StringComparison.Ordinal))
        {
            return new() { Code = "TooLong", Description = $"At most {Most} characters.|最多 {Most} 个字符。" };
        }

        return OfOnesOwn(password, own) < LeastOfOnesOwn
            ? new() { Code = "Common", Description = "Made of words, runs or repetitions that everybody tries; choose others.|由常见词、连续或重复字符组成，容易被猜到，请另选。" }
            : null;
    }

    /// <summary>How many characters are left when everything that is guessed first is taken away.</summary>
    private static int OfOnesOwn(string password, IReadOnlyList<string> own)
    {
        var left = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        foreach (var word in own.Where(word => word.Length >= 3).Select(word => word.ToLowerInvariant()).Concat(CommonWords))
        {
            left = left.Replace(word, "\0", StringComparison.Ordinal);
        }

        // A character that follows from the one before (the same, the next, the one before) adds nothing; nor does a block seen already.
        var kept = new StringBuilder();
        for (var i = 0; i < left.Length; i++)
        {
            var follows = i > 0 && Math.Abs(left[i] - left[i - 1]) <= 1;
            var repeats = i >= 3 && left.IndexOf(left.Substring(i - 2, 3), StringComparison.Ordinal) < i - 2;
            if (char.IsLetterOrDigit(left[i]) && !follows && !repeats)
            {
                kept.Append(left[i]);
            }
        }

        return kept.Length;
    }
}
