namespace LandRegistry.Server.Launch;

/// <summary>A register cannot be opened, and a person can mend it: the message is a Chinese and an English line, to be shown as they are.</summary>
public sealed class LaunchException : Exception
{
    public LaunchException()
    {
    }

    public LaunchException(string message)
        : base(message)
    {
    }

    public LaunchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
