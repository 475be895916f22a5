using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandRegistry.Server.Views;

/// <summary>Named views of the workbench, private or shared.</summary>
internal static class ViewEndpoints
{
    private const int NameLength = 60;
    private const int AddressLength = 2000;

    private static readonly Text View = new("该视图", "such view");

    public static void AddViews(this IServiceCollection services) => services.AddScoped<ViewStore>();

    public static void MapViews(this IEndpointRouteBuilder routes)
    {
        var views = routes.MapGroup("/api/views").Needs(RegisterAction.Read).WithTags("views").WithMetadata(QueryParameters.None);
        views.MapGet("", List).WithSummary("One's own saved views, then those that others share, by name").Produces<SavedViews>().Answers();
        views.MapGet("/{id}", Find).WithSummary("A saved view of one's own or a shared one; strong ETag").Produces<SavedView>().Answers(400, 404);
        views.MapPost("", Add).WithSummary("Saves a view under a new name; 409 when one's own has it already")
            .Accepts<SaveViewRequest>("application/json").Produces<SavedView>().Answers(400, 409);
        views.MapPut("/{id}", Change).WithSummary("Renames, shares or saves a view anew; its owner only; If-Match needed")
            .Accepts<SaveViewRequest>("application/json").Produces<SavedView>().Answers(400, 404, 409, 412, 428);
        views.MapDelete("/{id}", Delete).WithSummary("Deletes a view; its owner only; If-Match needed; answers what it was")
            .Produces<SavedView>().Answers(400, 404, 409, 412, 428);
    }

    private static async Task<IResult> List(HttpContext http, ViewStore views, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults) : TypedResults.Ok(new SavedViews(await views.AllAsync(Person(http), cancellation)));
    }

    private static async Task<IResult> Find(string id, HttpContext http, ViewStore views, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var viewId = faults.Id("id", id);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : await views.FindAsync(viewId, Person(http), cancellation) is { } view ? Written(http, view)
            : Problem.NotFound(View);
    }

    private static async Task<IResult> Add(SaveViewRequest request, HttpContext http, ViewStore views, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var content = Read(faults, request);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults) : Answer(http, await views.AddAsync(content, Person(http), cancellation));
    }

    private static Task<IResult> Change(string id, SaveViewRequest request, HttpContext http, ViewStore views, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var content = Read(faults, request);
        return OnVersionAsync(id, http, faults, (viewId, version) => views.ChangeAsync(viewId, version, content, Person(http), cancellation));
    }

    private static Task<IResult> Delete(string id, HttpContext http, ViewStore views, CancellationToken cancellation) =>
        OnVersionAsync(id, http, new(http), (viewId, version) => views.DeleteAsync(viewId, version, Person(http), cancellation));

    private static async Task<IResult> OnVersionAsync(string id, HttpContext http, QueryReader faults, Func<long, int, Task<ViewOutcome>> command)
    {
        var viewId = faults.Id("id", id);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults)
            : Versions.FromIfMatch(http.Request, viewId) is { } version ? Answer(http, await command(viewId, version))
            : Problem.VersionNeeded();
    }

    private static IResult Answer(HttpContext http, ViewOutcome outcome) => outcome switch
    {
        ViewOutcome.Done(var view) => Written(http, view),
        ViewOutcome.Stale(var current) => Problem.Stale(current),
        ViewOutcome.Refused(var refusal) => Problem.Refused(refusal),
        _ => Problem.NotFound(View),
    };

    private static Ok<SavedView> Written(HttpContext http, SavedView view)
    {
        http.Response.Headers.ETag = Versions.ETag(view.Id, view.Version);
        return TypedResults.Ok(view);
    }

    private static ViewContent Read(QueryReader faults, SaveViewRequest request)
    {
        var address = request.Address ?? "";
        if (address.Length > AddressLength || (address.Length > 0 && address[0] != '?') || address.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add("address", $"Empty or beginning with a question mark, at most {AddressLength} characters.", $"应为空或以问号开头，最多 {AddressLength} 个字符。");
        }

        return new(faults.RequiredText("name", request.Name, NameLength), address, request.IsShared ?? false);
    }

    private static string Person(HttpContext http) => http.User.Identity!.Name!;
}
