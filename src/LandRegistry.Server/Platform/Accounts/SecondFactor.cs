using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using OtpNet;

namespace LandRegistry.Server.Platform.Accounts;

/// <summary>Time-based one-time passwords (RFC 6238) and the codes that stand in for a lost telephone. None is taken twice.</summary>
internal sealed class SecondFactor(NpgsqlDataSource source, IDataProtectionProvider protection, TimeProvider time)
{
    private const int RecoveryCodes = 10;
    private static readonly VerificationWindow OneStepEitherWay = new(previous: 1, future: 1);

    private readonly IDataProtector _protector = protection.CreateProtector("LandRegistry.SecondFactor");

    /// <summary>A new secret, as an authenticator takes it, and the address that a picture of it carries.</summary>
    public static (string Secret, string Address) New(string person)
    {
        var secret = Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20));
        return (secret, $"otpauth://totp/LandRegistry:{Uri.EscapeDataString(person)}?secret={secret}&issuer=LandRegistry");
    }

    /// <summary>Whether a code is that of a secret not yet kept.</summary>
    public bool Fits(string secret, string code) => StepOf(secret, code) is not null;

    /// <summary>Keeps a secret for an account and gives it new recovery codes, which are shown once.</summary>
    public async Task<IReadOnlyList<string>> KeepAsync(long account, string secret, string code, CancellationToken cancellation)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12)).ToList();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RunAsync(connection, "update registry.account set totp_secret = $2, totp_last_step = $3 where id = $1", cancellation, account, _protector.Protect(secret), StepOf(secret, code) ?? 0);
        await RunAsync(connection, "delete from registry.recovery_code where account_id = $1", cancellation, account);
        await RunAsync(
            connection, "insert into registry.recovery_code (account_id, code_hash) select $1, unnest($2)", cancellation, account, codes.Select(Keys.Hash).ToArray());
        await transaction.CommitAsync(cancellation);
        return codes;
    }

    /// <summary>Takes the second factor away from an account.</summary>
    public async Task RemoveAsync(long account, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await RunAsync(connection, "update registry.account set totp_secret = null where id = $1", cancellation, account);
        await RunAsync(connection, "delete from registry.recovery_code where account_id = $1", cancellation, account);
    }

    /// <summary>Takes a code of an account: that of the moment or a recovery code, each once.</summary>
    public async Task<bool> TakeAsync(Account account, string code, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var plain = string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        if (account.TotpSecret is { } kept && StepOf(_protector.Unprotect(kept), plain) is { } step)
        {
            return await RunAsync(connection, "update registry.account set totp_last_step = $2 where id = $1 and totp_last_step < $2", cancellation, account.Id, step) == 1;
        }

        return await RunAsync(
            connection, "update registry.recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null", cancellation,
            account.Id, Keys.Hash(plain), time.GetUtcNow()) == 1;
    }

    private long? StepOf(string secret, string code) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(time.GetUtcNow().UtcDateTime, code, out var step, OneStepEitherWay) ? step : null;

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
