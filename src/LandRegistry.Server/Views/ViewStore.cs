using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Domain.Views;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Views;

/// <summary>How the saving of a view ended.</summary>
internal abstract record ViewOutcome
{
    public sealed record Done(SavedView View) : ViewOutcome;

    public sealed record Missing : ViewOutcome;

    public sealed record Stale(SavedView Current) : ViewOutcome;

    public sealed record Refused(Refusal Refusal) : ViewOutcome;
}

/// <summary>What a view says.</summary>
internal sealed record ViewContent(string Name, string Address, bool IsShared);

/// <summary>Saved views. They are no records of the register: written outside changes, and deleted.</summary>
internal sealed class ViewStore(NpgsqlDataSource source, TimeProvider time, ZoneScope scope)
{
    public Task<List<SavedView>> AllAsync(string person, CancellationToken cancellation) =>
        ReadAsync("list", cancellation, person);

    /// <summary>A view of one's own or a shared one; null for any other.</summary>
    public async Task<SavedView?> FindAsync(long id, string person, CancellationToken cancellation) =>
        (await ReadAsync("find", cancellation, person, id)).FirstOrDefault();

    public async Task<ViewOutcome> AddAsync(ViewContent content, string person, CancellationToken cancellation)
    {
        var added = await ReadAsync("add", cancellation, person, content.Name, content.Address, content.IsShared, time.GetUtcNow());
        return added.Count == 0 ? new ViewOutcome.Refused(ViewRefusals.NameTaken(content.Name)) : new ViewOutcome.Done(added[0]);
    }

    public async Task<ViewOutcome> ChangeAsync(long id, int version, ViewContent content, string person, CancellationToken cancellation)
    {
        try
        {
            var written = await ReadAsync(
                "change", cancellation, person, id, version, content.Name, content.Address, content.IsShared, time.GetUtcNow());
            return written.Count > 0 ? new ViewOutcome.Done(written[0]) : await WhyNotAsync(id, person, cancellation);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return new ViewOutcome.Refused(ViewRefusals.NameTaken(content.Name));
        }
    }

    public async Task<ViewOutcome> DeleteAsync(long id, int version, string person, CancellationToken cancellation)
    {
        var gone = await ReadAsync("delete", cancellation, person, id, version);
        return gone.Count > 0 ? new ViewOutcome.Done(gone[0]) : await WhyNotAsync(id, person, cancellation);
    }

    private async Task<ViewOutcome> WhyNotAsync(long id, string person, CancellationToken cancellation) => await FindAsync(id, person, cancellation) switch
    {
        null => new ViewOutcome.Missing(),
        { IsMine: false } view => new ViewOutcome.Refused(ViewRefusals.OfAnother(view.Owner)),
        var view => new ViewOutcome.Stale(view),
    };

    private async Task<List<SavedView>> ReadAsync(string what, CancellationToken cancellation, params object[] values)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read($"Views/view_{what}.sql"));
        foreach (var value in values)
        {
            command.Parameters.Add(value is DateTimeOffset moment
                ? new() { Value = moment.ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz }
                : new NpgsqlParameter { Value = value });
        }

        if (what is "list" or "find")
        {
            command.Parameters.Add(scope.Argument());
        }

        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var views = new List<SavedView>();
        while (await rows.ReadAsync(cancellation))
        {
            views.Add(new(
                rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetBoolean(4), rows.GetBoolean(5),
                rows.GetFieldValue<DateTimeOffset>(6), rows.GetInt32(7)));
        }

        return views;
    }
}
