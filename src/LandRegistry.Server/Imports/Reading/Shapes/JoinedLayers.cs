using System.Runtime.CompilerServices;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Shapes;

/// <summary>Layers that differ in their kind of shape only, read one after another as one; their rows count on.</summary>
internal sealed class JoinedLayers : OpenSource
{
    private readonly IReadOnlyList<GdalLayer> _layers;
    private readonly SourceFormat _format;
    private readonly int _key;
    private readonly long? _told;
    private GdalSource _present;
    private long _before;

    private JoinedLayers(IReadOnlyList<GdalLayer> layers, SourceFormat format, GdalSource first)
    {
        (_layers, _format, _present) = (layers, format, first);
        (Columns, Encoding, StatedCrs) = (first.Columns, first.Encoding, first.StatedCrs);
        _key = Columns.ToList().FindIndex(column => column.Name == GdalSource.KeyColumn);
        _told = layers.Sum(layer => layer.Shown.Rows);
    }

    public override double? Share => _told is > 0 and var told ? Math.Min(1, (double)(_before + _present.RowsRead) / told) : null;

    public static async Task<JoinedLayers> OpenAsync(
        IReadOnlyList<GdalLayer> layers, SourceFormat format, ShapefileSayings said, GdalOffer offer, CancellationToken cancellation) =>
        new(layers, format, await GdalSource.OpenAsync(layers[0], format, said, offer, cancellation)) { Layers = offer.Layers, Layer = offer.Layer };

    public override async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var i = 0; i < _layers.Count; i++)
        {
            if (i > 0)
            {
                await NextAsync(_layers[i], cancellation);
            }

            await foreach (var row in _present.ReadAsync(cancellation))
            {
                // Each layer numbers its rows anew: such a number tells none of them.
                if (_key >= 0)
                {
                    ((string?[])row.Cells)[_key] = null;
                }

                yield return row;
            }
        }
    }

    protected override void Dispose(bool isDisposing)
    {
        _present.Dispose();
        base.Dispose(isDisposing);
    }

    private async Task NextAsync(GdalLayer layer, CancellationToken cancellation)
    {
        _before += _present.RowsRead;
        _present.Dispose();
        _present = await GdalSource.OpenAsync(layer, _format, new(Encoding, StatedCrs), new(Layers, Layer) { RowsBefore = (int)_before }, cancellation);
        if (!_present.Columns.Select(column => column.Name).SequenceEqual(Columns.Select(column => column.Name), StringComparer.Ordinal))
        {
            throw new SourceFaultException(SourceFaults.Changed());
        }
    }
}
