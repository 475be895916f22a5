using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using LandRegistry.Testing;
using OtpNet;

namespace LandRegistry.Server.Tests.Rights;

/// <summary>Sign-in by password, second factor and token, and what is tried against it.</summary>
public sealed class SignInByPasswordTests(SharedRegister shared) : SharedRegisterTest(shared)
{
    private const string NewPassword = "corret pferd batterie klammer";

    [Fact]
    public async Task A_password_that_was_handed_on_lets_in_only_to_be_changed()
    {
        var (_, password) = await Register.AddPersonAsync("li", ("officer", null));
        using var li = await Register.SignInAsync("li", password);
        using var parcels = await li.GetAsync(new Uri("/api/parcels", UriKind.Relative));
        using var weak = await li.PostAsJsonAsync("/api/me/password", new { old = password, @new = "password12345678" });
        using var set = await li.PostAsJsonAsync("/api/me/password", new { old = password, @new = NewPassword });
        using var after = await li.GetAsync(new Uri("/api/parcels", UriKind.Relative));

        await parcels.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        await weak.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal("人员li", (await li.GetJsonAsync("/api/me")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Ten_failures_lock_an_account_for_a_quarter_of_an_hour_and_are_in_the_trail()
    {
        var (_, password) = await Register.AddPersonAsync("wang", ("viewer", null));
        using var stranger = Register.NewClient();
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await stranger.TrySignInAsync("wang", "wrong password " + i);
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var locked = await stranger.TrySignInAsync("wang", password);
        Register.Clock.Advance(TimeSpan.FromMinutes(16));
        using var later = await stranger.TrySignInAsync("wang", password);

        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
        var failures = (await Client.GetJsonAsync("/api/audit?action=sign_in_failed")).GetProperty("items").EnumerateArray();
        Assert.Equal(11, failures.Count(line => line.GetProperty("person").GetString()!.EndsWith("wang", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_are_answered_alike()
    {
        await Register.AddPersonAsync("zhao", ("viewer", null));
        using var stranger = Register.NewClient();
        using var unknown = await stranger.TrySignInAsync("nobody", "some password or other");
        using var wrong = await stranger.TrySignInAsync("zhao", "some password or other");

        Assert.Equal(await wrong.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_and_no_code_is_taken_twice()
    {
        var (secret, recovery) = await WithFactorAsync("sun");
        using var stranger = Register.NewClient();
        Register.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(Register.Clock.GetUtcNow().UtcDateTime);

        Assert.Equal(HttpStatusCode.Unauthorized, (await CodeAsync(stranger, "sun", "000000")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(stranger, "sun", code)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CodeAsync(stranger, "sun", code)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(stranger, "sun", recovery)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CodeAsync(stranger, "sun", recovery)).StatusCode);
    }

    [Fact]
    public async Task A_second_factor_that_is_demanded_comes_before_everything_else()
    {
        using var person = await Register.NewPersonAsync("zhou", ("viewer", null));
        await using var demand = Register.Database.CreateCommand("update registry.account set needs_second_factor = true where user_name = 'zhou'");
        await demand.ExecuteNonQueryAsync();
        using var fresh = await Register.SignInAsync("zhou", await ResetAsync("zhou"));
        using var parcels = await fresh.GetAsync(new Uri("/api/parcels", UriKind.Relative));

        await parcels.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        Assert.True((await fresh.GetJsonAsync("/api/me")).GetProperty("mustAddFactor").GetBoolean());
    }

    [Fact]
    public async Task A_session_that_was_ended_is_over_at_once_and_a_cookie_set_beforehand_is_not_taken_over()
    {
        var (id, password) = await Register.AddPersonAsync("wu", ("viewer", null));
        using var planted = Register.NewClient();
        planted.DefaultRequestHeaders.Add("Cookie", "landregistry-00000000=planted");
        using var entered = await planted.TrySignInAsync("wu", password);
        using var first = await Register.SignInAsync("wu", password);
        using var second = await Register.SignInAsync("wu", password);
        using var before = await first.GetAsync(new Uri("/api/me", UriKind.Relative));
        using var ended = await Client.PostAsync(new Uri($"/api/people/{id}/sessions/end", UriKind.Relative), null);
        using var after = await first.GetAsync(new Uri("/api/me", UriKind.Relative));

        Assert.DoesNotContain("planted", string.Join(';', entered.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.NotEqual(first.DefaultRequestHeaders.GetValues("Cookie").Single(), second.DefaultRequestHeaders.GetValues("Cookie").Single());
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await after.AssertProblemAsync(HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    [Theory]
    [InlineData("https://evil.example/"), InlineData("//evil.example"), InlineData("/\\evil.example"), InlineData("javascript:alert(1)"), InlineData("/%0d%0aSet-Cookie:x=1\r\nx")]
    public async Task Sign_in_sends_nobody_to_another_site(string back)
    {
        var name = $"zheng-{Guid.NewGuid():n}";
        var (_, password) = await Register.AddPersonAsync(name, ("viewer", null));
        using var stranger = Register.NewClient();
        using var answer = await stranger.TrySignInAsync(name, password, back);

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example"), InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_form_on_another_site_signs_nobody_in(string header, string value)
    {
        var name = $"wei-{header}";
        var (_, password) = await Register.AddPersonAsync(name, ("viewer", null));
        using var stranger = Register.NewClient();
        stranger.DefaultRequestHeaders.Add(header, value);
        using var answer = await stranger.TrySignInAsync(name, password);

        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "foreign-origin");
    }

    [Fact]
    public async Task Pages_let_browsers_say_where_their_own_forms_come_from()
    {
        using var stranger = Register.NewClient();
        stranger.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var page = await stranger.GetAsync(new Uri("/", UriKind.Relative));

        // Under "no-referrer" the form of sign-in comes with "Origin: null" and is refused like one of another site.
        Assert.Equal("same-origin", page.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_token_does_what_its_scope_says_until_its_end_and_makes_no_other_token()
    {
        using var person = await Register.NewPersonAsync("feng", ("officer", null));
        using var made = await person.PostAsJsonAsync("/api/me/tokens", new { name = "QGIS", actions = new[] { "read", "sign_in" }, days = 10 });
        var token = (await made.JsonAsync()).GetProperty("token").GetString()!;
        using var script = Script(token);
        using var read = await script.GetAsync(new Uri("/api/parcels", UriKind.Relative));
        using var money = await script.GetAsync(new Uri("/api/enterprises/same-period", UriKind.Relative));
        using var another = await script.PostAsJsonAsync("/api/me/tokens", new { name = "x", actions = new[] { "read" }, days = 365 });
        using var forged = await Script(token[..^2] + (token[^1] == 'A' ? "AB" : "BA")).GetAsync(new Uri("/api/parcels", UriKind.Relative));
        Register.Clock.Advance(TimeSpan.FromDays(11));
        using var late = await FirstRefusedAsync(script);

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        await money.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        await another.AssertProblemAsync(HttpStatusCode.Conflict, "no-account");
        await forged.AssertProblemAsync(HttpStatusCode.Unauthorized, "sign-in-needed");
        Assert.DoesNotContain(token, await Register.AskAsync<string>("select coalesce(string_agg(t::text, ''), '') from registry.access_token t"), StringComparison.Ordinal);
        await late.AssertProblemAsync(HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    [Fact]
    public async Task Nobody_ends_a_session_or_a_token_of_somebody_else_by_guessing_its_number()
    {
        using var owner = await Register.NewPersonAsync("jiang", ("viewer", null));
        using var made = await owner.PostAsJsonAsync("/api/me/tokens", new { name = "QGIS", actions = new[] { "read" }, days = 10 });
        var session = (await owner.GetJsonAsync("/api/me/sessions")).GetProperty("items")[0].GetProperty("id").GetInt64();
        var token = (await owner.GetJsonAsync("/api/me/tokens")).GetProperty("items")[0].GetProperty("id").GetInt64();
        using var guesser = await Register.NewPersonAsync("shen", ("officer", null));
        using var ofSession = await guesser.PostAsync(new Uri($"/api/me/sessions/{session}/end", UriKind.Relative), null);
        using var ofToken = await guesser.PostAsync(new Uri($"/api/me/tokens/{token}/end", UriKind.Relative), null);

        await ofSession.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        await ofToken.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(1, (await owner.GetJsonAsync("/api/me/tokens")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_last_administrator_stays_and_nobody_can_make_themselves_one()
    {
        var (id, _) = await Register.AddPersonAsync("admin-chen", ("administrator", null));
        using var officer = await Register.NewPersonAsync("chu", ("officer", null));
        using var strip = await Client.PutAsJsonAsync($"/api/people/{id}", new { name = "陈", grants = new[] { new { role = "viewer" } } });
        using var self = await officer.PutAsJsonAsync($"/api/people/{id}", new { name = "x", grants = new[] { new { role = "administrator" } } });

        await strip.AssertProblemAsync(HttpStatusCode.Conflict, "last-administrator");
        await self.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Theory]
    [InlineData("wang\n伪造的一行"), InlineData("wang\u001b[2J"), InlineData("wang\u202egnaw")]
    public async Task A_name_that_shows_otherwise_than_it_is_written_is_refused(string name)
    {
        var viewer = new[] { new { role = "viewer" } };
        using var shown = await Client.PostAsJsonAsync("/api/people", new { userName = "hostile", name, grants = viewer });
        using var typed = await Client.PostAsJsonAsync("/api/people", new { userName = name, name = "恶意", grants = viewer });

        await shown.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        await typed.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
    }

    /// <summary>The first answer that is none of success: what a server knows of a token it remembers for three seconds, whatever the test's clock says.</summary>
    private static async Task<HttpResponseMessage> FirstRefusedAsync(HttpClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var answer = await client.GetAsync(new Uri("/api/zones", UriKind.Relative), patience.Token);
            if (!answer.IsSuccessStatusCode)
            {
                return answer;
            }

            answer.Dispose();
            await Task.Delay(100, patience.Token);
        }
    }

    private HttpClient Script(string token)
    {
        var client = Register.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<string> ResetAsync(string userName)
    {
        var id = await Register.AskAsync<long>("select id from registry.account where user_name = $1", userName);
        using var answer = await Client.PostAsync(new Uri($"/api/people/{id}/reset", UriKind.Relative), null);
        return (await answer.JsonAsync()).GetProperty("password").GetString()!;
    }

    private async Task<(string Secret, string Recovery)> WithFactorAsync(string userName)
    {
        var (_, password) = await Register.AddPersonAsync(userName, ("viewer", null));
        using var person = await Register.SignInAsync(userName, password);
        using var set = await person.PostAsJsonAsync("/api/me/password", new { old = password, @new = NewPassword });
        var secret = (await person.GetJsonAsync("/api/me/second-factor")).GetProperty("secret").GetString()!;
        var code = new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(Register.Clock.GetUtcNow().UtcDateTime);
        using var kept = await person.PostAsJsonAsync("/api/me/second-factor", new { secret, code, password = NewPassword });
        return (secret, (await kept.JsonAsync()).GetProperty("codes")[0].GetString()!);
    }

    private static async Task<HttpResponseMessage> CodeAsync(HttpClient client, string userName, string code)
    {
        using var page = await client.TrySignInAsync(userName, NewPassword);
        var html = await page.Content.ReadAsStringAsync();
        var pending = html.Split("name=\"pending\" value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["pending"] = pending, ["code"] = code, ["return"] = "/" });
        return await client.PostAsync(new Uri("/sign-in/code", UriKind.Relative), form);
    }
}
