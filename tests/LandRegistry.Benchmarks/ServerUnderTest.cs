using System.Diagnostics;
using System.Globalization;

namespace LandRegistry.Benchmarks;

/// <summary>The server as shipped, in a process of its own (<c>landregistry serve</c>), and one signed-in connection to it.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    private readonly Process _process;

    private ServerUnderTest(Process process, Uri address, string cookie)
    {
        _process = process;
        Address = address;
        Cookie = cookie;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, MaxConnectionsPerServer = 1 })
        {
            BaseAddress = address,
            DefaultRequestHeaders = { { "Cookie", cookie }, { "Accept-Encoding", "gzip" } },
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    public Uri Address { get; }

    /// <summary>The sign-in cookie, <c>name=value</c>.</summary>
    public string Cookie { get; }

    public HttpClient Http { get; }

    /// <summary>Resident memory now and at its highest, megabytes.</summary>
    public (double Now, double Highest) MemoryMegabytes
    {
        get
        {
            var lines = File.ReadAllLines(FormattableString.Invariant($"/proc/{_process.Id}/status"));
            return (Kilobytes(lines, "VmRSS:") / 1024, Kilobytes(lines, "VmHWM:") / 1024);
        }
    }

    public static async Task<ServerUnderTest> StartAsync(string dataFolder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LandRegistry.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--data-dir", dataFolder, "--no-demo"]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment.Remove("LANDREGISTRY_DATABASE");
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        var link = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]);
        using var visitor = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
        using var answer = await visitor.GetAsync(link);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return new(process, new Uri(link.GetLeftPart(UriPartial.Authority)), cookie);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await ChildProcess.RunAsync("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static double Kilobytes(string[] lines, string name) =>
        double.Parse(lines.Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..^2], CultureInfo.InvariantCulture);
}
