using LandRegistry.Domain.Projects;
using LandRegistry.Server.Projects.Sites;
using LandRegistry.Server.Store;
using Npgsql;
using NpgsqlTypes;

namespace LandRegistry.Server.Projects.Matching;

/// <summary>A parcel as the index of offers knows it.</summary>
internal sealed record Candidate(long Id, decimal? Area, string? Use, long ZoneId, string Status);

/// <summary>What the register knows of a parcel beside its row.</summary>
internal sealed record ParcelFacts(string[]? Blocking, decimal? PowerKva, decimal? RoadMetres, decimal? SubstationMetres, decimal? PricePerMuYuan, decimal? InvestmentPerMuYuan)
{
    public static readonly ParcelFacts None = new(null, null, null, null, null, null);
}

/// <summary>Reads what sites have.</summary>
internal sealed class SiteFacts(NpgsqlDataSource source)
{
    /// <summary>Parcels that may be had within a range of areas.</summary>
    public async Task<List<Candidate>> CandidatesAsync(decimal? least, decimal? most, string[] statuses, long projectId, long[]? zones, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Projects/Matching/match_candidates.sql"));
        command.Parameters.Add(new() { Value = (object?)least ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Numeric });
        command.Parameters.Add(new() { Value = (object?)most ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Numeric });
        command.Parameters.Add(new() { Value = statuses });
        command.Parameters.Add(new() { Value = projectId });
        command.Parameters.Add(new() { Value = (object?)zones ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        var candidates = new List<Candidate>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            candidates.Add(new(reader.GetInt64(0), reader.GetFieldValue<decimal?>(1), reader.TextOrNull(2), reader.GetInt64(3), reader.GetString(4)));
        }

        return candidates;
    }

    /// <summary>What is known of parcels on a day.</summary>
    public async Task<Dictionary<long, ParcelFacts>> OfParcelsAsync(long[] parcels, DateOnly day, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Projects/Matching/match_facts.sql"));
        command.Parameters.Add(new() { Value = parcels });
        command.Parameters.Add(new() { Value = day });
        var facts = new Dictionary<long, ParcelFacts>(parcels.Length);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            facts[reader.GetInt64(0)] = new(
                reader.IsDBNull(1) ? null : reader.GetFieldValue<string[]>(1), reader.GetFieldValue<decimal?>(2), reader.GetFieldValue<decimal?>(3), reader.GetFieldValue<decimal?>(4),
                reader.GetFieldValue<decimal?>(5), reader.GetFieldValue<decimal?>(6));
        }

        return facts;
    }

    /// <summary>A parcel as it is offered; without facts as the index alone knows it.</summary>
    public static OfferedSite Land(decimal? area, string? use, IReadOnlyList<ZoneIndustry> industries, ParcelFacts facts) => new()
    {
        AreaSquareMetres = area,
        LandUseCode = use,
        PowerKva = facts.PowerKva,
        RoadMetres = facts.RoadMetres,
        SubstationMetres = facts.SubstationMetres,
        PricePerMuYuan = facts.PricePerMuYuan,
        InvestmentPerMuYuan = facts.InvestmentPerMuYuan,
        Industries = industries,
    };

    /// <summary>A floor as it is offered; road and substation are those of the parcel it stands on.</summary>
    public static OfferedSite Floor(RecordedFloor floor, IReadOnlyList<ZoneIndustry> industries, ParcelFacts facts) => new()
    {
        IsFloor = true,
        AreaSquareMetres = floor.AreaSquareMetres,
        PowerKva = floor.PowerKva,
        RoadMetres = facts.RoadMetres,
        SubstationMetres = facts.SubstationMetres,
        RentYuan = floor.RentYuan,
        HeightMetres = floor.HeightMetres,
        LoadTonnes = floor.LoadTonnes,
        Industries = industries,
    };
}
