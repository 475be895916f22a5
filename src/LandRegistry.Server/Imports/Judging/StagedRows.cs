using LandRegistry.Domain.Imports;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Imports.Judging;

/// <summary>Copies judged rows and what was found in them to where they wait.</summary>
internal sealed class StagedRows(NpgsqlConnection connection, long import, RowFacts facts, ImportZones zones)
{
    private const int LongestValue = 300;

    /// <summary>Copies a stretch of rows.</summary>
    public async Task WriteAsync(IReadOnlyList<JudgedRow> rows, CancellationToken cancellation)
    {
        await using (var copy = await connection.BeginBinaryImportAsync(
            "copy registry.import_row (import_id, row_number, source_id, code, credit_code, zone_code, facts, source_record, boundary, location, is_estimated, mended, is_refused) from stdin (format binary)", cancellation))
        {
            foreach (var row in rows)
            {
                await WriteRowAsync(copy, row, cancellation);
            }

            await copy.CompleteAsync(cancellation);
        }

        if (rows.All(row => row.Row.Issues.Count == 0))
        {
            return;
        }

        await using var issues = await connection.BeginBinaryImportAsync(
            "copy registry.import_issue (import_id, row_number, nth, found_in, column_name, value, kind, severity, text_zh, text_en, repair_zh, repair_en, patch) from stdin (format binary)", cancellation);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Row.Issues.Count; i++)
            {
                await WriteIssueAsync(issues, row.Row.Issues[i], i, cancellation);
            }
        }

        await issues.CompleteAsync(cancellation);
    }

    private async Task WriteRowAsync(NpgsqlBinaryImporter copy, JudgedRow row, CancellationToken cancellation)
    {
        await copy.StartRowAsync(cancellation);
        await copy.WriteAsync(import, NpgsqlDbType.Bigint, cancellation);
        await copy.WriteAsync(row.Row.Row, NpgsqlDbType.Integer, cancellation);
        await TextAsync(copy, row.Row.Key, cancellation);
        await TextAsync(copy, row.Row.More.GetValueOrDefault(ParcelField.Code) as string, cancellation);
        await TextAsync(copy, row.Row.More.GetValueOrDefault(ParcelField.CreditCode) as string, cancellation);
        await TextAsync(copy, zones.CodeOf(row.Row), cancellation);
        await copy.WriteAsync(facts.Facts(row.Row), NpgsqlDbType.Jsonb, cancellation);
        await copy.WriteAsync(facts.Record(row.Cells), NpgsqlDbType.Jsonb, cancellation);
        await ShapeAsync(copy, row.Ground.Boundary, cancellation);
        await ShapeAsync(copy, row.Ground.Location, cancellation);
        await copy.WriteAsync(row.IsEstimated, NpgsqlDbType.Boolean, cancellation);
        await ShapeAsync(copy, row.Ground.Mended, cancellation);
        await copy.WriteAsync(row.Row.Refused, NpgsqlDbType.Boolean, cancellation);
    }

    private async Task WriteIssueAsync(NpgsqlBinaryImporter copy, ImportIssue issue, int nth, CancellationToken cancellation)
    {
        await copy.StartRowAsync(cancellation);
        await copy.WriteAsync(import, NpgsqlDbType.Bigint, cancellation);
        await copy.WriteAsync(issue.Row, NpgsqlDbType.Integer, cancellation);
        await copy.WriteAsync(nth, NpgsqlDbType.Integer, cancellation);
        await copy.WriteAsync("row", NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(Clean(issue.Column), NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(Clean(issue.Value.Length > LongestValue ? issue.Value[..LongestValue] + "…" : issue.Value), NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(issue.Type, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(IssueReport.Severity(issue.Severity), NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(issue.Text.Zh, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(issue.Text.En, NpgsqlDbType.Text, cancellation);
        await TextAsync(copy, issue.Repair?.Text.Zh, cancellation);
        await TextAsync(copy, issue.Repair?.Text.En, cancellation);
        if (issue.Repair is { } repair)
        {
            await copy.WriteAsync(facts.Patch(repair), NpgsqlDbType.Jsonb, cancellation);
        }
        else
        {
            await copy.WriteNullAsync(cancellation);
        }
    }

    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    private static Task TextAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancellation) =>
        text is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(text, NpgsqlDbType.Text, cancellation);

    private static Task ShapeAsync<T>(NpgsqlBinaryImporter copy, T? shape, CancellationToken cancellation)
        where T : NetTopologySuite.Geometries.Geometry =>
        shape is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(shape, NpgsqlDbType.Geometry, cancellation);
}
