using LandRegistry.Server.Platform.Papers;
using Npgsql;

namespace LandRegistry.Server.Dossiers;

/// <summary>Makes dossiers of parcels for investors, as files.</summary>
public sealed class DossierReport(NpgsqlDataSource source, PdfPrinter printer)
{
    /// <summary>So many parcels fit into one dossier; more are a catalogue, which the list is exported for.</summary>
    public const int MostParcels = 30;

    /// <summary>Formats by the name they have in queries and file names.</summary>
    public static readonly IReadOnlyList<string> Formats = ["pdf", "docx"];

    private readonly DossierReader _reader = new(source);

    /// <summary>The ids of parcels by their codes, in their order, and the codes that the register does not know.</summary>
    public Task<(IReadOnlyList<long> Ids, IReadOnlyList<string> Unknown)> FindAsync(IReadOnlyList<string> codes, CancellationToken cancellation) => _reader.FindAsync(codes, cancellation);

    /// <summary>The paper of parcels, in the order given; null when one of them is not in the register, or in none of the zones.</summary>
    /// <param name="ids">The parcels.</param>
    /// <param name="zones">Zones that who asks may read; null for all.</param>
    /// <param name="day">Day of the paper.</param>
    /// <param name="english">English or Chinese.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Paper?> PaperAsync(IReadOnlyList<long> ids, long[]? zones, DateOnly day, bool english, CancellationToken cancellation)
    {
        var parcels = await _reader.ReadAsync(ids, zones, day, cancellation);
        return parcels.Count == ids.Distinct().Count() ? await new DossierPaper(_reader, new(english), day).MakeAsync(parcels, cancellation) : null;
    }

    /// <summary>The file of a paper; null when it is to be a PDF and this machine cannot print one.</summary>
    /// <param name="paper">What to print.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<byte[]?> FileAsync(Paper paper, string format, CancellationToken cancellation) =>
        format == "docx" ? DocxPaper.Write(paper) : await printer.PrintAsync(paper, cancellation);
}
