using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Imports;

/// <summary>A survey campaign.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Name">Its name.</param>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day, inclusive; null while it lasts.</param>
/// <param name="LeadAgency">Agency that leads it.</param>
/// <param name="PartnerAgencies">Agencies that take part.</param>
/// <param name="Method">How parcels were looked at.</param>
/// <param name="Surveyor">Who surveyed.</param>
/// <param name="ParcelCount">Parcels that it looked at.</param>
public sealed record CampaignShape(
    long Id, string Name, DateOnly FromOn, DateOnly? ToOn, string LeadAgency, IReadOnlyList<string> PartnerAgencies, string? Method, string? Surveyor, long ParcelCount);

/// <summary>A campaign that is to be recorded.</summary>
public sealed record CampaignRequest(
    string? Name, string? FromOn, string? ToOn, string? LeadAgency, IReadOnlyList<string>? PartnerAgencies, string? Method, string? Surveyor);

/// <summary>Survey campaigns, to which imports and their parcels belong.</summary>
internal static class CampaignEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var campaigns = routes.MapGroup("/api/campaigns").Needs(RegisterAction.Import).WithTags("imports").WithMetadata(QueryParameters.None);
        campaigns.MapGet("", List).Needs(RegisterAction.Read).WithSummary("Survey campaigns, newest first").Produces<IReadOnlyList<CampaignShape>>().Answers();
        campaigns.MapPost("", Add).WithSummary("Records a survey campaign")
            .Accepts<CampaignRequest>("application/json").Produces<CampaignShape>(StatusCodes.Status201Created).Answers(400);
    }

    private static async Task<IResult> List(CampaignStore campaigns, CancellationToken cancellation) => TypedResults.Ok(await campaigns.AllAsync(null, cancellation));

    private static async Task<IResult> Add(CampaignRequest request, HttpContext http, CampaignStore campaigns, CancellationToken cancellation)
    {
        var faults = new QueryReader(http);
        var name = faults.RequiredText("name", request.Name, 100);
        var from = faults.Day("fromOn", faults.RequiredText("fromOn", request.FromOn, 10));
        var to = faults.Day("toOn", request.ToOn);
        var lead = faults.RequiredText("leadAgency", request.LeadAgency, 100);
        if (to < from)
        {
            faults.Add("toOn", "Earlier than the first day.", "早于起始日。");
        }

        return faults.Faults.Count > 0
            ? Problem.Malformed(faults.Faults)
            : TypedResults.Created((string?)null, await campaigns.AddAsync(
                new(0, name, from!.Value, to, lead, request.PartnerAgencies ?? [], request.Method, request.Surveyor, 0), http.User.Identity!.Name!, cancellation));
    }
}

/// <summary>Reads and records survey campaigns.</summary>
internal sealed class CampaignStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>All campaigns, or one.</summary>
    public async Task<IReadOnlyList<CampaignShape>> AllAsync(long? id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(EmbeddedSql.Read("Imports/Api/campaign_list.sql"));
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var campaigns = new List<CampaignShape>();
        while (await rows.ReadAsync(cancellation))
        {
            campaigns.Add(new(
                rows.GetInt64(0), rows.GetString(1), rows.GetFieldValue<DateOnly>(2), rows.IsDBNull(3) ? null : rows.GetFieldValue<DateOnly>(3), rows.GetString(4),
                rows.GetFieldValue<string[]>(5), rows.IsDBNull(6) ? null : rows.GetString(6), rows.IsDBNull(7) ? null : rows.GetString(7), rows.GetInt64(8)));
        }

        return campaigns;
    }

    /// <summary>Records a campaign as a change.</summary>
    public async Task<CampaignShape> AddAsync(CampaignShape campaign, string actor, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.BeginChangeAsync(new(actor, "AddCampaign", campaign.Name, clock.GetUtcNow()), cancellation);
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Imports/Api/add_campaign.sql"), connection);
        object?[] values = [campaign.Name, campaign.FromOn, campaign.ToOn, campaign.LeadAgency, campaign.PartnerAgencies.ToArray(), campaign.Method, campaign.Surveyor];
        NpgsqlDbType[] types = [NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.Date, NpgsqlDbType.Text, NpgsqlDbType.Array | NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text];
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.Add(new() { Value = values[i] ?? DBNull.Value, NpgsqlDbType = types[i] });
        }

        var id = (long)(await command.ExecuteScalarAsync(cancellation))!;
        await transaction.CommitAsync(cancellation);
        return campaign with { Id = id };
    }
}
