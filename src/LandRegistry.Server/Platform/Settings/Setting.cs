using LandRegistry.Domain.Common;

namespace LandRegistry.Server.Platform.Settings;

/// <summary>One key of the configuration.</summary>
/// <param name="Key">Its name in the file, with dots between levels: <c>certificate.path</c>.</param>
/// <param name="Form">What may be written, in a few words that both languages read.</param>
/// <param name="Default">What holds when it is not written; for a server of an office where that differs.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Set">The settings with this value, or null when the text is none of the form.</param>
public sealed record Setting(string Key, string Form, string Default, Text Meaning, Func<ServerSettings, string, ServerSettings?> Set)
{
    /// <summary>The environment variable that stands for the key.</summary>
    public string Variable => SettingsReader.Prefix + Key.Replace(".", "__", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>The key as .NET's configuration spells it.</summary>
    public string Path => Key.Replace('.', ':');
}
