using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Server.Tests.Facts;

namespace LandRegistry.Server.Tests.Projects;

/// <summary>A register with a parcel and the means to keep a project pool.</summary>
public abstract class ProjectTest : FactTest
{
    protected static readonly object Needs = new { takesLand = true, areaMinSquareMetres = 8_000, areaMaxSquareMetres = 12_000, landUseCodes = new[] { "0601" }, pricePerMuMaxYuan = 200_000, roadMetresMax = 300 };

    protected async Task<JsonElement> EnterProjectAsync(string name, object? needs = null, string stage = "talks", string investor = "示例投资", decimal? agreed = null, decimal? arrived = null, params string[] classes) =>
        await CreatedAsync("/api/projects", new { name, investor, stage, stageSince = "2026-03-01", classes, agreedYuan = agreed, arrivedYuan = arrived, industryCode = "C3921", needs = needs ?? Needs, reason = "招商" });

    protected async Task<JsonElement> CreatedAsync(string path, object body)
    {
        using var answer = await Client.PostAsync(path, body, null);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()} {string.Join('\n', Register.Log.Complaints)}");
        return await answer.JsonAsync();
    }

    protected async Task<JsonElement> DoneAsync(string path, object body, JsonElement on)
    {
        using var answer = await Client.PostAsync(path, body, Tag(on));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()} {string.Join('\n', Register.Log.Complaints)}");
        return await answer.JsonAsync();
    }

    protected async Task<HttpResponseMessage> PutAsync(string path, object body, JsonElement on)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(Tag(on)));
        return await Client.SendAsync(request);
    }

    protected Task<JsonElement> ShortlistAsync(JsonElement project, object site) => CreatedAsync($"/api/projects/{Key(project)}/sites", site);

    protected Task<JsonElement> StepAsync(JsonElement courtship, object step) => DoneAsync($"/api/project-sites/{Key(courtship)}/step", step, courtship);

    protected static long Key(JsonElement row) => row.GetProperty("id").GetInt64();

    protected static string Tag(JsonElement row) => $"\"p{Key(row)}-v{row.GetProperty("version").GetInt32()}\"";
}
