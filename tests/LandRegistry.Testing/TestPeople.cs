using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LandRegistry.Testing;

/// <summary>People with accounts in a test's register.</summary>
public static class TestPeople
{
    /// <summary>Makes an account through the API; returns its id and the password that an administrator would hand on.</summary>
    public static async Task<(long Id, string Password)> AddPersonAsync(this TestRegister register, string userName, params (string Role, long[]? Zones)[] grants)
    {
        using var answer = await register.Client.PostAsJsonAsync("/api/people", new
        {
            userName, name = "人员" + userName, grants = grants.Select(grant => new { role = grant.Role, zones = grant.Zones }).ToArray(),
        });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode
            ? (body.GetProperty("account").GetProperty("id").GetInt64(), body.GetProperty("password").GetString()!)
            : throw new InvalidOperationException($"{answer.StatusCode}: {body}");
    }

    /// <summary>Signs in by name and password; returns the answer of the form.</summary>
    public static async Task<HttpResponseMessage> TrySignInAsync(this HttpClient client, string userName, string password, string back = "/")
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = userName, ["password"] = password, ["return"] = back });
        return await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
    }

    /// <summary>A client signed in by name and password.</summary>
    public static async Task<HttpClient> SignInAsync(this TestRegister register, string userName, string password)
    {
        var client = register.NewClient();
        using var answer = await client.TrySignInAsync(userName, password);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}.");
        }

        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    /// <summary>A new person with these roles who has set their password already, signed in.</summary>
    public static async Task<HttpClient> NewPersonAsync(this TestRegister register, string userName, params (string Role, long[]? Zones)[] grants)
    {
        var (id, password) = await register.AddPersonAsync(userName, grants);
        await using var command = register.Database.CreateCommand("update registry.account set must_change_password = false where id = $1");
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
        return await register.SignInAsync(userName, password);
    }
}
