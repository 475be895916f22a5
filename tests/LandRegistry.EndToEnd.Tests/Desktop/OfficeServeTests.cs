using System.Net;
using System.Text.Json;
using LandRegistry.Server.Platform.PrivatePostgis;
using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Desktop;

/// <summary>An office server as its administrator meets it: the first start, the accounts at the console, what stands in its log.</summary>
public sealed class OfficeServeTests
{
    private const string Password = "corret pferd batterie klammer";

    private static readonly string[] HostilePaths =
        ["/api/a%0d%0aforged%20line", "/api/%1b%5b2J%1b%5b31mred", "/api/%e2%80%a8forged%20line", "/api/%c2%85forged%e2%80%ae", "/api/%7d%22%2c%22forged%22%3a%22"];

    [Fact]
    public async Task The_first_start_makes_an_administrator_by_a_code_of_the_console_once_and_callers_write_no_line_of_the_log()
    {
        await using var database = await DataFolder.WithClusterAsync();
        await using var lease = await PrivatePostgisCluster.AcquireAsync(database.Options, progress: null, CancellationToken.None);
        await using var folder = DataFolder.Empty();
        var port = FreePort.Next();
        await ConfigureAsync(folder, port, lease.ConnectionString, "text");
        await using (var serve = BuiltProgram.Cli("serve", "--data-dir", folder.Path))
        {
            await serve.FirstAnswerAsync();
            var code = CodeIn(serve.Said);
            using var client = ClientOf(port);
            Assert.Equal(HttpStatusCode.Unauthorized, await FirstAsync(client, "guess", "nobody"));
            Assert.Equal(HttpStatusCode.BadRequest, await FirstAsync(client, code, "chen\u001b[2J\nforged"));
            Assert.Equal(HttpStatusCode.BadRequest, await FirstAsync(client, code, "chen", "password"));
            // Both have the code: it makes one administrator.
            var both = await Task.WhenAll(FirstAsync(client, code, "chen"), FirstAsync(client, code, "li"));
            Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Unauthorized], both.Order());
            await BeHostileAsync(client);
            Assert.Equal(0, await serve.StopAsync());
            Assert.Contains("/api/", serve.Said, StringComparison.Ordinal);
            Assert.DoesNotContain(serve.Said.Split('\n'), line => line.StartsWith("forged", StringComparison.Ordinal));
            Assert.DoesNotContain(serve.Said, letter => (char.IsControl(letter) && letter is not ('\n' or '\r')) || letter is '\u2028' or '\u202e');
        }

        await ConfigureAsync(folder, port, lease.ConnectionString, "json");
        await using var again = BuiltProgram.Cli("serve", "--data-dir", folder.Path);
        await again.FirstAnswerAsync();
        Assert.DoesNotContain("/sign-in/first", again.Said, StringComparison.Ordinal);
        await AccountsAsync(folder, port);
        using (var client = ClientOf(port))
        {
            await BeHostileAsync(client);
        }

        Assert.Equal(0, await again.StopAsync());
        var lines = again.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.True(lines.Length > HostilePaths.Length, again.Said);
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
    }

    /// <summary>What a stranger can put into addresses, headers and the form of the sign-in.</summary>
    private static async Task BeHostileAsync(HttpClient client)
    {
        foreach (var path in HostilePaths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("User-Agent", "x\u001b[31m forged line");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", "forged\u001b[2J");
            using var answer = await client.SendAsync(request);
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await FirstAsync(client, "x\r\nforged line", "a\u001b[31m\r\nforged line"));
        using var attempt = await client.TrySignInAsync("a\u001b[31m\r\nforged line", "wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, attempt.StatusCode);
    }

    private static Task ConfigureAsync(DataFolder folder, int port, string database, string format) => File.WriteAllTextAsync(
        Path.Combine(folder.Path, "landregistry.json"),
        JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["listen"] = new[] { $"http://127.0.0.1:{port}" }, ["database"] = database, ["log"] = new { format, requests = true },
        }));

    private static HttpClient ClientOf(int port) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

    /// <summary>The accounts at the console, while the server runs.</summary>
    private static async Task AccountsAsync(DataFolder folder, int port)
    {
        var password = Assert.Single(await AskAsync(folder, "user", "add", "wang", "--name", "王敏", "--role", "officer"));
        Assert.Contains(await AskAsync(folder, "user", "list"), line => line.StartsWith("wang\t王敏\tofficer\tactive", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(port, password));

        var other = Assert.Single(await AskAsync(folder, "user", "reset", "wang"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(port, password));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(port, other));

        Assert.Empty(await AskAsync(folder, "user", "disable", "wang"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(port, other));
        Assert.Contains(await AskAsync(folder, "user", "list"), line => line.StartsWith("wang\t王敏\tofficer\tdisabled", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> AskAsync(DataFolder folder, params string[] words)
    {
        await using var program = BuiltProgram.Cli([.. words, "--data-dir", folder.Path]);
        Assert.True(await program.EndAsync() == 0, program.Said);
        return [.. program.Answers];
    }

    private static async Task<HttpStatusCode> SignInAsync(int port, string password)
    {
        using var client = ClientOf(port);
        using var answer = await client.TrySignInAsync("wang", password);
        return answer.StatusCode;
    }

    private static string CodeIn(string said)
    {
        var link = said.Split('\n').Single(line => line.Contains("/sign-in/first?code=", StringComparison.Ordinal));
        return Uri.UnescapeDataString(link.Split("code=")[1].Trim());
    }

    private static async Task<HttpStatusCode> FirstAsync(HttpClient client, string code, string name, string password = Password)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code, ["name"] = name, ["shown"] = "陈" + name, ["password"] = password });
        using var answer = await client.PostAsync(new Uri("/sign-in/first", UriKind.Relative), form);
        return answer.StatusCode;
    }
}
