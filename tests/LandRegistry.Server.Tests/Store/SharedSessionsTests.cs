using LandRegistry.Server.Store;
using LandRegistry.Testing;

namespace LandRegistry.Server.Tests.Store;

public sealed class SharedSessionsTests
{
    [Fact]
    public async Task A_connection_to_the_database_itself_has_a_session_of_its_own()
    {
        var direct = await TestCluster.NewDatabaseAsync();

        Assert.False(await SharedSessions.AreHandedOnAsync(direct, CancellationToken.None));
        await TestCluster.DropAsync(direct);
    }
}
