using System.CommandLine;
using LandRegistry.Domain.Imports;
using LandRegistry.Domain.Imports.Choosing;
using LandRegistry.Server.Imports;
using LandRegistry.Server.Store;
using Spectre.Console;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>import</c>: brings a file into the register. Exit codes: 0 all rows loaded, 1 some refused, 2 the file refused.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = "要导入的文件 · the file to import" };

    private static readonly Option<string?> Profile = new("--profile")
    {
        Description = $"配置名（{string.Join("、", ProfileCatalog.Names)}，或在登记库中保存的）或配置文件路径；缺省按列名识别 · a profile of the program, one saved in the register, or the path of your own; columns are guessed without one",
        HelpName = "NAME|PATH",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "逐行问题报告写入此 CSV · write what was found, row by row, into this CSV",
        HelpName = "PATH.csv",
    };

    private static readonly Option<string?> Zone = new("--zone")
    {
        Description = "全部归入此区域 · put all rows that name no zone in this one",
        HelpName = "CODE",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "只检查，不写入 · check only, keep nothing",
    };

    private static readonly Option<int?> Crs = new("--crs") { Description = "坐标系 EPSG 号；能由文件断定时不必给出 · EPSG number of the coordinates; not needed where the file lets it be known", HelpName = "EPSG" };

    private static readonly Option<bool> SwapAxes = new("--swap-axes") { Description = "两个坐标对调 · the file writes the two coordinates the other way round" };

    private static readonly Option<string?> Encoding = new("--encoding") { Description = "文字编码 · encoding of the text", HelpName = "NAME" };

    private static readonly Option<string?> Layer = new("--layer") { Description = "图层或工作表，\"*\" 为各图层合为一份 · layer or sheet; \"*\" for all layers as one", HelpName = "NAME" };

    private static readonly Option<int?> HeadingRows = new("--heading-rows") { Description = "标题行数 · rows of the heading", HelpName = "N" };

    private static readonly Option<string?> Source = new("--source") { Description = "来源名称，再次导入据此找到同一宗地 · name of the source; finds the same parcel at the next import", HelpName = "NAME" };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = $"列=字段，可多次；字段：{string.Join(" ", ImportFields.All)} · COLUMN=FIELD, repeatable; None keeps a column out",
        HelpName = "COLUMN=FIELD",
    };

    private static readonly Option<bool> AcceptRepairs = new("--accept-repairs") { Description = "接受全部建议的修正 · accept every repair that is proposed" };

    public static Command Command { get; } = Verb.Of(
        "import", "导入文件 · import a file", RunAsync, File, Profile, Report, Zone, DryRun, Crs, SwapAxes, Encoding, Layer, HeadingRows, Source, Map, AcceptRepairs);

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var register = await Verb.OpenRegisterAsync(arguments, stop);
        await using var database = RegistryDataSource.Create(register.ConnectionString);
        var screen = new ImportScreen(database, TimeProvider.System, AnsiConsole.Console);
        var name = arguments.GetValue(Profile);
        var saved = name is null ? new ImportChoices() : await new FileImport(database, TimeProvider.System).SavedProfileAsync(name, stop);
        if (saved is not null)
        {
            if (Choices(arguments, saved) is not { } choices)
            {
                AnsiConsole.Console.WriteLine($"--map：列=字段，字段为 {string.Join("、", ImportFields.All)} / --map: COLUMN=FIELD, with a field of {string.Join(", ", ImportFields.All)}");
                return ImportScreen.FileRefused;
            }

            var order = new FileOrder(Environment.UserName, arguments.GetValue(DryRun), arguments.GetValue(AcceptRepairs));
            return await screen.RunAsync(arguments.GetRequiredValue(File), choices, order, arguments.GetValue(Report), stop);
        }

        var load = ProfileCatalog.Load(name!);
        if (load.Profile is null)
        {
            ImportScreen.PrintFaults(AnsiConsole.Console, load.Faults);
            return ImportScreen.FileRefused;
        }

        var request = new ImportRequest(arguments.GetRequiredValue(File), load.Profile, Environment.UserName)
        {
            ZoneCode = arguments.GetValue(Zone),
            DryRun = arguments.GetValue(DryRun),
        };
        return await screen.RunAsync(request, arguments.GetValue(Report), stop);
    }

    /// <summary>The choices with what was told at the console; null when a mapping is none.</summary>
    private static ImportChoices? Choices(ParseResult arguments, ImportChoices saved)
    {
        var columns = new List<ColumnChoice>();
        foreach (var text in arguments.GetValue(Map) ?? [])
        {
            var at = text.LastIndexOf('=');
            if (at <= 0 || !Enum.TryParse<ParcelField>(text[(at + 1)..], ignoreCase: true, out var field) || !Enum.IsDefined(field))
            {
                return null;
            }

            columns.Add(new() { Column = text[..at], Field = field, Factor = MappingGuess.FactorOf(text[..at], field) });
        }

        return saved with
        {
            Columns = [.. columns, .. saved.Columns.Where(column => columns.TrueForAll(told => told.Column != column.Column && told.Field != column.Field))],
            Crs = arguments.GetValue(Crs) is { } srid ? new(srid, arguments.GetValue(SwapAxes)) : saved.Crs,
            Encoding = arguments.GetValue(Encoding) ?? saved.Encoding,
            Layer = arguments.GetValue(Layer) ?? saved.Layer,
            HeadingRows = arguments.GetValue(HeadingRows) ?? saved.HeadingRows,
            Zone = arguments.GetValue(Zone) ?? saved.Zone,
            Source = arguments.GetValue(Source) ?? saved.Source,
        };
    }
}
