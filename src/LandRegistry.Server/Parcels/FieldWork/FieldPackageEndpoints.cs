using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.Gis;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.Net.Http.Headers;

namespace LandRegistry.Server.Parcels.FieldWork;

/// <summary>Hands parcels out for work in the field.</summary>
internal static class FieldPackageEndpoints
{
    private const int NameLength = 100;

    private static readonly QueryParameters FilterParameters = new(ParcelFilterQuery.Parameters);

    private static readonly Text Package = new("该外业数据包", "such field package");

    public static void AddFieldWork(this IServiceCollection services)
    {
        services.AddScoped<FieldPackages>();
        services.AddScoped<FieldReturns>();
    }

    public static void MapFieldWork(this IEndpointRouteBuilder routes)
    {
        var packages = routes.MapGroup("/api/field-packages").Needs(RegisterAction.Export).WithTags("field work").WithMetadata(QueryParameters.None);
        packages.MapGet("", List).WithSummary("The latest hundred field packages with the files that came back").Produces<IReadOnlyList<FieldPackage>>().Answers();
        packages.MapPost("", Make).WithMetadata(FilterParameters)
            .WithSummary("Makes a field package of the parcels named or, when none are, of all that the filter matches; 409 when they are none or too many")
            .Accepts<MakeFieldPackageRequest>("application/json").Produces<FieldPackage>(StatusCodes.Status201Created).Answers(400, 409);
        packages.MapGet("/{id}/file", ReadFile).WithSummary("The file of a field package, a GeoPackage: the parcels as they were when it was made")
            .Produces<byte[]>(contentType: "application/geopackage+sqlite3").Answers(400, 404);
        routes.MapFieldReturns();
    }

    private static async Task<IResult> List(FieldPackages packages, CancellationToken cancellation) => TypedResults.Ok(await packages.ListAsync(null, cancellation));

    private static async Task<IResult> Make(MakeFieldPackageRequest request, HttpContext http, FieldPackages packages, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var filter = faults.ReadFilter();
        var name = faults.RequiredText("name", request.Name, NameLength);
        var language = faults.OneOfOrNone("language", request.Language, ["zh", "en"]) ?? "zh";
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        var (package, refusal) = await packages.MakeAsync(new(name, language, filter, request.Parcels), http.User.Identity!.Name!, cancellation);
        return package is null ? Problem.Refused(refusal!) : TypedResults.Created($"/api/field-packages/{package.Id}/file", package);
    }

    private static async Task<IResult> ReadFile(string id, HttpContext http, FieldPackages packages, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var package = query.Id("id", id);
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        var folder = new TemporaryFolder();
        http.Response.RegisterForDispose(folder);
        var path = folder.PathOf("package.gpkg");
        if (!await packages.WriteAsync(package, path, cancellation))
        {
            return Problem.NotFound(Package);
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FormattableString.Invariant($"field-{package}.gpkg"));
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.PhysicalFile(path, "application/geopackage+sqlite3");
    }
}
