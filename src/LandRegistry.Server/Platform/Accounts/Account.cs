using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LandRegistry.Server.Platform.Accounts;

/// <summary>A person who can sign in, as ASP.NET Core Identity keeps them.</summary>
public sealed class Account : IdentityUser<long>
{
    /// <summary>Name that changes are recorded under.</summary>
    public string Name { get; set; } = "";

    public string? Department { get; set; }

    public string? Phone { get; set; }

    /// <summary>Failed sign-ins since the last that succeeded.</summary>
    public int Failures { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public bool IsDisabled { get; set; }

    /// <summary>True until the person has set a password of their own.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>True when the administrator demands a second factor.</summary>
    public bool NeedsSecondFactor { get; set; }

    /// <summary>Secret of the second factor, encrypted; null when there is none.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The step of the last code that was taken.</summary>
    public long TotpLastStep { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account");
        account.HasKey(a => a.Id).HasName("account_pk");
        account.Property(a => a.UserName).IsRequired();
        account.Property(a => a.NormalizedUserName).IsRequired();
        account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        // Lock-out and second factor are our own: by the register's clock, and no code taken twice.
        account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed).Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed)
            .Ignore(a => a.TwoFactorEnabled).Ignore(a => a.LockoutEnd).Ignore(a => a.LockoutEnabled).Ignore(a => a.AccessFailedCount);
    }
}
