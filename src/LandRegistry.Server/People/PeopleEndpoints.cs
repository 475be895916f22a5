using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Accounts;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.SignIn;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.People;

/// <summary>Everybody who has an account.</summary>
public sealed record PeopleList(IReadOnlyList<AccountShape> Items);

/// <summary>A role with what it may do.</summary>
public sealed record RoleShape(string Code, Text Name, IReadOnlyList<string> Actions);

/// <summary>A zone that a role can be limited to.</summary>
public sealed record GrantZone(long Id, long? ParentId, string NameZh, string NameEn);

/// <summary>What people can be given: the roles, and the zones they can be limited to.</summary>
public sealed record GrantChoices(IReadOnlyList<RoleShape> Roles, IReadOnlyList<GrantZone> Zones);

/// <summary>Makes an account, or writes anew what is said of a person.</summary>
public sealed record PersonRequest
{
    /// <summary>What they sign in with; needed for a new account, else not read.</summary>
    public string? UserName { get; init; }

    /// <summary>Name that changes are recorded under; required.</summary>
    public string? Name { get; init; }
    public string? Department { get; init; }
    public string? Telephone { get; init; }
    public bool NeedsSecondFactor { get; init; }
    public bool IsDisabled { get; init; }

    /// <summary>Roles, each for the zones named or, for null, for the whole register; one at least.</summary>
    public IReadOnlyList<GrantShape>? Grants { get; init; }
}

/// <summary>A person as written.</summary>
/// <param name="Account">As it is now.</param>
/// <param name="Password">A password to hand on, shown this once; null when none was made.</param>
public sealed record PersonAnswer(AccountShape Account, string? Password);

/// <summary>Administration of people over HTTP.</summary>
internal static class PeopleEndpoints
{
    private const int NameLength = 100;
    private static readonly Text Somebody = new("该用户", "such person");

    public static void AddPeople(this IServiceCollection services) => services.AddScoped<GrantReader>();

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/people").Needs(RegisterAction.ManagePeople).WithTags("people").WithMetadata(QueryParameters.None);
        people.MapGet("", List).WithSummary("Everybody who has an account, by name").Produces<PeopleList>().Answers();
        people.MapGet("/choices", Choices).WithSummary("The roles with what each may do, and the zones they can be limited to").Produces<GrantChoices>().Answers();
        people.MapPost("", Add).WithSummary("Makes an account; answers a password to hand on").Accepts<PersonRequest>("application/json").Produces<PersonAnswer>().Answers(400, 409);
        people.MapPut("/{id}", Change).WithSummary("Writes anew what is said of a person, their roles and zones, and whether they are disabled")
            .Accepts<PersonRequest>("application/json").Produces<PersonAnswer>().Answers(400, 404, 409);
        people.MapPost("/{id}/reset", Reset).WithSummary("Unlocks, takes the second factor away, ends sessions and tokens; answers a password to hand on")
            .Produces<PersonAnswer>().Answers(400, 404);
        people.MapGet("/{id}/sessions", SessionsOf).WithSummary("The sessions of a person that last").Produces<SessionList>().Answers(400);
        people.MapPost("/{id}/sessions/end", EndSessions).WithSummary("Ends all sessions of a person").Produces(204).Answers(400);
    }

    private static async Task<IResult> List(AccountBook accounts, CancellationToken cancellation) => TypedResults.Ok(new PeopleList(await accounts.ListAsync(null, cancellation)));

    private static async Task<IResult> Choices(GrantReader grants, CancellationToken cancellation) => TypedResults.Ok(new GrantChoices(
        [.. RoleTable.All.Select(role => new RoleShape(Codes<Role>.Of(role), role.Name(), [.. role.Actions().Order().Select(Codes<RegisterAction>.Of)]))],
        await grants.ZonesAsync(cancellation)));

    private static async Task<IResult> Add(PersonRequest request, HttpContext http, AccountBook accounts, GrantReader grants, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var userName = faults.RequiredName("userName", request.UserName, NameLength);
        var words = await ReadAsync(faults, request, grants, cancellation);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : await AnswerAsync(await accounts.AddAsync(userName, null, words, MyAccount.Hand(http), cancellation), http, accounts, cancellation);
    }

    private static async Task<IResult> Change(string id, PersonRequest request, HttpContext http, AccountBook accounts, GrantReader grants, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var account = faults.Id("id", id);
        var words = await ReadAsync(faults, request, grants, cancellation);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : await AnswerAsync(await accounts.ChangeAsync(account, words, request.IsDisabled, MyAccount.Hand(http), cancellation), http, accounts, cancellation);
    }

    private static async Task<IResult> Reset(string id, HttpContext http, AccountBook accounts, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var account = faults.Id("id", id);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : await AnswerAsync(await accounts.ResetAsync(account, MyAccount.Hand(http), cancellation), http, accounts, cancellation);
    }

    private static async Task<IResult> SessionsOf(string id, HttpContext http, Sessions sessions, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var account = faults.Id("id", id);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : TypedResults.Ok(new SessionList(await sessions.OfAsync(account, http.Features.Get<KnownPerson>()!.SessionId, cancellation)));
    }

    private static async Task<IResult> EndSessions(string id, HttpContext http, Sessions sessions, AccountBook accounts, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var account = faults.Id("id", id);
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        await sessions.EndAsync(account, null, null, cancellation);
        await accounts.NoteAsync(MyAccount.Hand(http), $"end sessions of {account}", cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<AccountWords> ReadAsync(QueryReader faults, PersonRequest request, GrantReader grants, CancellationToken cancellation)
    {
        var name = faults.RequiredName("name", request.Name, NameLength);
        var department = faults.OneLine("department", faults.OptionalText("department", request.Department, NameLength));
        var telephone = faults.OneLine("telephone", faults.OptionalText("telephone", request.Telephone, NameLength));
        var known = (await grants.ZonesAsync(cancellation)).Select(zone => zone.Id).ToHashSet();
        if (request.Grants is not { Count: > 0 and <= 20 })
        {
            faults.Add("grants", "From 1 to 20 roles.", "应有 1 至 20 个角色。");
        }

        var read = new List<RoleGrant>();
        foreach (var (grant, i) in (request.Grants ?? []).Select((grant, i) => (grant, i)))
        {
            if (Codes<Role>.Find(grant?.Role) is not { } role)
            {
                faults.Add($"grants[{i}].role", $"None of {string.Join(", ", Codes<Role>.All)}.", $"应为：{string.Join("、", Codes<Role>.All)}。");
            }
            else if (grant!.Zones is { } zones && (zones.Count == 0 || !zones.All(known.Contains)))
            {
                faults.Add($"grants[{i}].zones", "Ids of zones, one at least; null for the whole register.", "应为区域编号；整个登记请用 null。");
            }
            else if (grant.Zones is not null && role is (Role.Administrator or Role.Auditor))
            {
                faults.Add($"grants[{i}].zones", "This role holds for the whole register.", "该角色只能面向整个登记。");
            }
            else
            {
                read.Add(new(role, grant.Zones));
            }
        }

        return new(name, department, telephone, request.NeedsSecondFactor, read);
    }

    private static async Task<IResult> AnswerAsync(AccountEnd end, HttpContext http, AccountBook accounts, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        return end switch
        {
            AccountEnd.Done(var id, var password) => TypedResults.Ok(new PersonAnswer((await accounts.ListAsync(id, cancellation))[0], password)),
            AccountEnd.Refused(var refusal) => Problem.Refused(refusal),
            AccountEnd.WeakPassword(var en, var zh) => Problem.Malformed("userName", en, zh),
            _ => Problem.NotFound(Somebody),
        };
    }
}

/// <summary>Reads the zones that roles can be limited to: their names alone, for whoever administers people need not see into the register.</summary>
internal sealed class GrantReader(NpgsqlDataSource source)
{
    public async Task<IReadOnlyList<GrantZone>> ZonesAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select id, parent_id, name_zh, name_en from registry.zone order by code");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var zones = new List<GrantZone>();
        while (await reader.ReadAsync(cancellation))
        {
            zones.Add(new(reader.GetInt64(0), reader.GetFieldValue<long?>(1), reader.GetString(2), reader.GetString(3)));
        }

        return zones;
    }
}
