import Scoring
import StudioRegistry

extension Chinese {
  func task(_ task: Due.Task, _ names: Names) -> String {
    switch task {
    case .noticeEnds(let round): "考核评估 \(round) 公示的最后一天，异议截至当日"
    case .answer(let objection, let studio?): "答复异议 \(objection)（\(names.studio(studio))）"
    case .answer(let objection, nil): "答复异议 \(objection)（涉及整轮）"
    case .confirm(let round): "考核评估 \(round) 公示期满，报批：确认结果"
    case .approve(let proposal, let waitsFor):
      "批准或退回报批事项 \(proposal)，待审批：\(waitsFor.map(role).joined(separator: "、"))"
    case .serve(let studio, let round):
      "向 \(names.studio(studio)) 送达考核评估 \(round) 的整改通知，整改期自送达之日起算（第二十条）"
    case .rectificationEnds(let studio, let round):
      "\(names.studio(studio)) 整改期的最后一天（考核评估 \(round)，第二十条）"
    case .secondAssessment(let studio, let round):
      "\(names.studio(studio)) 整改期满，开启复评（原考核评估 \(round)，第二十条）"
    case .cancelTitle(let studio, let round):
      "\(names.studio(studio)) 在考核评估 \(round) 中整改仍不合格，报批：取消称号（第二十条）"
    case .pay(let studio, let fen, let round):
      "向 \(names.studio(studio)) 发放考核评估 \(round) 优秀一次性补贴\(yuan(fen))（第二十条）"
    case .nextRound(let period): "开启 \(years(period))考核评估（第十三条）"
    // Applications (Art. 5–9)
    case .application(let id, let step): "申报 \(id)：\(self.step(step))（第八条）"
    case .answerApplication(let objection, let id): "答复对申报 \(id) 的异议 \(objection)"
    // Care (Art. 11, 12, 18, 23, 24)
    case .fileAgreement(let studio): "\(names.studio(studio)) 的责任书报人力社保局备案（第十二条（一））"
    case .grantPlaque(let studio): "向 \(names.studio(studio)) 授予铭牌（第十二条（二）、第十八条）"
    case .returnPlaque(let studio, let number): "交回 \(names.studio(studio)) 的铭牌 \(number)（第十八条）"
    case .returnCard(let studio, let number): "交回 \(names.studio(studio)) 离任人员的工作证 \(number)（第十二条（二））"
    case .nameOfficer(let studio, let post): "报送 \(names.studio(studio)) 的\(self.post(post))人选（第十二条（三））"
    case .reviewOfficer(let studio, let post, let person):
      "审核 \(names.studio(studio)) 的\(self.post(post))人选\(names.person(person))（第十二条（三））"
    case .report(let studio, let kind, .studio): "报送 \(names.studio(studio)) 的\(kind.zh)（第十二条）"
    case .report(let studio, let kind, .bureau): "对 \(names.studio(studio)) 开展\(kind.zh)（第十一条）"
    // Plans (Art. 16)
    case .plan, .completePlan, .checkYear, .settlePlanChange: plansTask(task, names)
    // Funds (Art. 12(5), 19, 20)
    case .paySubsidy(let studio, let fen): "向 \(names.studio(studio)) 发放一次性补助\(yuan(fen))（第十九条）"
    case .match(let studio, let fen):
      "\(names.studio(studio)) 所在单位尚欠配套资金\(yuan(fen))（第十九条、第二十三条）"
    case .yearlyFunds(let studio, let year):
      "\(names.studio(studio)) 所在单位尚欠 \(year) 年配套资金（第十九条、第二十三条）"
    // Cancellation (Art. 14, 15, 20)
    case .decideUnavailable(let studio): "决定 \(names.studio(studio)) 的去留：命名专家不能履职（第十五条）"
    case .inviteStatement(let id, let studio): "收集取消程序 \(id) 的证据，并告知 \(names.studio(studio)) 陈述申辩权"
    case .statementEnds(let id, let studio): "\(names.studio(studio)) 在取消程序 \(id) 中陈述申辩的最后一日"
    case .decideCancellation(let id, let studio): "登记 \(names.studio(studio)) 的陈述申辩，并报批取消程序 \(id) 的决定"
    case .serveCancellation(let id, let studio): "向 \(names.studio(studio)) 送达取消程序 \(id) 的决定"
    case .restore(let studio): "报批：恢复 \(names.studio(studio))，其取消决定已被推翻"
    // Secrets (Art. 17)
    case .approvePoints(let points, let studio):
      "批准或撤回 \(points)：\(names.studio(studio)) 的线下核定加分（第十七条）"
    // Retention (working rule)
    case .eraseValues(let persons):
      "删除 \(persons) 人超过保存期限的个人信息（工作规则），名单" + (namesCommands ? "见 studio retention due" : "由系统管理员导出")
    }
  }

  func decision(_ decision: Decision, _ names: Names) -> String {
    switch decision {
    case .returnSheet(let round, let judge, let sheet):
      "退回评委 \(names.account(judge)) 对 \(names.studio(sheet.studio)) 的评分表“\(label(.rubric, sheet.rubric, names))”（考核评估 \(round)）"
    case .replaceJudge(let round, let judge, let other):
      "由候补评委 \(names.account(other)) 接替评委 \(names.account(judge))（考核评估 \(round)）"
    case .confirmRound(let round): "确认考核评估 \(round) 的结果"
    case .abandonRound(let round): "作废考核评估 \(round)"
    case .cancelTitle(let studio): "对 \(names.studio(studio)) 作出取消决定（第十四条、第十五条、第二十条）"
    // Applications (Art. 5–9)
    case .confirmApplication(let id, let code):
      "确认申报 \(id)" + (code.map { "，工作室编号 \($0)" } ?? "") + "（第八条、第十五条）"
    case .rejectApplication(let id): "对申报 \(id) 不予确认（第八条）"
    case .countBranch(let branch, let enterprise): "将\(enterprise)的分支机构\(branch)视为一家单位（第九条）"
    // Funds (Art. 12(5), 19, 20)
    case .pay(let payment):
      "向 \(names.studio(payment.studio)) 发放\(grant(payment.grant))\(yuan(payment.fen))，依据：\(payment.document)"
    case .reversePayment(let entry): "冲销已发放的款项 \(entry)"
    // Cancellation (Art. 14, 15, 20)
    case .suspend(let studio): "暂停 \(names.studio(studio))（第十五条）"
    case .resume(let studio): "准予 \(names.studio(studio)) 恢复开展活动"
    case .end(let studio): "终止 \(names.studio(studio))"
    case .restore(let studio): "恢复 \(names.studio(studio))：其取消决定已被推翻"
    }
  }

  func effect(_ effect: Effect, _ names: Names, withScores: Bool) -> String {
    let scores = [effect.scoreBefore, effect.scoreAfter].map { $0.map { "\($0) 分" } ?? "无得分" }
    return "\(names.studio(effect.studio))“\(label(.rubric, effect.rubric, names))”：已签名评分表 \(effect.sheetsBefore) 份 → "
      + "\(effect.sheetsAfter) 份" + (withScores ? "，得分 \(scores[0]) → \(scores[1])" : "")
  }
}
