using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>Puts land and cases with dates counted from today into a register, through its own API.</summary>
internal static class LawSamples
{
    /// <summary>A day so many days before today, yyyy-MM-dd.</summary>
    public static string DaysAgo(this TestRegister register, int days) => register.Clock.Today.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Land that was never started, two and a half years after the agreed day.</summary>
    public static async Task<long> AddNeverStartedAsync(this TestRegister register, long zone, string name)
    {
        var parcel = await register.AddParcelAsync(zone, 0, name: name);
        await register.FactAsync(parcel, "contract", new { type = "contract", number = "HT-1", signedOn = register.DaysAgo(1300), agreedCommencementOn = register.DaysAgo(900), priceYuan = 10_000_000 });
        return parcel;
    }

    /// <summary>Land that was started and then stopped for more than a year, far below the thresholds: kind B.</summary>
    public static async Task<long> AddStoppedAsync(this TestRegister register, long zone, string name)
    {
        var parcel = await register.AddParcelAsync(zone, 0, name: name);
        await register.FactAsync(parcel, "contract", new
        {
            type = "contract", number = "HT-2", signedOn = register.DaysAgo(1300), agreedCommencementOn = register.DaysAgo(900), priceYuan = 10_000_000,
            developableAreaSquareMetres = 9000, totalInvestmentYuan = 40_000_000,
        });
        await register.FactAsync(parcel, "construction_permit", new { onDay = register.DaysAgo(905), number = "SG-1" });
        await register.FactAsync(parcel, "actual_start", new { onDay = register.DaysAgo(900), test = "pit_dug" });
        await register.FactAsync(parcel, "progress", new { asOf = register.DaysAgo(500), developedAreaSquareMetres = 1000, investedYuan = 2_000_000 });
        await register.FactAsync(parcel, "stoppage", new { fromOn = register.DaysAgo(440), causes = new[] { "capital" } });
        return parcel;
    }

    /// <summary>Opens a case of a suspicion; returns its id.</summary>
    public static async Task<long> OpenCaseAsync(this TestRegister register, long parcel, int daysAgo, string officer) =>
        (await register.PostAsync($"/api/parcels/{parcel}/cases", new { on = register.DaysAgo(daysAgo), officer, reason = "Seen on a round" }, null)).GetProperty("id").GetInt64();

    /// <summary>Sends a command on the case's present version.</summary>
    public static async Task CaseAsync(this TestRegister register, long id, string route, object body)
    {
        var version = (await register.GetAsync<JsonElement>($"/api/cases/{id}")).GetProperty("version").GetInt32();
        await register.PostAsync($"/api/cases/{id}/{route}", body, $"\"p{id}-v{version}\"");
    }

    private static Task<JsonElement> FactAsync(this TestRegister register, long parcel, string kind, object body) => register.PostAsync($"/api/parcels/{parcel}/facts/{kind}", body, null);

    private static async Task<JsonElement> PostAsync(this TestRegister register, string path, object body, string? etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        using var answer = await register.Client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
