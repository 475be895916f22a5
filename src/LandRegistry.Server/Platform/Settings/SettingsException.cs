namespace LandRegistry.Server.Platform.Settings;

/// <summary>The configuration has faults; the message lists all of them, each as a Chinese and an English line.</summary>
public sealed class SettingsException : Exception
{
    public SettingsException()
    {
    }

    public SettingsException(string message)
        : base(message)
    {
    }

    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal SettingsException(IEnumerable<Domain.Common.Text> faults)
        : this("配置有误，请逐条更正（见 docs/configuration.md）。The configuration has faults; mend each (see docs/configuration.md).\n"
            + string.Join('\n', faults.Select(fault => $"- {fault.Zh}\n  {fault.En}")))
    {
    }
}
