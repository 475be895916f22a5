using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;

namespace LandRegistry.Server.Parcels.Marks;

/// <summary>Every parcel of a selection with what the rules say of the step.</summary>
internal sealed record Judgement(IReadOnlyList<(SelectedParcel Parcel, Refusal? Refusal)> Parcels)
{
    private const int MostTold = 200;

    public long[] Allowed { get; } = [.. Parcels.Where(judged => judged.Refusal is null).Select(judged => judged.Parcel.Id)];

    public int Refused => Parcels.Count - Allowed.Length;

    public MarkPreview Preview => new(Parcels.Count, Allowed.Length, Refused, Groups);

    /// <summary>The refused by the rule that forbids it, the largest group first.</summary>
    public IReadOnlyList<RefusedGroup> Groups =>
    [
        .. Parcels.Where(judged => judged.Refusal is not null)
            .GroupBy(judged => (judged.Refusal!.Code, judged.Refusal.Article))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => new RefusedGroup(
                group.Key.Code, group.First().Refusal!.Title, group.Key.Article, group.Count(),
                [.. group.Take(MostTold).Select(judged => new RefusedParcel(judged.Parcel.Id, judged.Parcel.Code, judged.Parcel.Name, judged.Refusal!.Detail))])),
    ];

    /// <summary>Strong ETag of the set: other parcels, another version of one, or another answer of the rules make another.</summary>
    public string ETag
    {
        get
        {
            var said = new StringBuilder();
            foreach (var (parcel, refusal) in Parcels)
            {
                said.Append(CultureInfo.InvariantCulture, $"{parcel.Id} {parcel.Version} {refusal?.Code};");
            }

            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())).AsSpan(0, 12));
            return string.Create(CultureInfo.InvariantCulture, $"\"n{Parcels.Count}-{digest}\"");
        }
    }
}
