using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Playwright;

namespace LandRegistry.Benchmarks;

/// <summary>
/// The map in a real Chromium that draws in software: first picture and panning against the same page with nothing on its map, in
/// turns, at several zooms; and how long a status filter and a mark take to be seen.
/// </summary>
internal static class MapBenchmark
{
    private const double MostOfBlankFirstPicture = 1.5;
    private const double LeastOfBlankFrames = 0.5;
    private const double MostFilterMilliseconds = 350;
    private const double MostOwnMarkMilliseconds = 150;
    private const double MostOthersMarkMilliseconds = 1000;
    private static readonly double[] Zooms = [9, 12, 13, 14, 16];

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var place = await PlaceAsync(register);
        await using var browser = await MapBrowser.StartAsync(server);
        foreach (var zoom in Zooms)
        {
            var view = string.Create(CultureInfo.InvariantCulture, $"?lang=en&map={zoom:0.00}/{place}");
            var (first, frames) = await AgainstBlankAsync(browser, view, rounds);
            yield return new(
                FormattableString.Invariant($"map z{zoom}: first picture against a blank map's"), $"{Finding.Number(first.Ours)} ms", $"{Finding.Number(first.Theirs)} ms",
                Finding.Number(first.Ratio), $"< {Finding.Number(MostOfBlankFirstPicture)}", first.Ratio < MostOfBlankFirstPicture);
            yield return Finding.OfRates(FormattableString.Invariant($"map z{zoom}: frames while panning"), frames, LeastOfBlankFrames);
        }
    }

    /// <summary>How soon a filter and a mark are seen.</summary>
    public static async IAsyncEnumerable<Finding> ReactionsAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var place = await PlaceAsync(register);
        await using var browser = await MapBrowser.StartAsync(server);
        var near = $"?lang=en&map=14.00/{place}";
        yield return Milliseconds("map z14: status filter applied", await FilterAsync(browser, near, rounds), MostFilterMilliseconds);
        var parcel = await register.ReadAsync<long>(
            "select id from registry.parcel where ended_on is null and boundary is not null and not on_hold order by location <-> st_setsrid(st_makepoint($1, $2), 4490) limit 1",
            double.Parse(place.Split('/')[0], CultureInfo.InvariantCulture), double.Parse(place.Split('/')[1], CultureInfo.InvariantCulture));
        yield return Milliseconds("map z14: mark shown on the own map", await OwnMarkAsync(browser, near, parcel, "own-mark-shown", rounds), MostOwnMarkMilliseconds);
        var tile = await OwnMarkAsync(browser, near, parcel, "parcels-drawn", rounds);
        yield return new("map z14: its tile drawn anew there", $"{Finding.Number(tile)} ms", "", "", "", null);
        yield return Milliseconds("map z14: mark shown on another's map", await OthersMarkAsync(browser, server, near, parcel, rounds), MostOthersMarkMilliseconds);
    }

    private static Task<string> PlaceAsync(BenchmarkRegister register) => register.ReadAsync<string>(
        "select round(st_x(location)::numeric, 5) || '/' || round(st_y(location)::numeric, 5) from registry.parcel where ended_on is null and boundary is not null order by id offset (select count(*) / 2 from registry.parcel where ended_on is null) limit 1");

    private static async Task<(Comparison First, Comparison Frames)> AgainstBlankAsync(MapBrowser browser, string view, int rounds)
    {
        var (ourFrames, theirFrames) = (new Queue<double>(), new Queue<double>());
        var first = await Comparison.MeasureAsync(rounds, _ => OnceAsync(isBlank: false, ourFrames), _ => OnceAsync(isBlank: true, theirFrames));
        // The first round warmed both sides up, as it does for the first picture.
        (double[] ours, double[] theirs) = ([.. ourFrames.Skip(1)], [.. theirFrames.Skip(1)]);
        return (first, new(Comparison.Median(ours), Comparison.Median(theirs), Comparison.Median(ours.Zip(theirs, (a, b) => a / b))));

        async Task<double> OnceAsync(bool isBlank, Queue<double> frames)
        {
            await using var page = await browser.OpenAsync(view, isBlank);
            var milliseconds = await page.FirstPictureAsync();
            frames.Enqueue(await page.FramesWhilePanningAsync());
            return milliseconds;
        }
    }

    private static async Task<double> FilterAsync(MapBrowser browser, string view, int rounds)
    {
        await using var page = await browser.OpenAsync(view, isBlank: false);
        await page.FirstPictureAsync();
        return await MedianOfAsync(rounds * 2, page.ToggleIdleFilterAsync);
    }

    private static async Task<double> OwnMarkAsync(MapBrowser browser, string view, long parcel, string moment, int rounds)
    {
        await using var page = await browser.OpenAsync(FormattableString.Invariant($"{view}&parcel={parcel}"), isBlank: false);
        await page.FirstPictureAsync();
        return await MedianOfAsync(rounds * 2, async () =>
        {
            await page.PrepareHoldAsync();
            return await page.SendAsync(moment);
        });
    }

    private static async Task<double> OthersMarkAsync(MapBrowser browser, ServerUnderTest server, string view, long parcel, int rounds)
    {
        await using var page = await browser.OpenAsync(view, isBlank: false);
        await page.FirstPictureAsync();
        var isHeld = false;
        return await MedianOfAsync(rounds * 2, async () =>
        {
            using var card = await server.Http.GetAsync(new Uri(FormattableString.Invariant($"/api/parcels/{parcel}"), UriKind.Relative));
            using var request = new HttpRequestMessage(HttpMethod.Post, FormattableString.Invariant($"/api/parcels/{parcel}/{(isHeld ? "release" : "hold")}")) { Content = JsonContent.Create(new { reason = "benchmark" }) };
            request.Headers.IfMatch.Add(card.Headers.ETag!);
            isHeld = !isHeld;
            return await page.FromElsewhereAsync(async () => (await server.Http.SendAsync(request)).EnsureSuccessStatusCode().Dispose());
        });
    }

    private static async Task<double> MedianOfAsync(int times, Func<Task<double>> measure)
    {
        var milliseconds = new List<double>();
        for (var i = 0; i < times; i++)
        {
            await MapPage.LookAsync();
            milliseconds.Add(await measure());
        }

        return Comparison.Median(milliseconds);
    }

    private static Finding Milliseconds(string measure, double ours, double most) =>
        new(measure, $"{Finding.Number(ours)} ms", "", $"{Finding.Number(ours)} ms", $"< {Finding.Number(most)} ms", ours < most);
}
