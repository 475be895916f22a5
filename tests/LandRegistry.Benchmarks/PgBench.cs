using System.Globalization;
using System.Text.RegularExpressions;

namespace LandRegistry.Benchmarks;

/// <summary>PostgreSQL's own load generator, one client: what the database alone can do.</summary>
internal static partial class PgBench
{
    /// <summary>Runs a script so many times, or for some seconds, and returns runs a second without the connecting.</summary>
    /// <param name="protocol">simple, or prepared: then each statement is parsed once.</param>
    public static async Task<double> RateAsync(
        BenchmarkRegister register, string scriptFile, string protocol, string amount, IEnumerable<string>? variables = null)
    {
        string[] arguments =
        [
            "--no-vacuum", "--client=1", $"--protocol={protocol}", amount, $"--file={scriptFile}",
            .. (variables ?? []).Select(variable => $"--define={variable}"),
        ];
        var output = await ChildProcess.RunAsync("pgbench", arguments, register.Environment);
        return output.Contains("number of failed transactions: 0 ", StringComparison.Ordinal)
            ? double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench met errors: {output}");
    }

    [GeneratedRegex(@"tps = (?<rate>[0-9.]+) \(without initial connection time\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();
}
