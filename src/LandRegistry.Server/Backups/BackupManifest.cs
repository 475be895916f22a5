using System.Text.Json;

namespace LandRegistry.Server.Backups;

/// <summary>What a backup holds, as it says itself in <c>manifest.json</c>.</summary>
public sealed record BackupManifest
{
    public const string FileName = "manifest.json";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Version of this form; a program refuses one that it does not know.</summary>
    public int Form { get; init; } = 1;

    /// <summary>Why it was made: <c>asked</c>, <c>scheduled</c> or <c>upgrade</c>.</summary>
    public required string Occasion { get; init; }

    /// <summary>The moment whose state it holds, by the program's clock.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Seconds that it took.</summary>
    public double Seconds { get; init; }

    /// <summary>Version of the program that made it.</summary>
    public required string Program { get; init; }

    /// <summary>Version of PostgreSQL that it came from, for instance 15.14.</summary>
    public required string Postgres { get; init; }

    /// <summary>The random id of the register.</summary>
    public required Guid Register { get; init; }

    /// <summary>The migrations that the register had seen, in their order.</summary>
    public required IReadOnlyList<string> Schema { get; init; }

    /// <summary>Extensions that the register needs.</summary>
    public required IReadOnlyList<string> Extensions { get; init; }

    /// <summary>Rows and digest of every table.</summary>
    public required IReadOnlyList<TableDigest> Tables { get; init; }

    /// <summary>How many indexes, constraints, triggers, functions and views there are.</summary>
    public required IReadOnlyDictionary<string, long> Objects { get; init; }

    /// <summary>SHA-256 of the dump, hexadecimal.</summary>
    public required string DumpSha256 { get; init; }

    /// <summary>Size of the dump.</summary>
    public required long DumpBytes { get; init; }

    /// <summary>Files of the data folder that it holds, by their paths there.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Files of the data folder that it does not hold because they are large and never change: local basemaps.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Rows of all tables.</summary>
    public long Rows => Tables.Sum(table => table.Rows);

    internal static async Task<BackupManifest?> ReadAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(Path.Combine(folder, FileName));
            return await JsonSerializer.DeserializeAsync<BackupManifest>(file, Json, cancellation);
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>What a table holds: two tables with the same figures hold the same rows.</summary>
/// <param name="Table">Its name in the schema <c>registry</c>.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Digest">Sum of the 64-bit hashes of all rows as text, whatever their order.</param>
public sealed record TableDigest(string Table, long Rows, string Digest);

/// <summary>What came of restoring a backup to look at it.</summary>
/// <param name="At">When.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Faults">What differs; empty when every table has the same rows.</param>
public sealed record BackupCheck(DateTimeOffset At, double Seconds, IReadOnlyList<string> Faults)
{
    public const string FileName = "check.json";
}
