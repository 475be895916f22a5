using System.Globalization;
using LandRegistry.Domain.Cases;
using LandRegistry.Domain.Facts;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Store;

namespace LandRegistry.Server.Cases;

/// <summary>Milestones of a case that are facts of its land: publication, its withdrawal, the cancelled right.</summary>
internal sealed class CaseFacts(RegistryDb db, TimeProvider time)
{
    /// <summary>Writes the facts that a milestone brings, in the running change, and refreshes the answers that rest on them.</summary>
    public async Task RecordAsync(LandCase landCase, RecordedMilestone milestone, CancellationToken cancellation)
    {
        var kinds = CaseFactKinds.Of(milestone.Kind);
        foreach (var kind in kinds)
        {
            db.Add(new LandFactRecord
            {
                ParcelId = landCase.ParcelId,
                Kind = kind,
                OnDay = milestone.OnDay,
                Note = milestone.Note,
                Source = $"案件 {landCase.Number ?? landCase.Id.ToString(CultureInfo.InvariantCulture)}",
            });
        }

        await db.SaveChangesAsync(cancellation);
        if (kinds.Count > 0)
        {
            await StoredAnswers.RefreshAsync(db, [landCase.ParcelId], RegisterDay.Today(time), cancellation);
        }
    }
}
