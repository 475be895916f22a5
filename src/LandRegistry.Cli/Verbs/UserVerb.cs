using System.CommandLine;
using LandRegistry.Server.Launch;
using LandRegistry.Server.Platform.Accounts;
using LandRegistry.Server.Platform.Web;

namespace LandRegistry.Cli.Verbs;

/// <summary><c>user add|list|disable|reset</c>: accounts, for whoever may open the database.</summary>
internal static class UserVerb
{
    private static readonly Argument<string> UserName = new("userName") { Description = "登录名 · user name" };
    private static readonly Option<string> PersonName = new("--name") { Description = "姓名，变更以此署名 · name that changes are recorded under", Required = true };
    private static readonly Option<string[]> Roles = new("--role")
    {
        Description = "角色，可加 @区域代码，可重复 · role, with @ and the code of a zone if limited to one; repeatable", Required = true, HelpName = "ROLE[@ZONE]",
    };

    public static Command Command { get; } = Make();

    private static Command Make()
    {
        var user = new Command("user", "用户：建立、列出、停用、重置 · people: add, list, disable, reset");
        user.Subcommands.Add(Verb.Of("add", "建立用户，打印一次性密码 · make an account and print a password to hand on", (arguments, stop) => RunAsync(arguments, (accounts, name) =>
            accounts.AddAsync(name, arguments.GetValue(PersonName)!, arguments.GetValue(Roles) ?? [], stop), stop), UserName, PersonName, Roles));
        user.Subcommands.Add(Verb.Of("list", "列出用户 · list accounts", ListAsync));
        user.Subcommands.Add(Verb.Of("disable", "停用用户 · disable an account", (arguments, stop) => RunAsync(arguments, (accounts, name) => accounts.DisableAsync(name, stop), stop), UserName));
        user.Subcommands.Add(Verb.Of(
            "reset", "重置密码、解除锁定、取消第二重验证 · reset password, lock and second factor", (arguments, stop) => RunAsync(arguments, (accounts, name) => accounts.ResetAsync(name, stop), stop), UserName));
        return user;
    }

    private static async Task<int> RunAsync(ParseResult arguments, Func<AccountConsole, string, Task<AccountEnd>> work, CancellationToken stop)
    {
        await using var database = await Verb.OpenRegisterAsync(arguments, stop);
        await using var accounts = AccountConsole.Open(database.ConnectionString, RegistryOptions.Read(arguments).DataFolder);
        switch (await work(accounts, arguments.GetValue(UserName)!))
        {
            case AccountEnd.Done(_, { } password):
                await Console.Out.WriteLineAsync(password);
                return ConsoleHost.Succeeded;
            case AccountEnd.Done:
                return ConsoleHost.Succeeded;
            case AccountEnd.Refused(var refusal):
                await Console.Error.WriteLineAsync($"{refusal.Detail.Zh}\n{refusal.Detail.En}");
                return ConsoleHost.Failed;
            case AccountEnd.WeakPassword(var en, var zh):
                await Console.Error.WriteLineAsync($"{zh}\n{en}");
                return ConsoleHost.Failed;
            default:
                await Console.Error.WriteLineAsync("没有这个用户。There is no such user.");
                return ConsoleHost.Failed;
        }
    }

    private static async Task<int> ListAsync(ParseResult arguments, CancellationToken stop)
    {
        await using var database = await Verb.OpenRegisterAsync(arguments, stop);
        await using var accounts = AccountConsole.Open(database.ConnectionString, RegistryOptions.Read(arguments).DataFolder);
        var zones = await accounts.ZoneCodesAsync(stop);
        foreach (var account in await accounts.ListAsync(stop))
        {
            // As they are given to "add": each zone with its role.
            var grants = string.Join(' ', account.Grants.SelectMany(grant => grant.Zones?.Select(zone => $"{grant.Role}@{zones[zone]}") ?? [grant.Role]));
            await Console.Out.WriteLineAsync($"{OneLine.Of(account.UserName)}\t{OneLine.Of(account.Name)}\t{grants}\t{(account.IsDisabled ? "disabled" : account.IsLocked ? "locked" : "active")}");
        }

        return ConsoleHost.Succeeded;
    }
}
