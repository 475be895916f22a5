using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Imports.Reading;

/// <summary>
/// The file cannot be read on: where, what and how to mend it. Thrown inside readers, whose rows come one after another;
/// an inspection turns it into one of its faults.
/// </summary>
public sealed class SourceFaultException : Exception
{
    public SourceFaultException(Text fault)
        : base(fault.En) => Fault = fault;

    public SourceFaultException()
        : this(new Text("文件无法读取。", "The file cannot be read."))
    {
    }

    public SourceFaultException(string message)
        : this(new Text(message, message))
    {
    }

    public SourceFaultException(string message, Exception inner)
        : base(message, inner) => Fault = new(message, message);

    /// <summary>The sentence for the user.</summary>
    public Text Fault { get; }
}
