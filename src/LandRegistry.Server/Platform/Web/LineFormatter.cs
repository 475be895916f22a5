using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace LandRegistry.Server.Platform.Web;

/// <summary>
/// A log line as text. It stays one line whatever callers sent, and nothing of it speaks to the terminal that shows it: line breaks become
/// spaces, other control characters and marks of writing direction are written out.
/// </summary>
internal sealed class LineFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "line";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = new StringBuilder(time.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss ", CultureInfo.InvariantCulture)).Append(Word(logEntry.LogLevel)).Append(": ");
        Append(line, logEntry.Category);
        line.Append(' ');
        Append(line, logEntry.Formatter(logEntry.State, logEntry.Exception));
        if (logEntry.Exception is { } exception)
        {
            line.Append(' ');
            Append(line, exception.ToString());
        }

        textWriter.WriteLine(line.ToString());
    }

    private static void Append(StringBuilder line, string text)
    {
        foreach (var letter in text)
        {
            if (letter is '\r' or '\n')
            {
                line.Append(' ');
            }
            else if (Speaks(letter))
            {
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            }
            else
            {
                line.Append(letter);
            }
        }
    }

    private static bool Speaks(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
