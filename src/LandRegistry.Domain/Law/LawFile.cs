using System.Text.Json;
using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Law;

/// <summary>A fault of a law file.</summary>
/// <param name="Place">JSON path, for instance <c>editions[0].terms[2].days</c>, or <c>line 12</c> where the text is no JSON.</param>
/// <param name="Says">What is wrong.</param>
public sealed record LawFault(string Place, Text Says);

/// <summary>A law file as read: the book, or all its faults.</summary>
/// <param name="Book">The book; null when there is a fault.</param>
/// <param name="Faults">Every fault found, in the order of the file.</param>
public sealed record LawReadResult(LawBook? Book, IReadOnlyList<LawFault> Faults);

/// <summary>Reads law files. A file that <c>extends</c> another states only what differs, entry by entry.</summary>
public static class LawFile
{
    /// <summary>Codes that every law needs, by list.</summary>
    private static readonly (string List, string[] Codes)[] Needed =
    [
        ("rules", [
            "kind-a", "kind-b", "clock-stops", "restart", "start-test", "investment-test", "late-delivery", "negotiation", "kind-b-negotiation",
            "extension", "temporary-use", "swap", "approval", "mortgagee", "fee", "recovery", "hearing", "filing", "investigation",
            "determination", "publication", "recovered-land", "survey-update", "clear-right", "compensation-settled", "no-dispute", "plan-conditions",
            "site-conditions", "soil-survey", "standard-land", "remaining-term", "restructuring"]),
        ("thresholds", ["developed-area", "invested", "fee-rate"]),
        ("terms", [
            "idle-after", "fee-after", "recovery-after", "missing-date", "investigate", "answer", "pay-fee", "deregister", "extension-cap",
            "temporary-use-cap"]),
        ("documents", [
            "investigation-notice", "determination", "information-notice", "hearing-notice", "fee-decision", "recovery-decision",
            "start-application", "completion-report", "delivery-confirmation", "proof-of-service"]),
    ];

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Id and basis that a text names, to find the order in which files are read; null where it names none.</summary>
    internal static (string? Id, string? Extends) Names(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return (Named(document.RootElement, "id"), Named(document.RootElement, "extends"));
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    /// <summary>Reads a law file.</summary>
    /// <param name="text">JSON; comments and trailing commas are allowed.</param>
    /// <param name="extended">The book that the file may extend; null for none.</param>
    public static LawReadResult Read(string text, LawBook? extended)
    {
        var faults = new List<LawFault>();
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            var book = new LawFileReader(faults).Book(document.RootElement, extended, Needed);
            return new(faults.Count == 0 ? book : null, faults);
        }
        catch (JsonException fault)
        {
            var line = (fault.LineNumber ?? 0) + 1;
            faults.Add(new($"line {line}", new($"第 {line} 行不是有效的 JSON。", $"Line {line} is not valid JSON.")));
            return new(null, faults);
        }
    }

    private static string? Named(JsonElement root, string member) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
