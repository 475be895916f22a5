using System.Reflection;
using System.Text.Json;
using LandRegistry.Domain.Enterprises;
using LandRegistry.Domain.Evaluation;

namespace LandRegistry.Server.Evaluations;

/// <summary>The rule sets that travel with the program (data/evaluation), and those that a request brings itself.</summary>
internal static class RuleSets
{
    private static readonly Lazy<IReadOnlyList<EvaluationRuleSet>> BuiltIn = new(ReadAll);

    /// <summary>All built-in sets, by id.</summary>
    public static IReadOnlyList<EvaluationRuleSet> All => BuiltIn.Value;

    /// <summary>A built-in set; null when there is none of this id.</summary>
    public static EvaluationRuleSet? Find(string? id) => All.FirstOrDefault(set => set.Id == id);

    /// <summary>Reads rules that a request brings.</summary>
    public static EvaluationReadResult Read(JsonElement rules) => EvaluationFile.Read(rules, Metrics.Codes);

    private static List<EvaluationRuleSet> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var sets = new List<EvaluationRuleSet>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Evaluations/", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var read = EvaluationFile.Read(reader.ReadToEnd(), Metrics.Codes);
            sets.Add(read.RuleSet ?? throw new InvalidOperationException($"{name}: {string.Join("; ", read.Faults.Select(fault => $"{fault.Place} {fault.Says.En}"))}"));
        }

        return [.. sets.OrderBy(set => set.Id, StringComparer.Ordinal)];
    }
}
