using System.Net.Http.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Rights;

public sealed class PeopleAdministrationTests(SharedRegister shared) : SharedRegisterTest(shared)
{
    [Fact]
    public async Task An_administrator_without_rights_in_the_register_keeps_peoples_telephones_when_saving_what_was_shown()
    {
        using var administrator = await Register.NewPersonAsync("keeper", ("administrator", null));
        var grants = new[] { new { role = "viewer", zones = (long[]?)null } };
        using var made = await administrator.PostAsJsonAsync("/api/people", new { userName = "hu", name = "胡工", telephone = "027-12345678", grants });
        var account = (await made.JsonAsync()).GetProperty("account");

        using var saved = await administrator.PutAsJsonAsync(
            $"/api/people/{account.GetProperty("id").GetInt64()}", new { userName = "hu", name = "胡工程师", telephone = account.GetProperty("telephone").GetString(), grants });

        Assert.True(saved.IsSuccessStatusCode);
        Assert.Equal("027-12345678", await Register.AskAsync<string>("select phone from registry.account where user_name = 'hu'"));
    }
}
