using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Parcels;

/// <summary>The days that the register can be shown of.</summary>
/// <param name="First">The first on which it knows a parcel; null while it is empty.</param>
/// <param name="Today">The last: today where the register is kept.</param>
public sealed record RegisterDays(DateOnly? First, DateOnly Today);

internal static class RegisterDaysEndpoint
{
    public static void MapRegisterDays(this IEndpointRouteBuilder parcels) => parcels.MapGet("/days", Days)
        .WithSummary("First and last day that the register can be shown of").Produces<RegisterDays>().Answers();

    private static async Task<IResult> Days(NpgsqlDataSource source, TimeProvider time, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EmbeddedSql.Read("Parcels/first_day.sql"));
        return TypedResults.Ok(new RegisterDays(await command.ExecuteScalarAsync(cancellation) as DateOnly?, RegisterDay.Today(time)));
    }
}
