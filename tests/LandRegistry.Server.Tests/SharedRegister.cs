using LandRegistry.Testing;

namespace LandRegistry.Server.Tests;

/// <summary>One register for all tests of a class.</summary>
public sealed class SharedRegister : IAsyncLifetime
{
    public TestRegister Register { get; private set; } = null!;

    public async Task InitializeAsync() => Register = await TestRegister.StartAsync();

    public async Task DisposeAsync() => await Register.DisposeAsync();
}

/// <summary>A test that leaves the register so that the other tests of its class find what they need: it makes its own people, zones and parcels.</summary>
public abstract class SharedRegisterTest(SharedRegister shared) : IClassFixture<SharedRegister>
{
    protected TestRegister Register => shared.Register;

    protected HttpClient Client => Register.Client;
}
