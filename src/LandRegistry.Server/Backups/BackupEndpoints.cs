using LandRegistry.Domain.Backups;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Settings;
using LandRegistry.Server.Platform.Web;

namespace LandRegistry.Server.Backups;

/// <summary>A backup, as the screen shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MadeAt">The moment whose state it holds.</param>
/// <param name="Occasion">Why it was made: <c>asked</c>, <c>scheduled</c> or <c>upgrade</c>.</param>
/// <param name="Bytes">Size of the dump.</param>
/// <param name="Tables">How many tables.</param>
/// <param name="Rows">How many rows in all.</param>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="Schema">The last migration of its schema.</param>
/// <param name="CheckedAt">When it was last restored to look at it; null when never.</param>
/// <param name="CheckFaults">What differed then; null when never looked at, empty when nothing.</param>
public sealed record BackupShape(
    string Name, DateTimeOffset MadeAt, string Occasion, long Bytes, int Tables, long Rows, string Program, string Schema, DateTimeOffset? CheckedAt, IReadOnlyList<string>? CheckFaults);

/// <summary>The backups of this server.</summary>
/// <param name="IsKept">Whether this server keeps backups.</param>
/// <param name="EveryHours">Hours between scheduled ones; null when none are scheduled.</param>
/// <param name="CheckEveryDays">Days between checks by restoring; null when none are scheduled.</param>
/// <param name="KeepDays">Days for which every one is kept.</param>
/// <param name="KeepMonths">Months for which the first of each is kept.</param>
/// <param name="Failure">Why the last scheduled one did not come about; null when it did.</param>
/// <param name="Items">Newest first.</param>
public sealed record BackupList(bool IsKept, int? EveryHours, int? CheckEveryDays, int KeepDays, int KeepMonths, BackupFailure? Failure, IReadOnlyList<BackupShape> Items);

/// <summary>Backups over HTTP: list, make, check. Restoring is for the command line, where nobody works meanwhile.</summary>
internal static class BackupEndpoints
{
    private static readonly Text Backup = new("该备份", "such backup");

    public static void AddBackups(this IServiceCollection services, RegistryHostOptions options)
    {
        services.AddSingleton(new BackupPlace(
            options.ConnectionString, options.DataFolder, options.BackupFolder is { } folder ? new BackupShelf(folder) : null));
        services.AddSingleton<BackupKeeper>();
        services.AddHostedService<BackupSchedule>();
    }

    public static void MapBackups(this IEndpointRouteBuilder routes)
    {
        var backups = routes.MapGroup("/api/backups").Needs(RegisterAction.RunServer).WithTags("backups").WithMetadata(QueryParameters.None);
        backups.MapGet("", List).WithSummary("The backups of this server and what came of looking at them").Produces<BackupList>().Answers();
        backups.MapPost("", Make).WithSummary("Makes a backup now; answers when it is made").Produces<BackupList>().Answers(409).IsHeavy();
        backups.MapPost("/{name}/check", Check).WithSummary("Restores a backup into a database of its own, compares every table and drops it; answers when that is done")
            .Produces<BackupList>().Answers(404, 409).IsHeavy();
    }

    private static async Task<IResult> List(BackupPlace place, ServerSettings settings, CancellationToken cancellation) =>
        TypedResults.Ok(await ListAsync(place, settings, cancellation));

    private static async Task<IResult> Make(BackupPlace place, BackupKeeper keeper, ServerSettings settings, CancellationToken cancellation)
    {
        if (place.Shelf is null)
        {
            return Problem.Refused(BackupRefusals.NotKept());
        }

        try
        {
            return await keeper.MakeAsync("asked", cancellation) is null
                ? Problem.Refused(BackupRefusals.Running())
                : TypedResults.Ok(await ListAsync(place, settings, cancellation));
        }
        catch (Exception failed) when (failed is BackupException or IOException or UnauthorizedAccessException)
        {
            return Problem.Refused(BackupRefusals.Failed(failed.Message));
        }
    }

    private static async Task<IResult> Check(string name, BackupPlace place, BackupKeeper keeper, ServerSettings settings, CancellationToken cancellation)
    {
        if (place.Shelf is not { } shelf || (await shelf.ListAsync(cancellation)).All(backup => backup.Name != name))
        {
            return Problem.NotFound(Backup);
        }

        try
        {
            return await keeper.CheckAsync(name, cancellation) is null
                ? Problem.Refused(BackupRefusals.Running())
                : TypedResults.Ok(await ListAsync(place, settings, cancellation));
        }
        catch (Exception failed) when (failed is BackupException or IOException or UnauthorizedAccessException)
        {
            return Problem.Refused(BackupRefusals.Failed(failed.Message));
        }
    }

    private static async Task<BackupList> ListAsync(BackupPlace place, ServerSettings settings, CancellationToken cancellation)
    {
        var backups = place.Shelf is { } shelf ? await shelf.ListAsync(cancellation) : [];
        return new(
            place.Shelf is not null,
            place.Shelf is not null && settings.BackupEveryHours > 0 ? settings.BackupEveryHours : null,
            place.Shelf is not null && settings is { BackupEveryHours: > 0, BackupCheckEveryDays: > 0 } ? settings.BackupCheckEveryDays : null,
            settings.BackupKeepDays,
            settings.BackupKeepMonths,
            place.Shelf is null ? null : await place.Shelf.FailureAsync(cancellation),
            [.. backups.Select(backup => new BackupShape(
                backup.Name, backup.Manifest.MadeAt, backup.Manifest.Occasion, backup.Manifest.DumpBytes, backup.Manifest.Tables.Count, backup.Manifest.Rows,
                backup.Manifest.Program, backup.Manifest.Schema[^1], backup.Check?.At, backup.Check?.Faults))]);
    }
}
