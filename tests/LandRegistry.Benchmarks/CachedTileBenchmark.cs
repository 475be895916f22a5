using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LandRegistry.Benchmarks;

/// <summary>
/// One tile again and again over 32 connections (wrk), against a bare Kestrel that answers the same bytes without
/// asking anyone. The server asks the database each time whether the tile still holds.
/// </summary>
internal static class CachedTileBenchmark
{
    private const double AtLeast = 0.5;
    private const int Connections = 32;
    private const int Seconds = 4;
    private const int WarmUpSeconds = 12;

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, ServerUnderTest server, int rounds)
    {
        var grid = await TileGrid.OfAsync(register, 14, dense: true);
        var tile = new Uri(server.Address, grid.UrlAt(grid.Count / 2));
        using var answer = await server.Http.GetAsync(tile);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var etag = answer.Headers.ETag!.ToString();
        await using var bare = await StartBareAsync(body, etag);
        var bareTile = new Uri(bare.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        string[] headers = [$"Cookie: {server.Cookie}", "Accept-Encoding: gzip"];
        var size = (body.Length / 1000.0).ToString("0", CultureInfo.InvariantCulture);

        yield return Finding.OfRates($"cached tile, {size} kB, {Connections} connections, against bare Kestrel", await CompareAsync(rounds, tile, bareTile, headers), AtLeast);
        yield return Finding.OfRates(
            $"304, {Connections} connections, against bare Kestrel", await CompareAsync(rounds, tile, bareTile, [.. headers, $"If-None-Match: {etag}"]), atLeast: null);
    }

    /// <summary>The round that is thrown away is long enough for both to be compiled to the end.</summary>
    private static Task<Comparison> CompareAsync(int rounds, Uri tile, Uri bareTile, string[] headers) => Comparison.MeasureAsync(
        rounds,
        round => Wrk.RateAsync(tile, Connections, round == 0 ? WarmUpSeconds : Seconds, headers),
        round => Wrk.RateAsync(bareTile, Connections, round == 0 ? WarmUpSeconds : Seconds, headers));

    private static async Task<WebApplication> StartBareAsync(byte[] body, string etag)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(http =>
        {
            http.Response.Headers.ETag = etag;
            if (http.Request.Headers.IfNoneMatch == etag)
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            http.Response.ContentType = "application/vnd.mapbox-vector-tile";
            http.Response.Headers.ContentEncoding = "gzip";
            http.Response.ContentLength = body.Length;
            return http.Response.Body.WriteAsync(body).AsTask();
        });
        await app.StartAsync();
        return app;
    }
}
