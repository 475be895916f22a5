using LandRegistry.Domain.Law;

namespace LandRegistry.Server.Store;

/// <summary>Law files with faults, each told with its file and place, in both languages.</summary>
public sealed class LawFilesException : Exception
{
    public LawFilesException()
    {
    }

    public LawFilesException(string message)
        : base(message)
    {
    }

    public LawFilesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public LawFilesException(IReadOnlyList<LawFileFault> faults)
        : base(
            "法规文件有误，未予采用。请改正下列各处，或将文件移出法规文件夹：\n" +
            "The law files have faults and were not taken. Mend these places, or move the file out of the folder of law files:\n" +
            string.Join('\n', faults.Select(fault => $"  {fault.Name}  {fault.Fault.Place}：{fault.Fault.Says.Zh}  {fault.Fault.Says.En}")))
    {
    }
}
