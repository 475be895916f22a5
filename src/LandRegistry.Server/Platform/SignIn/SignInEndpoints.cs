using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>Who is signed in.</summary>
/// <param name="Name">Name that changes are recorded under.</param>
/// <param name="Department">Department; null when unknown.</param>
/// <param name="IsOwner">True for the owner of a private register, who has no account.</param>
/// <param name="Actions">What the person may do, somewhere at least; the screen offers nothing else.</param>
public sealed record Me(string Name, string? Department, bool IsOwner, IReadOnlyList<string> Actions);

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
        routes.MapGet("/api/me", (HttpContext http) => MeOf(http.Person())).Needs(RegisterAction.SignIn)
            .WithMetadata(QueryParameters.None).WithTags("sign-in").WithSummary("Who is signed in");
    }

    private static Me MeOf(Person person) => new(
        person.Name, person.Department, person.AccountId is null, [.. person.Rights.Actions.Select(Codes<RegisterAction>.Of)]);

    private static async Task<IResult> SignIn(HttpContext http, Tickets tickets, RegisterOwner owner, string? ticket)
    {
        if (!tickets.TrySpend(ticket))
        {
            return SignInPage.Of(StatusCodes.Status401Unauthorized);
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, owner.Name), new Claim(SignedIn.OwnerClaim, "")], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
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
