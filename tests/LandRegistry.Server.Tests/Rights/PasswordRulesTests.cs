using LandRegistry.Server.Platform.Accounts;

namespace LandRegistry.Server.Tests.Rights;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("corret pferd batterie klammer"), InlineData("我家门前有两棵枣树它们都很高大"), InlineData("tq8wnr4mdc6xkz2"), InlineData("aaaaa bbbbbb but-then-something-else")]
    public void A_long_password_of_ones_own_will_do_whatever_it_is_made_of(string password) => Assert.Null(PasswordRules.Fault(password, ["li", "李"]));

    [Theory]
    [InlineData("short", "TooShort"), InlineData("passwordpassword", "Common"), InlineData("123456789012345678", "Common"), InlineData("aaaaaaaaaaaaaaaaaaaa", "Common")]
    [InlineData("qwertyuiopasdfghjkl", "Common"), InlineData("Password2026!!!!!!!", "Common"), InlineData("abcdefghijklmnopqrst", "Common"), InlineData("wangxiaoming123456", "Common")]
    public void Short_ones_common_words_runs_and_repetitions_will_not(string password, string code) =>
        Assert.Equal(code, PasswordRules.Fault(password, ["wangxiaoming"])?.Code);
}
