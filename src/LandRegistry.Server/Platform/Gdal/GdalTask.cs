namespace LandRegistry.Server.Platform.Gdal;

/// <summary>What a child of GDAL is to do, and what it may use.</summary>
/// <param name="Program"><c>ogr2ogr</c> or <c>ogrinfo</c>.</param>
/// <param name="Arguments">Its arguments; files by their names in the folder.</param>
/// <param name="Folder">The child's own folder, in which the file lies under a name of ours.</param>
/// <param name="Drivers">The drivers that are not skipped.</param>
internal sealed record GdalTask(string Program, IReadOnlyList<string> Arguments, string Folder, IReadOnlyList<string> Drivers)
{
    /// <summary>Address space, bytes; the libraries alone take up some 300 MB of it.</summary>
    public long MostAddressBytes { get; init; } = 3L << 30;

    /// <summary>Memory that is written to, bytes.</summary>
    public long MostDataBytes { get; init; } = 3L << 30;

    public int MostCpuSeconds { get; init; } = 60;

    /// <summary>Wall time from start to end, what the reader of the output takes included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>More of the child's environment.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
