using Microsoft.Extensions.Logging.Console;

namespace LandRegistry.Server.Platform.Web;

/// <summary>Warnings and errors to the error stream (the output stream belongs to the program's own lines) and to the caller's log.</summary>
internal static class Logs
{
    public static void Configure(ILoggingBuilder logging, RegistryHostOptions options)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("LandRegistry", LogLevel.Information);
        // A fault is said once, by UnhandledFaults.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        // A server that cannot start tells its starter, who tells the user.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        // The keys lie in a folder that only the owner can read; there is no further secret on this machine to encrypt them with.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        logging.AddFilter("Npgsql", LogLevel.None);
        if (options.Settings.LogRequests)
        {
            logging.AddFilter("Microsoft.AspNetCore.HttpLogging", LogLevel.Information);
        }

        if (options.LogToConsole)
        {
            AddConsole(logging, options.Settings.LogAsJson);
            logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        if (options.Log is { } log)
        {
            logging.AddProvider(log);
        }
    }

    /// <summary>Either way a line is a line: what callers sent cannot begin a new one.</summary>
    private static void AddConsole(ILoggingBuilder logging, bool asJson)
    {
        if (asJson)
        {
            logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
        else
        {
            logging.AddConsole(console => console.FormatterName = LineFormatter.FormatterName);
            logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        }
    }
}
