using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Enterprises;

/// <summary>The refusals that commands on enterprises answer with.</summary>
public static class EnterpriseRefusals
{
    /// <param name="code">The code.</param>
    /// <param name="name">Whose it is; null where that is not to be told.</param>
    public static Refusal CreditCodeTaken(string code, string? name) => new(
        "credit-code-taken",
        new("该信用代码已登记给另一企业", "The credit code is another enterprise's"),
        name is null
            ? new($"{code} 是您权限区域以外一家企业的统一社会信用代码；请核对代码。", $"{code} is the credit code of an enterprise outside your zones. Check the code.")
            : new($"{code} 是“{name}”的统一社会信用代码；请核对代码，或更正那家企业。", $"{code} is the credit code of \"{name}\". Check the code, or correct that enterprise."));
}
