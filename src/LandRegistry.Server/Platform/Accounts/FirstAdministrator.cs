using System.Security.Cryptography;
using System.Text;

namespace LandRegistry.Server.Platform.Accounts;

/// <summary>
/// The one-time code with which the first administrator of an office server is made: shown on the console of whoever started it. There is
/// no default password. Ten wrong codes, or a day, and it is void until the next start.
/// </summary>
internal sealed class FirstAdministrator(TimeProvider time)
{
    private const int MostFailures = 10;
    private readonly Lock _lock = new();
    private string? _code;
    private DateTimeOffset _ends;
    private int _failures;

    /// <summary>A new code.</summary>
    public string Issue()
    {
        lock (_lock)
        {
            (_code, _ends, _failures) = (Keys.Temporary(), time.GetUtcNow().AddDays(1), 0);
            return _code;
        }
    }

    /// <summary>Whether a code is the one that was issued; <paramref name="spend"/> makes it void.</summary>
    public bool Is(string? code, bool spend)
    {
        lock (_lock)
        {
            if (_code is null || code is null || _ends <= time.GetUtcNow() || _failures >= MostFailures)
            {
                return false;
            }

            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code.Trim()), Encoding.UTF8.GetBytes(_code)))
            {
                _failures++;
                return false;
            }

            _code = spend ? null : _code;
            return true;
        }
    }
}
