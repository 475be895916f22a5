using System.CommandLine;
using LandRegistry.Server.Dossiers;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Platform;
using LandRegistry.Server.Platform.Papers;
using LandRegistry.Server.Store;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>report</c>: writes papers of the register into files.</summary>
internal static class ReportVerb
{
    private static readonly Argument<string[]> Codes = new("code") { Description = "宗地代码，可多个 · code of a parcel; several may be named", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Format = new("--format") { Description = "pdf 或 docx · pdf or docx", DefaultValueFactory = _ => "pdf" };
    private static readonly Option<string> Language = new("--language") { Description = "zh 或 en · zh or en", DefaultValueFactory = _ => "zh" };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "写入的文件 · the file to write", Required = true };

    public static Command Command { get; } = Of();

    private static Command Of()
    {
        Format.AcceptOnlyFromAmong([.. DossierReport.Formats]);
        Language.AcceptOnlyFromAmong("zh", "en");
        return new Command("report", "生成文书 · write a paper of the register")
        {
            Verb.Of("dossier", "宗地推介资料（供投资者） · the dossier of parcels, for investors", DossierAsync, Codes, Format, Language, Out),
        };
    }

    private static async Task<int> DossierAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var database = await Verb.OpenRegisterAsync(arguments, stop);
        await using var source = RegistryDataSource.Create(database.ConnectionString);
        var dossiers = new DossierReport(source, new PdfPrinter(InstalledPrograms.FindBrowsers().FirstOrDefault()));
        var (ids, unknown) = await dossiers.FindAsync(arguments.GetValue(Codes)!, stop);
        if (unknown.Count > 0)
        {
            return ConsoleHost.RefuseArguments([$"台账中没有：{string.Join("、", unknown)} · not in the register: {string.Join(", ", unknown)}"]);
        }

        if (ids.Count > DossierReport.MostParcels)
        {
            return ConsoleHost.RefuseArguments([$"一份最多 {DossierReport.MostParcels} 宗 · {DossierReport.MostParcels} parcels at most in one"]);
        }

        var paper = (await dossiers.PaperAsync(ids, zones: null, RegisterDay.Today(TimeProvider.System), arguments.GetValue(Language) == "en", stop))!;
        if (await dossiers.FileAsync(paper, arguments.GetValue(Format)!, stop) is not { } file)
        {
            return ConsoleHost.RefuseArguments(["没有可用的浏览器，无法生成 PDF；请安装 chromium，或用 --format docx · no browser that prints; install chromium, or use --format docx"]);
        }

        var path = arguments.GetValue(Out)!.FullName;
        await File.WriteAllBytesAsync(path, file, stop);
        AnsiConsole.WriteLine(path);
        return ConsoleHost.Succeeded;
    }
}
