using LandRegistry.Server.Store;
using LandRegistry.Server.Store.Audit;
using Microsoft.AspNetCore.Identity;

namespace LandRegistry.Server.Platform.Accounts;

internal static class AccountServices
{
    /// <summary>Everything that accounts are kept and signed in with.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
        {
            // The one rule of passwords is PasswordRules; names may be Chinese.
            identity.Password.RequiredLength = 1;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
            identity.User.AllowedUserNameCharacters = "";
        }).AddEntityFrameworkStores<RegistryDb>().AddPasswordValidator<PasswordRules>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<PeopleDirectory>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<FirstAdministrator>();
        services.AddScoped<AccountBook>();
        services.AddScoped<SignInDesk>();
    }
}
