import Scoring
import StudioRegistry

extension Chinese {
  func page(_ notice: RoundNotice) -> String {
    switch notice {
    case .title(let id, let period, let isSecond): "\(years(period))\(isSecond ? "复评" : "考核评估") \(id)"
    case .document(let adoption): "依据\(adoption.document)（\(adoption.on)）"
    case .todo(let step): todo(step)
    case .version(let version, let day): "第 \(version) 版结果，\(day) 汇总"
    case .publication(let notice):
      "第 \(notice.version) 版结果 \(notice.on) 起公示：\(notice.address)，异议受理至 \(notice.until)。"
    case .confirmedOn(let day): "\(day) 已确认。"
    case .signed(let signed, let all): "\(signed)/\(all)"
    case .returned(let signed, let all): "退回 \(signed)/\(all)"
    case .panelSize(let size): "评委组通常为 \(size.value) 人（\(source(size.source))），须为单数。"
    case .noticeDays(let days): "公示期为公示次日起 \(days.value) 个工作日（\(source(days.source))）。"
    case .answerDays(let days): "异议自收到次日起 \(days.value) 个工作日内答复（\(source(days.source))）。"
    case .differences(let count): "两次录入有 \(count) 处不一致，未作登记。"
    case .reminder(let reminder): self.reminder(reminder)
    case .needed(let label): "请填写“\(label)”。"
    case .badYear(let text): "“\(text)”不是年份，应如 2024。"
    case .badAddress(let text):
      "“\(text)”不是网址：请填写公示所在网页的完整网址，以 http:// 或 https:// 开头。"
    case .pastDay(let day): "\(day) 已过，请填写今天或以后的日期。"
    case .badMark(let id, let text): "\(id)：“\(text)”不是分数，应如 6.5。"
    case .far(let factor): "平均偏离超过本组居中评委的 \(factor) 倍；此为本页的工作规则，不影响任何得分。"
    }
  }

  private func todo(_ step: RoundStep) -> String {
    switch step {
    case .appointPanel: "组成评委组"
    case .approve(let proposal): "报批事项 \(proposal) 待另一人批准"
    case .sheets(let missing, let judges): "还有 \(judges) 名评委的 \(missing) 项考核项目未签名：催办"
    case .paper(let count): "\(count) 份纸质评分表待另一人再次录入"
    case .certify(let count): "\(count) 件线下核定加分待办结（第十七条），由涉密人员办理"
    case .close: "评分表已全部签名：预览并汇总"
    case .closeAnew: "结果有变动：写明理由，重新汇总"
    case .vote(let votes, let voters): "优秀名额末位并列，由评委组表决：已投 \(votes) 票，有表决权 \(voters) 人"
    case .publish: "公示结果"
    case .noticeRuns(let until): "公示中，异议受理至 \(until)"
    case .answer(let objection, let by): "答复异议 \(objection)，期限 \(by)"
    case .correct(let objection): "异议 \(objection) 成立：退回有关评分表，或重新汇总"
    case .confirm: "公示期满，报批：确认结果"
    }
  }

  private func reminder(_ reminder: Reminder) -> String {
    let returned = reminder.returned == 0 ? "" : "，其中 \(reminder.returned) 项为退回重评"
    return """
      \(reminder.judge) 评委，您好！
      \(years(reminder.period))技能大师工作室考核评估，您还有 \(reminder.studios.count) 个工作室的 \(reminder.sheets) 项考核项目\
      未签名\(returned)：\(reminder.studios.joined(separator: "、"))。
      请于 \(reminder.by.year) 年 \(reminder.by.month) 月 \(reminder.by.day) 日前打分并签名：\(reminder.address)
      与工作室有利害关系的，请先在网页上申报回避。请勿在评分理由中填写国家秘密。
      """
  }
}
