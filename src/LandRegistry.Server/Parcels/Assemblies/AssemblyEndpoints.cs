using LandRegistry.Domain.Common;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Parcels.Assemblies;

/// <summary>Land assembly over HTTP: what parcels would be as one site, and proposals that are kept, reopened and deleted.</summary>
internal static class AssemblyEndpoints
{
    private const int Most = 50;

    private static readonly Text Assembly = new("该并地方案", "such proposal");
    private static readonly Text Parcel = new("所选宗地中的某宗", "such parcel among those chosen");

    public static void MapAssemblies(this IEndpointRouteBuilder routes)
    {
        var assemblies = routes.MapGroup("/api/assemblies").Needs(RegisterAction.PlanSupply).WithTags("assemblies").WithMetadata(QueryParameters.None);
        assemblies.MapGet("", List).Needs(RegisterAction.Read).WithSummary("Proposals of land assembly, newest first").Produces<AssemblyList>().Answers();
        assemblies.MapPost("/preview", Preview).Needs(RegisterAction.Read).WithSummary("What parcels would be as one site: shape, area, holders, burdens, money, and what stands against their merge; writes nothing")
            .Accepts<PreviewAssemblyRequest>("application/json").Produces<AssembledSite>().Answers(400);
        assemblies.MapPost("", Keep).WithSummary("Keeps a proposal under a name")
            .Accepts<KeepAssemblyRequest>("application/json").Produces<AssemblyRow>().Answers(400, 404);
        assemblies.MapPut("/{id}", Rewrite).Needs(RegisterAction.PlanSupply, RecordKind.Assembly).WithSummary("Writes a proposal anew; If-Match needed")
            .Accepts<KeepAssemblyRequest>("application/json").Produces<AssemblyRow>().Answers(400, 404, 412, 428);
        assemblies.MapDelete("/{id}", Delete).Needs(RegisterAction.PlanSupply, RecordKind.Assembly).WithSummary("Deletes a proposal; If-Match needed; the history keeps it").Produces(204).Answers(400, 404, 412, 428);
    }

    private static async Task<IResult> List(AssemblyReader assemblies, CancellationToken cancellation) =>
        TypedResults.Ok(new AssemblyList(await assemblies.RowsAsync(null, cancellation)));

    private static async Task<IResult> Preview(PreviewAssemblyRequest request, HttpContext http, AssemblyReader assemblies, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var parcels = Parcels(faults, request.Parcels);
        return faults.Faults.Count > 0 ? Problem.Malformed(faults.Faults) : TypedResults.Ok(await assemblies.SiteAsync(parcels, cancellation));
    }

    private static Task<IResult> Keep(
        KeepAssemblyRequest request, HttpContext http, NpgsqlDataSource source, AssemblyReader assemblies, TimeProvider time, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        return WriteAsync(http, faults, new(null, null, Read(faults, request)), source, assemblies, time, cancellation);
    }

    private static Task<IResult> Rewrite(
        string id, KeepAssemblyRequest request, HttpContext http, NpgsqlDataSource source, AssemblyReader assemblies, TimeProvider time, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var assembly = faults.Id("id", id);
        return WriteAsync(http, faults, new(assembly, Versions.FromIfMatch(http.Request, assembly), Read(faults, request)), source, assemblies, time, cancellation);
    }

    private static Task<IResult> Delete(string id, HttpContext http, NpgsqlDataSource source, AssemblyReader assemblies, TimeProvider time, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var assembly = faults.Id("id", id);
        return WriteAsync(http, faults, new(assembly, Versions.FromIfMatch(http.Request, assembly), null), source, assemblies, time, cancellation);
    }

    /// <summary>What is to be written: a new proposal (no id), a proposal anew, or its deletion (nothing said).</summary>
    private sealed record Writing(long? Id, int? Version, Said? Said);

    private sealed record Said(string Name, string? Note, long[] Parcels);

    private static async Task<IResult> WriteAsync(
        HttpContext http, QueryReader faults, Writing writing, NpgsqlDataSource source, AssemblyReader assemblies, TimeProvider time, CancellationToken cancellation)
    {
        if (faults.Faults.Count > 0)
        {
            return Problem.Malformed(faults.Faults);
        }

        if (writing is { Id: not null, Version: null })
        {
            return Problem.VersionNeeded();
        }

        if (writing.Said is { Parcels: var parcels } && !await assemblies.AreInSightAsync(parcels, cancellation))
        {
            return Problem.NotFound(Parcel);
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var name = writing.Id is null ? "KeepAssembly" : writing.Said is null ? "DeleteAssembly" : "RewriteAssembly";
        await connection.BeginChangeAsync(new(http.User.Identity!.Name!, name, writing.Said?.Name, time.GetUtcNow()), cancellation);
        await using var command = new NpgsqlCommand(EmbeddedSql.Read($"Parcels/Assemblies/{(writing.Id is null ? "insert" : writing.Said is null ? "withdraw" : "update")}_assembly.sql"), connection);
        if (writing.Said is { } said)
        {
            command.Parameters.Add(new() { Value = said.Name });
            command.Parameters.Add(new() { Value = (object?)said.Note ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = said.Parcels });
        }

        if (writing is { Id: { } id, Version: { } version })
        {
            command.Parameters.Add(new() { Value = id });
            command.Parameters.Add(new() { Value = version });
        }

        if (await command.ExecuteScalarAsync(cancellation) is not long written)
        {
            var current = await assemblies.RowsAsync(writing.Id, cancellation);
            return current.Count > 0 ? Problem.Stale(current[0]) : Problem.NotFound(Assembly);
        }

        await transaction.CommitAsync(cancellation);
        if (writing is { Id: not null, Said: null })
        {
            return TypedResults.NoContent();
        }

        var row = (await assemblies.RowsAsync(written, cancellation))[0];
        http.Response.Headers.ETag = Versions.ETag(row.Id, row.Version);
        return TypedResults.Ok(row);
    }

    private static Said Read(QueryReader faults, KeepAssemblyRequest request) => new(
        faults.RequiredText("name", request.Name, 100),
        string.IsNullOrWhiteSpace(request.Note) ? null : faults.RequiredText("note", request.Note, 2000),
        Parcels(faults, request.Parcels));

    private static long[] Parcels(QueryReader faults, IReadOnlyList<long>? ids)
    {
        var parcels = ids ?? [];
        if (parcels.Count is 0 or > Most || parcels.Any(id => id <= 0) || parcels.Distinct().Count() < parcels.Count)
        {
            faults.Add("parcels", $"From 1 to {Most} different parcels are needed.", $"需要 1 至 {Most} 个不同的宗地。");
        }

        return [.. parcels];
    }
}
