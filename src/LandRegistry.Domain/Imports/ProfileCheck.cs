using System.Text.RegularExpressions;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Parcels;
using LandRegistry.Domain.Zones;

namespace LandRegistry.Domain.Imports;

/// <summary>Checks a profile before a file is read by it, since a user may have written it.</summary>
public static class ProfileCheck
{
    private static readonly HashSet<string> Statuses =
        [.. Enum.GetNames<ParcelStatus>().Select(System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>All faults of the profile; empty when it can be used.</summary>
    public static IReadOnlyList<Text> Faults(ImportProfile profile)
    {
        var faults = new List<Text>();
        Heads(profile, faults);
        Columns(profile, faults);
        Places(profile, faults);
        return faults;
    }

    private static void Heads(ImportProfile profile, List<Text> faults)
    {
        Need(faults, profile.Format is "csv" or "any", "format 应为 csv 或 any。", "format is csv or any.");
        Need(faults, profile.Delimiter.Length == 1 && profile.Delimiter[0] is not '"' and not '\n' and not '\r' && profile.Delimiter[0] < 128,
            "delimiter 须为一个字符。", "delimiter must be one character.");
        Need(faults, profile.Encodings.Count > 0, "encodings 不能为空。", "encodings must not be empty.");
        Need(faults, profile.RowKey.Count > 0 || profile.Format == "any", "rowKey 不能为空。", "rowKey must not be empty.");
        Need(faults, profile.Source.Length is > 0 and <= 100 && profile.Source is not ("officer" or "demo"),
            "source 不能为空，也不能是 officer 或 demo。", "source must not be empty, nor officer or demo.");
        Need(faults, Statuses.Contains(profile.StatusOtherwise),
            $"statusOtherwise：没有“{profile.StatusOtherwise}”这一状态。", $"statusOtherwise: there is no status \"{profile.StatusOtherwise}\".");
        foreach (var part in profile.RowKey.Append(profile.Zones.ChildKey).OfType<KeyPart>().Where(p => p.Pattern is not null))
        {
            Need(faults, IsPattern(part.Pattern!), $"{part.Column}：pattern 无效。", $"{part.Column}: the pattern is not valid.");
        }
        foreach (var kind in profile.Zones.Children.Select(z => z.Kind).Append(profile.Zones.Root.Kind).Append(profile.Zones.ChildKind).OfType<string>().Distinct())
        {
            Need(faults, ZoneKinds.All.Contains(kind), $"zones：没有“{kind}”这一类别。", $"zones: there is no kind \"{kind}\".");
        }
        foreach (var box in profile.Zones.Children.Select(z => z.Extent).Concat(profile.Zones.Extent).OfType<IReadOnlyList<double>>())
        {
            Need(faults, IsBox(box), "zones：extent 须为 [西, 南, 东, 北]。", "zones: an extent is [west, south, east, north].");
        }
        Need(faults, profile.Zones.Root.Kind is not null, "zones.root 须有 kind。", "zones.root needs a kind.");
        Need(faults, profile.Zones.Extent.Count > 0, "zones.extent 不能为空。", "zones.extent must not be empty.");
    }

    private static void Columns(ImportProfile profile, List<Text> faults)
    {
        foreach (var twice in profile.Columns.GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            Need(faults, false, $"columns：{twice.Key} 出现两次。", $"columns: {twice.Key} stands twice.");
        }
        foreach (var column in profile.Columns)
        {
            var fits = column.Field == ParcelField.None || ImportFields.Type(column.Field) switch
            {
                CellType.Text or CellType.Code => column.Type is CellType.Text or CellType.Code or CellType.Uri,
                CellType.Number => column.Type is CellType.Number or CellType.WholeNumber,
                var type => column.Type == type,
            };
            Need(faults, fits, $"{column.Name}：类型 {column.Type} 不能填入 {column.Field}。", $"{column.Name}: a {column.Type} cannot fill {column.Field}.");
            Need(faults, column.Factor is > 0 and <= 1_000_000_000, $"{column.Name}：factor 须为正数。", $"{column.Name}: factor must be positive.");
            Need(faults, column.Field != ParcelField.StatedAreaSquareMetres || column.Maximum * column.Factor < 1e14m,
                $"{column.Name}：面积须有 maximum。", $"{column.Name}: an area needs a maximum.");
            foreach (var means in column.Values.Select(v => v.Means).OfType<string>())
            {
                var known = column.Field switch
                {
                    ParcelField.Status => Statuses.Contains(means),
                    ParcelField.None => true,
                    _ => ImportFields.Words(column.Field).Any(word => word.Code == means),
                };
                Need(faults, known, $"{column.Name}：登记库没有“{means}”这个词。", $"{column.Name}: the register has no word \"{means}\".");
            }
        }
    }

    private static void Places(ImportProfile profile, List<Text> faults)
    {
        if (profile.Place is not { } place)
        {
            Need(faults, profile.Format == "any", "place 不能为空。", "place must not be empty.");
            return;
        }
        Need(faults, place.WktColumn is not null || (place.XColumn is not null && place.YColumn is not null),
            "place 须有 wktColumn，或 xColumn 与 yColumn。", "place needs wktColumn, or xColumn and yColumn.");
        Need(faults, place.Readings.Count > 0, "place.readings 不能为空。", "place.readings must not be empty.");
        Need(faults, place.Readings.All(r => IsBox(r.Bounds)), "readings：bounds 须为四个数。", "readings: bounds are four numbers.");
        foreach (var name in place.Labels.Values.SelectMany(names => names).Distinct(StringComparer.Ordinal))
        {
            Need(faults, place.Readings.Any(r => r.Name == name), $"labels：没有名为“{name}”的读法。", $"labels: there is no reading \"{name}\".");
        }
    }

    private static bool IsBox(IReadOnlyList<double> box) => box.Count == 4 && box[0] < box[2] && box[1] < box[3];

    private static bool IsPattern(string pattern)
    {
        try
        {
            return pattern.Length <= 200 && new Regex(pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1)).ToString().Length > 0;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static void Need(List<Text> faults, bool holds, string zh, string en)
    {
        if (!holds)
        {
            faults.Add(new(zh, en));
        }
    }
}
