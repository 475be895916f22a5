using System.Globalization;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Accounts;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Web;
using LandRegistry.Server.Store.Audit;
using Microsoft.AspNetCore.Authentication;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>The pages of sign-in: forms that work without the client and without script.</summary>
internal static class SignInForms
{
    private const string Wrong = "登录名、密码或验证码不正确。The user name, password or code is wrong.";
    private const string Void = "代码不正确或已失效。The code is wrong or void.";
    private const string Locked = "失败次数过多，请 15 分钟后再试。Too many attempts have failed; try again in 15 minutes.";

    public static void MapSignInForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in", Password).ExcludeFromDescription().AllowAnonymous().DisableAntiforgery();
        routes.MapPost("/sign-in/code", Code).ExcludeFromDescription().AllowAnonymous().DisableAntiforgery();
        routes.MapGet("/sign-in/first", (string? code) => SignInPage.OfFirst(code ?? "", null)).ExcludeFromDescription().AllowAnonymous();
        routes.MapPost("/sign-in/first", First).ExcludeFromDescription().AllowAnonymous().DisableAntiforgery();
        routes.MapPost("/api/sign-out", SignOut).Needs(RegisterAction.SignIn).WithMetadata(Queries.QueryParameters.None)
            .WithTags("sign-in").WithSummary("Ends the session that asks").Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>A path of this site to go back to, whatever was sent; anything else is the front page.</summary>
    public static string Local(string? path) =>
        path is { Length: > 0 and < 2000 } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl) && !path.Contains('\\', StringComparison.Ordinal)
            ? path : "/";

    /// <summary>What a browser that is not signed in is shown.</summary>
    public static async Task<IResult> PageAsync(HttpContext http) =>
        await http.RequestServices.GetRequiredService<AccountBook>().HasAnybodyAsync(http.RequestAborted)
            ? SignInPage.OfPassword(http.Request.Path.StartsWithSegments("/sign-in", StringComparison.Ordinal) ? "/" : Local($"{http.Request.Path}{http.Request.QueryString}"), null, http.RequestServices.GetService<SignInPage.Provider>())
            : SignInPage.OfLink();

    /// <summary>Gives the browser the cookie of a new session.</summary>
    public static async Task<IResult> EnterAsync(HttpContext http, SignInEnd.Done done, string? back)
    {
        await http.SignInAsync(SignedIn.OfSession(done.Name, done.Key), new AuthenticationProperties { IsPersistent = false });
        return Results.Redirect(Local(back));
    }

    public static Caller CallerOf(HttpContext http) => new(http.Address(), http.Request.Headers.UserAgent.ToString());

    private static async Task<IResult> Password(HttpContext http, SignInDesk desk, CancellationToken cancellation)
    {
        var form = await FormAsync(http, cancellation);
        var back = Local(form["return"]);
        return await desk.TryAsync(form["name"].ToString().Trim(), form["password"].ToString(), CallerOf(http), cancellation) switch
        {
            SignInEnd.Done done => await EnterAsync(http, done, back),
            SignInEnd.CodeWanted(var pending) => SignInPage.OfCode(back, pending, null),
            var end => SignInPage.OfPassword(back, end is SignInEnd.Locked ? Locked : Wrong, http.RequestServices.GetService<SignInPage.Provider>()),
        };
    }

    private static async Task<IResult> Code(HttpContext http, SignInDesk desk, CancellationToken cancellation)
    {
        var form = await FormAsync(http, cancellation);
        var (back, pending) = (Local(form["return"]), form["pending"].ToString());
        return await desk.TryCodeAsync(pending, form["code"].ToString(), CallerOf(http), cancellation) switch
        {
            SignInEnd.Done done => await EnterAsync(http, done, back),
            var end => SignInPage.OfCode(back, pending, end is SignInEnd.Locked ? Locked : Wrong),
        };
    }

    private static async Task<IResult> First(HttpContext http, FirstAdministrator first, AccountBook accounts, SignInDesk desk, CancellationToken cancellation)
    {
        var form = await FormAsync(http, cancellation);
        var (code, name, shown, password) = (form["code"].ToString(), form["name"].ToString().Trim(), form["shown"].ToString().Trim(), form["password"].ToString());
        if (!first.Is(code) || await accounts.HasAdministratorAsync(cancellation))
        {
            return SignInPage.OfFirst("", Void, StatusCodes.Status401Unauthorized);
        }

        if (!IsName(name) || !IsName(shown))
        {
            return SignInPage.OfFirst(code, "请填写登录名和姓名（各一行，最多 100 个字符）。User name and name are needed, a line of at most 100 characters each.", StatusCodes.Status400BadRequest);
        }

        if (!first.TryTake(code))
        {
            return SignInPage.OfFirst("", Void, StatusCodes.Status401Unauthorized);
        }

        var words = new AccountWords(shown, null, null, false, [new(Role.Administrator, null)]);
        AccountEnd? end = null;
        try
        {
            end = await accounts.AddAsync(name, password, words, new(shown, null, http.Address()), cancellation);
        }
        finally
        {
            first.GiveBackUnless(end is AccountEnd.Done);
        }

        return end switch
        {
            AccountEnd.WeakPassword(var en, var zh) => SignInPage.OfFirst(code, $"{zh}{en}", StatusCodes.Status400BadRequest),
            AccountEnd.Refused(var refusal) => SignInPage.OfFirst(code, $"{refusal.Detail.Zh}{refusal.Detail.En}", StatusCodes.Status409Conflict),
            _ => await desk.TryAsync(name, password, CallerOf(http), cancellation) is SignInEnd.Done done ? await EnterAsync(http, done, "/") : Results.Redirect("/"),
        };
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 100 && OneLine.Is(name);

    private static async Task<IResult> SignOut(HttpContext http, Sessions sessions, AuditTrail audit, CancellationToken cancellation)
    {
        var person = http.Person();
        if (person.AccountId is { } account && http.Features.Get<KnownPerson>()?.SessionId is { } session)
        {
            await sessions.EndAsync(account, session, null, cancellation);
            await audit.WriteAsync(new(person.Name, account, http.Address(), AuditActions.SignOut, session.ToString(CultureInfo.InvariantCulture)), cancellation);
        }

        await http.SignOutAsync();
        return TypedResults.NoContent();
    }

    /// <summary>The form of a sign-in; anything else is an empty one, which nobody is let in with.</summary>
    private static async Task<IFormCollection> FormAsync(HttpContext http, CancellationToken cancellation)
    {
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancellation) : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }
}
