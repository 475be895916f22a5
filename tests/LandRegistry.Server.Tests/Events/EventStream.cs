using System.Text.Json;

namespace LandRegistry.Server.Tests.Events;

/// <summary>An open stream of server-sent events, past its <c>ready</c>.</summary>
internal sealed class EventStream : IDisposable
{
    private readonly StreamReader _lines;

    private EventStream(StreamReader lines) => _lines = lines;

    public static async Task<EventStream> OpenAsync(HttpClient client, string? session = null)
    {
        var stream = new EventStream(new StreamReader(await client.GetStreamAsync(new Uri(session is null ? "/api/events" : $"/api/events?session={session}", UriKind.Relative))));
        await stream.NextAsync("ready", _ => true);
        return stream;
    }

    /// <summary>The data of the next event of a kind that fits; fails after five seconds.</summary>
    public async Task<JsonElement> NextAsync(string kind, Func<JsonElement, bool> fits) => (await ReadUntilAsync(kind, fits)).Data;

    /// <summary>The kinds of the events that come before one that fits; fails after five seconds.</summary>
    public async Task<IReadOnlyList<string>> KindsBeforeAsync(string kind, Func<JsonElement, bool> fits) => (await ReadUntilAsync(kind, fits)).Before;

    /// <summary>Reads on until the server ends the stream; fails after five seconds.</summary>
    public async Task EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (await _lines.ReadLineAsync(patience.Token) is not null)
        {
        }
    }

    public void Dispose() => _lines.Dispose();

    private async Task<(JsonElement Data, List<string> Before)> ReadUntilAsync(string kind, Func<JsonElement, bool> fits)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var (current, before) = ("", new List<string>());
        while (await _lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                current = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                if (current == kind && JsonElement.Parse(line["data: ".Length..]) is var data && fits(data))
                {
                    return (data, before);
                }

                before.Add(current);
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
