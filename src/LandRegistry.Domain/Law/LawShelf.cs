using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Law;

/// <summary>A law file by its name and text.</summary>
public sealed record LawText(string Name, string Text);

/// <summary>A fault and the file that it stands in.</summary>
public sealed record LawFileFault(string Name, LawFault Fault);

/// <summary>The law files of a register as read: the shelf, or all their faults.</summary>
public sealed record LawShelfResult(LawShelf? Shelf, IReadOnlyList<LawFileFault> Faults);

/// <summary>
/// The law that a register applies: the national book, and variants of provinces, cities and counties from files. Which one
/// holds for a parcel follows from its county code; the one that names it most closely goes first.
/// </summary>
public sealed class LawShelf
{
    private readonly Dictionary<string, LawBook> _byCode;

    private LawShelf(IReadOnlyList<LawBook> books)
    {
        Books = books;
        General = books.LastOrDefault(book => book.Counties.Count == 0) ?? LawBook.National;
        _byCode = books.SelectMany(book => book.Counties.Select(code => (code, book))).ToDictionary(pair => pair.code, pair => pair.book, StringComparer.Ordinal);
    }

    /// <summary>The national law alone.</summary>
    public static LawShelf National { get; } = new([LawBook.National]);

    /// <summary>All books, the national one first.</summary>
    public IReadOnlyList<LawBook> Books { get; }

    /// <summary>The book for land that no other names: the file that names no counties, else the national one.</summary>
    public LawBook General { get; }

    /// <summary>Every cause that a book knows, by code; what a code means where two books differ is in each of them.</summary>
    public IReadOnlyList<Cause> Causes => [.. Editions.SelectMany(edition => edition.Causes).DistinctBy(cause => cause.Code)];

    /// <summary>Every kind of document that a book knows, by code.</summary>
    public IReadOnlyList<DocumentKind> Documents => [.. Editions.SelectMany(edition => edition.Documents).DistinctBy(kind => kind.Code)];

    // The general book's words go first.
    private IEnumerable<LawEdition> Editions => Books.OrderByDescending(book => book == General).SelectMany(book => book.Editions.Reverse());

    /// <summary>The book that holds for land of a county.</summary>
    /// <param name="countyCode">Six digits of GB/T 2260; null where unknown.</param>
    public LawBook For(string? countyCode)
    {
        if (_byCode.Count > 0 && countyCode is { Length: 6 })
        {
            for (var digits = 6; digits > 0; digits -= 2)
            {
                if (_byCode.TryGetValue(countyCode[..digits], out var book))
                {
                    return book;
                }
            }
        }

        return General;
    }

    /// <summary>Reads the files beside the national law. A file may extend the national law or another file.</summary>
    public static LawShelfResult Read(IReadOnlyList<LawText> files)
    {
        var (faults, books) = (new List<LawFileFault>(), new List<LawBook> { LawBook.National });
        var waiting = files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => (File: file, LawFile.Names(file.Text).Extends)).ToList();
        while (waiting.Count > 0)
        {
            // What extends a file that is still waiting comes after it; where none can go on, each is read and says why.
            var ready = waiting.FindIndex(next => next.Extends is null || books.Exists(book => book.Id == next.Extends));
            var (file, extends) = waiting[Math.Max(0, ready)];
            waiting.RemoveAt(Math.Max(0, ready));
            var (book, wrong) = LawFile.Read(file.Text, books.Find(known => known.Id == extends));
            faults.AddRange(wrong.Select(fault => new LawFileFault(file.Name, fault)));
            if (book is not null)
            {
                faults.AddRange(Clashes(book, books).Select(fault => new LawFileFault(file.Name, fault)));
                books.Add(book);
            }
        }

        return faults.Count > 0 ? new(null, faults) : new(new LawShelf(books), []);
    }

    private static IEnumerable<LawFault> Clashes(LawBook book, List<LawBook> others)
    {
        if (others.Exists(other => other.Id == book.Id))
        {
            yield return new("id", new($"“{book.Id}”已是另一法规的名称，请另取。", $"\"{book.Id}\" is the name of another law already; choose another."));
        }

        if (book.Counties.Count == 0 && others.Exists(other => other.Counties.Count == 0 && other.Id != LawBook.NationalId))
        {
            yield return new("counties", new("已有一个法规文件适用于其余全部土地；请写明本文件适用的行政区划代码。", "Another file holds for all other land already; name the counties that this one is for."));
        }

        foreach (var code in book.Counties.Where(code => others.Exists(other => other.Counties.Contains(code))))
        {
            yield return new("counties", new($"“{code}”已由另一法规文件规定。", $"\"{code}\" is named by another law file already."));
        }
    }
}
