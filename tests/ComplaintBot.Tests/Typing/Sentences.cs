using Complaints.Procedure;

namespace ComplaintBot.Tests.Typing;

/// <summary>One sentence for each verb of staff in each language; <c>{t}</c> is the ticket, <c>{u}</c> another one.</summary>
internal static class Sentences
{
    public static readonly IReadOnlyDictionary<string, (string ZhCn, string ZhTw, string En)> Of = new Dictionary<
        string,
        (string, string, string)
    >(StringComparer.Ordinal)
    {
        [Verbs.Accept] = ("{t} 我来处理这单", "{t} 我來處理這單", "please accept the complaint {t}"),
        [Verbs.Decline] = ("退回 {t}：不是我的专业", "退回 {t}：不是我的專業", "decline {t}: not my field of work"),
        [Verbs.Assign] = ("把 {t} 转给孙磊", "把 {t} 轉給孫磊", "assign the complaint {t} to Sun Lei"),
        [Verbs.AssignAutomatically] = ("系统自动派单 {t}", "系統自動派單 {t}", "assign the complaint {t} automatically"),
        [Verbs.NotAccept] = ("不予受理 {t}：不是本公司业务", "不予受理 {t}：非本公司業務", "do not accept {t}: not our service"),
        [Verbs.Merge] = ("把 {t} 合并到 {u}", "把 {t} 合併到 {u} 這單", "merge the complaint {t} into {u}"),
        [Verbs.Link] = ("{t} 关联到 {u}", "{t} 關聯到 {u}", "link {t} to {u} please, same street"),
        [Verbs.Cause] = ("{t} 原因：设备：光猫老化", "{t} 原因：設備：數據機老化", "{t} cause: equipment: the modem is old"),
        [Verbs.Plan] = (
            "{t} 方案：更换光猫，张敏，周五前",
            "{t} 方案：更換數據機，張敏，週五前",
            "{t} plan: replace the modem, Zhang Min, by Friday"
        ),
        [Verbs.Approve] = ("{t} 批准这个方案，没问题", "{t} 同意這個方案", "approve the plan of {t}"),
        [Verbs.Item] = ("{t} 完成措施：光猫已经更换", "{t} 完成措施：數據機已經更換", "{t} done: the modem has been replaced"),
        [Verbs.Resolve] = (
            "{t} 结果：光猫已更换，测速正常",
            "{t} 結果：數據機已更換，測速正常",
            "{t} result: the modem was replaced, the speed is fine"
        ),
        [Verbs.Satisfied] = ("{t} 客户电话确认满意", "{t} 客戶電話確認滿意", "{t} the customer is satisfied"),
        [Verbs.Unsatisfied] = (
            "{t} 客户不满意：晚上还是断线",
            "{t} 客戶不滿意：晚上還是斷線",
            "{t} the customer is not satisfied: still slow at night"
        ),
        [Verbs.CloseUnresolved] = (
            "{t} 未解决结案：要求超出合同；提议：减免一个月",
            "{t} 未解決結案：要求超出合約；提議：折抵一個月",
            "close {t} as unresolved: beyond the contract; offer: one month free"
        ),
        [Verbs.Withdraw] = ("{t} 客户要求撤诉，已经解决", "{t} 客戶要求撤訴，已經解決", "{t} the customer withdraws: solved it alone"),
        [Verbs.Reopen] = (
            "重新打开 {t}：客户来电说又断了",
            "重新開啟 {t}：客戶來電說又斷了",
            "reopen the complaint {t}: the line broke again"
        ),
        [Verbs.Emergency] = (
            "{t} 上报突发事件：光交箱冒烟",
            "{t} 上報突發事件：機房冒煙",
            "declare an emergency for {t}: smoke in the cabinet"
        ),
        [Verbs.Grade] = (
            "{t} 级别改为紧急，客户停工",
            "{t} 等級改為緊急，客戶停工",
            "set severity of {t} to high because work has stopped"
        ),
        [Verbs.Hold] = ("{t} 挂起：等备件，到下周三", "{t} 掛起：等備件，到下週三", "{t} hold: waiting for parts until next Wednesday"),
        [Verbs.Resume] = ("{t} 恢复处理，继续办", "{t} 恢復處理", "resume the complaint {t} now"),
        [Verbs.Progress] = ("{t} 告诉客户：师傅下午到", "{t} 告訴客戶：師傅下午到", "{t} tell the customer: we come this afternoon"),
        [Verbs.AddInformation] = (
            "{t} 补充：客户提供了合同号",
            "{t} 補充：客戶提供了合約編號",
            "{t} add information: the contract number is A100"
        ),
        [Verbs.Note] = ("{t} 备注：客户白天不在家", "{t} 備註：客戶白天不在家", "{t} note: nobody is at home by day"),
        [Verbs.OnSite] = ("{t} 已到现场", "{t} 已到現場", "{t} arrived on site just now"),
        [Verbs.Extend] = ("延期 {t} 到12月25日，缺件", "延期 {t} 到12月25日，缺貨沒到", "extend {t} to 25 December, waiting for parts"),
        [Verbs.Snooze] = ("{t} 30分钟后提醒我", "{t} 30分鐘後提醒我", "{t} remind me in 30 minutes"),
        [Verbs.Escalate] = ("升级 {t}，客户情绪激动", "升級 {t}，客戶情緒激動", "escalate {t}: the customer is furious"),
        [Verbs.Visit] = ("{t} 回访：已接通，5分", "{t} 回訪：已接通，5分", "{t} visit: reached the customer, score 5"),
        [Verbs.Inspect] = (
            "{t} 质检：流程通过，承诺没做到",
            "{t} 質檢：流程通過，承諾沒做到",
            "{t} inspect: process passed, promise failed"
        ),
        [Verbs.Rectify] = (
            "{t} 整改：网络部，每日检查，下周五前",
            "{t} 整改：網路部，每日檢查，下週五前",
            "{t} rectify: network, check the log daily, by next Friday"
        ),
        [Verbs.Rectified] = ("{t} 整改回复：已全员培训", "{t} 整改回覆：已全員訓練", "{t} rectification done: everybody was trained"),
        [Verbs.Report] = (
            "{t} 案例报告：光猫老化；预防措施：每季度巡检",
            "{t} 案例報告：數據機老化；預防措施：每季巡檢",
            "{t} case report: the modem was old; prevention: check each quarter"
        ),
        [Verbs.Effective] = (
            "{t} 措施有效，半年没有复发",
            "{t} 措施有效，半年沒有再發生",
            "{t} the measure is effective, nothing came again"
        ),
    };

    public static string In(string language, string verb, string ticket, string other = "C-20261123-9999")
    {
        var (cn, tw, en) = Of[verb];
        return (
            language switch
            {
                "zh-CN" => cn,
                "zh-TW" => tw,
                _ => en,
            }
        )
            .Replace("{t}", ticket, StringComparison.Ordinal)
            .Replace("{u}", other, StringComparison.Ordinal);
    }
}
