using System.Globalization;

namespace LandRegistry.Testing;

/// <summary>How long the tests of faults go on: short among all tests, long by <c>tests/faults.sh</c>.</summary>
public static class FaultRounds
{
    public static int Rounds { get; } = Read("FAULT_ROUNDS", 2);

    public static TimeSpan Contended { get; } = TimeSpan.FromSeconds(Read("FAULT_SECONDS", 3));

    /// <summary>Prints a line of counts where the long run shows it.</summary>
    public static void Say(string line)
    {
        Console.WriteLine(line);
        if (Environment.GetEnvironmentVariable("FAULT_REPORT") is { Length: > 0 } file)
        {
            File.AppendAllText(file, line + "\n");
        }
    }

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
