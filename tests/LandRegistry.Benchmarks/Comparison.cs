using System.Globalization;

namespace LandRegistry.Benchmarks;

/// <summary>Rates of two ways to do the same work, measured in turns, so that drift of the machine meets both alike.</summary>
/// <param name="Ours">Median of our rates, a second.</param>
/// <param name="Theirs">Median of the yardstick's rates, a second.</param>
/// <param name="Ratio">Median of the rounds' ratios, ours by theirs.</param>
internal sealed record Comparison(double Ours, double Theirs, double Ratio)
{
    /// <summary>Measures in ABBA order: each side goes first in every other round. A first round is thrown away.</summary>
    public static async Task<Comparison> MeasureAsync(int rounds, Func<int, Task<double>> ours, Func<int, Task<double>> theirs)
    {
        var (our, their) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            double a, b;
            if (round % 2 == 0)
            {
                a = await ours(round);
                b = await theirs(round);
            }
            else
            {
                b = await theirs(round);
                a = await ours(round);
            }

            if (round > 0)
            {
                our.Add(a);
                their.Add(b);
            }
        }

        return new(Median(our), Median(their), Median(our.Zip(their, (a, b) => a / b)));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>One line of the report.</summary>
/// <param name="Measure">What was measured.</param>
/// <param name="Ours">Our median, with its unit.</param>
/// <param name="Yardstick">The yardstick's median, with its unit.</param>
/// <param name="Ratio">Or the value to be judged.</param>
/// <param name="Target">In words.</param>
/// <param name="Met">Null where there is no target.</param>
internal sealed record Finding(string Measure, string Ours, string Yardstick, string Ratio, string Target, bool? Met)
{
    public const string Heading = "| measure | ours | yardstick | ratio | target | met |\n|---|---|---|---|---|---|";

    public static Finding OfRates(string measure, Comparison comparison, double? atLeast, string unit = "/s") => new(
        measure,
        $"{Number(comparison.Ours)} {unit}",
        $"{Number(comparison.Theirs)} {unit}",
        Number(comparison.Ratio),
        atLeast is { } target ? $">= {Number(target)}" : "",
        atLeast is { } least ? comparison.Ratio >= least : null);

    /// <summary>Three significant digits or so.</summary>
    public static string Number(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    public override string ToString() =>
        $"| {Measure} | {Ours} | {Yardstick} | {Ratio} | {Target} | {Met switch { true => "yes", false => "**no**", null => "" }} |";
}
