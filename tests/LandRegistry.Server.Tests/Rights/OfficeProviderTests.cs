using System.Net;
using System.Security.Cryptography;
using System.Text;
using LandRegistry.Server.Platform.SignIn;
using LandRegistry.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace LandRegistry.Server.Tests.Rights;

/// <summary>Sign-in by an office's identity provider, with one that stands in for it.</summary>
public sealed class OfficeProviderTests : IAsyncLifetime
{
    private readonly Dictionary<string, string> _challenges = [];
    private WebApplication _provider = null!;
    private TestRegister _register = null!;
    private string _userName = "li";
    private string _subject = "subject-1";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _provider = builder.Build();
        _provider.MapGet("/authorize", (Delegate)Authorize);
        _provider.MapPost("/token", (Delegate)Token);
        _provider.MapGet("/userinfo", (HttpContext http) => http.Request.Headers.Authorization == "Bearer given"
            ? Results.Json(new { sub = _subject, preferred_username = _userName })
            : Results.StatusCode(401));
        await _provider.StartAsync();
        var address = new Uri(_provider.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _register = await TestRegister.StartAsync(TestClock.Running(), office: new OfficeProviderOptions
        {
            Name = "单位统一认证", AuthorizationEndpoint = new(address, "/authorize"), TokenEndpoint = new(address, "/token"), UserInformationEndpoint = new(address, "/userinfo"),
            ClientId = "landregistry", ClientSecret = "secret",
        });
    }

    public async Task DisposeAsync()
    {
        await _register.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_the_provider_knows_and_has_an_account_comes_in_and_is_known_by_the_lasting_name_ever_after()
    {
        await _register.AddPersonAsync("li", ("viewer", null));
        var (first, back) = await SignInAsync();
        _userName = "renamed";
        var (second, _) = await SignInAsync();
        (_userName, _subject) = ("li", "subject-2");
        var (other, _) = await SignInAsync();

        Assert.Equal((HttpStatusCode.Redirect, "/?page=today"), (first, back));
        Assert.Equal(HttpStatusCode.Redirect, second);
        Assert.Equal(HttpStatusCode.Unauthorized, other);
    }

    [Fact]
    public async Task Whoever_has_no_account_and_an_answer_nobody_asked_for_stay_out()
    {
        _userName = "nobody";
        var (unknown, _) = await SignInAsync();
        using var browser = _register.NewClient();
        using var forged = await browser.GetAsync(new Uri("/sign-in/office/answer?code=c&state=forged", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, unknown);
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
        Assert.False(forged.Headers.Contains("Set-Cookie") && string.Join(';', forged.Headers.GetValues("Set-Cookie")).Contains("landregistry-", StringComparison.Ordinal));
    }

    private IResult Authorize(HttpContext http)
    {
        var code = Guid.NewGuid().ToString("N");
        _challenges[code] = http.Request.Query["code_challenge"]!;
        return Results.Redirect(QueryHelpers.AddQueryString(http.Request.Query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = http.Request.Query["state"] }));
    }

    private async Task<IResult> Token(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var proof = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        return _challenges.Remove(form["code"].ToString(), out var challenge) && challenge == proof && form["client_secret"] == "secret"
            ? Results.Json(new { access_token = "given", token_type = "Bearer" })
            : Results.StatusCode(400);
    }

    /// <summary>What a browser does: asks the register, goes to the provider, comes back with its answer.</summary>
    private async Task<(HttpStatusCode Status, string? Back)> SignInAsync()
    {
        using var browser = _register.NewClient();
        using var start = await browser.GetAsync(new Uri("/sign-in/office?return=%2F%3Fpage%3Dtoday", UriKind.Relative));
        var correlation = start.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).Single(cookie => cookie.Contains("Correlation", StringComparison.Ordinal));
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var away = new HttpClient(handler);
        using var sent = await away.GetAsync(start.Headers.Location);
        using var request = new HttpRequestMessage(HttpMethod.Get, sent.Headers.Location);
        request.Headers.Add("Cookie", correlation);
        using var answer = await browser.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }
}
