using LandRegistry.Server.Platform.Settings;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Platform.Office;

public sealed class SettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("landregistry-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_a_word_the_server_is_that_of_one_person()
    {
        var settings = Read();

        Assert.False(settings.IsOffice);
        Assert.Equal(0, settings.RequestsPerMinute);
        Assert.False(settings.LogAsJson);
        Assert.Equal(24, settings.BackupEveryHours);
    }

    [Fact]
    public void An_office_has_limits_and_json_logs_where_nobody_said_otherwise()
    {
        var settings = Read("""{"listen": ["http://127.0.0.1:5080"], "limits": {"signInsPerMinute": 7}}""");

        Assert.True(settings.IsOffice);
        Assert.Equal(7, settings.SignInsPerMinute);
        Assert.Equal(6000, settings.RequestsPerMinute);
        Assert.True(settings.LogAsJson);
        Assert.True(settings.KeysInDatabase);
    }

    [Fact]
    public void The_environment_stands_over_the_file()
    {
        var settings = Read(
            """{"listen": ["http://127.0.0.1:5080"], "log": {"format": "json"}}""",
            ("LANDREGISTRY_LOG__FORMAT", "text"), ("LANDREGISTRY_LISTEN", "http://127.0.0.1:81;http://[::1]:82"));

        Assert.False(settings.LogAsJson);
        Assert.Equal([81, 82], settings.Listen.Select(address => address.Port));
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(
            """{"listen": ["ftp://x"], "limits": {"requestsPerMinute": -1, "bananas": 3}, "certificate": {"path": "/nowhere.pem"}}""",
            ("LANDREGISTRY_TRUSTEDPROXIES", "10.0.0.1/99"), ("LANDREGISTRY_COLOUR", "red")));

        foreach (var named in new[] { "listen has to be http", "limits.requestsPerMinute has to be 0–1000000.", "no key limits.bananas", "certificate.path has to be a file that is there.", "trustedProxies has to be IP", "no key COLOUR" })
        {
            Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_is_no_json_is_a_fault()
    {
        Assert.Matches("cannot be read: .*LineNumber: 1", Assert.Throws<SettingsException>(() => Read("{\n\"listen\": [")).Message);
    }

    [Fact]
    public void Plain_http_on_the_network_needs_a_proxy_that_speaks_https_and_https_needs_a_certificate()
    {
        var open = Assert.Throws<SettingsException>(() => Read("""{"listen": "http://0.0.0.0:80"}"""));
        var bare = Assert.Throws<SettingsException>(() => Read("""{"listen": "https://0.0.0.0:443"}"""));
        var behind = Read("""{"listen": "http://0.0.0.0:80", "trustedProxies": ["10.0.0.0/8", "192.168.1.7"]}""");

        Assert.Contains("name the trustedProxies", open.Message, StringComparison.Ordinal);
        Assert.Contains("certificate.path is missing", bare.Message, StringComparison.Ordinal);
        Assert.Equal(2, behind.TrustedProxies.Count);
    }

    [Fact]
    public void The_password_of_the_database_may_lie_in_a_file_of_its_own()
    {
        var secret = Path.Combine(_folder, "secret");
        File.WriteAllText(secret, "s3cret\nmore\n");

        var settings = Read("""{"database": "Host=db;Username=registry;Database=registry"}""", ("LANDREGISTRY_DATABASEPASSWORDFILE", secret));

        Assert.Contains("Password=s3cret", settings.Database, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_default_of_the_table_is_of_its_form()
    {
        foreach (var setting in SettingTable.All.Where(setting => setting.Default.Length > 0))
        {
            Assert.True(setting.Set(new(), setting.Default) is not null, setting.Key);
        }
    }

    [Fact]
    public async Task The_document_of_the_configuration_has_the_table_of_the_program()
    {
        var rows = SettingTable.All.Select(setting => $"| `{setting.Key}` | `{setting.Variable}` | {setting.Form} | {(setting.Default.Length > 0 ? $"`{setting.Default}`" : "")} | {setting.Meaning.Zh}<br>{setting.Meaning.En} |");
        var document = Repository.PathOf("docs", "configuration.md");
        var text = await File.ReadAllTextAsync(document);
        const string Begin = "<!-- keys -->\n";
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf("<!-- end of keys -->", StringComparison.Ordinal));
        var table = "| Key 键 | Variable 环境变量 | Form 写法 | Default 默认 | Meaning 含义 |\n|---|---|---|---|---|\n" + string.Join('\n', rows) + "\n";
        if (Environment.GetEnvironmentVariable("LANDREGISTRY_REGENERATE") == "1")
        {
            await File.WriteAllTextAsync(document, text[..from] + table + text[to..]);
        }

        Assert.Equal(table, (await File.ReadAllTextAsync(document))[from..].Split("<!-- end of keys -->")[0]);
    }

    private ServerSettings Read(string? file = null, params (string Name, string Value)[] environment)
    {
        if (file is not null)
        {
            File.WriteAllText(Path.Combine(_folder, SettingsReader.FileName), file);
        }

        return SettingsReader.Read(_folder, environment.ToDictionary(pair => pair.Name, pair => (string?)pair.Value));
    }
}
