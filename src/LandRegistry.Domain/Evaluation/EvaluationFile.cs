using System.Text.Json;
using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Evaluation;

/// <summary>How a place evaluates, with where that is said.</summary>
/// <param name="Id">Name of the set.</param>
/// <param name="Title">Its title.</param>
/// <param name="Source">Where it was taken from.</param>
/// <param name="Quote">What the source says, in its own words.</param>
/// <param name="Note">What the source leaves open and was filled in; null when nothing.</param>
/// <param name="Scale">Which enterprises it is for: above, below or all.</param>
/// <param name="Rules">The rules.</param>
public sealed record EvaluationRuleSet(string Id, Text Title, string Source, string Quote, Text? Note, string Scale, EvaluationRules Rules);

/// <summary>A fault of a rule file.</summary>
/// <param name="Place">JSON path, for instance <c>indicators[0].weight</c>.</param>
/// <param name="Says">What is wrong.</param>
public sealed record EvaluationFault(string Place, Text Says);

/// <summary>A rule file as read: the set, or all its faults.</summary>
public sealed record EvaluationReadResult(EvaluationRuleSet? RuleSet, IReadOnlyList<EvaluationFault> Faults);

/// <summary>Reads rule sets (data/evaluation) and gathers every fault.</summary>
public static class EvaluationFile
{
    private static readonly string[] Scales = ["all", "above", "below"];

    /// <summary>Reads a file; comments and trailing commas are allowed.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="figures">Names of the figures that an indicator may be taken from.</param>
    public static EvaluationReadResult Read(string text, IReadOnlyList<string> figures)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(document.RootElement, figures);
        }
        catch (JsonException fault)
        {
            var line = (fault.LineNumber ?? 0) + 1;
            return new(null, [new($"line {line}", new($"第 {line} 行不是有效的 JSON。", $"Line {line} is not valid JSON."))]);
        }
    }

    /// <inheritdoc cref="Read(string, IReadOnlyList{string})"/>
    public static EvaluationReadResult Read(JsonElement root, IReadOnlyList<string> figures)
    {
        var reader = new EvaluationReader(figures);
        var set = reader.RuleSet(root, Scales);
        return reader.Faults.Count > 0 ? new(null, reader.Faults) : new(set, []);
    }
}

/// <summary>Reads the members of a rule file and notes each fault with its place.</summary>
internal sealed class EvaluationReader(IReadOnlyList<string> figures)
{
    public List<EvaluationFault> Faults { get; } = [];

    public EvaluationRuleSet RuleSet(JsonElement root, string[] scales)
    {
        Members(root, "", "id", "title", "source", "quote", "note", "scale", "basis", "minimumMu", "minimumAgeYears", "shares", "maximumRatio", "indicators");
        var shares = Member(root, "shares");
        Members(shares, "shares", "a", "b", "c");
        var indicators = Member(root, "indicators") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select((item, i) => Indicator(item, $"indicators[{i}]")).ToList()
            : [];
        var rules = new EvaluationRules(
            indicators,
            Codes<AreaBasis>.Find(String(root, "", "basis", Codes<AreaBasis>.All)) ?? AreaBasis.Owned,
            Number(root, "", "minimumMu", 0m), (int)Math.Clamp(Number(root, "", "minimumAgeYears", 0m), -1m, 1000m),
            Number(shares, "shares.", "a"), Number(shares, "shares.", "b"), Number(shares, "shares.", "c"), Number(root, "", "maximumRatio", 2m));
        Faults.AddRange(rules.Faults().Select(says => new EvaluationFault("", says)));
        return new(
            String(root, "", "id"), TextOf(root, "title") ?? new("", ""), String(root, "", "source"), String(root, "", "quote"), TextOf(root, "note", optional: true),
            Member(root, "scale").ValueKind == JsonValueKind.Undefined ? "all" : String(root, "", "scale", scales), rules);
    }

    private Indicator Indicator(JsonElement item, string place)
    {
        Members(item, place, "figure", "per", "perMu", "weight", "threshold", "byIndustry");
        var industries = Member(item, "byIndustry") is { ValueKind: JsonValueKind.Object } own
            ? own.EnumerateObject().ToDictionary(pair => pair.Name, pair => Number(own, $"{place}.byIndustry.", pair.Name))
            : null;
        return new(
            String(item, place + ".", "figure", figures), Number(item, place + ".", "weight"), Member(item, "perMu").ValueKind == JsonValueKind.True,
            Number(item, place + ".", "threshold"), industries,
            Member(item, "per").ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : String(item, place + ".", "per", figures));
    }

    private static JsonElement Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : default;

    private void Members(JsonElement of, string place, params string[] known)
    {
        if (of.ValueKind != JsonValueKind.Object)
        {
            Faults.Add(new(place, new("应为 JSON 对象。", "Must be a JSON object.")));
            return;
        }

        Faults.AddRange(of.EnumerateObject().Where(member => !known.Contains(member.Name)).Select(member => new EvaluationFault(
            place.Length == 0 ? member.Name : $"{place}.{member.Name}", new("未知成员。", $"Unknown member. Known: {string.Join(", ", known)}."))));
    }

    private string String(JsonElement of, string place, string name, IReadOnlyList<string>? allowed = null)
    {
        var text = Member(of, name) is { ValueKind: JsonValueKind.String } member ? member.GetString()! : "";
        if (text.Length == 0 || allowed?.Contains(text) == false)
        {
            var list = allowed is null ? "" : string.Join(", ", allowed);
            Faults.Add(new(place + name, new($"必填文字{(list.Length > 0 ? "，可选值：" + list : "")}。", $"A text is needed{(list.Length > 0 ? ": one of " + list : "")}.")));
        }

        return text;
    }

    private decimal Number(JsonElement of, string place, string name, decimal? otherwise = null)
    {
        var member = Member(of, name);
        if (member.ValueKind == JsonValueKind.Number && member.TryGetDecimal(out var number))
        {
            return number;
        }

        if (member.ValueKind != JsonValueKind.Undefined || otherwise is null)
        {
            Faults.Add(new(place + name, new("必填数值。", "A number is needed.")));
        }

        return otherwise ?? 1m;
    }

    private Text? TextOf(JsonElement of, string name, bool optional = false)
    {
        var member = Member(of, name);
        if (optional && member.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        Members(member, name, "zh", "en");
        return new(String(member, name + ".", "zh"), String(member, name + ".", "en"));
    }
}
