using System.Text.Json;
using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Tenders;

/// <summary>A period of the tender's law.</summary>
/// <param name="Code">Name in the file.</param>
/// <param name="Days">How many.</param>
/// <param name="Working">Whether working days are counted, Monday to Friday; public holidays are not known to the register.</param>
/// <param name="Article">Citation.</param>
/// <param name="Says">What it says.</param>
public sealed record TenderTerm(string Code, int Days, bool Working, string Article, Text Says)
{
    /// <summary>The day so many days after an event, which itself is not counted; the last day of a term, inclusive.</summary>
    public DateOnly After(DateOnly day)
    {
        if (!Working)
        {
            return day.AddDays(Days);
        }

        for (var left = Days; left > 0;)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}

/// <summary>A rule of the tender's law.</summary>
/// <param name="Code">Name in the file.</param>
/// <param name="Count">The number it is about, where it is about one.</param>
/// <param name="Article">Citation.</param>
/// <param name="Says">What it says.</param>
public sealed record TenderRule(string Code, int? Count, string Article, Text Says);

/// <summary>What a place says otherwise: a term's days or a rule's number, its words and its source.</summary>
/// <param name="Code">The term or rule that it stands for.</param>
/// <param name="Days">Days of the term; null leaves them.</param>
/// <param name="Count">Number of the rule; null leaves it.</param>
/// <param name="Article">Citation.</param>
/// <param name="Says">What it says.</param>
public sealed record TenderEntry(string Code, int? Days, int? Count, string Article, Text Says);

/// <summary>The terms and rules of tender, auction and listing as data: Order 39 and what goes with it, or a place's own.</summary>
public sealed class TenderLaw
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    private static readonly Lazy<TenderLaw> Embedded = new(() =>
    {
        using var stream = typeof(TenderLaw).Assembly.GetManifestResourceStream("LandRegistry.Domain.Tenders.order-39.json")!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    });

    private readonly Dictionary<string, TenderTerm> _terms;
    private readonly Dictionary<string, TenderRule> _rules;

    private TenderLaw(Text title, IEnumerable<TenderTerm> terms, IEnumerable<TenderRule> rules) =>
        (Title, _terms, _rules) = (title, terms.ToDictionary(term => term.Code, StringComparer.Ordinal), rules.ToDictionary(rule => rule.Code, StringComparer.Ordinal));

    /// <summary>The national provisions.</summary>
    public static TenderLaw National => Embedded.Value;

    public Text Title { get; }

    public IReadOnlyCollection<TenderTerm> Terms => _terms.Values;

    /// <summary>A term that the law has.</summary>
    public TenderTerm Term(string code) => _terms[code];

    /// <summary>A rule that the law has.</summary>
    public TenderRule Rule(string code) => _rules[code];

    /// <summary>Whether there is a term or rule of that code.</summary>
    public bool Knows(string code) => _terms.ContainsKey(code) || _rules.ContainsKey(code);

    /// <summary>This law with what a place says otherwise.</summary>
    public TenderLaw With(IReadOnlyCollection<TenderEntry> entries) => entries.Count == 0 ? this : new(
        Title,
        _terms.Values.Select(term => entries.FirstOrDefault(entry => entry.Code == term.Code) is { } said
            ? term with { Days = said.Days ?? term.Days, Article = said.Article, Says = said.Says } : term),
        _rules.Values.Select(rule => entries.FirstOrDefault(entry => entry.Code == rule.Code) is { } said
            ? rule with { Count = said.Count ?? rule.Count, Article = said.Article, Says = said.Says } : rule));

    /// <summary>What a term or rule says, with its citation.</summary>
    public (Text Says, string Article) Words(string code) =>
        _terms.TryGetValue(code, out var term) ? (term.Says, term.Article) : (_rules[code].Says, _rules[code].Article);

    /// <summary>Reads a law file.</summary>
    public static TenderLaw Read(string text)
    {
        var file = JsonSerializer.Deserialize<File>(text, Json)!;
        return new(
            file.Title, file.Terms.Select(term => new TenderTerm(term.Code, term.Days, term.Working, term.Article, new(term.Zh, term.En))),
            file.Rules.Select(rule => new TenderRule(rule.Code, rule.Count, rule.Article, new(rule.Zh, rule.En))));
    }

    private sealed record File(Text Title, TermEntry[] Terms, RuleEntry[] Rules);

    private sealed record TermEntry(string Code, int Days, bool Working, string Article, string Zh, string En);

    private sealed record RuleEntry(string Code, int? Count, string Article, string Zh, string En);
}
