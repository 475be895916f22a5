using System.Globalization;

namespace LandRegistry.Benchmarks;

/// <summary>What to measure, on how large a register, in how many rounds, and how many rows files have that are read and imported.</summary>
internal sealed record BenchmarkOptions(IReadOnlySet<string> Measures, int Parcels, int Rounds, int Rows)
{
    public const string Usage = "[tiles] [list] [as-of] [today] [retender] [matching] [overview] [dossier] [import] [import-polygons] [read] [export] [cached] [map] [reactions] [memory] [answers] [marks] [filter] [clients] [rights] [all] [--parcels N=1000000] [--rounds N=5] [--rows N=200000]";

    private static readonly string[] All = ["tiles", "list", "as-of", "today", "retender", "matching", "overview", "dossier", "cached", "map", "reactions", "memory", "import", "import-polygons", "read", "export", "answers", "marks", "filter", "clients", "rights"];

    /// <summary>Reads the command line; null when it is not understood.</summary>
    public static BenchmarkOptions? Read(string[] arguments)
    {
        var measures = new HashSet<string>(StringComparer.Ordinal);
        var (parcels, rounds, rows) = (1_000_000, 5, 200_000);
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
                case "--rows" when TryNumber(arguments, ++i, out rows):
                    break;
                case var measure when All.Contains(measure):
                    measures.Add(measure);
                    break;
                default:
                    return null;
            }
        }

        return measures.Count == 0 ? null : new(measures, parcels, rounds, rows);
    }

    private static bool TryNumber(string[] arguments, int at, out int number)
    {
        number = 0;
        return at < arguments.Length && int.TryParse(arguments[at], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }
}
