namespace LandRegistry.Server.Platform.PrivatePostgis;

/// <summary>
/// The private cluster cannot be used, and a person can mend it: the message is a Chinese line and an English line
/// that say what is wrong, where, and what to do, to be shown as they are, without a stack trace.
/// </summary>
public sealed class PrivatePostgisException : Exception
{
    public PrivatePostgisException()
    {
    }

    public PrivatePostgisException(string message)
        : base(message)
    {
    }

    public PrivatePostgisException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
