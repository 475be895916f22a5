using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Layout;

/// <summary>
/// A source under a name of ours in a folder of its own, which is removed with it. What the source is comes from its content;
/// its own name is never handed on.
/// </summary>
internal sealed class LaidSource : IDisposable
{
    /// <summary>Largest file that is taken, bytes.</summary>
    public const long LargestFile = 2L << 30;

    private readonly Lazy<string> _folder = new(() => Directory.CreateTempSubdirectory("landregistry-read-").FullName);

    public SourceFormat Format { get; private set; }

    /// <summary>The file, or folder, to read.</summary>
    public string Path { get; private set; } = "";

    /// <summary>What its shapefiles are called, in the order in which they lie in the folder, where there are several.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>What was told apart or mended.</summary>
    public List<Text> Notes { get; } = [];

    /// <summary>The folder for what is unpacked; made when first asked for.</summary>
    public string Folder => _folder.Value;

    /// <summary>Finds out what lies at the path and lays it out.</summary>
    public async Task<SourceFormat> LayAsync(string path, CancellationToken cancellation)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Set(LooseParts.InFolder(path, Folder, Notes));
            }
            else if (new FileInfo(path) is { Exists: true } file)
            {
                await LayFileAsync(file, isUnpacked: false, cancellation);
            }
            else
            {
                throw new SourceFaultException(FileFaults.NotFound(System.IO.Path.GetFileName(path)));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SourceFaultException(FileFaults.NotFound(System.IO.Path.GetFileName(path)));
        }

        return Format;
    }

    public void Dispose()
    {
        if (_folder.IsValueCreated)
        {
            Directory.Delete(_folder.Value, recursive: true);
        }
    }

    private async Task LayFileAsync(FileInfo file, bool isUnpacked, CancellationToken cancellation)
    {
        if (file.Length == 0)
        {
            throw new SourceFaultException(FileFaults.Empty());
        }

        if (file.Length > LargestFile)
        {
            throw new SourceFaultException(FileFaults.TooLarge(file.Length, LargestFile));
        }

        var seen = FileSniff.Of(file.FullName);
        switch (seen.Kind)
        {
            case SniffedKind.Archive when isUnpacked:
                throw new SourceFaultException(SourceFaults.NestedArchive());
            case SniffedKind.Archive:
                await LayArchiveAsync(file.FullName, cancellation);
                break;
            case SniffedKind.ShapefilePart:
                Set(LooseParts.Shapefile(file.FullName, Folder, Notes));
                break;
            case SniffedKind.Utf16:
                await TranscodeAsync(file.FullName, cancellation);
                break;
            case SniffedKind.Known:
                Set(new(seen.Format, file.FullName));
                break;
            default:
                throw new SourceFaultException(seen.Refusal is { } kind ? SourceFaults.IsKind(kind) : SourceFaults.UnknownKind());
        }
    }

    private async Task LayArchiveAsync(string archive, CancellationToken cancellation)
    {
        var unpacked = await Archives.UnpackAsync(archive, Folder, Notes, cancellation);
        if (unpacked.Format is not null)
        {
            Set(unpacked);
        }
        else
        {
            await LayFileAsync(new(unpacked.Path), isUnpacked: true, cancellation);
        }
    }

    /// <summary>UTF-16, what spreadsheets call Unicode text, is read as UTF-8 from a copy.</summary>
    private async Task TranscodeAsync(string file, CancellationToken cancellation)
    {
        var copy = System.IO.Path.Combine(Folder, "utf8");
        using (var reader = new StreamReader(file, System.Text.Encoding.UTF8, detectEncodingFromByteOrderMarks: true))
        await using (var writer = new StreamWriter(copy))
        {
            var part = new char[1 << 16];
            int read;
            while ((read = await reader.ReadAsync(part, cancellation)) > 0)
            {
                await writer.WriteAsync(part.AsMemory(0, read), cancellation);
            }
        }

        Notes.Add(new("文件是 UTF-16 文本，已转为 UTF-8 读取。", "The file is UTF-16 text; it is read as UTF-8."));
        await LayFileAsync(new(copy), isUnpacked: true, cancellation);
    }

    private void Set(Unpacked found) => (Format, Path, Names) = (found.Format!.Value, found.Path, found.Names);
}
