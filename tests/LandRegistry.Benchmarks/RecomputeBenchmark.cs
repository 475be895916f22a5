using System.Diagnostics;
using LandRegistry.Server.Store;
using Npgsql;

namespace LandRegistry.Benchmarks;

/// <summary>
/// Idle clock and readiness of all parcels computed anew, against binary COPY of the same facts out and of the same segments
/// into bare tables with the same indexes; and one fact entered with the answers that follow from it, in a transaction that is rolled back.
/// </summary>
internal static class RecomputeBenchmark
{
    private const double MostSeconds = 60;
    private const double MostMilliseconds = 20;
    private const int Million = 1_000_000;
    private const int Edits = 200;

    private static readonly string[] Facts =
    [
        "select id, boundary is not null, land_use_code is not null from registry.parcel order by id",
        "select parcel_id, kind, signed_on, agreed_delivery_on, agreed_commencement_on, agreed_completion_on, developable_area_square_metres, total_investment_yuan, price_yuan, term_years from registry.contract where not withdrawn order by parcel_id",
        "select parcel_id, kind, on_day, test, value from registry.land_fact where not withdrawn order by parcel_id",
        "select parcel_id, as_of, developed_area_square_metres, invested_yuan from registry.progress_report where not withdrawn order by parcel_id",
        "select parcel_id, from_on, to_on, causes from registry.stoppage where not withdrawn order by parcel_id",
        "select parcel_id, kind, registered_on, released_on from registry.encumbrance where not withdrawn order by parcel_id",
        "select parcel_id, kind, on_day, amount_yuan from registry.money_line where not withdrawn order by parcel_id",
        "select parcel_id, item, on_day from registry.infrastructure where not withdrawn order by parcel_id",
    ];

    public static async IAsyncEnumerable<Finding> RunAsync(BenchmarkRegister register, int rounds)
    {
        var (ours, theirs, parcels) = (new List<double>(), new List<double>(), 0L);
        for (var round = 0; round <= rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            parcels = await Recomputation.RunAsync(register.Source, TimeProvider.System.GetUtcNow(), null, CancellationToken.None);
            var seconds = watch.Elapsed.TotalSeconds;
            var copied = await CopyAsync(register);
            if (round > 0)
            {
                ours.Add(seconds);
                theirs.Add(copied);
            }
        }

        var median = Comparison.Median(ours);
        yield return new(
            FormattableString.Invariant($"recompute of {parcels:#,0} parcels against bare COPY out and in"),
            $"{Finding.Number(median)} s",
            $"{Finding.Number(Comparison.Median(theirs))} s",
            Finding.Number(Comparison.Median(theirs.Zip(ours, (copy, all) => copy / all))),
            FormattableString.Invariant($"<= {MostSeconds} s at {Million:#,0} ({median / parcels * Million:0.0} s at this rate)"),
            median / parcels * Million <= MostSeconds);

        var edits = await EditsAsync(register);
        yield return new(
            "a fact entered, answers included", $"{Finding.Number(Comparison.Median(edits))} ms", "", $"p95 {Finding.Number(edits.Order().ElementAt(edits.Count * 95 / 100))} ms",
            FormattableString.Invariant($"<= {MostMilliseconds} ms"), Comparison.Median(edits) <= MostMilliseconds);
    }

    private static async Task<double> CopyAsync(BenchmarkRegister register)
    {
        var segments = await ReadAsync(register, "select * from registry.clock_segment order by parcel_id, from_on", keep: true);
        var readiness = await ReadAsync(register, "select * from registry.readiness_segment order by parcel_id, from_on", keep: true);
        var watch = Stopwatch.StartNew();
        foreach (var facts in Facts)
        {
            await ReadAsync(register, facts, keep: false);
        }

        await WriteAsync(register, "clock_segment", segments);
        await WriteAsync(register, "readiness_segment", readiness);
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<byte[]> ReadAsync(BenchmarkRegister register, string query, bool keep)
    {
        await using var connection = await register.Source.OpenConnectionAsync();
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)");
        using var rows = new MemoryStream();
        await copy.CopyToAsync(keep ? rows : Stream.Null);
        return rows.ToArray();
    }

    private static async Task WriteAsync(BenchmarkRegister register, string table, byte[] rows)
    {
        await register.ExecuteAsync($"drop table if exists public.copied; create table public.copied (like registry.{table})");
        await using (var connection = await register.Source.OpenConnectionAsync())
        await using (var copy = await connection.BeginRawBinaryCopyAsync("copy public.copied from stdin (format binary)"))
        {
            await copy.WriteAsync(rows);
        }

        await register.ExecuteAsync("create index on public.copied (parcel_id, from_on); create index on public.copied (from_on, parcel_id); drop table public.copied");
    }

    private static async Task<List<double>> EditsAsync(BenchmarkRegister register)
    {
        var random = new Random(20);
        var most = await register.ReadAsync<long>("select max(id) from registry.parcel");
        var times = new List<double>();
        await using var connection = await register.Source.OpenConnectionAsync();
        for (var edit = 0; edit < Edits + 20; edit++)
        {
            var parcel = await register.ReadAsync<long>("select min(id) from registry.parcel where id >= $1", random.NextInt64(1, most));
            await using var transaction = await connection.BeginTransactionAsync();
            var watch = Stopwatch.StartNew();
            await connection.BeginChangeAsync(new("benchmark", "EnterFact", null, TimeProvider.System.GetUtcNow()), CancellationToken.None);
            await using var insert = new NpgsqlCommand("insert into registry.land_fact (parcel_id, kind, on_day) values ($1, 'title_search', '2026-01-01')", connection);
            insert.Parameters.Add(new() { Value = parcel });
            await insert.ExecuteNonQueryAsync();
            await StoredAnswers.RefreshAsync(connection, [parcel], new(2026, 11, 21), CancellationToken.None);
            if (edit >= 20)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            await transaction.RollbackAsync();
        }

        return times;
    }
}
