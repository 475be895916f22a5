using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Imports;

/// <summary>The refusals that the steps of an import answer with.</summary>
public static class ImportRefusals
{
    public static Refusal NotNow(string phase) => new(
        "import-not-now",
        new("导入当前不能执行此步骤", "The import cannot take this step now"),
        new($"该导入处于“{phase}”阶段，或仍在处理中。请刷新后再试。", $"It is {phase}, or its work still runs. Look at it again."));
}
