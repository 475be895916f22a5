using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Rights;

/// <summary>Why a command on an account is refused.</summary>
public static class AccountRefusals
{
    public static Refusal NameTaken(string name) => new(
        "name-taken",
        new("姓名已被使用", "The name is somebody else's"),
        new($"变更记录以“{name}”署名的已另有其人，请加以区分（如加部门）。", $"Changes are recorded under “{name}” for somebody else; make it different, for instance with the department."));

    public static Refusal UserNameTaken(string userName) => new(
        "user-name-taken",
        new("登录名已被使用", "The user name is taken"),
        new($"登录名“{userName}”已存在。", $"There is a user “{userName}” already."));

    public static Refusal LastAdministrator() => new(
        "last-administrator",
        new("最后一名系统管理员", "The last administrator"),
        new("停用或撤销后将无人能管理用户。请先指定另一名系统管理员。", "Nobody could administer people any more. Make somebody else an administrator first."));

    public static Refusal PasswordWrong() => new(
        "password-wrong",
        new("当前密码不正确", "The present password is wrong"),
        new("请重新输入当前密码。", "Enter your present password again."));

    public static Refusal CodeWrong() => new(
        "code-wrong",
        new("验证码不正确", "The code is wrong"),
        new("请输入验证器当前显示的 6 位数字；请核对手机与服务器的时间。", "Enter the six digits that the authenticator shows now; look at the clocks of telephone and server."));

    public static Refusal NoAccount() => new(
        "no-account",
        new("本机登记的所有者没有帐户", "The owner of a private register has no account"),
        new("密码、会话、令牌属于帐户；请先为自己建立帐户。", "Passwords, sessions and tokens belong to accounts; make one for yourself first."));
}
