using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Enterprises;

/// <summary>The refusals that commands on enterprises answer with.</summary>
public static class EnterpriseRefusals
{
    public static Refusal CreditCodeTaken(string code, string name) => new(
        "credit-code-taken",
        new("该信用代码已登记给另一企业", "The credit code is another enterprise's"),
        new($"{code} 是“{name}”的统一社会信用代码；请核对代码，或更正那家企业。", $"{code} is the credit code of \"{name}\". Check the code, or correct that enterprise."));
}
