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
        if (options.LogToConsole)
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
                console.ColorBehavior = LoggerColorBehavior.Disabled;
            });
            logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        if (options.Log is { } log)
        {
            logging.AddProvider(log);
        }
    }
}
