namespace LandRegistry.Domain.Law;

/// <summary>The law as it stands over a period: every number, cause, sentence and document kind that the register applies.</summary>
public sealed class LawEdition
{
    private readonly Dictionary<string, LawRule> _rules;
    private readonly Dictionary<string, Threshold> _thresholds;
    private readonly Dictionary<string, Term> _terms;
    private readonly Dictionary<string, Cause> _causes;
    private readonly Dictionary<string, DocumentKind> _documents;

    internal LawEdition(DateOnly from, DateOnly? to, LawEntries entries)
    {
        (From, To) = (from, to);
        _rules = new(entries.Rules, StringComparer.Ordinal);
        _thresholds = new(entries.Thresholds, StringComparer.Ordinal);
        _terms = new(entries.Terms, StringComparer.Ordinal);
        _causes = new(entries.Causes, StringComparer.Ordinal);
        _documents = new(entries.Documents, StringComparer.Ordinal);
        IdleAfter = Term("idle-after");
        FeeAfter = Term("fee-after");
        RecoveryAfter = Term("recovery-after");
        MissingDate = Term("missing-date");
        DevelopedArea = Threshold("developed-area");
        Invested = Threshold("invested");
    }

    /// <summary>First day in force, inclusive.</summary>
    public DateOnly From { get; }

    /// <summary>First day no longer in force; null while it is.</summary>
    public DateOnly? To { get; }

    /// <summary>Years after which land is idle (Order 53 Article 2).</summary>
    public Term IdleAfter { get; }

    /// <summary>Years after which the idle fee may be charged (Article 14(1)).</summary>
    public Term FeeAfter { get; }

    /// <summary>Years after which the right may be recovered without compensation (Article 14(2)).</summary>
    public Term RecoveryAfter { get; }

    /// <summary>From delivery to the commencement date that holds when none was agreed (Article 22 ¶2).</summary>
    public Term MissingDate { get; }

    /// <summary>Developed area of the area to be developed (Article 2 ¶2).</summary>
    public Threshold DevelopedArea { get; }

    /// <summary>Invested of the total investment, both without land price and taxes (Articles 2 ¶2 and 30).</summary>
    public Threshold Invested { get; }

    public IReadOnlyCollection<LawRule> Rules => _rules.Values;

    public IReadOnlyCollection<Threshold> Thresholds => _thresholds.Values;

    public IReadOnlyCollection<Term> Terms => _terms.Values;

    public IReadOnlyCollection<Cause> Causes => _causes.Values;

    public IReadOnlyCollection<DocumentKind> Documents => _documents.Values;

    /// <summary>Whether it is in force on a day.</summary>
    public bool HoldsOn(DateOnly day) => day >= From && (To is not { } end || day < end);

    /// <summary>A rule that every law file has to have.</summary>
    public LawRule Rule(string code) => _rules[code];

    /// <summary>A threshold that every law file has to have.</summary>
    public Threshold Threshold(string code) => _thresholds[code];

    /// <summary>A term that every law file has to have.</summary>
    public Term Term(string code) => _terms[code];

    /// <summary>The cause of a code; null when this law does not know it.</summary>
    public Cause? Cause(string code) => _causes.GetValueOrDefault(code);

    /// <summary>The document kind of a code; null when this law does not know it.</summary>
    public DocumentKind? Document(string code) => _documents.GetValueOrDefault(code);

    internal LawEntries Entries() => new(_rules, _thresholds, _terms, _causes, _documents);
}

/// <summary>Entries of a law file by code.</summary>
internal sealed record LawEntries(
    Dictionary<string, LawRule> Rules,
    Dictionary<string, Threshold> Thresholds,
    Dictionary<string, Term> Terms,
    Dictionary<string, Cause> Causes,
    Dictionary<string, DocumentKind> Documents)
{
    public static LawEntries Empty() => new([], [], [], [], []);

    /// <summary>These entries with those of a variant put over them, code by code.</summary>
    public LawEntries With(LawEntries variant) => new(
        Over(Rules, variant.Rules),
        Over(Thresholds, variant.Thresholds),
        Over(Terms, variant.Terms),
        Over(Causes, variant.Causes),
        Over(Documents, variant.Documents));

    private static Dictionary<string, T> Over<T>(Dictionary<string, T> under, Dictionary<string, T> over)
    {
        var both = new Dictionary<string, T>(under, StringComparer.Ordinal);
        foreach (var (code, entry) in over)
        {
            both[code] = entry;
        }

        return both;
    }
}
