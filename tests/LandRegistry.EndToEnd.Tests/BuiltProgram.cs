using System.Diagnostics;
using System.Text;

namespace LandRegistry.EndToEnd.Tests;

/// <summary>A program as it was built, run as a person would run it: its own process, its own streams.</summary>
public sealed class BuiltProgram : IAsyncDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly List<string> _answers = [];
    private readonly TaskCompletionSource<string> _firstAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BuiltProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Answer(line.Data);
        _process.ErrorDataReceived += (_, line) => Say(line.Data);
        _process.Exited += (_, _) => _firstAnswer.TrySetException(new InvalidOperationException("ended without an answer"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>All lines on stdout; complete after <see cref="EndAsync"/>.</summary>
    public IReadOnlyList<string> Answers => _answers;

    /// <summary>All that came on stderr; complete after <see cref="EndAsync"/>.</summary>
    public string Said => _said.ToString();

    /// <summary>The path of a built program, in the configuration that these tests are built in.</summary>
    public static string PathOf(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output;
        while (!File.Exists(Path.Combine(root.FullName, "LandRegistry.sln")))
        {
            root = root.Parent!;
        }

        return Path.Combine(root.FullName, "src", project, "bin", output.Parent!.Name, output.Name, project + ".dll");
    }

    public static BuiltProgram Desktop(params string[] arguments) => Start("LandRegistry.Desktop", [], [], arguments);

    public static BuiltProgram Cli(params string[] arguments) => Start("LandRegistry.Cli", [], [], arguments);

    /// <param name="project">Which program.</param>
    /// <param name="before">A command that runs it, such as runuser with its options.</param>
    /// <param name="environment">Variables to set; a null value unsets.</param>
    /// <param name="arguments">The program's own.</param>
    public static BuiltProgram Start(string project, IEnumerable<string> before, Dictionary<string, string?> environment, IEnumerable<string> arguments)
    {
        // A shell that runs the tests in the background has SIGINT ignored, and so would what it starts.
        string[] line = [.. before, "env", "--default-signal=INT", "dotnet", PathOf(project), .. arguments];
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new BuiltProgram(start);
    }

    /// <summary>Waits for the first line on stdout.</summary>
    public async Task<string> FirstAnswerAsync()
    {
        try
        {
            return await _firstAnswer.Task.WaitAsync(LongEnough);
        }
        catch (Exception problem) when (problem is TimeoutException or InvalidOperationException)
        {
            throw new InvalidOperationException($"No answer came. stderr: {Said}", problem);
        }
    }

    /// <summary>Waits for the sign-in link of a program that becomes ready to serve.</summary>
    public async Task<Uri> SignInLinkAsync()
    {
        var answer = await FirstAnswerAsync();
        Assert.StartsWith("Sign in: http://127.0.0.1:", answer, StringComparison.Ordinal);
        return new Uri(answer["Sign in: ".Length..]);
    }

    /// <summary>Waits until the program has ended by itself; returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(LongEnough);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Tells the program to stop, as a terminal or a service manager does, and waits; returns its exit code.</summary>
    public async Task<int> StopAsync(string signal = "TERM")
    {
        await SignalAsync(signal);
        return await EndAsync();
    }

    /// <summary>SIGKILL to this process alone: what it started lives on.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private void Answer(string? line)
    {
        if (line is not null)
        {
            _answers.Add(line);
            _firstAnswer.TrySetResult(line);
        }
    }

    private void Say(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }
    }
}
