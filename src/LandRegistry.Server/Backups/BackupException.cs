namespace LandRegistry.Server.Backups;

/// <summary>A backup cannot be made or restored, and a person can mend it: the message is a Chinese and an English line.</summary>
public sealed class BackupException : Exception
{
    public BackupException()
    {
    }

    public BackupException(string message)
        : base(message)
    {
    }

    public BackupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
