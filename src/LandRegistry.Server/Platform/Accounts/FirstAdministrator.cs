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
    private bool _isTaken;
    private DateTimeOffset _ends;
    private int _failures;

    /// <summary>A new code.</summary>
    public string Issue()
    {
        lock (_lock)
        {
            (_code, _isTaken, _ends, _failures) = (Keys.Temporary(), false, time.GetUtcNow().AddDays(1), 0);
            return _code;
        }
    }

    /// <summary>Whether a code is the one that was issued and is still good.</summary>
    public bool Is(string? code)
    {
        lock (_lock)
        {
            if (_code is null || _isTaken || code is null || _ends <= time.GetUtcNow() || _failures >= MostFailures)
            {
                return false;
            }

            var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code.Trim()), Encoding.UTF8.GetBytes(_code));
            _failures += isRight ? 0 : 1;
            return isRight;
        }
    }

    /// <summary>Takes the code, so that of two who have it one alone makes an administrator.</summary>
    public bool TryTake(string? code)
    {
        lock (_lock)
        {
            var isGood = Is(code);
            _isTaken |= isGood;
            return isGood;
        }
    }

    /// <summary>Makes the code that was taken good again, unless it has made an administrator.</summary>
    public void GiveBackUnless(bool isSpent)
    {
        lock (_lock)
        {
            _isTaken = isSpent;
        }
    }
}
