using System.Security.Cryptography;
using System.Text;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Accounts;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Settings;
using LandRegistry.Server.Store.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>Who is signed in.</summary>
/// <param name="Name">Name that changes are recorded under.</param>
/// <param name="Department">Department; null when unknown.</param>
/// <param name="IsOwner">True for the owner of a private register, who has no account.</param>
/// <param name="MustChangePassword">True until the person has set a password of their own; nothing else is allowed before.</param>
/// <param name="MustAddFactor">True until the second factor that is demanded is set up; nothing else is allowed before.</param>
/// <param name="Actions">What the person may do, somewhere at least; the screen offers nothing else.</param>
public sealed record Me(string Name, string? Department, bool IsOwner, bool MustChangePassword, bool MustAddFactor, IReadOnlyList<string> Actions);

/// <summary>A sign-in link that works once.</summary>
/// <param name="Link">Absolute URL.</param>
public sealed record SignInLink(string Link);

/// <summary>The owner of the private register: the name of the changes and the secret with which new tickets are asked for.</summary>
public sealed record RegisterOwner(string Name, string Secret);

internal static class SignInEndpoints
{
    public const string TicketPath = "/api/sign-in/tickets";
    public const string SignInPath = "/sign-in";
    public const string SecretHeader = "X-Owner-Secret";

    private static readonly TimeSpan OfficeTicketLasts = TimeSpan.FromHours(8);

    public static void AddSignIn(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton<Tickets>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = CookieName(dataFolder);
            cookie.Cookie.HttpOnly = true;
            // Lax: a link opened from a mail page must still sign in. Writes from elsewhere are refused by their Origin.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
            cookie.SlidingExpiration = true;
        });
        services.PostConfigure<CookieAuthenticationOptions>(
            CookieAuthenticationDefaults.AuthenticationScheme, cookie => cookie.TicketDataFormat = new RememberedTickets(cookie.TicketDataFormat));
        services.AddAuthorization();
    }

    /// <summary>Browsers send a cookie to every port of a machine: two registers on one machine each have their own.</summary>
    private static string CookieName(string dataFolder) =>
        "landregistry-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(dataFolder))).AsSpan(0, 4));

    /// <summary>Whether a request tries to sign in; such are counted by address.</summary>
    public static bool IsAttempt(HttpRequest request) =>
        request.Path.StartsWithSegments(SignInPath, StringComparison.OrdinalIgnoreCase)
        || (HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/api/sign-in", StringComparison.OrdinalIgnoreCase));

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInPath, SignIn).ExcludeFromDescription().AllowAnonymous();
        routes.MapPost(TicketPath, NewTicket).ExcludeFromDescription().AllowAnonymous();
        routes.MapGet("/api/me", (HttpContext http) => MeOf(http.Person(), http.Features.Get<KnownPerson>()!)).Needs(RegisterAction.SignIn)
            .WithMetadata(QueryParameters.None).WithTags("sign-in").WithSummary("Who is signed in");
    }

    private static Me MeOf(Person person, KnownPerson known) => new(
        person.Name, person.Department, person.AccountId is null, known.MustChangePassword, known.MustAddFactor, [.. person.Rights.Actions.Select(Codes<RegisterAction>.Of)]);

    private static async Task<IResult> SignIn(HttpContext http, Tickets tickets, RegisterOwner owner, ServerSettings settings, AuditTrail audit, TimeProvider time, string? ticket)
    {
        if (!tickets.TrySpend(ticket))
        {
            return await SignInForms.PageAsync(http);
        }

        if (settings.IsOffice)
        {
            // Whoever rules the machine may enter; that they did is noted, and it does not last: no session stands behind it that could be ended.
            await audit.WriteAsync(new(owner.Name, null, http.Address(), AuditActions.SignIn, "ticket"), http.RequestAborted);
        }

        await http.SignInAsync(
            SignedIn.OfOwner(owner.Name),
            settings.IsOffice ? new() { IsPersistent = false, AllowRefresh = false, ExpiresUtc = time.GetUtcNow() + OfficeTicketLasts } : new() { IsPersistent = true });
        return Results.Redirect("/");
    }

    private static IResult NewTicket(HttpContext http, Tickets tickets, RegisterOwner owner, ServerSettings settings)
    {
        var given = Encoding.UTF8.GetBytes(http.Request.Headers[SecretHeader].ToString());
        if (!CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(owner.Secret)))
        {
            return Problem.Of(ProblemKind.SignInNeeded, new("登记程序的密钥不符。", "The owner's secret does not match."));
        }

        return TypedResults.Ok(new SignInLink($"{settings.PublicAddress?.GetLeftPart(UriPartial.Authority) ?? $"{http.Request.Scheme}://{http.Request.Host}"}{SignInPath}?ticket={tickets.Issue()}"));
    }
}
