using System.CommandLine;
using LandRegistry.Server.Launch;

namespace LandRegistry.Cli;

/// <summary>How a verb is made. Each stands in one file under Verbs and in one line of Program.cs.</summary>
internal static class Verb
{
    /// <summary>A verb; its action returns the exit code, and need not catch: signals and faults are answered outside of it.</summary>
    public static Command Of(string name, string description, Func<ParseResult, CancellationToken, Task<int>> run, params IEnumerable<Symbol> symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
            {
                command.Options.Add(option);
            }
            else if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
        }

        command.SetAction((arguments, _) => ConsoleHost.RunAsync(stop => run(arguments, stop)));
        return command;
    }

    /// <summary>
    /// The register's database, at the schema of this program, whether or not the program is running: the private
    /// cluster is shared with it, or started for this verb and stopped after it.
    /// </summary>
    public static async Task<OpenDatabase> OpenRegisterAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var options = RegistryOptions.Read(arguments);
        var database = await OpenDatabase.OpenAsync(options.DataFolder, options.Database, ConsoleHost.Progress, cancellation);
        try
        {
            await RegisterUpgrade.RunAsync(database, options, ConsoleHost.Progress, cancellation);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }
}
