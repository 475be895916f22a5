using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Choosing;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Imports.Jobs;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.AspNetCore.Mvc;

namespace LandRegistry.Server.Imports;

/// <summary>The import journey over HTTP: upload, look, choose, dry run, repair, commit. The work itself runs beside the requests.</summary>
internal static class ImportEndpoints
{
    /// <summary>The largest upload, bytes.</summary>
    public const long MostBytes = 2L << 30;

    private const int ReasonLength = 2000;
    private static readonly Text Import = new("该导入", "such import");
    private static readonly string[] Effects = ["new", "changed", "unchanged", "refused", "excluded"];

    private static readonly QueryParameters UploadParameters = new(
    [
        new("fileName", "string", "Name of the file where it comes from; shown only."),
        new("profile", "string", "Name of a built-in profile that the rows are read by."),
    ]);

    private static readonly QueryParameters PageParameters = new(
    [
        new("limit", "integer", "Rows of a page, 1 to 200; 50 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    private static readonly QueryParameters IssueParameters = new(
    [
        .. PageParameters.All,
        new("kind", "string", "Kind of issue."),
        new("severity", "string", "notice, warning or refused."),
        new("row", "integer", "Number of the row."),
    ]);

    private static readonly QueryParameters RowParameters = new(
    [
        .. PageParameters.All,
        new("effect", "string", "new, changed, unchanged, refused or excluded; all when absent."),
        new("matchedBy", "string", "source, code, credit_code, place, ground or chosen."),
        new("row", "integer", "Number of the row."),
    ]);

    public static void AddImports(this IServiceCollection services, string connectionString, string dataFolder)
    {
        services.AddSingleton(provider => new ImportHouse(connectionString, dataFolder, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddHostedService(provider => provider.GetRequiredService<ImportHouse>());
        services.AddSingleton<ImportReader>();
        services.AddSingleton<ProfileStore>();
        services.AddScoped<CampaignStore>();
    }

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/api/imports").Needs(RegisterAction.Import).WithTags("imports").WithMetadata(QueryParameters.None);
        imports.MapGet("", List).WithMetadata(PageParameters).WithSummary("A page of imports, newest first").Produces<ImportPage>().Answers(400);
        imports.MapPost("", Add).WithMetadata(UploadParameters).WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .WithSummary("Begins an import with a file sent as the plain body, at most 2 GiB; it is then looked at")
            .Accepts<Stream>("*/*").Produces<ImportShape>(StatusCodes.Status201Created).Answers(400, 413);
        imports.MapGet("/{id}", Find).WithSummary("An import: what its file is, how far its work is, its lists").Produces<ImportShape>().Answers(400, 404);
        imports.MapPost("/{id}/look", Look).WithSummary("Looks at the file anew, by another layer, encoding or heading")
            .Accepts<ImportChoices>("application/json").Produces<ImportShape>(StatusCodes.Status202Accepted).Answers(400, 404, 409);
        imports.MapPost("/{id}/judge", Judge).WithSummary("The dry run: reads and judges every row by the choices, and compares it with the register")
            .Accepts<ImportChoices>("application/json").Produces<ImportShape>(StatusCodes.Status202Accepted).Answers(400, 404, 409);
        imports.MapGet("/{id}/issues", Issues).WithMetadata(IssueParameters).WithSummary("A page of what was found in the rows").Produces<IssuePage>().Answers(400, 404);
        imports.MapGet("/{id}/issues.csv", Report).WithSummary("Everything found in the rows, as CSV").Produces<byte[]>(contentType: "text/csv").Answers(400, 404);
        imports.MapGet("/{id}/rows", Rows).WithMetadata(RowParameters).WithSummary("A page of rows with what they do to the register").Produces<ImportRowPage>().Answers(400, 404);
        imports.MapGet("/{id}/shapes", Shapes).WithSummary("Shapes of up to 2,000 rows for the map, refused ones first").Produces<IReadOnlyList<ImportShapeOnMap>>().Answers(400, 404);
        imports.MapPost("/{id}/repairs", Repair).WithSummary("Accepts repairs, one by one or by kind, or takes that back; rows are then matched anew")
            .Accepts<RepairRequest>("application/json").Produces<ImportShape>(StatusCodes.Status202Accepted).Answers(400, 404, 409);
        imports.MapPost("/{id}/exclusions", Exclude).WithSummary("Leaves rows out, or takes them in again")
            .Accepts<ExclusionRequest>("application/json").Produces<ImportShape>(StatusCodes.Status202Accepted).Answers(400, 404, 409);
        imports.MapPost("/{id}/matches", Match).WithSummary("Decides which parcel a row is")
            .Accepts<MatchRequest>("application/json").Produces<ImportShape>(StatusCodes.Status202Accepted).Answers(400, 404, 409);
        imports.MapPost("/{id}/commit", Commit).WithSummary("Writes the rows into the register in one transaction, as one change")
            .Accepts<CommitRequest>("application/json").Produces<ImportShape>(StatusCodes.Status202Accepted).Answers(400, 404, 409);
        imports.MapPost("/{id}/cancel", Cancel).WithSummary("Stops the work of an import, or gives up one that waits").Produces<ImportShape>().Answers(400, 404, 409);
        ImportProfileEndpoints.Map(routes);
        CampaignEndpoints.Map(routes);
    }

    private static async Task<IResult> List(HttpContext http, ImportReader reader, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var limit = query.Whole("limit", 1, 200, 50);
        var before = query.Whole("cursor", 1, int.MaxValue, int.MaxValue);
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var items = await reader.ListAsync(null, Actor(http), before, limit + 1, cancellation);
        return TypedResults.Ok(items.Count <= limit ? new ImportPage(items, null)
            : new(items[..limit], items[limit - 1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> Add(HttpContext http, ImportHouse house, ImportReader reader, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var name = query.Text("fileName", 255) ?? "upload";
        var profile = query.Text("profile", 100);
        if (profile is not null && !ProfileCatalog.Names.Contains(profile, StringComparer.Ordinal))
        {
            query.Add("profile", "No such profile comes with the program.", "程序中没有该配置。");
        }

        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var id = await house.TakeAsync(http.Request.Body, ShownName(name), Person(http), profile, cancellation);
        return TypedResults.Created($"/api/imports/{id}", await reader.FindAsync(id, null, cancellation));
    }

    private static Task<IResult> Find(string id, HttpContext http, ImportReader reader, CancellationToken cancellation) =>
        OnImportAsync(id, http, reader, found => Task.FromResult<IResult>(TypedResults.Ok(found)), cancellation);

    private static Task<IResult> Look(string id, ImportChoices choices, HttpContext http, ImportHouse house, ImportReader reader, CancellationToken cancellation) =>
        WorkAsync(id, http, reader, found => house.LookAsync(found, choices, cancellation), cancellation);

    private static Task<IResult> Judge(string id, ImportChoices choices, HttpContext http, ImportHouse house, ImportReader reader, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        if (choices.Source is "officer" or "demo" or "field" or { Length: > 100 })
        {
            faults.Add("source", "At most 100 characters, and none of officer, demo, field.", "最多 100 个字符，且不能是 officer、demo 或 field。");
        }

        faults.OneOfOrNone("statusOtherwise", choices.StatusOtherwise, Domain.Parcels.ParcelStatuses.Codes);
        foreach (var twice in choices.Columns.GroupBy(column => column.Column, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            faults.Add("columns", $"The column {twice.Key} stands twice.", $"“{twice.Key}”列出现两次。");
        }

        return faults.Faults.Count > 0
            ? Task.FromResult(Problem.Malformed(faults.Faults))
            : WorkAsync(id, http, reader, found => house.JudgeAsync(found, choices, cancellation), cancellation);
    }

    private static Task<IResult> Issues(string id, HttpContext http, ImportReader reader, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var limit = query.Whole("limit", 1, 200, 50);
        var row = query.Whole("row", 1, int.MaxValue, 0);
        var filter = new IssueFilter(query.Text("kind"), query.Text("severity"), row == 0 ? null : row);
        var after = (query.Text("cursor") ?? "0--1").Split('-', 2);
        if (!int.TryParse(after[0], out var afterRow) || !int.TryParse(after.ElementAtOrDefault(1), out var afterNth))
        {
            query.Add("cursor", "Not a cursor.", "游标无效。");
            return Task.FromResult(Problem.Malformed(query.Faults));
        }

        return OnImportAsync(id, http, reader, async found => TypedResults.Ok(await reader.IssuesAsync(found.Id, filter, (afterRow, afterNth), limit, cancellation)), cancellation, query);
    }

    private static Task<IResult> Report(string id, HttpContext http, ImportHouse house, ImportReader reader, CancellationToken cancellation) =>
        OnImportAsync(id, http, reader, found =>
        {
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"import-{found.Id}-issues.csv\"";
            return Task.FromResult<IResult>(TypedResults.Stream(
                to => IssueReport.WriteAsync(to, house.Store.IssuesAsync(found.Id, cancellation), cancellation), "text/csv; charset=utf-8"));
        }, cancellation);

    private static Task<IResult> Rows(string id, HttpContext http, ImportReader reader, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var limit = query.Whole("limit", 1, 200, 50);
        var after = query.Whole("cursor", 0, int.MaxValue, 0);
        var row = query.Whole("row", 1, int.MaxValue, 0);
        var effect = query.OneOf("effect", [.. Effects, ""], "");
        var filter = new RowFilter(effect.Length == 0 ? Effects : [effect], query.Text("matchedBy"), row == 0 ? null : row);
        return OnImportAsync(id, http, reader, async found => TypedResults.Ok(await reader.RowsAsync(found.Id, filter, http.Scope(), after, limit, cancellation)), cancellation, query);
    }

    private static Task<IResult> Shapes(string id, HttpContext http, ImportReader reader, CancellationToken cancellation) =>
        OnImportAsync(id, http, reader, async found => TypedResults.Ok(await reader.ShapesAsync(found.Id, 2_000, cancellation)), cancellation);

    private static Task<IResult> Repair(string id, RepairRequest request, HttpContext http, ImportHouse house, ImportReader reader, CancellationToken cancellation) =>
        WorkAsync(id, http, reader, found => house.RepairAsync(found, request, cancellation), cancellation);

    private static Task<IResult> Exclude(string id, ExclusionRequest request, HttpContext http, ImportHouse house, ImportReader reader, CancellationToken cancellation) =>
        WorkAsync(id, http, reader, found => house.ExcludeAsync(found, request, cancellation), cancellation);

    private static Task<IResult> Match(string id, MatchRequest request, HttpContext http, ImportHouse house, ImportReader reader, CancellationToken cancellation) =>
        WorkAsync(id, http, reader, found => house.MatchAsync(found, request, cancellation), cancellation);

    private static Task<IResult> Commit(string id, CommitRequest request, HttpContext http, ImportHouse house, ImportReader reader, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        if (request.Reason is { Length: > ReasonLength })
        {
            faults.Add("reason", $"At most {ReasonLength} characters.", $"最多 {ReasonLength} 个字符。");
        }

        return OnImportAsync(
            id, http, reader, found => BegunAsync(found, import => house.CommitAsync(import, Person(http).Name, request.Reason, cancellation), reader, cancellation), cancellation, faults);
    }

    private static Task<IResult> Cancel(string id, HttpContext http, ImportHouse house, ImportReader reader, CancellationToken cancellation) =>
        OnImportAsync(id, http, reader, async found =>
        {
            await house.CancelAsync(found, cancellation);
            return TypedResults.Ok(await reader.FindAsync(found.Id, null, cancellation));
        }, cancellation);

    private static Task<IResult> WorkAsync(string id, HttpContext http, ImportReader reader, Func<ImportShape, Task<bool>> begin, CancellationToken cancellation) =>
        OnImportAsync(id, http, reader, found => BegunAsync(found, begin, reader, cancellation), cancellation);

    private static async Task<IResult> BegunAsync(ImportShape found, Func<ImportShape, Task<bool>> begin, ImportReader reader, CancellationToken cancellation) =>
        found.Phase is not ("inspecting" or "judging" or "matching" or "committing") && await begin(found)
            ? TypedResults.Accepted($"/api/imports/{found.Id}", await reader.FindAsync(found.Id, null, cancellation))
            : Problem.Refused(ImportRefusals.NotNow(found.Phase));

    private static async Task<IResult> OnImportAsync(
        string id, HttpContext http, ImportReader reader, Func<ImportShape, Task<IResult>> answer, CancellationToken cancellation, QueryReader? query = null)
    {
        query ??= new(http);
        var import = query.Id("id", id);
        return query.Faults.Count > 0 ? Problem.Malformed(query.Faults)
            : await reader.FindAsync(import, Actor(http), cancellation) is { } found ? await answer(found)
            : Problem.NotFound(Import);
    }

    /// <summary>Whose imports the person may see: all, for those who may import everywhere; else one's own.</summary>
    private static string? Actor(HttpContext http) => http.Scope().IsWhole ? null : http.User.Identity!.Name!;

    private static Importer Person(HttpContext http) => new(http.User.Identity!.Name!, http.Scope().Zones);

    /// <summary>The name for the screen: the last part of what a browser may send as a path, without signs that cannot be printed.</summary>
    private static string ShownName(string name) =>
        string.Concat(name.Split('/', '\\')[^1].Where(sign => !char.IsControl(sign))) is { Length: > 0 } shown ? shown : "upload";
}

/// <summary>A page of imports.</summary>
public sealed record ImportPage(IReadOnlyList<ImportShape> Items, string? NextCursor);

/// <summary>The shape of a row on the preview.</summary>
public sealed record ImportShapeOnMap(int Row, string Effect, System.Text.Json.JsonElement Shape);

/// <summary>Who imports, and in which zones; null for everywhere.</summary>
internal sealed record Importer(string Name, long[]? Zones);
