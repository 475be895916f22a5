using LandRegistry.Domain.Parcels;

namespace LandRegistry.Domain.Tests.Parcels;

public sealed class ParcelCodeTests
{
    [Theory, InlineData("511723001002GB00017"), InlineData(" 511723001002gb00017 ")]
    public void A_code_of_19_characters_is_read_with_its_parts(string text)
    {
        Assert.True(ParcelCode.TryParse(text, out var code));
        Assert.Equal(("511723001002GB00017", "511723", "GB"), (code.Value, code.CountyCode, code.Feature));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("511723001002GB0001"), InlineData("511723001002GB000170"), InlineData("5117230010021B00017")]
    [InlineData("511723001002XB00017"), InlineData("511723001002GQ00017"), InlineData("51172300100２GB00017"), InlineData("511723001002GBABCDE")]
    public void What_is_not_well_formed_is_no_code(string? text) => Assert.False(ParcelCode.TryParse(text, out _));
}
