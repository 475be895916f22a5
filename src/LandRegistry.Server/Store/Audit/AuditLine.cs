namespace LandRegistry.Server.Store.Audit;

/// <summary>A line for the audit trail.</summary>
/// <param name="Person">Who, by name; what was typed where nobody is known.</param>
/// <param name="AccountId">Their account, where they have one.</param>
/// <param name="Address">Network address; null for the command line.</param>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="What">What it was done to.</param>
public sealed record AuditLine(string Person, long? AccountId, string? Address, string Action, string What)
{
    /// <summary>Further particulars, JSON.</summary>
    public string? Details { get; init; }

    /// <summary>The one parcel that it was about.</summary>
    public long? ParcelId { get; init; }
}

/// <summary>What stands in the audit trail.</summary>
public static class AuditActions
{
    public const string SignIn = "sign_in";
    public const string SignInFailed = "sign_in_failed";
    public const string SignOut = "sign_out";
    public const string Read = "read";
    public const string Change = "change";
    public const string Import = "import";
    public const string Export = "export";
    public const string Print = "print";
    public const string People = "people";
    public const string Publication = "publication";

    /// <summary>All of them, for filters.</summary>
    public static IReadOnlyList<string> All { get; } = [SignIn, SignInFailed, SignOut, Read, Change, Import, Export, Print, People, Publication];
}

/// <summary>From where, and for which account, the code at hand works: the database notes it with every change.</summary>
public static class AuditOrigin
{
    private static readonly AsyncLocal<(string? Address, long? AccountId)?> Ambient = new();

    /// <summary>The origin of the request at hand; null outside one.</summary>
    public static (string? Address, long? AccountId)? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }
}
