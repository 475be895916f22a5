using System.Net.Http.Json;
using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Facts that journeys begin with, entered over HTTP as another officer would.</summary>
internal static class LandFacts
{
    /// <summary>Enters a fact of a parcel.</summary>
    public static async Task EnterFactAsync(this TestRegister register, long parcel, string kind, object fields)
    {
        using var answer = await register.Client.PostAsJsonAsync(new Uri($"/api/parcels/{parcel}/facts/{kind}", UriKind.Relative), fields);
        Assert.True(answer.IsSuccessStatusCode, $"{kind}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>A surveyed parcel in the land reserve to which one fact is wanting: that the compensation ledger was looked into.</summary>
    public static async Task<long> AddAlmostReadyParcelAsync(this TestRegister register, long zone, string name, int place = 0)
    {
        var parcel = await register.AddParcelAsync(zone, place, "reserved", name: name);
        foreach (var kind in new[] { "right_registered", "title_search", "planning_conditions", "survey_updated", "soil_survey" })
        {
            await register.EnterFactAsync(parcel, kind, new { onDay = "2026-02-01" });
        }

        foreach (var item in new[] { "road", "water", "power", "level_ground" })
        {
            await register.EnterFactAsync(parcel, "infrastructure", new { item, onDay = "2026-02-01" });
        }

        return parcel;
    }

    /// <summary>A surveyed parcel that is ready for re-tender.</summary>
    public static async Task<long> AddReadyParcelAsync(this TestRegister register, long zone, string name, int place = 0)
    {
        var parcel = await register.AddAlmostReadyParcelAsync(zone, name, place);
        await register.EnterFactAsync(parcel, "compensation_search", new { onDay = "2026-02-01" });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/parcels/{parcel}/status", UriKind.Relative))
        {
            Content = JsonContent.Create(new { to = "ready", reason = "All items hold", effectiveDate = "2026-03-01" }),
        };
        request.Headers.Add("If-Match", $"\"p{parcel}-v{await register.AskAsync<int>("select version from registry.parcel where id = $1", parcel)}\"");
        using var marked = await register.Client.SendAsync(request);
        Assert.True(marked.IsSuccessStatusCode, await marked.Content.ReadAsStringAsync());
        return parcel;
    }
}
