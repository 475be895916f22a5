using System.Globalization;

namespace LandRegistry.Benchmarks;

/// <summary>What to measure, on how large a register, in how many rounds.</summary>
internal sealed record BenchmarkOptions(IReadOnlySet<string> Measures, int Parcels, int Rounds)
{
    public const string Usage = "[tiles] [list] [as-of] [today] [retender] [overview] [import] [export] [cached] [map] [memory] [answers] [marks] [filter] [all] [--parcels N=1000000] [--rounds N=5]";

    private static readonly string[] All = ["tiles", "list", "as-of", "today", "retender", "overview", "cached", "map", "memory", "import", "export", "answers", "marks", "filter"];

    /// <summary>Reads the command line; null when it is not understood.</summary>
    public static BenchmarkOptions? Read(string[] arguments)
    {
        var measures = new HashSet<string>(StringComparer.Ordinal);
        var (parcels, rounds) = (1_000_000, 5);
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "all":
                    measures.UnionWith(All);
                    break;
                case "--parcels" when TryNumber(arguments, ++i, out parcels):
                case "--rounds" when TryNumber(arguments, ++i, out rounds):
                    break;
                case var measure when All.Contains(measure):
                    measures.Add(measure);
                    break;
                default:
                    return null;
            }
        }

        return measures.Count == 0 ? null : new(measures, parcels, rounds);
    }

    private static bool TryNumber(string[] arguments, int at, out int number)
    {
        number = 0;
        return at < arguments.Length && int.TryParse(arguments[at], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }
}
