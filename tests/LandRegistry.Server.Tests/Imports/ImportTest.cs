using System.Runtime.CompilerServices;
using System.Text;
using LandRegistry.Domain.Imports;
using LandRegistry.Server.Imports;

namespace LandRegistry.Server.Tests.Imports;

/// <summary>A test that imports files into a register of its own.</summary>
public abstract class ImportTest : RegisterTest
{
    static ImportTest() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    protected static string EnglandSample { get; } = Sample("england-brownfield-london-2017/gla_brownfield_register_2017_sample.csv");

    protected static string FranceSample { get; } = Sample("cartofriches/cartofriches_friches_standard_sample.csv");

    protected static Encoding Windows1252 => Encoding.GetEncoding(1252);

    protected Task<ImportResult> ImportAsync(string file, string profile, string? zone = null, bool dryRun = false) =>
        new RegisterImport(Register.Database, Register.Clock).RunAsync(
            new(file, Builtin(profile), "tester") { ZoneCode = zone, DryRun = dryRun });

    protected static ImportProfile Builtin(string name) => ProfileCatalog.Load(name).Profile!;

    /// <summary>Writes a file into the test's folder.</summary>
    protected string Write(byte[] content, string name = "register.csv")
    {
        var path = Path.Combine(Register.DataFolder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>The sample of England with some of its text changed.</summary>
    protected string England(Func<string, string> change) =>
        Write(Windows1252.GetBytes(change(Windows1252.GetString(File.ReadAllBytes(EnglandSample)))));

    protected Task<long> CountAsync() => Register.AskAsync<long>("select count(*) from registry.parcel");

    private static string Sample(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../data", name));
}
