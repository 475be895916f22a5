using LandRegistry.Domain.Common;

namespace LandRegistry.Domain.Rights;

/// <summary>What the actions are called where somebody is told that they lack one.</summary>
public static class RegisterActionWords
{
    /// <summary>The action in words.</summary>
    public static Text Of(RegisterAction action) => action switch
    {
        RegisterAction.SignIn => new("登录", "sign in"),
        RegisterAction.Read => new("查阅登记", "read the register"),
        RegisterAction.ReadPhones => new("查阅电话号码", "read telephone numbers"),
        RegisterAction.ReadMoney => new("查阅价款与费用", "read prices, fees and payments"),
        RegisterAction.ReadCourt => new("查阅司法事项", "read court matters"),
        RegisterAction.Export => new("导出", "export"),
        RegisterAction.Import => new("导入", "import"),
        RegisterAction.Mark => new("标注宗地", "mark parcels"),
        RegisterAction.Draw => new("绘制、分割与合并宗地", "draw, split and merge parcels"),
        RegisterAction.KeepFacts => new("维护土地事实", "keep facts of land"),
        RegisterAction.KeepEnterprises => new("维护企业", "keep enterprises"),
        RegisterAction.RunCases => new("办理闲置土地案件", "run cases of idle land"),
        RegisterAction.KeepStrategies => new("拟订一企一策", "draft strategies"),
        RegisterAction.ApproveStrategies => new("批准一企一策", "approve strategies"),
        RegisterAction.PlanSupply => new("筹划供地", "plan supply"),
        RegisterAction.Undo => new("撤销变更", "undo changes"),
        RegisterAction.KeepLayers => new("维护地图图层", "keep layers of the map"),
        RegisterAction.Report => new("制作报表", "make reports"),
        RegisterAction.ManagePeople => new("管理用户", "manage people"),
        RegisterAction.ReadAudit => new("查阅审计", "read the audit trail"),
        RegisterAction.Publish => new("管理信息公开", "switch publication"),
        RegisterAction.RunServer => new("管理服务器", "run the server"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Not an action of the register."),
    };
}
