using LandRegistry.Domain.Law;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Store;

/// <summary>Takes the law files of a folder into the register, and gives them back.</summary>
public static class LawFiles
{
    private const long LargestFile = 1_000_000;

    /// <summary>The files <c>*.json</c> of a folder, in the order of their names; null where there is no such folder, and the register keeps what it has.</summary>
    public static IReadOnlyList<LawText>? InFolder(string folder) => !Directory.Exists(folder) ? null :
    [
        .. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Select(file => new LawText(Path.GetFileName(file), new FileInfo(file).Length > LargestFile ? "" : File.ReadAllText(file))),
    ];

    /// <summary>
    /// Makes these the law files of the register. What was in force and is not among them ends; the stored answers follow by
    /// <see cref="Recomputation.RunIfNeededAsync"/>, which asks for the digest.
    /// </summary>
    /// <returns>Faults, of which one is enough that nothing is taken.</returns>
    public static async Task<IReadOnlyList<LawFileFault>> TakeAsync(
        NpgsqlDataSource source, IReadOnlyList<LawText> files, DateTimeOffset now, CancellationToken cancellation)
    {
        var faults = LawShelf.Read(files).Faults;
        if (faults.Count == 0)
        {
            await using var command = source.CreateCommand(EmbeddedSql.Read("Store/Law/take_law_files.sql"));
            command.Parameters.Add(Texts(files.Select(file => file.Name)));
            command.Parameters.Add(Texts(files.Select(file => file.Text)));
            command.Parameters.Add(Texts(files.Select(file => RegisterLaw.DigestOf($"{file.Name}\n{file.Text}"))));
            command.Parameters.Add(new() { Value = now.ToUniversalTime() });
            await command.ExecuteNonQueryAsync(cancellation);
        }

        return faults;
    }

    /// <summary>The files in force.</summary>
    internal static async Task<IReadOnlyList<LawText>> TakenAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select name, body from registry.law_file where ended_at is null order by name", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var files = new List<LawText>();
        while (await rows.ReadAsync(cancellation))
        {
            files.Add(new(rows.GetString(0), rows.GetString(1)));
        }

        return files;
    }

    private static NpgsqlParameter Texts(IEnumerable<string> texts) => new() { Value = texts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
