using System.Net.Http.Json;
using System.Text.Json;
using LandRegistry.Server.Platform.SignIn;

namespace LandRegistry.Server.Launch;

/// <summary>Asks the program that serves a data folder for a sign-in link, with the secret it left in that folder.</summary>
public static class SignInLinkRequest
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    /// <summary>A new sign-in link, or null when no server answers for this folder.</summary>
    public static async Task<string?> TryAskAsync(string dataFolder, CancellationToken cancellation)
    {
        if (new ServerFile(dataFolder).Read() is not { } server)
        {
            return null;
        }

        // The server is on this machine: a proxy of the environment must not be asked.
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpClient(handler) { Timeout = LongestAnswer };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, SignInEndpoints.TicketPath));
        request.Headers.Add(SignInEndpoints.SecretHeader, server.OwnerSecret);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode
                ? (await response.Content.ReadFromJsonAsync<SignInLink>(cancellation))?.Link
                : null;
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException
            || (problem is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }
}
