using System.Globalization;
using System.Security.Cryptography;
using LandRegistry.Server.Store.Audit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace LandRegistry.Server.Platform.Accounts;

/// <summary>How an attempt to sign in ended.</summary>
internal abstract record SignInEnd
{
    /// <summary>Signed in, with the key of the new session.</summary>
    public sealed record Done(string Name, string Key) : SignInEnd;

    /// <summary>The password is right; the second factor is wanted within a few minutes, with this.</summary>
    public sealed record CodeWanted(string Pending) : SignInEnd;

    /// <summary>Name, password or code is wrong, or the account disabled: which of them is not said.</summary>
    public sealed record Refused : SignInEnd;

    /// <summary>Too many attempts failed.</summary>
    public sealed record Locked : SignInEnd;
}

/// <summary>From where somebody signs in.</summary>
internal sealed record Caller(string? Address, string? Agent);

/// <summary>Signs people in by password and second factor. Ten failures lock an account for a quarter of an hour.</summary>
internal sealed class SignInDesk(
    UserManager<Account> users, IPasswordHasher<Account> hasher, SecondFactor factor, Sessions sessions, AuditTrail audit, NpgsqlDataSource source,
    IDataProtectionProvider protection, TimeProvider time)
{
    private const int MostFailures = 10;
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);
    private static readonly Account Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, "nobody's password");

    private readonly IDataProtector _pending = protection.CreateProtector("LandRegistry.PendingSignIn");

    /// <summary>Looks at name and password.</summary>
    public async Task<SignInEnd> TryAsync(string userName, string password, Caller caller, CancellationToken cancellation)
    {
        var account = await users.FindByNameAsync(userName);
        // An unknown name takes as long as a known one.
        var right = hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? NobodysHash, password) != PasswordVerificationResult.Failed && account?.PasswordHash is not null;
        if (account is not null && account.LockedUntil > time.GetUtcNow())
        {
            await NoteAsync(account, userName, caller, "locked", cancellation);
            return new SignInEnd.Locked();
        }

        if (account is null || !right || account.IsDisabled)
        {
            return await FailAsync(account, userName, caller, account is null ? "unknown" : right ? "disabled" : "password", cancellation);
        }

        return account.TotpSecret is null
            ? await BeginAsync(account, caller, "password", cancellation)
            : new SignInEnd.CodeWanted(_pending.Protect(string.Create(CultureInfo.InvariantCulture, $"{account.Id}|{account.SecurityStamp}|{(time.GetUtcNow() + Wait).ToUnixTimeSeconds()}")));
    }

    /// <summary>Looks at the second factor of somebody whose password was right.</summary>
    public async Task<SignInEnd> TryCodeAsync(string pending, string code, Caller caller, CancellationToken cancellation)
    {
        if (await PendingAsync(pending) is not { IsDisabled: false } account)
        {
            return new SignInEnd.Refused();
        }

        if (account.LockedUntil > time.GetUtcNow())
        {
            await NoteAsync(account, account.UserName!, caller, "locked", cancellation);
            return new SignInEnd.Locked();
        }

        return await factor.TakeAsync(account, code, cancellation)
            ? await BeginAsync(account, caller, "second factor", cancellation)
            : await FailAsync(account, account.UserName!, caller, "code", cancellation);
    }

    /// <summary>Signs in somebody whom another has vouched for: the office's identity provider.</summary>
    public async Task<SignInEnd> BeginAsync(Account account, Caller caller, string by, CancellationToken cancellation)
    {
        await RunAsync("update registry.account set failures = 0, locked_until = null where id = $1 and (failures > 0 or locked_until is not null)", cancellation, account.Id);
        var key = await sessions.BeginAsync(account.Id, caller.Address, caller.Agent, cancellation);
        await audit.WriteAsync(new(account.Name, account.Id, caller.Address, AuditActions.SignIn, by), cancellation);
        return new SignInEnd.Done(account.Name, key);
    }

    private async Task<Account?> PendingAsync(string pending)
    {
        try
        {
            var parts = _pending.Unprotect(pending).Split('|');
            var account = await users.FindByIdAsync(parts[0]);
            return account?.SecurityStamp == parts[1] && long.Parse(parts[2], CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds() ? account : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<SignInEnd> FailAsync(Account? account, string userName, Caller caller, string why, CancellationToken cancellation)
    {
        await NoteAsync(account, userName, caller, why, cancellation);
        if (account is not null)
        {
            await RunAsync(
                """
                update registry.account set
                    failures = case when failures + 1 >= $2 then 0 else failures + 1 end,
                    locked_until = case when failures + 1 >= $2 then $3 else locked_until end
                where id = $1
                """,
                cancellation, account.Id, MostFailures, time.GetUtcNow() + Lock);
        }

        return new SignInEnd.Refused();
    }

    private Task NoteAsync(Account? account, string userName, Caller caller, string why, CancellationToken cancellation) => audit.WriteAsync(
        new(account?.Name ?? Shown(userName), account?.Id, caller.Address, AuditActions.SignInFailed, why), cancellation);

    /// <summary>What a stranger typed: short, and no control characters for whoever reads the trail.</summary>
    private static string Shown(string typed) => string.Concat(typed.Where(letter => !char.IsControl(letter)).Take(60)) is { Length: > 0 } shown ? shown : "-";

    private async Task RunAsync(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
