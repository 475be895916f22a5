using LandRegistry.Testing;

namespace LandRegistry.Server.Tests;

/// <summary>A test with a register of its own.</summary>
public abstract class RegisterTest : IAsyncLifetime
{
    protected TestRegister Register { get; private set; } = null!;

    protected HttpClient Client => Register.Client;

    public virtual async Task InitializeAsync() => Register = await TestRegister.StartAsync();

    public virtual async Task DisposeAsync() => await Register.DisposeAsync();
}
