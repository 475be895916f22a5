using System.Globalization;
using System.Net.Mime;
using System.Text;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Platform.Web;
using LandRegistry.Server.Store;
using LandRegistry.Server.Store.Audit;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Publication;

/// <summary>A published parcel, and nothing else of it: location, holder, idle time, and the cause where it is the government's (Order 53 Article 11).</summary>
/// <param name="Number">Number in the public list.</param>
/// <param name="Location">Where it lies, in words.</param>
/// <param name="Longitude">Degrees east, CGCS2000 (EPSG:4490).</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Holder">Who holds the right to use it.</param>
/// <param name="IdleSince">Since when it has been determined idle.</param>
/// <param name="Cause"><c>government</c>; null for any other cause.</param>
public sealed record PublishedParcel(long Number, string? Location, double Longitude, double Latitude, string? Holder, DateOnly IdleSince, string? Cause);

/// <summary>A page of the public list.</summary>
public sealed record PublishedPage(IReadOnlyList<PublishedParcel> Items, string? NextCursor);

/// <summary>Whether the public view answers.</summary>
public sealed record PublicationSwitch
{
    /// <summary>True while it answers everybody; required.</summary>
    public bool? IsOn { get; init; }
}

/// <summary>The public, unsigned view of idle land, and its switch.</summary>
internal static class PublicationEndpoints
{
    private const int MostOnPage = 500;

    private static readonly QueryParameters ListParameters = new(
    [
        new("limit", "integer", "Rows of a page, 1 to 500; 200 when absent."),
        new("cursor", "string", "nextCursor of the page before."),
    ]);

    public static void MapPublication(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/public/parcels", List).AllowAnonymous().WithTags("publication").WithMetadata(ListParameters)
            .WithSummary("Idle land made public (Order 53 Article 11); open to all while it is switched on").Produces<PublishedPage>().Produces<ProblemBody>(404, "application/problem+json");
        routes.MapGet("/public", Page).AllowAnonymous().ExcludeFromDescription();
        var publication = routes.MapGroup("/api/publication").Needs(RegisterAction.Publish).WithTags("publication").WithMetadata(QueryParameters.None);
        publication.MapGet("", Show).WithSummary("Whether the public view answers").Produces<PublicationSwitch>().Answers();
        publication.MapPut("", Switch).WithSummary("Switches the public view on or off").Accepts<PublicationSwitch>("application/json").Produces<PublicationSwitch>().Answers(400);
    }

    private static async Task<IResult> Show(NpgsqlDataSource source, CancellationToken cancellation) =>
        TypedResults.Ok(new PublicationSwitch { IsOn = await IsOnAsync(source, cancellation) });

    private static async Task<IResult> Switch(PublicationSwitch request, HttpContext http, NpgsqlDataSource source, AuditTrail audit, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        if (request.IsOn is not { } on)
        {
            faults.Add("isOn", "Required.", "必填。");
            return Problem.Malformed(faults.Faults);
        }

        await using var command = source.CreateCommand("update registry.publication_switch set is_on = $1");
        command.Parameters.Add(new() { Value = on });
        await command.ExecuteNonQueryAsync(cancellation);
        var person = http.Person();
        await audit.WriteAsync(new(person.Name, person.AccountId, http.Address(), AuditActions.Publication, on ? "on" : "off"), cancellation);
        return TypedResults.Ok(request);
    }

    private static async Task<IResult> List(HttpContext http, NpgsqlDataSource source, TimeProvider time, CancellationToken cancellation)
    {
        if (!await IsOnAsync(source, cancellation))
        {
            return Nothing(http);
        }

        var query = new QueryReader(http);
        var limit = query.Whole("limit", 1, MostOnPage, 200);
        var after = query.Text("cursor") is { } text ? query.Id("cursor", text) : 0;
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var rows = await ReadAsync(source, RegisterDay.Today(time), after, limit + 1, cancellation);
        return TypedResults.Ok(rows.Count <= limit
            ? new PublishedPage(rows, null)
            : new PublishedPage(rows[..limit], rows[limit - 1].Number.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> Page(HttpContext http, NpgsqlDataSource source, TimeProvider time, string? after, CancellationToken cancellation)
    {
        if (!await IsOnAsync(source, cancellation))
        {
            return Nothing(http);
        }

        var today = RegisterDay.Today(time);
        var from = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var rows = await ReadAsync(source, today, from, MostOnPage + 1, cancellation);
        var more = rows.Count > MostOnPage ? $"""<p><a href="/public?after={rows[MostOnPage - 1].Number}">下一页 · Next page</a></p>""" : "";
        var body = new StringBuilder();
        foreach (var row in rows.Take(MostOnPage))
        {
            body.Append(CultureInfo.InvariantCulture, $"<tr><td>{E(row.Location ?? "—")}<br><small>{row.Longitude:0.00000}, {row.Latitude:0.00000}</small></td><td>{E(row.Holder ?? "—")}</td>");
            body.Append(CultureInfo.InvariantCulture, $"<td>{row.IdleSince:yyyy-MM-dd}<br><small>{Months(row.IdleSince, today)} 个月 · months</small></td><td>{(row.Cause is null ? "—" : "政府原因 · Government")}</td></tr>");
        }

        return Results.Content(Html.Replace("ROWS", body.ToString(), StringComparison.Ordinal).Replace("MORE", more, StringComparison.Ordinal), MediaTypeNames.Text.Html, Encoding.UTF8);
    }

    private static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);

    private static string E(string text) => PageText.Encode(text);

    /// <summary>A view that is off is answered as a route that is not there.</summary>
    private static IResult Nothing(HttpContext http) => Problem.NotFound(new Text($"路径 {http.Request.Path} ", $"route {http.Request.Path}"));

    private static async Task<bool> IsOnAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select is_on from registry.publication_switch");
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<List<PublishedParcel>> ReadAsync(NpgsqlDataSource source, DateOnly today, long after, int limit, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Publication/published_parcels.sql"));
        command.Parameters.Add(new() { Value = today, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<PublishedParcel>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new(
                reader.GetInt64(0), reader.TextOrNull(1), reader.GetDouble(2), reader.GetDouble(3), reader.TextOrNull(4), reader.GetFieldValue<DateOnly>(5), reader.TextOrNull(6)));
        }

        return rows;
    }

    private const string Html = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>闲置土地信息公开 · Idle land made public</title>
          <style>
            body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem; color: #1f2a2a; font: 16px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif; }
            h1 { font-size: 1.4rem; } [lang=en], small { color: #55605f; }
            table { width: 100%; border-collapse: collapse; } th, td { padding: .55rem .7rem; text-align: left; vertical-align: top; border-bottom: 1px solid #dde3e1; }
            th { background: #eef2f1; font-weight: 600; }
          </style>
        </head>
        <body>
          <h1>闲置土地信息公开 <span lang="en">Idle land made public</span></h1>
          <p>依据《闲置土地处置办法》（国土资源部令第 53 号）第十一条。<span lang="en">Measures on the Disposal of Idle Land (Order 53), Article 11.</span></p>
          <table>
            <thead><tr><th>位置 · Location</th><th>使用权人 · Holder</th><th>闲置时间 · Idle since</th><th>原因 · Cause</th></tr></thead>
            <tbody>ROWS</tbody>
          </table>
          MORE
        </body>
        </html>
        """;
}
