using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.Extensions.Hosting;

namespace LandRegistry.Server.Events;

/// <summary>Live changes as server-sent events: <c>ready</c> on connection, then one <c>change</c> per change.</summary>
internal static class EventEndpoints
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private static readonly QueryParameters Parameters = new(
    [
        new("session", "string", "The window's own name, 8 to 64 letters and digits: what it edits (/api/presence) ends with this stream."),
    ]);

    public static void AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<NarrowedEvents>();
        services.AddSingleton<PresenceStore>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeFeed>());
    }

    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapPresence();
        routes.MapGet("/api/events", Stream).Needs(RegisterAction.Read)
            .WithTags("events").WithMetadata(Parameters).Produces<string>(contentType: "text/event-stream").Answers(400)
            .WithSummary("Live changes (server-sent events). change: {changeId, command, actor, many, parcels (at most 200 ids), bbox (west, south, east, north)}; many: read everything anew. presence: {}, somebody began or ceased to edit");
    }

    private static async Task Stream(HttpContext http, ChangeFeed feed, PresenceStore presence, NarrowedEvents narrowed, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        var query = new QueryReader(http);
        var session = query.Text("session");
        if (session is not null && !PresenceEndpoints.IsSession(session))
        {
            query.Add("session", "Not a window's name.", "不是窗口的名称。");
        }

        if (query.Faults.Count > 0)
        {
            await Problem.Malformed(query.Faults).ExecuteAsync(http);
            return;
        }

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
            await PumpAsync(http.Response, subscription, new(http, narrowed, time), ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The reader left or the server stops: the stream simply ends.
        }
        catch (Exception lost) when (lost is Npgsql.NpgsqlException || UnhandledFaults.IsDatabaseUnreachable(lost))
        {
            // Whom to tell what cannot be asked: the window comes again.
        }
        finally
        {
            await EndPresenceAsync(presence, session);
        }
    }

    /// <summary>Whoever left edits nothing any more. Without a database the row is passed over by its age.</summary>
    private static async Task EndPresenceAsync(PresenceStore presence, string? session)
    {
        try
        {
            await (session is null ? Task.CompletedTask : presence.EndAsync(session, CancellationToken.None));
        }
        catch (Exception lost) when (lost is Npgsql.NpgsqlException || UnhandledFaults.IsDatabaseUnreachable(lost))
        {
            // Nobody is left to be told.
        }
    }

    private static async Task PumpAsync(HttpResponse response, ChangeFeed.Subscription subscription, PersonsStream person, CancellationToken ended)
    {
        var waiting = subscription.Messages.WaitToReadAsync(ended).AsTask();
        while (true)
        {
            if (await Task.WhenAny(waiting, Task.Delay(Heartbeat, ended)) != waiting)
            {
                await response.WriteAsync(": still here\n\n", ended);
                if (!await TellAsync(response, person, null, ended))
                {
                    return;
                }
            }
            else if (!await waiting)
            {
                return;
            }
            else
            {
                while (subscription.Messages.TryRead(out var message))
                {
                    if (!await TellAsync(response, person, message, ended))
                    {
                        return;
                    }
                }

                waiting = subscription.Messages.WaitToReadAsync(ended).AsTask();
            }

            await response.Body.FlushAsync(ended);
        }
    }

    /// <summary>Writes what the person may be told; false when they are to be told nothing any more.</summary>
    private static async Task<bool> TellAsync(HttpResponse response, PersonsStream person, Told? message, CancellationToken ended)
    {
        var (lasts, told) = await person.HearAsync(message, ended);
        if (told is not null)
        {
            await response.WriteAsync($"event: {told.Kind}\ndata: {told.Data}\n\n", ended);
        }

        return lasts;
    }
}
