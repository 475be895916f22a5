using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Audit;
using LandRegistry.Server.Platform.Accounts;
using LandRegistry.Server.Platform.Web;
using LandRegistry.Server.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LandRegistry.Server.Launch;

/// <summary>Accounts and audit trail for the command line, with or without a running server: whoever may open the database may do this.</summary>
public sealed class AccountConsole : IAsyncDisposable
{
    private static readonly AccountHand Console = new($"{Environment.UserName} (console)", null, null);

    private readonly ServiceProvider _services;

    private AccountConsole(ServiceProvider services) => _services = services;

    public static AccountConsole Open(string connectionString, string dataFolder)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(_ => RegistryDataSource.Create(connectionString));
        services.AddDbContext<RegistryDb>((provider, db) => RegistryDatabase.Options(db, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddDataProtection().SetApplicationName("LandRegistry").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "keys")));
        services.AddAccounts();
        return new(services.BuildServiceProvider());
    }

    /// <summary>All accounts by name.</summary>
    public Task<IReadOnlyList<AccountShape>> ListAsync(CancellationToken cancellation) => WithBookAsync(book => book.ListAsync(null, cancellation));

    /// <summary>Codes of zones by their ids.</summary>
    public async Task<IReadOnlyDictionary<long, string>> ZoneCodesAsync(CancellationToken cancellation)
    {
        await using var command = _services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select id, code from registry.zone");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var codes = new Dictionary<long, string>();
        while (await reader.ReadAsync(cancellation))
        {
            codes.Add(reader.GetInt64(0), reader.GetString(1));
        }

        return codes;
    }

    /// <summary>Makes an account with a password to hand on.</summary>
    /// <param name="userName">What the person signs in with.</param>
    /// <param name="name">Name that changes are recorded under.</param>
    /// <param name="roles">Each a role, or a role and the code of a zone it is limited to: <c>officer@Z1</c>.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<AccountEnd> AddAsync(string userName, string name, IReadOnlyList<string> roles, CancellationToken cancellation)
    {
        if (!OneLine.Is(userName) || !OneLine.Is(name))
        {
            throw new LaunchException("登录名和姓名各为一行，不含控制字符。\nUser name and name are a line each, without control characters.");
        }

        var grants = new List<RoleGrant>();
        foreach (var text in roles)
        {
            var parts = text.Split('@', 2);
            if (Codes<Role>.Find(parts[0]) is not { } role)
            {
                throw new LaunchException($"角色应为 {string.Join("、", Codes<Role>.All)}，可加 @区域代码。\nA role is one of {string.Join(", ", Codes<Role>.All)}, with @ and the code of a zone if limited to one.");
            }

            if (parts.Length > 1 && role is Role.Administrator or Role.Auditor)
            {
                throw new LaunchException($"角色 {parts[0]} 只能面向整个登记。\nThe role {parts[0]} holds for the whole register only.");
            }

            grants.Add(new(role, parts.Length == 1 ? null : [await ZoneAsync(parts[1], cancellation)]));
        }

        return await WithBookAsync(book => book.AddAsync(userName, null, new(name, null, null, false, grants), Console, cancellation));
    }

    /// <summary>Disables an account: its sessions and tokens end.</summary>
    public Task<AccountEnd> DisableAsync(string userName, CancellationToken cancellation) => WithBookAsync(async book =>
    {
        if (await book.FindAsync(userName) is not { } id)
        {
            return new AccountEnd.Missing();
        }

        var account = (await book.ListAsync(id, cancellation))[0];
        var grants = account.Grants.Select(grant => new RoleGrant(Codes<Role>.Parse(grant.Role), grant.Zones)).ToList();
        return await book.ChangeAsync(id, new(account.Name, account.Department, account.Telephone, account.NeedsSecondFactor, grants), isDisabled: true, Console, cancellation);
    });

    /// <summary>Gives an account a password to hand on; unlocks it and takes the second factor away.</summary>
    public Task<AccountEnd> ResetAsync(string userName, CancellationToken cancellation) => WithBookAsync(async book =>
        await book.FindAsync(userName) is { } id ? await book.ResetAsync(id, Console, cancellation) : new AccountEnd.Missing());

    /// <summary>Seals what is not sealed yet and walks the chain of the audit trail.</summary>
    public async Task<AuditVerdict> VerifyAuditAsync(CancellationToken cancellation)
    {
        await _services.GetRequiredService<Store.Audit.AuditTrail>().SealAsync(cancellation);
        return await new AuditReader(_services.GetRequiredService<NpgsqlDataSource>()).VerifyAsync(cancellation);
    }

    /// <summary>Whether a hash that was noted before is still one of the chain's.</summary>
    public async Task<bool> HasAuditHashAsync(string hash, CancellationToken cancellation)
    {
        await using var command = _services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select exists (select from registry.audit_line where encode(hash, 'hex') = $1)");
        command.Parameters.Add(new() { Value = hash });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<T> WithBookAsync<T>(Func<AccountBook, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AccountBook>());
    }

    private async Task<long> ZoneAsync(string code, CancellationToken cancellation)
    {
        await using var command = _services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select id from registry.zone where code = $1");
        command.Parameters.Add(new() { Value = code });
        return await command.ExecuteScalarAsync(cancellation) as long? ?? throw new LaunchException($"没有代码为 {code} 的区域。There is no zone with the code {code}.");
    }
}
