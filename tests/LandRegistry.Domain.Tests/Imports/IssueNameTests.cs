using LandRegistry.Domain.Imports;

namespace LandRegistry.Domain.Tests.Imports;

public sealed class IssueNameTests
{
    [Fact]
    public void Every_kind_of_issue_has_a_name_in_both_languages() => Assert.All(
        typeof(IssueType).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
        type =>
        {
            var name = IssueNames.Of(type);
            Assert.NotEqual(name.Zh, name.En);
            Assert.Contains(name.Zh, letter => letter > '\u4e00');
        });
}
