using LandRegistry.Server.Imports;

namespace LandRegistry.Server.Tests.Imports;

public sealed class ProfileCatalogTests
{
    [Fact]
    public void The_profiles_built_in_are_whole()
    {
        Assert.Equal(["cnig-friches", "england-brownfield"], ProfileCatalog.Names);
        Assert.All(ProfileCatalog.Names, name => Assert.Empty(ProfileCatalog.Load(name).Faults));
    }

    [Theory]
    [InlineData("{ \"name\": \"x\", \"colums\": [] }", "line 1")]
    [InlineData("not json", "line 1")]
    [InlineData("null", "empty")]
    public void A_users_profile_that_cannot_be_read_says_where(string text, string sentence)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);

        var load = ProfileCatalog.Load(path);

        Assert.Null(load.Profile);
        Assert.Contains(sentence, Assert.Single(load.Faults).En, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void A_name_that_nobody_knows_lists_the_ones_there_are()
    {
        var load = ProfileCatalog.Load("no-such-profile");

        Assert.Contains("cnig-friches, england-brownfield", Assert.Single(load.Faults).En, StringComparison.Ordinal);
    }
}
