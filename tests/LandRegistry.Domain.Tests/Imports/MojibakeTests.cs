using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LandRegistry.Domain.Imports;

namespace LandRegistry.Domain.Tests.Imports;

public sealed class MojibakeTests
{
    [Theory]
    [InlineData("Ancien moulin Ã\u00a0 eau", "Ancien moulin à eau")]
    [InlineData("zone forestiÃ¨re", "zone forestière")]
    [InlineData("dominante dâ\u0080\u0099habitat", "dominante d’habitat")]
    [InlineData("Childrenâ€™s Centre", "Children’s Centre")]
    public void Text_read_in_the_wrong_code_page_is_restored(string garbled, string expected) =>
        Assert.Equal(expected, Mojibake.Repair(garbled));

    [Theory]
    [InlineData("Au Moyen Âge, Châteaulin comptait dix moulins")]
    [InlineData("77m² (Class D1), crèche, façade")]
    [InlineData("亿万车轮")]
    public void Right_text_is_left_alone(string text)
    {
        Assert.False(Mojibake.Suspected(text));
        Assert.Null(Mojibake.Repair(text));
    }

    [Fact]
    public void Text_that_is_garbled_in_part_is_suspected_and_not_repaired()
    {
        const string Text = "été à la forestiÃ¨re";

        Assert.True(Mojibake.Suspected(Text));
        Assert.Null(Mojibake.Repair(Text));
    }

    [Fact]
    public void Whatever_is_repaired_gives_back_the_text_that_was_garbled() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var garbled = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text.Get));
            return Mojibake.Repair(garbled) is not { } repaired || repaired == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
        }).QuickCheckThrowOnFailure();
}
