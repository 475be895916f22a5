using LandRegistry.Testing;

namespace LandRegistry.EndToEnd.Tests.Journeys;

/// <summary>
/// A journey through the built program. It ends with nothing on any console, nothing in the server's log and no request
/// to anywhere else, save what the journey itself provokes.
/// </summary>
[Collection(OneBrowser.Name)]
public abstract class JourneyTest(Chromium chromium) : IAsyncLifetime
{
    private readonly List<Workbench> _workbenches = [];
    private readonly List<string> _provoked = [];
    private int _complaintsBefore;

    /// <summary>The register that the journey goes through.</summary>
    protected abstract TestRegister Register { get; }

    public virtual Task InitializeAsync()
    {
        _complaintsBefore = Register.Log.Complaints.Count;
        return Task.CompletedTask;
    }

    public virtual async Task DisposeAsync()
    {
        try
        {
            AssertQuiet();
        }
        finally
        {
            foreach (var workbench in _workbenches)
            {
                await workbench.DisposeAsync();
            }
        }
    }

    /// <summary>Says what this journey makes the console or the log complain about, in words of the complaint.</summary>
    protected void Provoke(params string[] complaints) => _provoked.AddRange(complaints);

    /// <summary>Somebody who has not signed in.</summary>
    protected async Task<Workbench> StrangerAsync(Desk? desk = null)
    {
        var workbench = await Workbench.NewAsync(chromium.Browser, Register, desk ?? new Desk());
        _workbenches.Add(workbench);
        return workbench;
    }

    /// <summary>Somebody who is signed in and looks at a view.</summary>
    protected async Task<Workbench> OpenAsync(string view = "", Desk? desk = null)
    {
        var workbench = await StrangerAsync(desk);
        await workbench.SignInAsync();
        await workbench.OpenAsync(view);
        return workbench;
    }

    private void AssertQuiet()
    {
        Assert.Empty(_workbenches.SelectMany(workbench => workbench.RequestsElsewhere));
        AssertNone(_workbenches.SelectMany(workbench => workbench.Complaints));
        AssertNone(Register.Log.Complaints.Skip(_complaintsBefore));
    }

    /// <summary>A failure shows the complaints whole: where a script broke stands in their last lines.</summary>
    private void AssertNone(IEnumerable<string> complaints) => Assert.True(!complaints.Any(IsUnprovoked), string.Join(Environment.NewLine, complaints.Where(IsUnprovoked)));

    private bool IsUnprovoked(string complaint) => !_provoked.Any(words => complaint.Contains(words, StringComparison.Ordinal));
}

/// <summary>A journey through a register of its own: four square parcels beside each other.</summary>
public abstract class SampleJourneyTest(Chromium chromium) : JourneyTest(chromium)
{
    private TestRegister? _register;

    protected override TestRegister Register => _register!;

    /// <summary>A view in which the first parcels of the sample grid fill the map.</summary>
    protected const string NearView = "?map=16.5/114.05150/30.50050";

    protected long Zone { get; private set; }

    /// <summary>Where the server keeps backups; null for nowhere.</summary>
    protected virtual string? BackupFolder => null;

    public override async Task InitializeAsync()
    {
        _register = await TestRegister.StartAsync(TestClock.Running(), webRoot: BuiltClient.Folder, backupFolder: BackupFolder);
        Zone = await Register.AddZoneAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            await Register.DisposeAsync();
        }
    }

    /// <summary>The ground of a sample parcel (see Samples).</summary>
    protected static Ground GroundOf(int place)
    {
        var west = 114.05 + (place * 0.0015);
        return new(west, 30.5, west + 0.001, 30.501);
    }
}
