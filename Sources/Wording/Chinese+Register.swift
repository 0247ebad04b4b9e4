import Scoring
import StudioRegistry

extension Chinese {
  func task(_ task: Due.Task, _ names: Names) -> String {
    switch task {
    case .noticeEnds(let round): "考核评估 \(round) 公示的最后一天，异议截至当日"
    case .answer(let objection, let studio?): "答复异议 \(objection)（\(names.studio(studio))）"
    case .answer(let objection, nil): "答复异议 \(objection)（涉及整轮）"
    case .confirm(let round): "考核评估 \(round) 公示期满，提议确认结果"
    case .approve(let proposal, let waitsFor):
      "批准或退回提议 \(proposal)，待批：\(waitsFor.map(role).joined(separator: "、"))"
    case .serve(let studio, let round):
      "向 \(names.studio(studio)) 送达考核评估 \(round) 的整改通知，整改期自送达之日起算（第二十条）"
    case .rectificationEnds(let studio, let round):
      "\(names.studio(studio)) 整改期的最后一天（考核评估 \(round)，第二十条）"
    case .secondAssessment(let studio, let round):
      "\(names.studio(studio)) 整改期满，开启复评（原考核评估 \(round)，第二十条）"
    case .cancelTitle(let studio, let round):
      "\(names.studio(studio)) 在考核评估 \(round) 中整改仍不合格，提议取消称号（第二十条）"
    case .pay(let studio, let fen, let round):
      "向 \(names.studio(studio)) 发放考核评估 \(round) 优秀一次性补贴\(yuan(fen))（第二十条）"
    case .nextRound(let period): "开启 \(years(period))考核评估（第十三条）"
    // Applications (Art. 5–9)
    case .application(let id, let step): "申报 \(id)：\(self.step(step))（第八条）"
    case .answerApplication(let objection, let id): "答复对申报 \(id) 的异议 \(objection)"
    // Care (Art. 11, 12, 18, 23, 24)
    case .fileAgreement(let studio): "\(names.studio(studio)) 的责任书报人力社保局备案（第十二条）"
    case .grantPlaque(let studio): "向 \(names.studio(studio)) 授予铭牌（第十二条、第十八条）"
    case .returnPlaque(let studio, let number): "交回 \(names.studio(studio)) 的铭牌 \(number)（第十八条）"
    case .returnCard(let studio, let number): "交回 \(names.studio(studio)) 离任人员的工作证 \(number)（第十二条）"
    case .nameOfficer(let studio, let post): "报送 \(names.studio(studio)) 的\(self.post(post))人选（第十二条）"
    case .reviewOfficer(let studio, let post, let person):
      "审核 \(names.studio(studio)) 的\(self.post(post))人选\(names.person(person))（第十二条）"
    case .report(let studio, let kind, .studio): "报送 \(names.studio(studio)) 的\(kind.zh)（第十二条）"
    case .report(let studio, let kind, .bureau): "对 \(names.studio(studio)) 开展\(kind.zh)（第十一条）"
    // Plans (Art. 16)
    case .plan, .completePlan, .checkYear, .settlePlanChange: plansTask(task, names)
    // Apprentices (Art. 21)
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
    case .decideCancellation(let id, let studio): "登记 \(names.studio(studio)) 的陈述申辩，并提议取消程序 \(id) 的决定"
    case .serveCancellation(let id, let studio): "向 \(names.studio(studio)) 送达取消程序 \(id) 的决定"
    case .restore(let studio): "提议恢复 \(names.studio(studio))：其取消决定已被推翻"
    // Recommendation (Art. 7, 13, 22)
    // Secrets (Art. 17)
    case .approvePoints(let points, let studio):
      "批准或撤回 \(points)：\(names.studio(studio)) 的线下核定加分（第十七条）"
    // Retention (working rule)
    case .eraseValues(let persons): "删除 \(persons) 人超过保存期限的个人信息，名单见 studio retention due（工作规则）"
    }
  }

  func decision(_ decision: Decision, _ names: Names) -> String {
    switch decision {
    case .returnSheet(let round, let judge, let sheet):
      "退回评委 \(names.account(judge)) 对 \(names.studio(sheet.studio)) 的评分表“\(sheet.rubric)”（考核评估 \(round)）"
    case .replaceJudge(let round, let judge, let other):
      "由候补评委 \(names.account(other)) 更换评委 \(names.account(judge))（考核评估 \(round)）"
    case .confirmRound(let round): "确认考核评估 \(round) 的结果"
    case .abandonRound(let round): "作废考核评估 \(round)"
    case .cancelTitle(let studio): "对 \(names.studio(studio)) 作出取消决定（第十四条、第十五条、第二十条）"
    // Applications (Art. 5–9)
    case .confirmApplication(let id, let code):
      "确认申报 \(id)" + (code.map { "，工作室编号 \($0)" } ?? "") + "（第八条、第十五条）"
    case .rejectApplication(let id): "对申报 \(id) 不予确认（第八条）"
    case .countBranch(let branch, let enterprise): "将\(enterprise)的分支机构\(branch)视为一家单位（第九条）"
    // Care (Art. 11, 12, 18, 23, 24)
    // Plans (Art. 16)
    // Apprentices (Art. 21)
    // Funds (Art. 12(5), 19, 20)
    case .pay(let payment):
      "向 \(names.studio(payment.studio)) 发放\(grant(payment.grant))\(yuan(payment.fen))，依据：\(payment.document)"
    case .reversePayment(let entry): "冲销已发放的款项 \(entry)"
    // Cancellation (Art. 14, 15, 20)
    case .suspend(let studio): "暂停 \(names.studio(studio))（第十五条）"
    case .resume(let studio): "准予 \(names.studio(studio)) 恢复开展活动"
    case .end(let studio): "终止 \(names.studio(studio))"
    case .restore(let studio): "恢复 \(names.studio(studio))：其取消决定已被推翻"
    // Recommendation (Art. 7, 13, 22)
    // Secrets (Art. 17)
    // Retention (working rule)
    }
  }

  func effect(_ effect: Effect, _ names: Names) -> String {
    let scores = [effect.scoreBefore, effect.scoreAfter].map { $0.map { "\($0) 分" } ?? "无得分" }
    return "\(names.studio(effect.studio))“\(effect.rubric)”：已签名评分表 \(effect.sheetsBefore) 份 → "
      + "\(effect.sheetsAfter) 份，得分 \(scores[0]) → \(scores[1])"
  }

  func fault(_ fault: JournalFault) -> String {
    let entry = fault.sequence.map { "第 \($0) 条记录" } ?? "名册文件"
    return switch fault.problem {
    case .altered: "\(entry)的内容与其摘要不符：已被改动"
    case .missing: "\(entry)不存在：已被抽走"
    case .reordered(let other): "\(entry)本身完整，但应接在第 \(other) 条之后：次序已被改动"
    case .detached: "\(entry)本身完整，但与前一条接不上：前一条已被替换"
    case .cut(let end): "\(entry)不存在，而检查点记到第 \(end) 条：末尾的记录已被截去"
    case .differsFromCheckpoint: "\(entry)与检查点所记的不同：日志已被重写"
    case .unknownKind(let kind, let version):
      "\(entry)的种类“\(kind)”（版本 \(version)）本程序不认识：请用更新的程序读取"
    case .undecodable: "\(entry)的内容与其种类不符，无法读取：不是本程序所写，或已损坏"
    case .unreadableLine: "\(entry)：导出文件的这一行不是记录，文件已被改动或损坏"
    case .recomputed: "\(entry)：重新计算的结果与所存的不同"
    case .commitment(let person): "\(entry)：人员 \(person) 的个人信息与日志中的承诺值不符：已被从外部改动"
    case .lostValues(let person): "\(entry)：人员 \(person) 的个人信息不见了，而日志中没有删除的记录"
    case .lostFile: "\(entry)所指的扫描件已不在文件中：已被移除"
    case .alteredFile(let digest): "\(entry)：所存文件 \(digest) 的内容与存入时不同"
    case .schema(let name): "\(entry)：文件中的“\(name)”与本程序所建的不同：已被从外部改动"
    case .file(let report): "\(entry)：文件已损坏，SQLite 自检报告：\(report)"
    }
  }

  func store(_ fault: StoreFault, file: String) -> String {
    switch fault {
    case .conflict: "“\(file)”刚被他人写入；请查看最新内容后重试"
    case .missing: "没有文件“\(file)”；请核对文件名，或用 studio init 建立名册"
    case .exists: "文件“\(file)”已存在，未作改动；请另取文件名"
    case .notARegister: "“\(file)”不是名册；请核对 --database 所指的文件"
    case .newerVersion: "“\(file)”由更新版本的程序建立；请使用该版本"
    case .truncated: "“\(file)”不完整，可能是复制中断所致；请重新复制，或用备份恢复"
    case .damaged: "“\(file)”已损坏；请保留原件，并用备份恢复（studio restore）"
    case .readOnly: "“\(file)”是只读的；请取得该文件及其文件夹的写入权限"
    case .locked: "“\(file)”正被其他程序占用；请关闭该程序后重试"
    case .full: "“\(file)”所在的磁盘已满；请腾出空间后重试"
    case .unwritable: "“\(file)”无法写入；请核对其文件夹和写入权限"
    }
  }

  func party(_ party: Due.Party) -> String {
    switch party {
    case .bureau: "人力社保局"
    case .departments: "两部门"
    case .unit: "所在单位"
    case .studio: "工作室"
    }
  }

  func role(_ role: Role) -> String {
    switch role {
    case .bureauClerk: "人力社保局经办人"
    case .bureauApprover: "人力社保局审批人"
    case .organisationClerk: "组织部经办人"
    case .organisationApprover: "组织部审批人"
    case .supervisor: "监督人员"
    case .judge: "评委"
    case .contact: "工作室联系人"
    case .department: "主管部门"
    }
  }

  func command(_ name: CommandName) -> String {
    switch name {
    case .found: "建立名册"
    case .addPerson: "登记人员"
    case .changePerson: "更正个人信息"
    case .erasePerson: "删除个人信息"
    case .recordEmployment: "登记工作单位"
    case .openAccount: "开立账户"
    case .closeAccount: "停用账户"
    case .appointDeputy: "登记代理"
    case .importStudios: "导入工作室"
    case .enterEvidence: "录入佐证材料"
    case .verifyEvidence: "核实佐证材料"
    case .rejectEvidence: "不予采信佐证材料"
    case .openRound: "开启考核评估"
    case .appointPanel: "组成评委组"
    case .recuse: "登记回避"
    case .enterSheets: "录入评分表"
    case .signSheets: "签名评分表"
    case .closeRound: "考核评估汇总"
    case .castVote: "投票"
    case .countVote: "计票"
    case .publishRound: "公示结果"
    case .raiseObjection: "登记异议"
    case .answerObjection: "答复异议"
    case .serveRectification: "送达整改通知"
    case .openSecondAssessment: "开启复评"
    case .proposeReturn: "提议退回评分表"
    case .proposeReplacement: "提议更换评委"
    case .proposeConfirmation: "提议确认结果"
    case .proposeAbandonment: "提议作废考核评估"
    case .proposeTitleCancellation: "提议取消称号"
    case .approve: "批准提议"
    case .sendBack: "退回提议"
    case .enterPaper: "录入签批件"
    case .checkPaper: "核对签批件"
    case .adoptRules: "采用规则"
    case .interpretRules: "登记条款解释"
    // Applications (Art. 5–9)
    case .receiveApplications: "受理申报"
    case .recordMaterial: "登记申报材料"
    case .findCondition: "登记条件审查结论"
    case .waiveUnitRule: "登记同一单位同一工种例外"
    case .reviewApplication: "登记专家评审"
    case .publishApplications: "公示申报评审结果"
    case .objectToApplication: "登记申报异议"
    case .answerApplicationObjection: "答复申报异议"
    case .withdrawApplication: "登记撤回申报"
    case .proposeApplicationConfirmation: "提议确认申报"
    case .proposeApplicationRejection: "提议不予确认申报"
    case .proposeBranch: "提议将分支机构视为一家单位"
    // Care (Art. 11, 12, 18, 23, 24)
    case .fileAgreement: "责任书备案"
    case .grantPlaque: "授予铭牌"
    case .returnPlaque: "登记铭牌收回"
    case .losePlaque: "登记铭牌遗失"
    case .issueCard: "配发工作证"
    case .returnCard: "登记工作证收回"
    case .nameOfficer: "报送负责人或联系人"
    case .reviewOfficer: "审核负责人或联系人"
    case .endOffice: "登记负责人或联系人离任"
    case .recordMembers: "登记成员"
    case .endMembership: "登记成员离开"
    case .archiveRecords: "登记档案"
    case .makeReport: "登记工作室报告"
    case .recordVisit: "登记人力社保局检查指导"
    case .strikeCare: "作废档案或报告条目"
    // Plans (Art. 16)
    case .draftPlan: "起草年度计划"
    case .submitPlan: "报送年度计划"
    case .reviewPlan: "登记专家评议"
    case .changePlan: "提出调整计划"
    case .settlePlanChange: "批准或退回计划调整"
    case .enterCompletions: "填报计划完成情况"
    case .checkYear: "年度检查"
    case .importTables: "导入佐证材料、计划和学徒表格"
    // Apprentices (Art. 21)
    case .enrolApprentice: "登记学徒"
    case .endTraining: "登记培训结束"
    case .promoteApprentice: "登记学徒晋升等级"
    case .reportApprentice: "登记命名专家考核报告"
    case .findGradeConditions: "登记等级申报条件的认定"
    case .recordTheoryExam: "登记理论考试"
    // Funds (Art. 12(5), 19, 20)
    case .proposePayment: "提议发放款项"
    case .proposePaymentReversal: "提议冲销已发放的款项"
    case .recordMatch: "登记单位配套资金"
    case .recordYearlyFunds: "登记单位年度配套资金"
    case .recordSpending: "登记支出"
    case .recordReturn: "登记退款"
    case .recordHigherPlaque: "登记市级及以上铭牌"
    case .recordEarlierSubsidy: "登记入册前的补助"
    case .reverseEntry: "冲销台账登记"
    case .closeFunds: "结清台账"
    // Cancellation (Art. 14, 15, 20)
    case .recordUnavailable: "登记命名专家不能履职"
    case .recordAvailable: "登记命名专家恢复履职"
    case .openCancellation: "启动取消程序"
    case .addExhibit: "补充取消程序的证据"
    case .inviteStatement: "告知陈述申辩权"
    case .recordStatement: "登记陈述申辩"
    case .dropCancellation: "终结取消程序"
    case .serveCancellation: "送达取消决定"
    case .fileAppeal: "登记复议或诉讼"
    case .decideAppeal: "登记复议或诉讼结果"
    case .proposeSuspension: "提议暂停工作室"
    case .proposeResumption: "提议恢复开展活动"
    case .proposeEnd: "提议终止工作室"
    case .proposeRestoration: "提议恢复工作室"
    // Recommendation (Art. 7, 13, 22)
    case .findCandidacy: "认定推荐条件"
    case .makeRecommendation: "推荐工作室或专家"
    case .answerRecommendation: "登记推荐结果"
    // Secrets (Art. 17)
    case .grantClearance: "登记涉密资格"
    case .withdrawClearance: "收回涉密资格"
    case .certifyPoints: "录入线下核定加分"
    case .approvePoints: "批准线下核定加分"
    case .withdrawPoints: "撤回线下核定加分"
    // Retention (working rule)
    case .placeHold: "暂缓删除"
    case .releaseHold: "解除暂缓删除"
    }
  }

  func standing(_ standing: Studio.Standing) -> String {
    switch standing {
    case .inCare: "在册"
    case .rectifying: "整改中"
    case .cancelled: "已取消"
    case .suspended: "暂停"
    case .ended: "终止"
    }
  }

  func move(_ move: Studio.Move) -> String {
    switch move {
    case .fail: "不合格限期整改"
    case .pass: "复评合格"
    case .suspend: "暂停"
    case .resume: "恢复开展活动"
    case .cancel: "取消"
    case .end: "终止"
    case .restore: "取消决定被纠正后恢复"
    }
  }

  func stage(_ stage: Round.Stage) -> String {
    switch stage {
    case .marking: "打分"
    case .closed: "已汇总"
    case .published: "已公示"
    case .confirmed: "已确认"
    case .abandoned: "已作废"
    }
  }

  func relation(_ relation: JudgeRecused.Relation) -> String {
    switch relation {
    case .sameUnit: "同单位"
    case .kin: "亲属"
    case .masterAndApprentice: "师徒"
    case .jointProject: "共同承担项目"
    case .other: "其他关系"
    }
  }

  func origin(_ origin: JudgeRecused.Origin) -> String {
    switch origin {
    case .declared: "评委申报"
    case .entered: "人力社保局登记"
    case .found: "名册查出"
    }
  }

  func why(_ why: EarlierSheet.Why) -> String {
    switch why {
    case .returned: "退回评委"
    case .replaced: "更换评委"
    case .recused: "评委回避"
    }
  }

  func state(_ state: EvidenceItem.State) -> String {
    switch state {
    case .entered: "待核实"
    case .verified(_, let day): "\(day) 已核实"
    case .rejected(let reason): "不予采信：\(reason)"
    }
  }

  /// The years of a period as one says them: `2024–2025年`.
  func years(_ period: Period) -> String {
    let (first, last) = (period.years.lowerBound, period.years.upperBound)
    return first == last ? "\(first)年" : "\(first)–\(last)年"
  }

  /// Money that is kept in fen, in the regulation's own words: `2万元`, and in yuan where it is no round sum.
  func yuan(_ fen: Int) -> String {
    if fen < 0 { return "−" + yuan(-fen) }
    let (whole, rest) = (fen / 100, fen % 100)
    if rest == 0, whole > 0, whole % 10_000 == 0 { return "\(whole / 10_000)万元" }
    return "\(whole)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)") + "元"
  }

  /// At most seven things by name, a whole panel; the rest by their number.
  func list(_ items: [String], by separator: String = "、") -> String {
    let shown = items.prefix(7).joined(separator: separator)
    return items.count > 7 ? "\(shown) 等共 \(items.count) 个" : shown
  }
}
