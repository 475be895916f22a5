using LandRegistry.Domain.Rights;

namespace LandRegistry.Domain.Tests.Rights;

/// <summary>What somebody is told who lacks a right.</summary>
public sealed class RegisterActionWordsTests
{
    [Fact]
    public void Every_action_has_words_of_its_own_in_both_languages()
    {
        var words = Enum.GetValues<RegisterAction>().Select(RegisterActionWords.Of).ToList();

        Assert.All(words, text => Assert.Contains(text.Zh, letter => letter is >= '一' and <= '鿿'));
        Assert.All(words, text => Assert.DoesNotContain(text.En, letter => letter > '~'));
        Assert.Equal(words.Count, words.DistinctBy(text => text.Zh).Count());
        Assert.Equal(words.Count, words.DistinctBy(text => text.En).Count());
    }
}
