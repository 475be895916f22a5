using System.Globalization;
using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Law;
using LandRegistry.Server.Platform.Queries;

namespace LandRegistry.Server.Facts;

/// <summary>What a field of a fact holds.</summary>
internal enum FieldType
{
    Day,
    Text,
    LongText,
    Number,
    Whole,
    Code,
    Codes,
    Reference,
}

/// <summary>A code and its name.</summary>
public sealed record CodeShape(string Code, Text Name);

/// <summary>One field of a kind of fact: how it is read, checked, shown and put on a form.</summary>
/// <param name="Name">Member of <see cref="FactFields"/> and of the record, camel case.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Label">Its name on a form.</param>
/// <param name="Required">Whether it has to be there.</param>
/// <param name="Least">Least number.</param>
/// <param name="Most">Greatest number.</param>
/// <param name="Choices">Codes allowed; null where there is no list, or the law has it.</param>
/// <param name="MayBeFuture">Whether a day may lie after today.</param>
/// <param name="Property">Property of the record, where it is not named like the member.</param>
/// <param name="LawChoices">Codes allowed, of a list that the law has.</param>
internal sealed record FactField(
    string Name, FieldType Type, Text Label, bool Required = false, double Least = 0, double Most = 1e13,
    IReadOnlyList<CodeShape>? Choices = null, bool MayBeFuture = false, string? Property = null,
    Func<LawShelf, IReadOnlyList<CodeShape>>? LawChoices = null)
{
    private const int ShortText = 200;
    private const int Words = 4000;

    /// <summary>Property of the record.</summary>
    public string PropertyName { get; } = Property ?? char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>Codes allowed under a register's law; null where there is no list.</summary>
    public IReadOnlyList<CodeShape>? ChoicesUnder(LawShelf law) => LawChoices?.Invoke(law) ?? Choices;

    /// <summary>Reads the member from a body; what is wrong goes to the faults.</summary>
    public object? Read(JsonElement body, LawShelf law, QueryReader faults)
    {
        var value = body.TryGetProperty(Name, out var member) && member.ValueKind != JsonValueKind.Null ? Parse(member, law, faults) : null;
        if (value is null && Required && !faults.Faults.Any(fault => fault.Field == Name))
        {
            faults.Add(Name, "Required.", "必填。");
        }

        return value;
    }

    private object? Parse(JsonElement member, LawShelf law, QueryReader faults) => Type switch
    {
        FieldType.Number or FieldType.Whole or FieldType.Reference => ParseNumber(member, faults),
        FieldType.Codes => ParseCodes(member, law, faults),
        _ => member.ValueKind == JsonValueKind.String ? ParseText(member.GetString()!, law, faults) : Wrong(faults, "Not a text.", "应为文本。"),
    };

    private object? ParseText(string text, LawShelf law, QueryReader faults) => Type switch
    {
        FieldType.Day => faults.Day(Name, text),
        FieldType.Code => faults.OneOfOrNone(Name, text, [.. ChoicesUnder(law)!.Select(choice => choice.Code)]),
        _ when string.IsNullOrWhiteSpace(text) => null,
        _ when text.Length > Longest || text.Contains('\0', StringComparison.Ordinal) =>
            Wrong(faults, $"At most {Longest} characters, no NUL.", $"最多 {Longest} 个字符，且不含空字符。"),
        _ => text.Trim(),
    };

    private int Longest => Type == FieldType.LongText ? Words : ShortText;

    private object? ParseNumber(JsonElement member, QueryReader faults)
    {
        if (member.ValueKind == JsonValueKind.Number && member.TryGetDecimal(out var number)
            && number >= (decimal)Least && number <= (decimal)Most && (Type == FieldType.Number || decimal.IsInteger(number)))
        {
            return number;
        }

        var (least, most) = (Least.ToString(CultureInfo.InvariantCulture), Most.ToString("0.#", CultureInfo.InvariantCulture));
        return Type == FieldType.Number
            ? Wrong(faults, $"Not a number from {least} to {most}.", $"应为 {least} 至 {most} 之间的数。")
            : Wrong(faults, $"Not a whole number from {least} to {most}.", $"应为 {least} 至 {most} 之间的整数。");
    }

    private string[]? ParseCodes(JsonElement member, LawShelf law, QueryReader faults)
    {
        if (member.ValueKind != JsonValueKind.Array || member.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            Wrong(faults, "Not a list of codes.", "应为代码列表。");
            return null;
        }

        string[] codes = [.. member.EnumerateArray().Select(item => item.GetString()!).Distinct(StringComparer.Ordinal)];
        string[] known = [.. ChoicesUnder(law)!.Select(choice => choice.Code)];
        if (codes.Except(known, StringComparer.Ordinal).Any())
        {
            Wrong(faults, $"None of {string.Join(", ", known)}.", $"不在可选值之内：{string.Join("、", known)}。");
        }

        return codes;
    }

    private object? Wrong(QueryReader faults, string message, string messageZh)
    {
        faults.Add(Name, message, messageZh);
        return null;
    }
}
