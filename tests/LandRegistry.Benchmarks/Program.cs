using LandRegistry.Benchmarks;

// Why no BenchmarkDotNet: every figure here is a ratio between processes (our server over HTTP against pgbench, wrk or
// COPY on the same database), taken in turns within one run; BenchmarkDotNet measures methods inside one process.
if (BenchmarkOptions.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync($"Usage: dotnet run -c Release --project tests/LandRegistry.Benchmarks -- {BenchmarkOptions.Usage}");
    return 2;
}

await using var register = await BenchmarkRegister.OpenAsync(options.Parcels);
await using var server = await ServerUnderTest.StartAsync(register.DataFolder);
var count = await register.ReadAsync<long>("select count(*) from registry.parcel where ended_on is null");
Console.WriteLine(FormattableString.Invariant($"{count:#,0} parcels, {options.Rounds} rounds, {Environment.ProcessorCount} cores\n\n{Finding.Heading}"));

(string Name, Func<IAsyncEnumerable<Finding>> Run)[] measures =
[
    ("tiles", () => TileBenchmark.RunAsync(register, server, options.Rounds)),
    ("list", () => ListBenchmark.RunAsync(register, server, options.Rounds)),
    ("as-of", () => AsOfBenchmark.RunAsync(register, server, options.Rounds)),
    ("today", () => TodayBenchmark.RunAsync(register, server, options.Rounds)),
    ("retender", () => RetenderBenchmark.RunAsync(register, server, options.Rounds)),
    ("matching", () => MatchingBenchmark.RunAsync(register, server, options.Rounds)),
    ("dossier", () => DossierBenchmark.RunAsync(register, server, options.Rounds)),
    ("map", () => MapBenchmark.RunAsync(register, server, options.Rounds)),
    ("reactions", () => MapBenchmark.ReactionsAsync(register, server, options.Rounds)),
    ("overview", () => OverviewBenchmark.RunAsync(register, server, options.Rounds)),
    ("memory", () => MemoryBenchmark.RunAsync(server)),
    ("cached", () => CachedTileBenchmark.RunAsync(register, server, options.Rounds)),
    ("answers", () => RecomputeBenchmark.RunAsync(register, options.Rounds)),
    ("marks", () => MarksBenchmark.RunAsync(register, server, options.Rounds)),
    ("filter", () => FilterBenchmark.RunAsync(register, server, options.Rounds)),
    ("clients", () => ClientsBenchmark.RunAsync(register, server, options.Rounds)),
    ("rights", () => RightsBenchmark.RunAsync(register, server, options.Rounds)),
    ("read", () => ReadBenchmark.RunAsync(register, options.Rounds, options.Rows)),
    ("export", () => ExportBenchmark.RunAsync(register, server, options.Rounds)),
    ("import-polygons", () => PolygonImportBenchmark.RunAsync(register, options.Rounds, options.Rows)),
    ("import", () => ImportBenchmark.RunAsync(register, options.Rounds, options.Rows)),
];
foreach (var (_, run) in measures.Where(measure => options.Measures.Contains(measure.Name)))
{
    await foreach (var finding in run())
    {
        Console.WriteLine(finding);
    }
}

return 0;
