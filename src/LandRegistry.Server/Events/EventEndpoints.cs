using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using Microsoft.Extensions.Hosting;

namespace LandRegistry.Server.Events;

/// <summary>Live changes as server-sent events: <c>ready</c> on connection, then one <c>change</c> per change.</summary>
internal static class EventEndpoints
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<ChangeFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeFeed>());
    }

    public static void MapEvents(this IEndpointRouteBuilder routes) => routes.MapGet("/api/events", Stream)
        .WithTags("events").WithMetadata(QueryParameters.None).Produces<string>(contentType: "text/event-stream").Answers()
        .WithSummary("Live changes (server-sent events). change: {changeId, command, actor, many, parcels (at most 200 ids), bbox (west, south, east, north)}; many: read everything anew");

    private static async Task Stream(HttpContext http, ChangeFeed feed, IHostApplicationLifetime lifetime)
    {
        using var subscription = feed.Subscribe();
        if (subscription is null)
        {
            await Problem.DatabaseUnreachable(http).ExecuteAsync(http);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await http.Response.WriteAsync("retry: 1000\nevent: ready\ndata: {}\n\n", ended.Token);
            await http.Response.Body.FlushAsync(ended.Token);
            await PumpAsync(http.Response, subscription, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The reader left or the server stops: the stream simply ends.
        }
    }

    private static async Task PumpAsync(HttpResponse response, ChangeFeed.Subscription subscription, CancellationToken ended)
    {
        var waiting = subscription.Messages.WaitToReadAsync(ended).AsTask();
        while (true)
        {
            if (await Task.WhenAny(waiting, Task.Delay(Heartbeat, ended)) == waiting)
            {
                if (!await waiting)
                {
                    return;
                }

                while (subscription.Messages.TryRead(out var message))
                {
                    await response.WriteAsync($"event: change\ndata: {message}\n\n", ended);
                }

                waiting = subscription.Messages.WaitToReadAsync(ended).AsTask();
            }
            else
            {
                await response.WriteAsync(": still here\n\n", ended);
            }

            await response.Body.FlushAsync(ended);
        }
    }
}
