using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Imports;

/// <summary>The refusals that the steps of an import answer with.</summary>
public static class ImportRefusals
{
    /// <summary>The step does not fit what the import is doing.</summary>
    /// <param name="phase">Code of its phase.</param>
    public static Refusal NotNow(string phase) => new(
        "import-not-now",
        new("导入当前不能执行此步骤", "The import cannot take this step now"),
        new($"该导入{Words(phase).Zh}，或仍在处理中。请刷新后再试。", $"It {Words(phase).En}, or its work still runs. Look at it again."));

    private static Text Words(string phase) => phase switch
    {
        "inspecting" => new("正在识别文件", "is looking at its file"),
        "choosing" => new("等待选择", "waits for choices"),
        "judging" => new("正在检查各行", "is checking its rows"),
        "judged" => new("已检查，等待提交", "is checked and waits to be committed"),
        "matching" => new("正在与登记比对", "is comparing with the register"),
        "committing" => new("正在写入登记", "is writing into the register"),
        "committed" => new("已写入登记", "is in the register already"),
        "nothing_new" => new("没有需要写入的内容", "had nothing to write"),
        "refused" => new("的文件已被拒绝", "had its file refused"),
        "cancelled" => new("已放弃", "was given up"),
        _ => new("已中断", "broke off"),
    };
}
