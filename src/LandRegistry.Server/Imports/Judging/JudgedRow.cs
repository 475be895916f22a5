using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Judging;

namespace LandRegistry.Server.Imports.Judging;

/// <summary>A row after it was judged by itself.</summary>
/// <param name="Row">What it says.</param>
/// <param name="Cells">Its cells as the file has them.</param>
/// <param name="Ground">Its shape.</param>
/// <param name="IsEstimated">True when its point was not measured on the parcel.</param>
internal sealed record JudgedRow(TranslatedRow Row, IReadOnlyList<string> Cells, JudgedGround Ground, bool IsEstimated);
