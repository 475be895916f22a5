using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Readiness;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.Marks;

/// <summary>How a step ended.</summary>
internal abstract record MarkOutcome
{
    /// <summary>Written, or nothing was to be written.</summary>
    public sealed record Done(MarkResult Result) : MarkOutcome;

    /// <summary>The set is another than the one previewed.</summary>
    public sealed record Stale(MarkPreview Current) : MarkOutcome;

    /// <summary>A rule forbids the step as a whole.</summary>
    public sealed record Refused(Refusal Refusal) : MarkOutcome;
}

/// <summary>
/// Marks many parcels as one change: their facts are read in one round trip, judged in the Domain, and written by one statement.
/// Status, hold and officer are no input of idle clock and readiness, so stored answers stay what they are.
/// </summary>
internal sealed class MarkCommands(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Name of the change.</summary>
    public const string Command = "MarkParcels";

    /// <summary>What the rules say of a step; null when the selection is too large.</summary>
    public async Task<Judgement?> PreviewAsync(Selection selection, ParcelMark mark, CancellationToken cancellation)
    {
        selection = await SpelledAsync(selection, cancellation);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await JudgeAsync(connection, selection, mark, hold: false, cancellation);
    }

    /// <summary>Does the step.</summary>
    /// <param name="selection">Which parcels.</param>
    /// <param name="mark">What shall be done.</param>
    /// <param name="seen">ETag of the preview that the caller saw.</param>
    /// <param name="leavesRefused">Whether parcels that may not be marked so are left, or nothing is written then.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<MarkOutcome> MarkAsync(
        Selection selection, ParcelMark mark, string seen, bool leavesRefused, string reason, string actor, CancellationToken cancellation)
    {
        selection = await SpelledAsync(selection, cancellation);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var change = await connection.BeginChangeAsync(new(actor, Command, reason, time.GetUtcNow()), cancellation);
        if (await JudgeAsync(connection, selection, mark, hold: true, cancellation) is not { } judged)
        {
            return new MarkOutcome.Refused(ParcelRefusals.SelectionTooLarge(MarkRules.Most));
        }

        if (judged.ETag != seen)
        {
            return new MarkOutcome.Stale(judged.Preview);
        }

        if (judged.Refused > 0 && (!leavesRefused || judged.Allowed.Length == 0))
        {
            return new MarkOutcome.Refused(ParcelRefusals.SomeRefused(judged.Refused, judged.Parcels.Count));
        }

        var written = await WriteAsync(connection, judged.Allowed, mark, reason, cancellation);
        if (written.Length == 0)
        {
            return new MarkOutcome.Done(new(null, 0, judged.Refused, judged.Groups));
        }

        if (mark.Note is not null)
        {
            // A note alone touches no parcel's row, from which open windows would hear of it.
            await StoredAnswers.AnnounceAsync(connection, written, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return new MarkOutcome.Done(new(change, written.Length, judged.Refused, judged.Groups));
    }

    /// <summary>The parcels under a filter whose point lies in a shape; null when they are too many.</summary>
    public async Task<ParcelsWithin?> WithinAsync(ParcelFilter filter, Geometry shape, CancellationToken cancellation)
    {
        filter = await source.SpelledAsync(filter, cancellation);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var ids = await SelectionReader.WithinAsync(connection, filter, shape, cancellation);
        return ids.Length > MarkRules.Most ? null : new(ids);
    }

    private async Task<Selection> SpelledAsync(Selection selection, CancellationToken cancellation) =>
        selection with { Filter = await source.SpelledAsync(selection.Filter, cancellation) };

    private async Task<Judgement?> JudgeAsync(NpgsqlConnection connection, Selection selection, ParcelMark mark, bool hold, CancellationToken cancellation)
    {
        var ids = await SelectionReader.IdsAsync(connection, selection, cancellation);
        if (ids.Length > MarkRules.Most)
        {
            return null;
        }

        var today = RegisterDay.Today(time);
        var parcels = await SelectionReader.ReadAsync(connection, ids, hold, cancellation);
        var blocking = MarkRules.AsksReadiness(mark) ? await BlockingAsync(connection, ids, mark.Status!.EffectiveOn, today, cancellation) : null;
        return new([.. parcels.Select(parcel => (parcel, Judge(parcel, mark, blocking, today)))]);
    }

    private static Refusal? Judge(SelectedParcel parcel, ParcelMark mark, Dictionary<long, IReadOnlyList<ReadinessItem>>? blocking, DateOnly today)
    {
        if (parcel.Facts is not { } facts)
        {
            return ParcelRefusals.NotStanding();
        }

        return MarkRules.Judge(blocking is null ? facts : facts with { Blocking = blocking[parcel.Id] }, mark, today);
    }

    /// <summary>Ready means ready from the day named, and still ready today.</summary>
    internal static async Task<Dictionary<long, IReadOnlyList<ReadinessItem>>> BlockingAsync(
        NpgsqlConnection connection, long[] ids, DateOnly effectiveOn, DateOnly today, CancellationToken cancellation)
    {
        var answers = (await RegisterLaw.OfAsync(connection, cancellation)).NewAnswers();
        var blocking = new Dictionary<long, IReadOnlyList<ReadinessItem>>(ids.Length);
        await StoredAnswers.ReadRecordsAsync(connection, ids, record =>
        {
            var now = answers.AssessReadiness(record, today).Blocking.ToList();
            blocking[record.ParcelId] = now.Count > 0 || effectiveOn > today ? now : [.. answers.AssessReadiness(record, effectiveOn).Blocking];
        }, cancellation);
        return blocking;
    }

    internal static async Task<long[]> WriteAsync(NpgsqlConnection connection, long[] ids, ParcelMark mark, string reason, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Parcels/Marks/mark_parcels.sql"), connection);
        command.Parameters.Add(StoredAnswers.Ids(ids));
        Add(mark.Status?.To.Code(), NpgsqlDbType.Text);
        Add(mark.Status?.EffectiveOn, NpgsqlDbType.Date);
        Add(mark.Status?.IdleKind, NpgsqlDbType.Text);
        Add(mark.Status?.IdleCause, NpgsqlDbType.Text);
        Add(mark.Hold is not null, NpgsqlDbType.Boolean);
        Add(mark.Hold is { IsRelease: false } ? reason : null, NpgsqlDbType.Text);
        Add(mark.Hold?.Until, NpgsqlDbType.Date);
        Add(mark.Officer is not null, NpgsqlDbType.Boolean);
        Add(mark.Officer?.Name, NpgsqlDbType.Text);
        Add(mark.Note, NpgsqlDbType.Text);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var written = new List<long>(ids.Length);
        while (await rows.ReadAsync(cancellation))
        {
            written.Add(rows.GetInt64(0));
        }

        return [.. written];

        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }
}
