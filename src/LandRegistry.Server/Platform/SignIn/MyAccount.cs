using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Accounts;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>One's own sessions.</summary>
public sealed record SessionList(IReadOnlyList<SessionShape> Items);

/// <summary>One's own access tokens.</summary>
public sealed record TokenList(IReadOnlyList<TokenShape> Items);

/// <summary>Makes an access token.</summary>
public sealed record NewTokenRequest
{
    /// <summary>What it is for; required.</summary>
    public string? Name { get; init; }

    /// <summary>Its scope: actions that oneself has; required.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>In how many days it ends, 1 to 365; required.</summary>
    public int? Days { get; init; }
}

/// <summary>A new token, which is shown this once.</summary>
/// <param name="Token">Send it as <c>Authorization: Bearer</c>.</param>
/// <param name="Shape">What the list shows of it.</param>
public sealed record NewToken(string Token, TokenShape Shape);

/// <summary>Gives oneself another password.</summary>
public sealed record PasswordRequest
{
    public string? Old { get; init; }

    /// <summary>15 characters at least.</summary>
    public string? New { get; init; }
}

/// <summary>A secret for an authenticator, not kept yet.</summary>
/// <param name="Secret">To type in.</param>
/// <param name="Address">What a picture of it carries.</param>
public sealed record FactorOffer(string Secret, string Address);

/// <summary>Keeps the secret that was offered.</summary>
public sealed record FactorRequest
{
    /// <summary>The secret offered; required.</summary>
    public string? Secret { get; init; }

    /// <summary>The code that the authenticator shows for it; required.</summary>
    public string? Code { get; init; }

    /// <summary>One's password; required.</summary>
    public string? Password { get; init; }
}

/// <summary>Codes that stand in for a lost telephone, each once; shown this once.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>What everybody may do with their own account.</summary>
internal static class MyAccount
{
    private const int NameLength = 100;
    private static readonly Text Session = new("该会话", "such session");
    private static readonly Text Token = new("该令牌", "such token");

    public static void MapMyAccount(this IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("/api/me").Needs(RegisterAction.SignIn).WithTags("sign-in").WithMetadata(QueryParameters.None);
        me.MapGet("/sessions", SessionsOf).WithSummary("One's own sessions, newest first").Produces<SessionList>().Answers();
        me.MapPost("/sessions/{id}/end", EndSession).WithSummary("Ends one of one's own sessions").Produces(204).Answers(400, 404);
        me.MapGet("/tokens", Tokens).WithSummary("One's own access tokens that work, newest first").Produces<TokenList>().Answers();
        me.MapPost("/tokens", Make).WithSummary("Makes an access token with a scope and an end; it is shown this once")
            .Accepts<NewTokenRequest>("application/json").Produces<NewToken>().Answers(400, 409);
        me.MapPost("/tokens/{id}/end", EndToken).WithSummary("Ends one of one's own tokens").Produces(204).Answers(400, 404);
        me.MapPost("/password", SetPassword).WithSummary("Gives oneself another password; all other sessions end")
            .Accepts<PasswordRequest>("application/json").Produces(204).Answers(400, 409);
        me.MapGet("/second-factor", Offer).WithSummary("A secret for an authenticator, which nothing keeps yet").Produces<FactorOffer>().Answers();
        me.MapPost("/second-factor", Keep).WithSummary("Sets up the second factor with the secret offered; answers recovery codes")
            .Accepts<FactorRequest>("application/json").Produces<RecoveryCodes>().Answers(400, 409);
    }

    private static async Task<IResult> SessionsOf(HttpContext http, Sessions sessions, CancellationToken cancellation) => TypedResults.Ok(new SessionList(
        http.Person().AccountId is { } account ? await sessions.OfAsync(account, http.Features.Get<KnownPerson>()!.SessionId, cancellation) : []));

    private static async Task<IResult> EndSession(string id, HttpContext http, Sessions sessions, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var session = faults.Id("id", id);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : http.Person().AccountId is { } account && await sessions.EndAsync(account, session, null, cancellation) ? TypedResults.NoContent()
            : Problem.NotFound(Session);
    }

    private static async Task<IResult> Tokens(HttpContext http, Sessions sessions, CancellationToken cancellation) =>
        TypedResults.Ok(new TokenList(http.Person().AccountId is { } account ? await sessions.TokensAsync(account, cancellation) : []));

    private static async Task<IResult> Make(NewTokenRequest request, HttpContext http, Sessions sessions, AccountBook accounts, TimeProvider time, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var name = faults.RequiredName("name", request.Name, NameLength);
        var person = http.Person();
        var own = person.Rights.Actions.Select(Codes<RegisterAction>.Of).ToList();
        if (request.Actions is not { Count: > 0 } actions || actions.Any(action => !own.Contains(action)))
        {
            faults.Add("actions", $"One or more of: {string.Join(", ", own)}.", $"应取自：{string.Join("、", own)}。");
        }

        if (request.Days is not (>= 1 and <= 365))
        {
            faults.Add("days", "From 1 to 365.", "1 至 365。");
        }

        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        // A token makes no tokens: what leaked once would never end.
        if (person.AccountId is not { } account || http.Features.Get<KnownPerson>()?.SessionId is null)
        {
            return Problem.Refused(AccountRefusals.NoAccount());
        }

        var (token, shape) = await sessions.NewTokenAsync(account, name, [.. request.Actions!.Distinct()], time.GetUtcNow().AddDays(request.Days!.Value), cancellation);
        await accounts.NoteAsync(Hand(http), $"token {name}", cancellation);
        return TypedResults.Ok(new NewToken(token, shape));
    }

    private static async Task<IResult> EndToken(string id, HttpContext http, Sessions sessions, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var token = faults.Id("id", id);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : http.Person().AccountId is { } account && await sessions.EndTokenAsync(account, token, cancellation) ? TypedResults.NoContent()
            : Problem.NotFound(Token);
    }

    private static async Task<IResult> SetPassword(PasswordRequest request, HttpContext http, AccountBook accounts, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        if (string.IsNullOrEmpty(request.Old) || request.Old.Length > PasswordRules.Most)
        {
            faults.Add("old", "Required.", "必填。");
        }

        if (string.IsNullOrEmpty(request.New))
        {
            faults.Add("new", "Required.", "必填。");
        }

        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (http.Person().AccountId is not { } account || http.Features.Get<KnownPerson>()?.SessionId is not { } session)
        {
            return Problem.Refused(AccountRefusals.NoAccount());
        }

        return await accounts.SetPasswordAsync(account, request.Old!, request.New!, session, Hand(http), cancellation) switch
        {
            AccountEnd.WeakPassword(var en, var zh) => Problem.Malformed("new", en, zh),
            AccountEnd.Refused(var refusal) => Problem.Refused(refusal),
            _ => TypedResults.NoContent(),
        };
    }

    private static Microsoft.AspNetCore.Http.HttpResults.Ok<FactorOffer> Offer(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (secret, address) = SecondFactor.New(http.Person().Name);
        return TypedResults.Ok(new FactorOffer(secret, address));
    }

    private static async Task<IResult> Keep(FactorRequest request, HttpContext http, SecondFactor factor, AccountBook accounts, PeopleDirectory directory, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var (secret, code) = (faults.RequiredText("secret", request.Secret, NameLength), faults.RequiredText("code", request.Code, 20));
        if (faults.Faults.Count == 0 && !(secret.Length >= 32 && secret.All(letter => letter is (>= 'A' and <= 'Z') or (>= '2' and <= '7'))))
        {
            faults.Add("secret", "Not the secret that was offered.", "不是所给出的密钥。");
        }

        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (http.Person().AccountId is not { } account || http.Features.Get<KnownPerson>()?.SessionId is null)
        {
            return Problem.Refused(AccountRefusals.NoAccount());
        }

        if (!await accounts.IsPasswordAsync(account, request.Password ?? ""))
        {
            return Problem.Refused(AccountRefusals.PasswordWrong());
        }

        if (!factor.Fits(secret, code))
        {
            return Problem.Refused(AccountRefusals.CodeWrong());
        }

        var codes = await factor.KeepAsync(account, secret, code, cancellation);
        directory.Forget();
        await accounts.NoteAsync(Hand(http), "second factor", cancellation);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new RecoveryCodes(codes));
    }

    /// <summary>Who gives the command, for the audit trail.</summary>
    public static AccountHand Hand(HttpContext http) => new(http.Person().Name, http.Person().AccountId, http.Address());
}
