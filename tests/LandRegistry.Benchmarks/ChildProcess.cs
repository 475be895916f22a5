using System.Diagnostics;

namespace LandRegistry.Benchmarks;

/// <summary>Runs a tool to its end and returns what it printed.</summary>
internal static class ChildProcess
{
    /// <exception cref="InvalidOperationException">The tool ended with an error, which the message quotes.</exception>
    public static async Task<string> RunAsync(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        (await MeasureAsync(file, arguments, environment)).Output;

    /// <summary>The same, with the resident memory of the tool at its highest.</summary>
    /// <exception cref="InvalidOperationException">The tool ended with an error, which the message quotes.</exception>
    public static async Task<(string Output, double Megabytes)> MeasureAsync(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var reading = process.StandardOutput.ReadToEndAsync();
        var megabytes = 0d;
        while (await Task.WhenAny(reading, Task.Delay(200)) != reading)
        {
            // PeakWorkingSet64 is VmHWM; of a process that has ended there is none.
            process.Refresh();
            megabytes = process.HasExited ? megabytes : Math.Max(megabytes, process.PeakWorkingSet64 / 1e6);
        }

        var output = await reading;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (output, megabytes) : throw new InvalidOperationException($"{file} ended with {process.ExitCode}: {await errors}\n{output}");
    }
}
