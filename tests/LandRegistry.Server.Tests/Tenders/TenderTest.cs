using System.Net;
using System.Text.Json;
using LandRegistry.Server.Tests.Facts;

namespace LandRegistry.Server.Tests.Tenders;

/// <summary>A register with one parcel and the means to offer it.</summary>
public abstract class TenderTest : FactTest
{
    protected async Task<JsonElement> PlanAsync(object plan)
    {
        using var answer = await Client.PostAsync($"/api/parcels/{Parcel}/tenders", plan, null);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()} {string.Join('\n', Register.Log.Complaints)}");
        return await answer.JsonAsync();
    }

    protected async Task<JsonElement> MoveAsync(JsonElement tender, object step)
    {
        using var answer = await SendAsync(tender, "move", step);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{step}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()} {string.Join('\n', Register.Log.Complaints)}");
        return await answer.JsonAsync();
    }

    protected Task<HttpResponseMessage> SendAsync(JsonElement tender, string command, object body)
    {
        var said = JsonSerializer.SerializeToNode(body)!.AsObject();
        said.TryAdd("reason", "按程序办理");
        return Client.PostAsync($"/api/tenders/{tender.GetProperty("id").GetInt64()}/{command}", said, TenderTag(tender));
    }

    protected static string TenderTag(JsonElement tender) => $"\"p{tender.GetProperty("id").GetInt64()}-v{tender.GetProperty("version").GetInt32()}\"";
}
