using LandRegistry.Domain.Common;
using LandRegistry.Domain.Tenders;

namespace LandRegistry.Domain.Law;

/// <summary>A body of law as data: its editions, one after another, each in force over a period.</summary>
public sealed class LawBook
{
    /// <summary>Name of the embedded national law.</summary>
    public const string NationalId = "cn-order-53";

    private static readonly Lazy<LawBook> EmbeddedNational = new(ReadNational);

    internal LawBook(string id, Text title, IReadOnlyList<string> counties, IReadOnlyList<LawEdition> editions, TenderLaw tender) =>
        (Id, Title, Counties, Editions, Tender) = (id, title, counties, editions, tender);

    /// <summary>The national law: Order 53 (闲置土地处置办法) and what it rests on, from the embedded file <c>Law/order-53.json</c>.</summary>
    public static LawBook National => EmbeddedNational.Value;

    public string Id { get; }

    public Text Title { get; }

    /// <summary>
    /// Whose land it is for: province (two digits), city (four) or county (six) codes of GB/T 2260. Empty where it is for all
    /// land that no other book names.
    /// </summary>
    public IReadOnlyList<string> Counties { get; }

    /// <summary>Editions in the order of their dates, never overlapping.</summary>
    public IReadOnlyList<LawEdition> Editions { get; }

    /// <summary>Terms and rules of tender, auction and listing.</summary>
    public TenderLaw Tender { get; }

    /// <summary>The edition in force on a day; null before the first and in gaps.</summary>
    public LawEdition? On(DateOnly day)
    {
        for (var i = 0; i < Editions.Count; i++)
        {
            if (Editions[i].HoldsOn(day))
            {
                return Editions[i];
            }
        }

        return null;
    }

    /// <summary>The edition in force on a day, else the first there is: for words that are shown of a day before any law.</summary>
    public LawEdition OnOrFirst(DateOnly day) => On(day) ?? Editions[0];

    /// <summary>Text of the embedded national law file, to be read or to start a variant from.</summary>
    public static string NationalText()
    {
        using var stream = typeof(LawBook).Assembly.GetManifestResourceStream("LandRegistry.Domain.Law.order-53.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static LawBook ReadNational() =>
        LawFile.Read(NationalText(), null) is { Book: { } book } ? book : throw new InvalidOperationException("The embedded law file has faults.");
}
