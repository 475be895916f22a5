using System.Collections;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LandRegistry.Domain.Common;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace LandRegistry.Server.Platform.Settings;

/// <summary>Reads the configuration from its file and, over it, from the environment, and checks all of it at once.</summary>
public static class SettingsReader
{
    /// <summary>What the environment variables of all keys begin with.</summary>
    public const string Prefix = "LANDREGISTRY_";

    /// <summary>Names the file, where it is not <see cref="FileName"/> of the data folder.</summary>
    public const string FileVariable = Prefix + "CONFIG";

    /// <summary>The file in the data folder.</summary>
    public const string FileName = "landregistry.json";

    /// <summary>The settings of a data folder.</summary>
    /// <exception cref="SettingsException">Something is unknown or malformed; all of it is named.</exception>
    public static ServerSettings Read(string dataFolder) => Read(dataFolder, Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal));

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="environment">The environment's variables.</param>
    public static ServerSettings Read(string dataFolder, IReadOnlyDictionary<string, string?> environment)
    {
        var named = environment.GetValueOrDefault(FileVariable) is { Length: > 0 } set ? set : null;
        var file = named ?? Path.Combine(dataFolder, FileName);
        var faults = new List<Text>();
        var written = Written(file, mustExist: named is not null, environment, faults);
        var settings = new ServerSettings();
        if (written.ContainsKey("listen"))
        {
            // What an office has otherwise than a person alone is written where nobody wrote it.
            foreach (var setting in SettingTable.All.Where(setting => setting.Default.Length > 0 && !written.ContainsKey(setting.Path)))
            {
                settings = setting.Set(settings, setting.Default) ?? settings;
            }
        }

        foreach (var (path, (text, source)) in written.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (SettingTable.All.FirstOrDefault(setting => string.Equals(setting.Path, path, StringComparison.OrdinalIgnoreCase)) is not { } setting)
            {
                faults.Add(new($"{source}：没有名为 {path.Replace(':', '.')} 的配置项。", $"{source}: there is no key {path.Replace(':', '.')}."));
            }
            else if (setting.Set(settings, text) is { } next)
            {
                settings = next;
            }
            else
            {
                // What was written is not repeated: it may hold a password.
                var isFile = setting.Form == "FILE";
                faults.Add(new($"{source}：{setting.Key} 应为{(isFile ? "已有的文件" : $" {setting.Form}")}。", $"{source}: {setting.Key} has to be {(isFile ? "a file that is there" : setting.Form)}."));
            }
        }

        settings = WithSecrets(settings, faults);
        return faults.Count > 0 ? throw new SettingsException(faults) : settings;
    }

    private static Dictionary<string, (string Text, string Source)> Written(
        string file, bool mustExist, IReadOnlyDictionary<string, string?> environment, List<Text> faults)
    {
        var written = new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var root = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file), optional: !mustExist).Build();
            foreach (var section in root.GetChildren())
            {
                Collect(section, file, written);
            }
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            var reason = unreadable.GetBaseException().Message;
            faults.Add(new($"配置文件 {file} 无法读取：{reason}", $"The file {file} cannot be read: {reason}"));
        }

        foreach (var (name, value) in environment.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal) && pair.Key != FileVariable && pair.Value is { Length: > 0 }))
        {
            var path = name[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal);
            written[path] = (value!, name);
        }

        return written;
    }

    /// <summary>An array of the file is its items with commas between.</summary>
    private static void Collect(IConfigurationSection section, string file, Dictionary<string, (string Text, string Source)> written)
    {
        var children = section.GetChildren().ToList();
        if (children.Count == 0)
        {
            written[section.Path] = (section.Value ?? "", file);
        }
        else if (children.TrueForAll(child => int.TryParse(child.Key, out _)))
        {
            written[section.Path] = (string.Join(',', children.Select(child => child.Value)), file);
        }
        else
        {
            children.ForEach(child => Collect(child, file, written));
        }
    }

    /// <summary>Reads the files of secrets and the certificate, and checks what only hangs together.</summary>
    private static ServerSettings WithSecrets(ServerSettings settings, List<Text> faults)
    {
        if (settings is { Database: { } database, DatabasePasswordFile: { } file })
        {
            settings = settings with { Database = new NpgsqlConnectionStringBuilder(database) { Password = FirstLine(file) }.ConnectionString };
        }

        if (settings.CertificatePath is { } path)
        {
            try
            {
                var chain = path.EndsWith(".pfx", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".p12", StringComparison.OrdinalIgnoreCase) ? null : Chain(path);
                settings = settings with { Certificate = Certificate(settings, path, isPem: chain is not null), CertificateChain = chain };
            }
            catch (CryptographicException unreadable)
            {
                faults.Add(new($"certificate.path：证书 {path} 无法使用：{unreadable.Message}", $"certificate.path: {path} is no certificate with its key: {unreadable.Message}"));
            }
        }
        else if (settings.Listen.Any(address => address.IsHttps))
        {
            faults.Add(new("listen 中有 https，但没有写 certificate.path。", "listen has https, and certificate.path is missing."));
        }

        if (settings is { IsOffice: true, Listen: var listen, TrustedProxies.Count: 0 }
            && listen.Any(address => !address.IsHttps && !System.Net.IPAddress.IsLoopback(address.Address)))
        {
            faults.Add(new(
                "listen 在网络上使用 http：请改用 https，或写明 trustedProxies（HTTPS 由该代理提供）。",
                "listen has http on the network: use https, or name the trustedProxies that speak HTTPS before it."));
        }

        return settings;
    }

    private static X509Certificate2 Certificate(ServerSettings settings, string path, bool isPem)
    {
        var password = settings.CertificatePasswordFile is { } file ? FirstLine(file) : null;
        if (!isPem)
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }

        var key = settings.CertificateKeyPath ?? path;
        return password is null ? X509Certificate2.CreateFromPemFile(path, key) : X509Certificate2.CreateFromEncryptedPemFile(path, password, key);
    }

    private static X509Certificate2Collection Chain(string path)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(path);
        return chain;
    }

    private static string FirstLine(string file) => File.ReadLines(file).FirstOrDefault() ?? "";
}
