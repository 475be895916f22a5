using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Server.Imports;

/// <summary>The profiles that come with the program, and those a user wrote.</summary>
public static class ProfileCatalog
{
    private const string Folder = "Imports/profiles/";
    private const long LargestProfile = 1_000_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        MaxDepth = 20,
    };

    /// <summary>Names of the profiles built in.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a profile that comes with the program.</summary>
    public static ProfileLoad LoadBuiltIn(string name) => Names.Contains(name, StringComparer.Ordinal)
        ? Load(name)
        : Refused(new($"没有名为“{name}”的配置。", $"There is no profile \"{name}\"."));

    /// <summary>The profile that comes with the program whose columns all stand in a file; null when it is none of them.</summary>
    public static string? Recognise(IReadOnlyCollection<string> headings) => Names.FirstOrDefault(name => Load(name).Profile!.Columns.All(column => headings.Contains(column.Name, StringComparer.Ordinal)));

    /// <summary>Reads the profile of this name, or the file at this path when no profile has the name.</summary>
    public static ProfileLoad Load(string nameOrPath)
    {
        if (Names.Contains(nameOrPath, StringComparer.Ordinal))
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{nameOrPath}.json")!;
            return Parse(stream);
        }
        try
        {
            using var file = File.OpenRead(nameOrPath);
            return file.Length > LargestProfile
                ? Refused(new("配置文件超过 1 MB。", "The profile is larger than 1 MB."))
                : Parse(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var known = string.Join(", ", Names);
            return Refused(new(
                $"没有名为“{nameOrPath}”的配置，也没有这个文件。现有配置：{known}。",
                $"There is no profile and no file \"{nameOrPath}\". Profiles: {known}."));
        }
    }

    private static ProfileLoad Parse(Stream stream)
    {
        ImportProfile? profile;
        try
        {
            profile = JsonSerializer.Deserialize<ImportProfile>(stream, Json);
        }
        catch (JsonException fault)
        {
            var line = (fault.LineNumber ?? 0) + 1;
            return Refused(new(
                FormattableString.Invariant($"配置文件第 {line} 行（{fault.Path}）无法读取。"),
                FormattableString.Invariant($"The profile cannot be read at line {line} ({fault.Path}): {fault.Message}")));
        }
        if (profile is null)
        {
            return Refused(new("配置文件是空的。", "The profile is empty."));
        }
        var faults = ProfileCheck.Faults(profile);
        return faults.Count > 0 ? new(null, faults) : new(profile, []);
    }

    private static ProfileLoad Refused(Text fault) => new(null, [fault]);
}

/// <summary>A profile, or what is wrong with it.</summary>
public sealed record ProfileLoad(ImportProfile? Profile, IReadOnlyList<Text> Faults);
