using System.Net;
using System.Net.Http.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Views;

public sealed class ViewTests : RegisterTest
{
    [Fact]
    public async Task A_view_is_saved_renamed_shared_found_by_its_link_and_deleted()
    {
        using var saved = await Client.PostAsync("/api/views", new { name = "东区闲置", address = "?status=idle&zone=3" }, null);
        var view = await saved.JsonAsync();
        var id = view.GetProperty("id").GetInt64();
        using var changed = await PutAsync(id, new { name = "东区闲置（周会）", address = "?status=idle", isShared = true }, saved.Headers.ETag!.Tag);
        var found = await Client.GetJsonAsync($"/api/views/{id}");
        using var deleted = await DeleteAsync(id, changed.Headers.ETag!.Tag);
        using var gone = await Client.GetAsync(new Uri($"/api/views/{id}", UriKind.Relative));

        Assert.False(view.GetProperty("isShared").GetBoolean());
        Assert.True(view.GetProperty("isMine").GetBoolean());
        Assert.Equal("东区闲置（周会）", found.GetProperty("name").GetString());
        Assert.Equal("?status=idle", found.GetProperty("address").GetString());
        Assert.True(found.GetProperty("isShared").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        await gone.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Of_others_only_what_they_share_is_seen_and_nothing_is_changed()
    {
        var (shared, hidden) = (await AddOfAnotherAsync("共享", isShared: true), await AddOfAnotherAsync("私人", isShared: false));

        var listed = (await Client.GetJsonAsync("/api/views")).GetProperty("items").EnumerateArray().Select(view => view.GetProperty("id").GetInt64());
        using var unseen = await Client.GetAsync(new Uri($"/api/views/{hidden}", UriKind.Relative));
        using var refused = await PutAsync(shared, new { name = "改名", address = "" }, $"\"p{shared}-v1\"");
        using var kept = await DeleteAsync(hidden, $"\"p{hidden}-v1\"");

        Assert.Equal([shared], listed);
        await unseen.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "view-of-another");
        await kept.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_name_is_taken_once_and_an_older_version_does_not_overwrite_a_newer()
    {
        using var first = await Client.PostAsync("/api/views", new { name = "甲", address = "" }, null);
        using var second = await Client.PostAsync("/api/views", new { name = "乙", address = "" }, null);
        var id = (await second.JsonAsync()).GetProperty("id").GetInt64();

        using var again = await Client.PostAsync("/api/views", new { name = "甲", address = "?q=x" }, null);
        using var renamed = await PutAsync(id, new { name = "甲", address = "" }, second.Headers.ETag!.Tag);
        using var changed = await PutAsync(id, new { name = "丙", address = "" }, second.Headers.ETag!.Tag);
        using var stale = await PutAsync(id, new { name = "丁", address = "" }, second.Headers.ETag!.Tag);
        using var malformed = await Client.PostAsync("/api/views", new { name = " ", address = "https://elsewhere" }, null);

        await again.AssertProblemAsync(HttpStatusCode.Conflict, "view-name-taken");
        await renamed.AssertProblemAsync(HttpStatusCode.Conflict, "view-name-taken");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var problem = await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.Equal("丙", problem.GetProperty("current").GetProperty("name").GetString());
        Assert.Equal(2, (await malformed.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request")).GetProperty("faults").GetArrayLength());
    }

    private Task<long> AddOfAnotherAsync(string name, bool isShared) => Register.AskAsync<long>(
        "insert into registry.saved_view (owner, name, address, is_shared, updated_at) values ('李工', $1, '', $2, now()) returning id", name, isShared);

    private Task<HttpResponseMessage> PutAsync(long id, object body, string seen) => SendAsync(HttpMethod.Put, id, JsonContent.Create(body), seen);

    private Task<HttpResponseMessage> DeleteAsync(long id, string seen) => SendAsync(HttpMethod.Delete, id, null, seen);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, long id, HttpContent? body, string seen)
    {
        using var request = new HttpRequestMessage(method, $"/api/views/{id}") { Content = body };
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        return await Client.SendAsync(request);
    }
}
