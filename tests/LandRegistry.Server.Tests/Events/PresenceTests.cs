using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Events;

public sealed class PresenceTests : RegisterTest
{
    private const string Window = "a1b2c3d4e5f6";

    [Fact]
    public async Task Who_edits_a_parcel_is_told_to_every_server_and_ends_with_the_stream()
    {
        await using var other = await SecondServer.StartAsync(Register);
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync(), name: "示例地块");
        using var there = await EventStream.OpenAsync(other.Client);
        var here = await EventStream.OpenAsync(Client, Window);

        using var put = await PutAsync(Window, parcel);
        await there.NextAsync("presence", _ => true);
        var seen = await EditorsAsync(other.Client);
        here.Dispose();
        await there.NextAsync("presence", _ => true);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var editor = Assert.Single(seen);
        Assert.Equal("tester", editor.GetProperty("person").GetString());
        Assert.Equal(parcel, editor.GetProperty("parcelId").GetInt64());
        Assert.Equal("示例地块", editor.GetProperty("parcelName").GetString());
        Assert.Equal(114.0505, editor.GetProperty("location")[0].GetDouble(), 4);
        Assert.Empty(await EditorsAsync(other.Client));
    }

    [Fact]
    public async Task A_window_edits_one_parcel_at_a_time_and_says_when_it_ceases()
    {
        var zone = await Register.AddZoneAsync();
        var (first, second) = (await Register.AddParcelAsync(zone), await Register.AddParcelAsync(zone, 1));

        using var one = await PutAsync(Window, first);
        using var two = await PutAsync(Window, second);
        var now = await EditorsAsync(Client);
        using var none = await PutAsync(Window, null);

        Assert.Equal([second], now.Select(editor => editor.GetProperty("parcelId").GetInt64()));
        Assert.Equal(0, (await none.JsonAsync()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_has_not_been_said_again_for_a_while_is_passed_over()
    {
        var parcel = await Register.AddParcelAsync(await Register.AddZoneAsync());
        await Register.AskAsync<long>(
            "insert into registry.presence (session, person, parcel_id, since, seen_at) values ('deadserver', '李工', $1, now(), now() - interval '1 minute') returning parcel_id", parcel);

        Assert.Empty(await EditorsAsync(Client));
    }

    [Fact]
    public async Task A_window_without_a_name_or_a_parcel_that_is_not_there_is_refused()
    {
        using var nameless = await PutAsync("a-b", 1);
        using var missing = await PutAsync(Window, 4711);

        await nameless.AssertProblemAsync(HttpStatusCode.BadRequest, "malformed-request");
        await missing.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    private Task<HttpResponseMessage> PutAsync(string window, long? parcel) =>
        Client.PutAsJsonAsync(new Uri($"/api/presence/{window}", UriKind.Relative), new { parcelId = parcel });

    private static async Task<List<JsonElement>> EditorsAsync(HttpClient client) =>
        [.. (await client.GetJsonAsync("/api/presence")).GetProperty("items").EnumerateArray()];
}
