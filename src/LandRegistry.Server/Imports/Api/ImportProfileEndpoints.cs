using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Choosing;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Imports;

/// <summary>Profiles: those that come with the program, and those that were saved to read the next file of the kind alike.</summary>
internal static class ImportProfileEndpoints
{
    private static readonly QueryParameters SaveParameters = new([new("name", "string", "Name of the profile, at most 60 characters; one of this name is written anew.")]);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var profiles = routes.MapGroup("/api/import-profiles").Needs(RegisterAction.Import).WithTags("imports").WithMetadata(QueryParameters.None);
        profiles.MapGet("", List).WithSummary("Profiles that come with the program, then those that were saved").Produces<IReadOnlyList<ProfileShape>>().Answers();
        profiles.MapPut("", Save).WithMetadata(SaveParameters).WithSummary("Saves choices as a profile")
            .Accepts<ImportChoices>("application/json").Produces<ProfileShape>().Answers(400);
        routes.MapGet("/api/import-fields", Fields).Needs(RegisterAction.Import).WithTags("imports").WithMetadata(QueryParameters.None)
            .WithSummary("The fields that columns may fill").Produces<IReadOnlyList<FieldShape>>().Answers();
    }

    private static async Task<IResult> List(ProfileStore profiles, CancellationToken cancellation) => TypedResults.Ok(await profiles.AllAsync(cancellation));

    private static async Task<IResult> Save(ImportChoices choices, HttpContext http, ProfileStore profiles, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var name = query.Text("name", 60);
        if (name is null && query.Faults.Count == 0)
        {
            query.Add("name", "Required.", "必填。");
        }
        else if (name is not null && ProfileCatalog.Names.Contains(name, StringComparer.Ordinal))
        {
            query.Add("name", "A profile that comes with the program has this name.", "与程序自带的配置重名。");
        }

        return query.Faults.Count > 0
            ? Problem.Malformed(query.Faults)
            : TypedResults.Ok(await profiles.SaveAsync(name!, choices with { CampaignId = null }, http.User.Identity!.Name!, cancellation));
    }

    private static Ok<IReadOnlyList<FieldShape>> Fields() => TypedResults.Ok<IReadOnlyList<FieldShape>>([.. ImportFields.All.Select(field => new FieldShape(
        field.ToString(), ImportFields.Name(field), ImportFields.Type(field).ToString(),
        [.. ImportFields.Words(field).Select(word => new FieldWordShape(word.Code, word.Name, word.AlsoWritten))]))]);
}

/// <summary>Saved profiles.</summary>
internal sealed class ProfileStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>All profiles, those of the program first.</summary>
    public async Task<IReadOnlyList<ProfileShape>> AllAsync(CancellationToken cancellation)
    {
        var profiles = ProfileCatalog.Names
            .Select(name => new ProfileShape(name, ProfileCatalog.LoadBuiltIn(name).Profile!.Title, new() { Profile = name }, IsBuiltIn: true)).ToList();
        await using var command = database.CreateCommand("select name, choices::text from registry.import_profile order by name");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            profiles.Add(new(rows.GetString(0), null, JsonSerializer.Deserialize<ImportChoices>(rows.GetString(1), ImportStore.Json)!, IsBuiltIn: false));
        }

        return profiles;
    }

    /// <summary>The choices of a saved profile; null when there is none of the name.</summary>
    public async Task<ImportChoices?> FindAsync(string name, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select choices::text from registry.import_profile where name = $1");
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteScalarAsync(cancellation) is string choices ? JsonSerializer.Deserialize<ImportChoices>(choices, ImportStore.Json) : null;
    }

    /// <summary>Saves a profile.</summary>
    public async Task<ProfileShape> SaveAsync(string name, ImportChoices choices, string person, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            insert into registry.import_profile (name, choices, saved_at, saved_by) values ($1, $2, $3, $4)
            on conflict on constraint import_profile_pk do update set choices = excluded.choices, saved_at = excluded.saved_at, saved_by = excluded.saved_by
            """);
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(choices, ImportStore.Json), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = clock.GetUtcNow().UtcDateTime });
        command.Parameters.Add(new() { Value = person });
        await command.ExecuteNonQueryAsync(cancellation);
        return new(name, null, choices, IsBuiltIn: false);
    }
}
