using System.Security.Cryptography;
using LandRegistry.Domain.Facts;
using LandRegistry.Server.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Facts;

/// <summary>How the upload of a scan ended.</summary>
internal enum ScanOutcome
{
    Stored,
    NoDocument,
    UnknownType,
    Empty,
}

/// <summary>
/// Keeps scans in the database, part by part, so that neither way is one ever whole in memory. What a scan is comes from its
/// content; what the sender claims is not believed. Content is handed back as it came, never opened here.
/// </summary>
internal sealed class ScanStore(RegistryDb db, NpgsqlDataSource source)
{
    private const int PartBytes = 256 * 1024;

    /// <summary>Stores an upload in one change.</summary>
    public async Task<ScanOutcome> StoreAsync(long documentId, string? fileName, Stream content, ChangeOrigin origin, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginChangeAsync(origin, cancellation);
        if (!await db.Set<DocumentRecord>().AnyAsync(document => document.Id == documentId, cancellation))
        {
            return ScanOutcome.NoDocument;
        }

        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var next = new NpgsqlCommand("select nextval(pg_get_serial_sequence('registry.document_scan', 'id'))", connection);
        var scanId = (long)(await next.ExecuteScalarAsync(cancellation))!;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var part = new byte[PartBytes];
        var (count, bytes, mediaType) = (0, 0L, (string?)null);
        int read;
        while ((read = await content.ReadAtLeastAsync(part, PartBytes, throwOnEndOfStream: false, cancellation)) > 0)
        {
            if (count == 0 && (mediaType = ScanType.Of(part.AsSpan(0, read))) is null)
            {
                return ScanOutcome.UnknownType;
            }

            digest.AppendData(part, 0, read);
            bytes += read;
            await InsertPartAsync(connection, scanId, count++, part.AsMemory(0, read), cancellation);
        }

        if (count == 0)
        {
            return ScanOutcome.Empty;
        }

        await using var insert = new NpgsqlCommand(EmbeddedSql.Read("Facts/insert_scan.sql"), connection);
        insert.Parameters.Add(new() { Value = scanId });
        insert.Parameters.Add(new() { Value = documentId });
        insert.Parameters.Add(new() { Value = (object?)fileName ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        insert.Parameters.Add(new() { Value = mediaType });
        insert.Parameters.Add(new() { Value = bytes });
        insert.Parameters.Add(new() { Value = Convert.ToHexStringLower(digest.GetHashAndReset()) });
        await insert.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ScanOutcome.Stored;
    }

    /// <summary>The latest scan of a document; null when it has none.</summary>
    public async Task<ScanShape?> FindAsync(long documentId, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Facts/latest_scans.sql"));
        command.Parameters.Add(new() { Value = new[] { documentId } });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation)
            ? new(rows.GetInt64(1), await rows.IsDBNullAsync(2, cancellation) ? null : rows.GetString(2), rows.GetString(3), rows.GetInt64(4), rows.GetString(5))
            : null;
    }

    /// <summary>Hands a scan's content over, part by part.</summary>
    public async Task CopyToAsync(long scanId, Stream to, CancellationToken cancellation)
    {
        for (var part = 0; ; part++)
        {
            await using var command = source.CreateCommand("select content from registry.document_scan_part where scan_id = $1 and part = $2");
            command.Parameters.Add(new() { Value = scanId });
            command.Parameters.Add(new() { Value = part });
            if (await command.ExecuteScalarAsync(cancellation) is not byte[] bytes)
            {
                return;
            }

            await to.WriteAsync(bytes, cancellation);
        }
    }

    private static async Task InsertPartAsync(NpgsqlConnection connection, long scanId, int part, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("insert into registry.document_scan_part (scan_id, part, content) values ($1, $2, $3)", connection);
        command.Parameters.Add(new() { Value = scanId });
        command.Parameters.Add(new() { Value = part });
        command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = content, NpgsqlDbType = NpgsqlDbType.Bytea });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>Tells what a scan is from how it begins.</summary>
internal static class ScanType
{
    private static readonly (byte[] Begins, string MediaType)[] Known =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([0x49, 0x49, 0x2A, 0x00], "image/tiff"),
        ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
    ];

    /// <summary>The media type; null when it is none that is kept.</summary>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (begins, mediaType) in Known)
        {
            if (content.StartsWith(begins))
            {
                return mediaType;
            }
        }

        return null;
    }
}
