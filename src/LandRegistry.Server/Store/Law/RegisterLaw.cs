using System.Collections.Concurrent;
using System.Data;
using System.Security.Cryptography;
using System.Text;
using LandRegistry.Domain.Answers;
using LandRegistry.Domain.Law;
using LandRegistry.Domain.Readiness;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LandRegistry.Server.Store;

/// <summary>
/// The law that a register applies: the national one and the law files that the register took (decision 0009). They stand in the
/// database, so that all programs over it apply the same, and its backup holds them.
/// </summary>
public sealed class RegisterLaw
{
    // By what the database says of its files, so that a text is parsed once for all registers of the process that hold it.
    private static readonly ConcurrentDictionary<string, RegisterLaw> Read = new(StringComparer.Ordinal);

    private RegisterLaw(LawShelf shelf, string files) =>
        (Shelf, Digest) = (shelf, DigestOf($"{LawBook.NationalText()}\n{files}\n{string.Join(',', NeededInfrastructure)}\n{ParcelAnswers.RulesVersion}"));

    /// <summary>The national law alone, which a register without law files applies.</summary>
    public static RegisterLaw National { get; } = new(LawShelf.National, "");

    /// <summary>What a site needs before a tender.</summary>
    public static IReadOnlyList<string> NeededInfrastructure => ReadinessCheck.UsualInfrastructure;

    /// <summary>All books, and which holds where.</summary>
    public LawShelf Shelf { get; }

    /// <summary>Changes when the law's data, what a site needs, or a rule in the code does; stored answers know the law by it.</summary>
    public string Digest { get; }

    /// <summary>Names of the books, the national one first.</summary>
    public string Names => string.Join(", ", Shelf.Books.Select(book => book.Id));

    /// <summary>The law of the register that a connection is open to.</summary>
    public static async Task<RegisterLaw> OfAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select coalesce(string_agg(digest, ' ' order by name), '') from registry.law_file where ended_at is null", connection);
        var files = (string)(await command.ExecuteScalarAsync(cancellation))!;
        return files.Length == 0 ? National
            : Read.TryGetValue(files, out var known) ? known
            : Read.GetOrAdd(files, new RegisterLaw(Sound(await LawFiles.TakenAsync(connection, cancellation)), files));
    }

    /// <inheritdoc cref="OfAsync(NpgsqlConnection, CancellationToken)"/>
    public static async Task<RegisterLaw> OfAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await OfAsync(connection, cancellation);
    }

    /// <inheritdoc cref="OfAsync(NpgsqlConnection, CancellationToken)"/>
    public static async Task<RegisterLaw> OfAsync(RegistryDb db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            return await OfAsync((NpgsqlConnection)db.Database.GetDbConnection(), cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The book that holds for a parcel, by its county.</summary>
    public static async Task<LawBook> OfParcelAsync(RegistryDb db, long parcelId, CancellationToken cancellation)
    {
        var shelf = (await OfAsync(db, cancellation)).Shelf;
        return shelf.Books.Count == 1 ? shelf.General
            : shelf.For(await db.Database.SqlQuery<string?>($"select county_code as \"Value\" from registry.parcel where id = {parcelId}").SingleOrDefaultAsync(cancellation));
    }

    /// <summary>Computes the answers; one for each thread.</summary>
    public ParcelAnswers NewAnswers() => new(Shelf, NeededInfrastructure);

    internal static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static LawShelf Sound(IReadOnlyList<LawText> files) =>
        LawShelf.Read(files).Shelf ?? throw new DataException("The law files of the register cannot be read by this version of the program.");
}
