using LandRegistry.Server.Demo;
using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>A register with the demo zone of a first start, for journeys that only look.</summary>
public sealed class DemoRegister : IAsyncLifetime
{
    public TestRegister Register { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var clock = TestClock.Running();
        var database = await TestCluster.NewDatabaseAsync();
        await DemoZone.LoadIfEmptyAsync(database, clock);
        Register = await TestRegister.StartAsync(clock, database, BuiltClient.Folder);
    }

    public async Task DisposeAsync() => await Register.DisposeAsync();
}
