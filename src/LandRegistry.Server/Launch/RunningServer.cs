using System.Net.Http.Json;
using System.Text.Json;

namespace LandRegistry.Server.Launch;

/// <summary>Asks the program that serves a data folder for a sign-in link, with the secret it left in that folder.</summary>
public static class RunningServer
{
    /// <summary>The file in the data folder in which a running server says where it is; readable by its user only.</summary>
    public const string FileName = "server.json";

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    /// <summary>A new sign-in link, or null when no server answers for this folder.</summary>
    public static async Task<string?> TryNewSignInLinkAsync(string dataFolder, CancellationToken cancellation)
    {
        try
        {
            var said = JsonSerializer.Deserialize<Whereabouts>(
                await File.ReadAllTextAsync(Path.Combine(dataFolder, FileName), cancellation), JsonSerializerOptions.Web);
            if (said is not { Address: not null, Secret: not null })
            {
                return null;
            }

            // The server is on this machine: a proxy of the environment must not be asked.
            using var handler = new SocketsHttpHandler { UseProxy = false };
            using var http = new HttpClient(handler) { Timeout = LongestAnswer };
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(said.Address, "/api/sign-in/tickets"));
            request.Headers.Add("X-Owner-Secret", said.Secret);
            using var response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode
                ? (await response.Content.ReadFromJsonAsync<Ticket>(cancellation))?.Link
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or HttpRequestException
            || (problem is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Removes what a program that was killed left behind.</summary>
    internal static void Forget(string dataFolder) => File.Delete(Path.Combine(dataFolder, FileName));

    private sealed record Whereabouts(Uri? Address, string? Secret);

    private sealed record Ticket(string? Link);
}
