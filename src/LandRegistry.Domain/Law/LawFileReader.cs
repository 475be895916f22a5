using System.Globalization;
using System.Text.Json;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Tenders;

namespace LandRegistry.Domain.Law;

/// <summary>Reads the members of a law file and notes each fault with its place.</summary>
internal sealed class LawFileReader(List<LawFault> faults)
{
    private static readonly string[] Whos = ["authority", "holder", "clock"];

    public LawBook? Book(JsonElement root, LawBook? extended, (string List, string[] Codes)[] needed)
    {
        Members(root, "", "id", "title", "extends", "counties", "editions", "tender");
        var id = String(root, "", "id");
        var title = TextOf(Member(root, "", "title"), "title");
        var extends = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("extends", out var parent) && parent.ValueKind != JsonValueKind.Null ? parent.ToString() : null;
        Need(extends is null || extends == extended?.Id, "extends", $"没有名为“{extends}”的法规可供扩展。", $"There is no law \"{extends}\" to extend.");
        var basis = extends is null ? null : extended;
        var counties = Counties(root);
        var read = Items(root, "", "editions").Select((item, i) => Edition(item, $"editions[{i}]")).OrderBy(edition => edition.From).ToList();
        Need(read.Count > 0, "editions", "至少要有一个版本。", "At least one edition is needed.");
        for (var i = 1; i < read.Count; i++)
        {
            Need(read[i - 1].To is { } end && end <= read[i].From, "editions", $"自 {read[i].From:O} 起的版本与前一版本重叠。", $"The edition from {read[i].From:O} overlaps the one before.");
        }

        var merged = Merge(basis, read);
        // Of a file whose basis is not there only that is said.
        foreach (var (_, _, entries) in extends is null || basis is not null ? merged : [])
        {
            Complete(entries, needed);
        }

        var tender = (basis?.Tender ?? TenderLaw.National).With(List(root, "", "tender", TenderEntry).Values);
        return faults.Count > 0 ? null : new(id, title, counties, [.. merged.Select(edition => new LawEdition(edition.From, edition.To, edition.Entries))], tender);
    }

    private List<string> Counties(JsonElement root)
    {
        var codes = new List<string>();
        var i = 0;
        foreach (var item in root.ValueKind == JsonValueKind.Object && root.TryGetProperty("counties", out _) ? Items(root, "", "counties") : default)
        {
            var code = item.ValueKind == JsonValueKind.String ? item.GetString()! : "";
            Need(code.Length is 2 or 4 or 6 && code.All(char.IsAsciiDigit), $"counties[{i}]", "须为 2、4 或 6 位行政区划代码。", "Must be a code of 2, 4 or 6 digits of a province, city or county.");
            Need(!codes.Contains(code), $"counties[{i}]", $"“{code}”出现两次。", $"\"{code}\" stands twice.");
            codes.Add(code);
            i++;
        }

        return codes;
    }

    /// <summary>Where a variant is in force it is laid over the edition below it; elsewhere the law below stands alone.</summary>
    private static List<(DateOnly From, DateOnly? To, LawEntries Entries)> Merge(LawBook? basis, List<(DateOnly From, DateOnly? To, LawEntries Entries)> read)
    {
        if (basis is null)
        {
            return read;
        }

        var cuts = basis.Editions.SelectMany(edition => new DateOnly?[] { edition.From, edition.To })
            .Concat(read.SelectMany(edition => new DateOnly?[] { edition.From, edition.To }))
            .OfType<DateOnly>().Distinct().Order().ToList();
        var merged = new List<(DateOnly From, DateOnly? To, LawEntries Entries)>();
        for (var i = 0; i < cuts.Count; i++)
        {
            var (from, to) = (cuts[i], i + 1 < cuts.Count ? cuts[i + 1] : (DateOnly?)null);
            if (basis.On(from) is { } under)
            {
                var over = read.Find(edition => from >= edition.From && (edition.To is not { } end || from < end)).Entries;
                merged.Add((from, to, over is null ? under.Entries() : under.Entries().With(over)));
            }
        }

        return merged;
    }

    private void Complete(LawEntries entries, (string List, string[] Codes)[] needed)
    {
        foreach (var (list, codes) in needed)
        {
            IReadOnlyCollection<string> present = list switch
            {
                "rules" => entries.Rules.Keys,
                "thresholds" => entries.Thresholds.Keys,
                "terms" => entries.Terms.Keys,
                _ => entries.Documents.Keys,
            };
            foreach (var code in codes.Except(present, StringComparer.Ordinal))
            {
                Need(false, $"editions.{list}", $"缺少“{code}”。", $"\"{code}\" is missing.");
            }
        }
    }

    private (DateOnly From, DateOnly? To, LawEntries Entries) Edition(JsonElement edition, string place)
    {
        Members(edition, place, "from", "to", "rules", "thresholds", "terms", "causes", "documents");
        var from = Date(edition, place, "from") ?? DateOnly.MinValue;
        var to = Date(edition, place, "to", optional: true);
        Need(to is not { } end || end > from, $"{place}.to", "终止日须晚于起始日。", "The end must be later than the start.");
        return (from, to, new(
            List(edition, place, "rules", Rule),
            List(edition, place, "thresholds", Threshold),
            List(edition, place, "terms", Term),
            List(edition, place, "causes", Cause),
            List(edition, place, "documents", (code, article, says, item, at) => Plain(item, at, new DocumentKind(code, article, says)))));
    }

    private LawRule Rule(string code, string article, Text says, JsonElement item, string place) => Plain(item, place, new LawRule(code, article, says));

    private T Plain<T>(JsonElement item, string place, T entry)
    {
        Members(item, place, "code", "article", "zh", "en");
        return entry;
    }

    private Threshold Threshold(string code, string article, Text says, JsonElement item, string place)
    {
        Members(item, place, "code", "article", "zh", "en", "share");
        var share = Items(item, place, "share").Select(number => number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : 0).ToList();
        var sound = share.Count == 2 && share[0] > 0 && share[1] > 0 && share[0] <= share[1];
        Need(sound, $"{place}.share", "须为 [分子, 分母]，大于 0 且不大于 1。", "Must be [numerator, denominator], above 0 and at most 1.");
        return sound ? new(code, share[0], share[1], article, says) : new(code, 1, 1, article, says);
    }

    private Term Term(string code, string article, Text says, JsonElement item, string place)
    {
        Members(item, place, "code", "article", "zh", "en", "days", "years", "who");
        var (days, years) = (Whole(item, $"{place}.days", "days"), Whole(item, $"{place}.years", "years"));
        Need(days is null != years is null, place, "days 与 years 须且只须写一个。", "Exactly one of days and years is needed.");
        var who = String(item, place, "who");
        Need(Whos.Contains(who), $"{place}.who", $"须为 {string.Join("、", Whos)} 之一。", $"Must be one of {string.Join(", ", Whos)}.");
        return new(code, days ?? years ?? 1, days is null ? TermUnit.Years : TermUnit.Days, who, article, says);
    }

    private TenderEntry TenderEntry(string code, string article, Text says, JsonElement item, string place)
    {
        Members(item, place, "code", "article", "zh", "en", "days", "count");
        var (days, count) = (Whole(item, $"{place}.days", "days"), Whole(item, $"{place}.count", "count"));
        Need(TenderLaw.National.Knows(code), $"{place}.code", $"没有名为“{code}”的招拍挂条款。", $"There is no term or rule of tenders \"{code}\".");
        return new(code, days, count, article, says);
    }

    private Cause Cause(string code, string article, Text says, JsonElement item, string place)
    {
        Members(item, place, "code", "article", "zh", "en", "side", "unlessIdleBefore");
        var side = String(item, place, "side") switch
        {
            "holder" => CauseSide.Holder,
            "government" => CauseSide.Government,
            "force_majeure" => CauseSide.ForceMajeure,
            _ => (CauseSide?)null,
        };
        Need(side is not null, $"{place}.side", "须为 holder、government 或 force_majeure。", "Must be holder, government or force_majeure.");
        var unless = item.TryGetProperty("unlessIdleBefore", out var flag) ? flag.ValueKind : JsonValueKind.False;
        Need(unless is JsonValueKind.True or JsonValueKind.False, $"{place}.unlessIdleBefore", "须为 true 或 false。", "Must be true or false.");
        return new(code, side ?? CauseSide.Holder, unless == JsonValueKind.True, article, says);
    }

    private Dictionary<string, T> List<T>(JsonElement edition, string place, string name, Func<string, string, Text, JsonElement, string, T> read)
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        var i = 0;
        foreach (var item in edition.ValueKind == JsonValueKind.Object && edition.TryGetProperty(name, out _) ? Items(edition, place, name) : default)
        {
            var at = $"{Join(place, name)}[{i++}]";
            if (item.ValueKind != JsonValueKind.Object)
            {
                Need(false, at, "须为对象。", "Must be an object.");
                continue;
            }

            var code = String(item, at, "code");
            Need(entries.TryAdd(code, read(code, String(item, at, "article"), TextOf(item, at), item, at)), at, $"“{code}”出现两次。", $"\"{code}\" stands twice.");
        }

        return entries;
    }

    private Text TextOf(JsonElement item, string place) => new(String(item, place, "zh"), String(item, place, "en"));

    private DateOnly? Date(JsonElement item, string place, string name, bool optional = false)
    {
        var given = item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
        if (!given && optional)
        {
            return null;
        }

        var sound = DateOnly.TryParseExact(String(item, place, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        Need(sound, Join(place, name), "须为 yyyy-MM-dd 形式的日期。", "Must be a date of the form yyyy-MM-dd.");
        return sound ? date : null;
    }

    private int? Whole(JsonElement item, string place, string name)
    {
        if (!item.TryGetProperty(name, out var value))
        {
            return null;
        }

        var sound = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number is > 0 and <= 36_500;
        Need(sound, place, "须为正整数。", "Must be a positive whole number.");
        return sound ? value.GetInt32() : 1;
    }

    private string String(JsonElement item, string place, string name)
    {
        var value = Member(item, place, name);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        Need(value.ValueKind == JsonValueKind.Undefined || text.Length > 0, Join(place, name), "须为非空文字。", "Must be a text that is not empty.");
        return text;
    }

    private JsonElement Member(JsonElement item, string place, string name)
    {
        var value = default(JsonElement);
        var found = item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out value);
        Need(found, Join(place, name), "缺少。", "Is missing.");
        return value;
    }

    private JsonElement.ArrayEnumerator Items(JsonElement item, string place, string name)
    {
        var value = Member(item, place, name);
        Need(value.ValueKind is JsonValueKind.Array or JsonValueKind.Undefined, Join(place, name), "须为列表。", "Must be a list.");
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;
    }

    private void Members(JsonElement item, string place, params string[] known)
    {
        Need(item.ValueKind == JsonValueKind.Object, place.Length == 0 ? "$" : place, "须为对象。", "Must be an object.");
        foreach (var member in item.ValueKind == JsonValueKind.Object ? item.EnumerateObject() : default)
        {
            Need(known.Contains(member.Name), Join(place, member.Name), "未知的成员。", "Is not a known member.");
        }
    }

    private static string Join(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    private void Need(bool holds, string place, string zh, string en)
    {
        if (!holds)
        {
            faults.Add(new(place, new(zh, en)));
        }
    }
}
