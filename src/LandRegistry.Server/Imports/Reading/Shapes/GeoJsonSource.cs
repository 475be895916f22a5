using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Coordinates;
using LandRegistry.Domain.Imports.Reading;
using LandRegistry.Server.Imports.Reading.Layout;
using LandRegistry.Server.Imports.Reading.Tables;
using NetTopologySuite.Geometries;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>
/// GeoJSON: a collection, one feature, or a sequence of features. Read by ourselves: GDAL takes the whole file into memory, closes
/// rings without a word and makes numbers of codes.
/// </summary>
internal sealed partial class GeoJsonSource : OpenSource
{
    private const string Id = "id";

    private readonly FileStream _file;
    private readonly JsonTokens _tokens;
    private readonly Dictionary<string, int> _index;
    private readonly bool _hasId;

    private GeoJsonSource(string path, SourceEncoding encoding, Head head)
    {
        _file = File.OpenRead(path);
        SkipMark(_file);
        _tokens = new(_file);
        Encoding = encoding;
        Columns = head.Columns;
        _index = head.Columns.Select((column, i) => (column.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        _hasId = head.HasId;
        StatedCrs = head.Crs;
    }

    public override double? Share => _tokens.Share;

    public static async Task<OpenSource> OpenAsync(LaidSource laid, SourceChoices choices, CancellationToken cancellation)
    {
        var encoding = await TextEncodings.DetectAsync(laid.Path, choices.Encoding, cancellation);
        var path = encoding.Name == "utf-8" ? laid.Path : await TranscodeAsync(laid, encoding.Name, cancellation);
        return new GeoJsonSource(path, encoding, Survey(path, cancellation));
    }

    public override async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var row = 0;
        while (_tokens.Next())
        {
            if (_tokens.Type == JsonTokenType.StartObject)
            {
                foreach (var feature in Features(_tokens, new(Columns.Count, _index, _hasId)))
                {
                    cancellation.ThrowIfCancellationRequested();
                    var (cells, issues) = (feature.Cells, feature.Issues(++row));
                    yield return new(row, cells, feature.Shape, issues);
                }
            }
            else
            {
                _tokens.Skip();
            }
        }
    }

    protected override void Dispose(bool isDisposing)
    {
        _file.Dispose();
        base.Dispose(isDisposing);
    }

    /// <summary>One pass for the names of all properties and what else the file says of itself.</summary>
    private static Head Survey(string path, CancellationToken cancellation)
    {
        using var file = File.OpenRead(path);
        SkipMark(file);
        var tokens = new JsonTokens(file);
        var names = new Names();
        while (tokens.Next())
        {
            if (tokens.Type != JsonTokenType.StartObject)
            {
                throw new SourceFaultException(SourceFaults.NoFeatures());
            }

            foreach (var feature in Features(tokens, new(0, null, false), names))
            {
                names.Features++;
                cancellation.ThrowIfCancellationRequested();
            }
        }

        if (names.Features == 0 && !names.HasList)
        {
            throw new SourceFaultException(SourceFaults.NoFeatures());
        }

        return names.Close();
    }

    /// <summary>The features of the object whose start is the present token.</summary>
    private static IEnumerable<Feature> Features(JsonTokens tokens, Feature single, Names? names = null)
    {
        var isFeature = false;
        while (tokens.Must() != JsonTokenType.EndObject)
        {
            var member = tokens.Text;
            tokens.Must();
            if (member == "features" && tokens.Type == JsonTokenType.StartArray)
            {
                if (names is not null)
                {
                    names.HasList = true;
                }

                while (tokens.Must() != JsonTokenType.EndArray)
                {
                    var feature = single.Empty();
                    if (tokens.Type != JsonTokenType.StartObject)
                    {
                        tokens.Skip();
                    }
                    else
                    {
                        while (tokens.Must() != JsonTokenType.EndObject)
                        {
                            var name = tokens.Text;
                            tokens.Must();
                            feature.Take(name, tokens, names);
                        }
                    }

                    yield return feature;
                }
            }
            else if (member == "crs" && names is not null)
            {
                (names.Crs, names.SaysCrs) = (Crs(tokens.Cell()), true);
            }
            else
            {
                isFeature |= member is "geometry" or "properties";
                single.Take(member, tokens, names);
            }
        }

        if (isFeature)
        {
            yield return single;
        }
    }

    /// <summary>RFC 7946 Section 4: longitude and latitude on WGS 84 where the file says nothing else.</summary>
    private static CrsStatement ByStandard => new(4326, new("GeoJSON 标准（RFC 7946）", "RFC 7946, the standard of GeoJSON,")) { Datum = Datum.Wgs84 };

    private static CrsStatement? Crs(string? crs) =>
        crs is null ? null
        : crs.Contains("CRS84", StringComparison.Ordinal) ? Stated(4326)
        : EpsgNumber().Match(crs) is { Success: true } found && int.TryParse(found.Groups["srid"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var srid) ? Stated(srid)
        : null;

    private static CrsStatement Stated(int srid) => new(srid, new("文件中的 crs", "the crs in the file")) { Datum = ChineseGrid.Find(srid)?.Datum ?? (srid == 4326 ? Datum.Wgs84 : Datum.Unknown) };

    private static void SkipMark(FileStream file)
    {
        Span<byte> mark = stackalloc byte[3];
        file.Position = file.ReadAtLeast(mark, 3, throwOnEndOfStream: false) == 3 && mark.SequenceEqual<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
    }

    private static async Task<string> TranscodeAsync(LaidSource laid, string encoding, CancellationToken cancellation)
    {
        var copy = Path.Combine(laid.Folder, "utf8");
        using var reader = new StreamReader(laid.Path, TextEncodings.Of(encoding));
        await using var writer = new StreamWriter(copy);
        var part = new char[1 << 16];
        int read;
        while ((read = await reader.ReadAsync(part, cancellation)) > 0)
        {
            await writer.WriteAsync(part.AsMemory(0, read), cancellation);
        }

        return copy;
    }

    [GeneratedRegex("EPSG:(?:[0-9.]*:)?(?<srid>[0-9]{4,6})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex EpsgNumber();

    private sealed record Head(IReadOnlyList<SourceColumn> Columns, bool HasId, CrsStatement? Crs);

    /// <summary>Names of properties in the order in which they are first met, and what their values have in common.</summary>
    private sealed class Names
    {
        private readonly Dictionary<string, SourceCellKind?> _kinds = new(StringComparer.Ordinal);
        private readonly List<string> _order = [];

        public long Features { get; set; }

        public bool HasList { get; set; }

        public CrsStatement? Crs { get; set; }

        /// <summary>Whether it has a crs, be it one that is not known.</summary>
        public bool SaysCrs { get; set; }

        public bool HasId { get; set; }

        public void Meet(string name, JsonTokens tokens)
        {
            SourceCellKind? kind = tokens.Type switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.Number => Math.Floor(tokens.Number) == tokens.Number ? SourceCellKind.WholeNumber : SourceCellKind.Number,
                JsonTokenType.True or JsonTokenType.False => SourceCellKind.YesNo,
                _ => SourceCellKind.Text,
            };
            if (!_kinds.TryGetValue(name, out var known))
            {
                if (_order.Count >= CsvRows.MostColumns)
                {
                    throw new SourceFaultException(FileFaults.TooManyColumns(_order.Count + 1, CsvRows.MostColumns));
                }

                _order.Add(name);
                _kinds[name] = kind;
            }
            else if (kind is not null && kind != known)
            {
                var isNumber = kind is SourceCellKind.Number or SourceCellKind.WholeNumber && known is SourceCellKind.Number or SourceCellKind.WholeNumber;
                _kinds[name] = known is null ? kind : isNumber ? SourceCellKind.Number : SourceCellKind.Text;
            }
        }

        public Head Close()
        {
            var hasId = HasId && !_kinds.ContainsKey(Id);
            var columns = _order.Select(name => new SourceColumn(name.Length == 0 ? "列" : name, _kinds[name] ?? SourceCellKind.Text, []));
            return new([.. hasId ? [new SourceColumn(Id, SourceCellKind.Text, [])] : Array.Empty<SourceColumn>(), .. columns], hasId, SaysCrs ? Crs : ByStandard);
        }
    }

    /// <summary>A feature as it is read; the survey gives no columns and keeps nothing.</summary>
    private sealed class Feature(int columns, Dictionary<string, int>? index, bool hasId)
    {
        private readonly List<ImportIssue> _issues = [];
        private bool _hasGeometry;

        public string?[] Cells { get; } = new string?[columns];

        public Geometry? Shape { get; private set; }

        public Feature Empty() => new(columns, index, hasId);

        /// <summary>Issues are found before the row has its number.</summary>
        public List<ImportIssue> Issues(int row)
        {
            if (!_hasGeometry)
            {
                _issues.Add(ReadingIssues.NoShape(row));
            }

            return [.. _issues.Select(issue => issue with { Row = row })];
        }

        public void Take(string member, JsonTokens tokens, Names? names)
        {
            if (member == "properties" && tokens.Type == JsonTokenType.StartObject)
            {
                while (tokens.Must() != JsonTokenType.EndObject)
                {
                    var name = tokens.Text;
                    tokens.Must();
                    names?.Meet(name, tokens);
                    Set(name, tokens);
                }
            }
            else if (member == "geometry" && index is not null)
            {
                _hasGeometry = true;
                Shape = GeoJsonShape.Read(tokens, 0, _issues);
            }
            else if (member == Id && tokens.Type is JsonTokenType.String or JsonTokenType.Number)
            {
                if (names is not null)
                {
                    names.HasId = true;
                }

                if (hasId)
                {
                    Set(Id, tokens);
                }
            }
            else
            {
                tokens.Skip();
            }
        }

        private void Set(string name, JsonTokens tokens)
        {
            if (index is not null && index.TryGetValue(name.Length == 0 ? "列" : name, out var at))
            {
                Cells[at] = tokens.Cell();
            }
            else
            {
                tokens.Skip();
            }
        }
    }
}
