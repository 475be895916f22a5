using LandRegistry.Domain.Answers;
using LandRegistry.Domain.Clocks;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Readiness;
using LandRegistry.Domain.Rights;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.OpenApi;
using LandRegistry.Server.Platform.Problems;
using LandRegistry.Server.Platform.Queries;
using LandRegistry.Server.Platform.Rights;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Server.Clocks;

/// <summary>Idle clock and readiness of one parcel on any day, computed from its facts, with every reason.</summary>
internal static class ClockEndpoints
{
    private static readonly Text Parcel = new("该宗地", "such parcel");

    private static readonly QueryParameters OfDay = new([new("asOf", "string", "yyyy-MM-dd, the day asked about; today when absent.")]);

    public static void AddClocks(this IServiceCollection services) => services.AddHostedService<DayWatch>();

    public static void MapClocks(this IEndpointRouteBuilder routes)
    {
        var parcels = routes.MapGroup("/api/parcels/{id}").Needs(RegisterAction.Read, RecordKind.Parcel).WithTags("clocks").WithMetadata(OfDay);
        parcels.MapGet("/clock", Clock).WithSummary("The idle clock on a day, explained step by step, and the days on which its answer changes")
            .Produces<ClockAnswer>().Answers(400, 404);
        parcels.MapGet("/readiness", Readiness).WithSummary("Readiness for re-tender on a day, item by item, and ripeness")
            .Produces<ReadinessAnswer>().Answers(400, 404);
    }

    private static Task<IResult> Clock(string id, HttpContext http, NpgsqlDataSource source, TimeProvider time, CancellationToken cancellation) =>
        OfParcelAsync(id, http, source, time, async (connection, record, day) =>
        {
            var (answers, timeline) = ((await RegisterLaw.OfAsync(connection, cancellation)).NewAnswers(), new List<ClockSegment>());
            answers.Clock(record, timeline);
            return ClockAnswer.Of(record.ParcelId, answers.AssessClock(record, day), timeline);
        }, cancellation);

    private static Task<IResult> Readiness(string id, HttpContext http, NpgsqlDataSource source, TimeProvider time, CancellationToken cancellation) =>
        OfParcelAsync(id, http, source, time, async (connection, record, day) =>
        {
            var (answers, timeline) = ((await RegisterLaw.OfAsync(connection, cancellation)).NewAnswers(), new List<ReadinessSegment>());
            answers.Readiness(record, timeline);
            var readiness = answers.AssessReadiness(record, day);
            var others = await RipenessReader.OfAsync(connection, record.ParcelId, day, cancellation);
            var ripeness = Ripeness.Of(new(answers.AssessClock(record, day).Kind, RipenessReader.Willing(record, day), RipenessReader.RightIsClear(record, day), others.HasTaker, others.HasStrategy));
            return new ReadinessAnswer(
                record.ParcelId, day, readiness.IsReady, [.. readiness.Items.Select(ItemShape.Of)], RipenessShape.Of(ripeness),
                [.. timeline.Select(ReadinessSegmentShape.Of)]);
        }, cancellation);

    private static async Task<IResult> OfParcelAsync(
        string id, HttpContext http, NpgsqlDataSource source, TimeProvider time, Func<NpgsqlConnection, ParcelRecord, DateOnly, Task<object>> answer, CancellationToken cancellation)
    {
        var query = new QueryReader(http);
        var parcelId = query.Id("id", id);
        var day = query.Day("asOf", query.Text("asOf")) ?? RegisterDay.Today(time);
        if (query.Faults.Count > 0)
        {
            return Problem.Malformed(query.Faults);
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await StoredAnswers.RecordAsync(connection, parcelId, cancellation) is { } record
            ? TypedResults.Ok(await answer(connection, record, day))
            : Problem.NotFound(Parcel);
    }
}
