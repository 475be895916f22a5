namespace LandRegistry.Benchmarks;

/// <summary>Resident memory of the server after whatever was measured before it in the same run.</summary>
internal static class MemoryBenchmark
{
    private const double MostMegabytes = 400;

    public static async IAsyncEnumerable<Finding> RunAsync(ServerUnderTest server)
    {
        await Task.CompletedTask;
        var (now, highest) = server.MemoryMegabytes;
        yield return new(
            "memory of the server", $"{Finding.Number(now)} MB", "", $"{Finding.Number(highest)} MB at most", $"< {Finding.Number(MostMegabytes)} MB", highest < MostMegabytes);
    }
}
