using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Store;
using LandRegistry.Server.Store.Audit;
using Microsoft.AspNetCore.Identity;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Platform.Accounts;

/// <summary>An account as administrators see it.</summary>
public sealed record AccountShape
{
    public required long Id { get; init; }
    public required string UserName { get; init; }
    public required string Name { get; init; }
    public required string? Department { get; init; }
    public required string? Telephone { get; init; }
    public required bool IsDisabled { get; init; }
    public required bool IsLocked { get; init; }
    public required bool MustChangePassword { get; init; }
    public required bool NeedsSecondFactor { get; init; }
    public required bool HasSecondFactor { get; init; }
    public required IReadOnlyList<GrantShape> Grants { get; init; }

    /// <summary>Sessions that last.</summary>
    public required long Sessions { get; init; }
    public required DateTimeOffset? SeenAt { get; init; }
}

/// <summary>A role and where it holds: zones with all below them; null for the whole register.</summary>
public sealed record GrantShape(string Role, IReadOnlyList<long>? Zones);

/// <summary>What an administrator says of a person.</summary>
public sealed record AccountWords(string Name, string? Department, string? Telephone, bool NeedsSecondFactor, IReadOnlyList<RoleGrant> Grants);

/// <summary>Who gives the command, for the audit trail.</summary>
public sealed record AccountHand(string Person, long? AccountId, string? Address);

/// <summary>How a command on an account ended.</summary>
public abstract record AccountEnd
{
    /// <summary>Written; the password to hand on where one was made.</summary>
    public sealed record Done(long Id, string? Password = null) : AccountEnd;

    public sealed record Missing : AccountEnd;

    public sealed record Refused(Refusal Refusal) : AccountEnd;

    /// <summary>The password will not do.</summary>
    public sealed record WeakPassword(string En, string Zh) : AccountEnd;
}

/// <summary>Keeps accounts: made, changed, reset and disabled by administrators and the command line. Nobody is deleted: their changes name them.</summary>
internal sealed class AccountBook(
    UserManager<Account> users, NpgsqlDataSource source, PeopleDirectory directory, Sessions sessions, SecondFactor factor, AuditTrail audit, TimeProvider time)
{
    /// <summary>Whether anybody can administer people already.</summary>
    public async Task<bool> HasAdministratorAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            "select exists (select from registry.role_grant g join registry.account a on a.id = g.account_id where g.role = 'administrator' and not a.is_disabled)");
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Whether anybody has an account at all.</summary>
    public async Task<bool> HasAnybodyAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select exists (select from registry.account)");
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>All accounts by name, or one.</summary>
    public async Task<IReadOnlyList<AccountShape>> ListAsync(long? id, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Platform/Accounts/account_list.sql"));
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters.Add(new() { Value = time.GetUtcNow() - PeopleDirectory.Idle });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var accounts = new List<AccountShape>();
        while (await reader.ReadAsync(cancellation))
        {
            var account = new AccountShape
            {
                Id = reader.GetInt64(0),
                UserName = reader.GetString(1),
                Name = reader.GetString(2),
                Department = reader.TextOrNull(3),
                Telephone = reader.TextOrNull(4),
                IsDisabled = reader.GetBoolean(5),
                IsLocked = reader.GetBoolean(6),
                MustChangePassword = reader.GetBoolean(7),
                NeedsSecondFactor = reader.GetBoolean(8),
                HasSecondFactor = reader.GetBoolean(9),
                Sessions = reader.GetInt64(10),
                SeenAt = reader.GetFieldValue<DateTimeOffset?>(11),
                Grants = [],
            };
            var grants = System.Text.Json.JsonSerializer.Deserialize<List<GrantShape>>(reader.GetString(12), System.Text.Json.JsonSerializerOptions.Web)!;
            accounts.Add(account with { Grants = grants });
        }

        return accounts;
    }

    /// <summary>Makes an account; with no password given, one to hand on is made, which has to be changed at the first sign-in.</summary>
    public async Task<AccountEnd> AddAsync(string userName, string? password, AccountWords words, AccountHand hand, CancellationToken cancellation)
    {
        var handedOn = password is null ? Keys.Temporary() : null;
        var account = new Account
        {
            UserName = userName, Name = words.Name, Department = words.Department, Phone = words.Telephone, NeedsSecondFactor = words.NeedsSecondFactor,
            MustChangePassword = handedOn is not null, CreatedAt = time.GetUtcNow().ToUniversalTime(),
        };
        if (await IsTakenAsync(words.Name, 0, cancellation))
        {
            return new AccountEnd.Refused(AccountRefusals.NameTaken(words.Name));
        }

        if (await users.CreateAsync(account, password ?? handedOn!) is { Succeeded: false, Errors: var errors })
        {
            return End(errors.First(), userName);
        }

        await GrantAsync(account.Id, words.Grants, cancellation);
        await NoteAsync(hand, $"add {userName}", cancellation);
        return new AccountEnd.Done(account.Id, handedOn);
    }

    /// <summary>Writes anew what is said of a person and what they may do.</summary>
    public async Task<AccountEnd> ChangeAsync(long id, AccountWords words, bool isDisabled, AccountHand hand, CancellationToken cancellation)
    {
        if (await users.FindByIdAsync($"{id}") is not { } account)
        {
            return new AccountEnd.Missing();
        }

        var stays = !isDisabled && words.Grants.Any(grant => grant.Role == Role.Administrator);
        if (!stays && await IsLastAdministratorAsync(id, cancellation))
        {
            return new AccountEnd.Refused(AccountRefusals.LastAdministrator());
        }

        if (await IsTakenAsync(words.Name, id, cancellation))
        {
            return new AccountEnd.Refused(AccountRefusals.NameTaken(words.Name));
        }

        (account.Name, account.Department, account.Phone) = (words.Name, words.Department, words.Telephone);
        (account.NeedsSecondFactor, account.IsDisabled) = (words.NeedsSecondFactor, isDisabled);
        await users.UpdateAsync(account);
        await GrantAsync(id, words.Grants, cancellation);
        if (isDisabled)
        {
            await sessions.EndAsync(id, null, null, cancellation);
            await sessions.EndTokenAsync(id, null, cancellation);
        }

        await NoteAsync(hand, $"{(isDisabled ? "disable" : "change")} {account.UserName}", cancellation);
        return new AccountEnd.Done(id);
    }

    /// <summary>Gives a person a password to hand on, unlocks them, takes the second factor away and ends sessions and tokens.</summary>
    public async Task<AccountEnd> ResetAsync(long id, AccountHand hand, CancellationToken cancellation)
    {
        if (await users.FindByIdAsync($"{id}") is not { } account)
        {
            return new AccountEnd.Missing();
        }

        var password = Keys.Temporary();
        (account.MustChangePassword, account.Failures, account.LockedUntil) = (true, 0, null);
        await users.RemovePasswordAsync(account);
        await users.AddPasswordAsync(account, password);
        await factor.RemoveAsync(id, cancellation);
        await sessions.EndAsync(id, null, null, cancellation);
        await sessions.EndTokenAsync(id, null, cancellation);
        await NoteAsync(hand, $"reset {account.UserName}", cancellation);
        return new AccountEnd.Done(id, password);
    }

    /// <summary>A person gives themselves another password; all their other sessions end.</summary>
    public async Task<AccountEnd> SetPasswordAsync(long id, string old, string password, long? session, AccountHand hand, CancellationToken cancellation)
    {
        if (await users.FindByIdAsync($"{id}") is not { } account || !await users.CheckPasswordAsync(account, old))
        {
            return new AccountEnd.Refused(AccountRefusals.PasswordWrong());
        }

        account.MustChangePassword = false;
        if (await users.ChangePasswordAsync(account, old, password) is { Succeeded: false, Errors: var errors })
        {
            return End(errors.First(), account.UserName!);
        }

        await sessions.EndAsync(id, null, session, cancellation);
        await NoteAsync(hand, "password", cancellation);
        return new AccountEnd.Done(id);
    }

    /// <summary>Whether a password is the person's, for steps that ask for it once more.</summary>
    public async Task<bool> IsPasswordAsync(long id, string password) =>
        await users.FindByIdAsync($"{id}") is { } account && await users.CheckPasswordAsync(account, password);

    /// <summary>The account of a user name; null when there is none.</summary>
    public async Task<long?> FindAsync(string userName) => (await users.FindByNameAsync(userName))?.Id;

    /// <summary>A line for the audit trail.</summary>
    public Task NoteAsync(AccountHand hand, string what, CancellationToken cancellation) =>
        audit.WriteAsync(new(hand.Person, hand.AccountId, hand.Address, AuditActions.People, what), cancellation);

    private static AccountEnd End(IdentityError error, string userName)
    {
        if (error.Code == "DuplicateUserName")
        {
            return new AccountEnd.Refused(AccountRefusals.UserNameTaken(userName));
        }

        var words = error.Description.Split('|');
        return new AccountEnd.WeakPassword(words[0], words[^1]);
    }

    private async Task<bool> IsTakenAsync(string name, long besides, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select exists (select from registry.account where name = $1 and id <> $2)");
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = besides });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<bool> IsLastAdministratorAsync(long id, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            select coalesce(bool_and(a.id = $1), false)
            from registry.account a join registry.role_grant g on g.account_id = a.id and g.role = 'administrator'
            where not a.is_disabled
            """);
        command.Parameters.Add(new() { Value = id });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task GrantAsync(long id, IReadOnlyList<RoleGrant> grants, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        var clear = new NpgsqlBatchCommand("delete from registry.role_grant where account_id = $1");
        clear.Parameters.Add(new() { Value = id });
        batch.BatchCommands.Add(clear);
        foreach (var (grant, i) in grants.Select((grant, i) => (grant, i)))
        {
            var insert = new NpgsqlBatchCommand("insert into registry.role_grant (account_id, ordinal, role, zone_ids) values ($1, $2, $3, $4)");
            insert.Parameters.Add(new() { Value = id });
            insert.Parameters.Add(new() { Value = i });
            insert.Parameters.Add(new() { Value = Codes<Role>.Of(grant.Role) });
            insert.Parameters.Add(new() { Value = (object?)grant.Zones?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
            batch.BatchCommands.Add(insert);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
        directory.Forget();
    }
}
