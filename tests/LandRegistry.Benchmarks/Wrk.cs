using System.Globalization;
using System.Text.RegularExpressions;

namespace LandRegistry.Benchmarks;

/// <summary>wrk: an HTTP load generator that costs little beside what it measures; keep-alive, any answer but 2xx and 3xx is an error.</summary>
internal static partial class Wrk
{
    /// <summary>Requests a second on so many connections.</summary>
    public static async Task<double> RateAsync(Uri url, int connections, int seconds, params IEnumerable<string> headers)
    {
        string[] arguments =
        [
            "--threads", "1", "--connections", Text(connections), "--duration", $"{Text(seconds)}s",
            .. headers.SelectMany(header => new[] { "--header", header }), url.AbsoluteUri,
        ];
        var output = await ChildProcess.RunAsync("wrk", arguments);
        return output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"wrk met errors: {output}")
            : double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();
}
