using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Enterprises;

namespace LandRegistry.Domain.Tests.Enterprises;

public sealed class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory, InlineData("91350200776049653A"), InlineData("91350500798359476R"), InlineData("91440101MA5CJQ4N59"), InlineData("9135021359498494xq")]
    public void The_check_of_real_codes_holds(string text)
    {
        Assert.True(CreditCode.TryParse(text, out var code));
        Assert.True(code.CheckHolds);
    }

    [Theory, InlineData("91350203M0001QAY9B"), InlineData("91350100M0001TGQXM"), InlineData("91350211M0000XUF46")]
    public void Real_codes_of_a_pilot_fail_the_check_and_are_codes_all_the_same(string text)
    {
        Assert.True(CreditCode.TryParse(text, out var code));
        Assert.False(code.CheckHolds);
    }

    [Theory, InlineData(null), InlineData("9135020077604965"), InlineData("91350200776049653I"), InlineData("9.13502E+17"), InlineData("９1350200776049653A")]
    public void What_is_not_well_formed_is_no_code(string? text) => Assert.False(CreditCode.TryParse(text, out _));

    /// <summary>The weights are units modulo 31, so one wrong character always shows.</summary>
    [Fact]
    public void One_wrong_character_always_breaks_the_check()
    {
        var cases =
            from first17 in Gen.Elements(Alphabet.ToCharArray()).ArrayOf(17)
            from place in Gen.Choose(0, 16)
            from shift in Gen.Choose(1, 30)
            select (first17, place, shift);
        Prop.ForAll(cases.ToArbitrary(), drawn =>
        {
            var (first17, place, shift) = drawn;
            var right = new string(first17);
            var check = CreditCode.CheckCharacter(right);
            var wrong = right.ToCharArray();
            wrong[place] = Alphabet[(Alphabet.IndexOf(wrong[place], StringComparison.Ordinal) + shift) % 31];
            return CreditCode.TryParse(right + check, out var good) && good.CheckHolds
                && CreditCode.TryParse(new string(wrong) + check, out var bad) && !bad.CheckHolds;
        }).QuickCheckThrowOnFailure();
    }
}
