using System.Net;
using System.Net.Http.Headers;
using LandRegistry.Server;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Platform;

public sealed class SignInTests(SharedRegister shared) : SharedRegisterTest(shared)
{
    [Theory]
    [InlineData("/api/parcels"), InlineData("/api/parcels/1"), InlineData("/api/parcels/summary"), InlineData("/api/zones"), InlineData("/api/me")]
    [InlineData("/api/events"), InlineData("/tiles/parcels/0/0/0"), InlineData("/openapi/v1.json"), InlineData("/"), InlineData("/assets/x.js"), InlineData("/api/nothing")]
    public async Task Nothing_but_health_answers_without_the_cookie(string path)
    {
        using var stranger = Register.NewClient();
        using var answer = await stranger.GetAsync(new Uri(path, UriKind.Relative));

        await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    [Fact]
    public async Task Health_answers_everybody()
    {
        using var stranger = Register.NewClient();

        Assert.Equal("ok", (await stranger.GetJsonAsync("/api/health")).GetProperty("database").GetString());
    }

    [Fact]
    public async Task A_browser_without_the_cookie_is_told_how_to_sign_in()
    {
        using var stranger = Register.NewClient();
        stranger.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var answer = await stranger.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("需要登录", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_works_once_and_not_after_an_hour()
    {
        using var stranger = Register.NewClient();
        var link = new Uri(Register.NewSignInLink());
        var late = new Uri(Register.NewSignInLink());
        using var first = await stranger.GetAsync(link);
        using var again = await stranger.GetAsync(link);
        Register.Clock.Advance(TimeSpan.FromMinutes(61));
        using var tooLate = await stranger.GetAsync(late);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Contains("httponly", string.Join(';', first.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", string.Join(';', first.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, tooLate.StatusCode);
    }

    [Fact]
    public async Task The_owner_of_the_data_folder_gets_new_links_and_nobody_else_does()
    {
        using var stranger = Register.NewClient();
        var running = new ServerFile(Register.DataFolder).Read()!;
        using var wrong = await stranger.PostAsync(new Uri("/api/sign-in/tickets", UriKind.Relative), null);
        stranger.DefaultRequestHeaders.Add("X-Owner-Secret", running.OwnerSecret);
        using var right = await stranger.PostAsync(new Uri("/api/sign-in/tickets", UriKind.Relative), null);

        await wrong.AssertProblemAsync(HttpStatusCode.Unauthorized, "sign-in-needed");
        using var signedIn = await stranger.GetAsync(new Uri((await right.JsonAsync()).GetProperty("link").GetString()!));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Register.DataFolder, "server.json")));
    }

    [Fact]
    public async Task A_write_from_another_site_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/parcels/1/status") { Content = new StringContent("{}") };
        request.Headers.Add("Origin", "http://elsewhere.example");
        using var answer = await Client.SendAsync(request);

        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "foreign-origin");
    }

    [Fact]
    public async Task The_page_may_load_nothing_from_elsewhere()
    {
        using var answer = await Client.GetAsync(new Uri("/api/me", UriKind.Relative));

        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_route_that_is_not_there_and_a_method_that_is_not_allowed_are_problems()
    {
        using var nowhere = await Client.GetAsync(new Uri("/api/nothing", UriKind.Relative));
        using var wrongMethod = await Client.DeleteAsync(new Uri("/api/parcels", UriKind.Relative));

        await nowhere.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        await wrongMethod.AssertProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_a_problem_of_its_own()
    {
        using var text = new StringContent("status: idle");
        using var answer = await Client.PostAsync(new Uri("/api/parcels/1/status", UriKind.Relative), text);

        await answer.AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "not-json");
    }

    [Fact]
    public async Task Two_registers_on_one_machine_keep_their_sign_ins_apart()
    {
        await using var other = await SecondServer.StartAsync(Register);

        // Browsers send a cookie to all ports of a host; two of one name would push each other out.
        Assert.NotEqual(NameOfCookie(Client), NameOfCookie(other.Client));
    }

    private static string NameOfCookie(HttpClient client) => client.DefaultRequestHeaders.GetValues("Cookie").Single().Split('=')[0];
}
