using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using LandRegistry.Server.Platform.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Npgsql;

namespace LandRegistry.Server.Platform.SignIn;

/// <summary>An office's identity provider (OAuth 2.0 authorization code with PKCE, or OpenID Connect by its user information).</summary>
public sealed record OfficeProviderOptions
{
    /// <summary>What the button of the sign-in page says.</summary>
    public required string Name { get; init; }

    public required Uri AuthorizationEndpoint { get; init; }

    public required Uri TokenEndpoint { get; init; }

    public required Uri UserInformationEndpoint { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile"];

    /// <summary>Member of the user information that holds the provider's lasting name of the person.</summary>
    public string SubjectField { get; init; } = "sub";

    /// <summary>Member that holds what the person signs in with here: an account of that user name must have been made.</summary>
    public string UserNameField { get; init; } = "preferred_username";
}

/// <summary>
/// Sign-in by the office's identity provider through the framework's OAuth handler. The provider says who somebody is; whether they may
/// come in, and what they may do, the accounts here say. The first time an account is found by its user name, ever after by the
/// provider's lasting name of the person.
/// </summary>
internal static class OfficeProvider
{
    private const string Scheme = "office";
    public const string StartPath = "/sign-in/office";
    private const string AnswerPath = "/sign-in/office/answer";

    public static void AddOfficeProvider(this IServiceCollection services, OfficeProviderOptions? options)
    {
        if (options is null)
        {
            return;
        }

        services.AddSingleton(options);
        services.AddSingleton(new SignInPage.Provider(StartPath, options.Name));
        services.AddAuthentication().AddOAuth(Scheme, oauth =>
        {
            oauth.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            oauth.AuthorizationEndpoint = options.AuthorizationEndpoint.AbsoluteUri;
            oauth.TokenEndpoint = options.TokenEndpoint.AbsoluteUri;
            oauth.UserInformationEndpoint = options.UserInformationEndpoint.AbsoluteUri;
            oauth.ClientId = options.ClientId;
            oauth.ClientSecret = options.ClientSecret;
            oauth.CallbackPath = AnswerPath;
            oauth.UsePkce = true;
            oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
            oauth.Scope.Clear();
            foreach (var scope in options.Scopes)
            {
                oauth.Scope.Add(scope);
            }

            oauth.Events = new OAuthEvents
            {
                OnCreatingTicket = context => FindAsync(context, options),
                OnRemoteFailure = async context =>
                {
                    context.HandleResponse();
                    await SignInPage.OfPassword("/", "未能通过单位身份认证登录。The office's identity provider did not let you in.", new(StartPath, options.Name)).ExecuteAsync(context.HttpContext);
                },
            };
        });
    }

    public static void MapOfficeProvider(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<OfficeProviderOptions>() is not null)
        {
            routes.MapGet(StartPath, (HttpContext http) => Results.Challenge(new AuthenticationProperties { RedirectUri = SignInForms.Local(http.Request.Query["return"]) }, [Scheme]))
                .ExcludeFromDescription().AllowAnonymous();
        }
    }

    private static async Task FindAsync(OAuthCreatingTicketContext context, OfficeProviderOptions options)
    {
        var services = context.HttpContext.RequestServices;
        var cancellation = context.HttpContext.RequestAborted;
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await context.Backchannel.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        using var user = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
        var (subject, userName) = (Text(user.RootElement, options.SubjectField), Text(user.RootElement, options.UserNameField));
        if (subject is null || await AccountOfAsync(services, options, subject, userName, cancellation) is not { IsDisabled: false } account)
        {
            throw new AuthenticationFailureException("Nobody here has this name.");
        }

        var end = (SignInEnd.Done)await services.GetRequiredService<SignInDesk>().BeginAsync(account, SignInForms.CallerOf(context.HttpContext), options.Name, cancellation);
        context.Principal = SignedIn.OfSession(end.Name, end.Key);
    }

    private static async Task<Account?> AccountOfAsync(IServiceProvider services, OfficeProviderOptions options, string subject, string? userName, CancellationToken cancellation)
    {
        var users = services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using var known = source.CreateCommand("select account_id from registry.outside_login where provider = $1 and subject = $2");
        known.Parameters.Add(new() { Value = options.Name });
        known.Parameters.Add(new() { Value = subject });
        if (await known.ExecuteScalarAsync(cancellation) is long id)
        {
            return await users.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture));
        }

        if (userName is null || await users.FindByNameAsync(userName) is not { } account)
        {
            return null;
        }

        // An account that is somebody else's by that provider's word is not given to a second subject of the same user name.
        await using var link = source.CreateCommand(
            """
            insert into registry.outside_login (provider, subject, account_id)
            select $1, $2, $3 where not exists (select from registry.outside_login where provider = $1 and account_id = $3)
            """);
        link.Parameters.Add(new() { Value = options.Name });
        link.Parameters.Add(new() { Value = subject });
        link.Parameters.Add(new() { Value = account.Id });
        return await link.ExecuteNonQueryAsync(cancellation) == 1 ? account : null;
    }

    private static string? Text(JsonElement user, string field) => user.TryGetProperty(field, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;
}
