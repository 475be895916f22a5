using System.CommandLine;
using LandRegistry.Cli;
using LandRegistry.Cli.Verbs;
using LandRegistry.Server.Launch;
using Spectre.Console;

var registry = new RootCommand("土地盘活登记的命令行 · LandRegistry on the command line")
{
    RegistryOptions.DataFolder,
    RegistryOptions.Database,
    RegistryOptions.Laws,
    ServeVerb.Command,
    MigrateVerb.Command,
    SignInVerb.Command,
    DemoVerb.Command,
    DoctorVerb.Command,
    ImportVerb.Command,
    UndoVerb.Command,
    ExportVerb.Command,
    FieldVerb.Command,
    ContextLayerVerb.Command,
    ZoneVerb.Command,
    RecomputeVerb.Command,
    ReportVerb.Command,
    UserVerb.Command,
    AuditVerb.Command,
    BackupVerb.Command,
    RestoreVerb.Command,
};

var arguments = registry.Parse(args);
if (arguments.Errors.Count > 0)
{
    return ConsoleHost.RefuseArguments(arguments.Errors.Select(error => error.Message));
}

if (Console.IsOutputRedirected)
{
    // Into a file or another program: no colours, and no breaking of lines at the width of a screen that is not there.
    AnsiConsole.Profile.Capabilities.Ansi = false;
    AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
    AnsiConsole.Profile.Width = 200;
}

// Signals are the verbs' own: see ConsoleHost.
return await arguments.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
