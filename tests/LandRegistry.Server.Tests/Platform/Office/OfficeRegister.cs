using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LandRegistry.Server.Platform.Settings;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Platform.Office;

/// <summary>A server as an office sets it up: HTTPS, metrics, a name, somebody else's proxy, little patience with locks.</summary>
public sealed class OfficeRegister : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("landregistry-office-").FullName;

    public TestRegister Register { get; private set; } = null!;

    public int HttpsPort { get; } = FreePort.Next();

    public int MetricsPort { get; } = FreePort.Next();

    public async Task InitializeAsync()
    {
        var (certificate, key) = await WriteCertificateAsync();
        var settings = Read($$"""
            {
              "listen": ["https://127.0.0.1:{{HttpsPort}}"], "hosts": ["land.example", "127.0.0.1"], "trustedProxies": ["10.1.2.3"],
              "certificate": {"path": "{{certificate}}", "keyPath": "{{key}}"}, "metrics": {"listen": "http://127.0.0.1:{{MetricsPort}}"},
              "timeouts": {"lockSeconds": "1"}
            }
            """);
        Register = await TestRegister.StartAsync(settings: settings);
    }

    public async Task DisposeAsync()
    {
        await Register.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The settings of a configuration file.</summary>
    public ServerSettings Read(string file)
    {
        File.WriteAllText(Path.Combine(_folder, SettingsReader.FileName), file);
        return SettingsReader.Read(_folder, new Dictionary<string, string?>());
    }

    private async Task<(string Certificate, string Key)> WriteCertificateAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=land.example", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var (certificatePath, keyPath) = (Path.Combine(_folder, "land.pem"), Path.Combine(_folder, "land.key"));
        await File.WriteAllTextAsync(certificatePath, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(keyPath, key.ExportPkcs8PrivateKeyPem());
        return (certificatePath, keyPath);
    }
}
