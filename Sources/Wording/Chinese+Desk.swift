import Scoring
import StudioRegistry

extension Chinese {
  func heading(_ heading: Heading) -> String {
    switch heading {
    case .account: "账号"
    case .login: "登录名"
    case .role: "角色"
    case .person: "人员"
    case .name: "姓名"
    case .birthMonth: "出生年月"
    case .phone: "电话"
    case .employment: "工作单位"
    case .erased: "已删除"
    case .opened: "开立"
    case .closed: "停用"
    case .studio: "工作室"
    case .unit: "单位"
    case .expert: "命名专家"
    case .occupation: "职业（工种）"
    case .confirmed: "确认日期"
    case .standing: "状态"
    case .entry: "记录"
    case .day: "日期"
    case .actor: "经办"
    case .event: "事项"
    case .digest: "摘要"
    case .evidence: "材料"
    case .kind: "类别"
    case .content: "内容"
    case .state: "状态"
    case .round: "考核"
    case .period: "考核期"
    case .stage: "阶段"
    case .studios: "工作室数"
    case .deferred: "缓评"
    case .panel: "评委"
    case .version: "版本"
    case .proposal: "报批事项"
    case .decision: "决定"
    case .reason: "理由"
    case .proposer: "报批人"
    case .waitsFor: "待审批"
    case .task: "待办"
    case .served: "送达"
    case .until: "截止"
    case .second: "复评"
    case .outcome: "结果"
    case .row: "行"
    case .action: "处理"
    case .judge: "评委"
    case .rubric: "考核项目"
    case .sheets: "评分表"
    case .signed: "已签"
    case .missing: "缺"
    case .party: "责任单位"
    case .article: "条款"
    case .document: "文件"
    // Applications (Art. 5–9)
    case .application: "申报"
    case .purpose: "事项"
    case .field: "领域"
    case .condition: "条件或材料"
    case .finding: "审查结论"
    // Care (Art. 11, 12, 18, 23, 24)
    case .number: "编号"
    case .joined: "加入"
    case .left: "离开"
    case .happened: "发生日期"
    case .reported: "报告日期"
    // Plans (Art. 16)
    case .plan: "计划"
    case .year: "年度"
    case .submitted: "报送日期"
    case .item: "事项"
    case .weight: "权重"
    case .completion: "完成率"
    case .review: "评议"
    case .fulfilment: "计划完成率"
    case .flags: "提示"
    // Apprentices (Art. 21)
    case .apprentice: "学徒"
    case .training: "培训"
    case .grades: "晋升等级"
    // Funds (Art. 12(5), 19, 20)
    case .fund: "资金"
    case .amount: "金额"
    case .income: "收入"
    case .expense: "支出"
    case .balance: "结余"
    // Cancellation (Art. 14, 15, 20)
    case .proceedings: "取消程序"
    case .ground: "事由"
    case .invited: "告知陈述申辩"
    case .statement: "陈述申辩"
    case .dropped: "终结"
    case .appeal: "受理"
    case .restored: "恢复"
    // Recommendation (Art. 7, 13, 22)
    case .target: "推荐项目"
    case .excellent: "优秀"
    case .lastScore: "最近得分"
    case .conditionsMet: "条件"
    case .recommended: "推荐情况"
    case .meetsAll: "全部符合"
    // Secrets (Art. 17)
    case .token: "代号"
    case .certified: "核定加分"
    case .points: "分数"
    // Retention (working rule)
    case .kept: "保存期限"
    case .source: "依据"
    case .hold: "暂缓"
    // Ways in (working rule)
    case .code: "登录码"
    case .link: "链接"
    case .password: "密码"
    case .seen: "最近使用"
    }
  }

  func notice(_ notice: DeskNotice) -> String {
    switch notice {
    case .accountNeeded: "请用 --as 登录名 说明由谁办理；登录名见 studio account list"
    case .unknownLogin(let login, let near): "名册中没有账号“\(login)”" + suggestion(near)
    case .unknownStudio(let name, let near): "名册中没有工作室“\(name)”" + suggestion(near)
    case .unknownID(let text, let expected): "填写的是“\(text)”，应为编号，例如 \(expected)"
    case .loginIsName(let login): "登录名“\(login)”就是本人姓名；登录名将永久留在日志中，请改用岗位或席位代号"
    case .nothingFound: "没有找到。"
    case .dryRun: "本次为试运行（--dry-run），未作任何登记。"
    case .recorded(let first, let last): first == last ? "已登记为第 \(first) 条记录。" : "已登记为第 \(first) 至 \(last) 条记录。"
    case .founded(let file): "名册已建立：\(file)。"
    case .studioTitle(let name, let occupation): "\(name)\(occupation)技能大师工作室"
    case .erasedPerson(let id): "\(id)（已删除）"
    case .rowNew: "新增"
    case .rowKnown(let id): "已有（\(id)），保持不变"
    case .rowRepeated: "与上文某行相同，不登记"
    case .rowErased(let id): "已有（\(id)），其人员信息已删除，不登记"
    case .namesake(let name, let studio):
      "\(name) 已是 \(studio) 的命名专家，同一专家只能命名一个工作室（第九条）；确为同名的另一人，请先登记人员\(hint("studio person add"))，再填其编号"
    case .badName(let text): "“\(text)”不能作为姓名：为空，或形似身份证号码、手机号码"
    case .badMonth(let text): "“\(text)”不是年月，应如 1975-03"
    case .repeatedMark(let id): "打分中 \(id) 出现两次"
    case .notChosen(let id): "\(id) 不在所选材料中，不能除外"
    case .rowSheet(let judge, let sheets, let marks): "\(judge)：评分表 \(sheets) 份，得分 \(marks) 项"
    case .ambiguousPerson(let name, let ids): "有多人姓名为“\(name)”：\(ids.joined(separator: "、"))；请改填人员编号"
    case .markForm(let text): "填写的是“\(text)”，应如 A1=9,A2=6.5"
    case .adoptedLate(let document, let day, let period):
      "\(document) 于 \(day) 印发，晚于考核期 \(period) 的起始日：各工作室此前并不知悉该规则"
    case .noticeUntil(let day): "异议受理至 \(day)。"
    case .leftOut(let deferred, let rectifying, let suspended):
      [
        deferred.isEmpty ? nil : "缓评（确认不满规定月数）：\(deferred.joined(separator: "、"))。",
        rectifying.isEmpty ? nil : "整改中，先行复评：\(rectifying.joined(separator: "、"))。",
        suspended.isEmpty ? nil : "暂停，不予考核：\(suspended.joined(separator: "、"))。",
      ].compactMap(\.self).joined()
    case .board(let signed, let entered, let missing): "评分表：已签 \(signed) 份，已录入未签 \(entered) 份，缺 \(missing) 份。"
    case .versions(let count): "共 \(count) 个版本，显示最后一版；--version 查看其他版本。"
    case .changed(let studio, let from, let to): "\(studio)：\(from) → \(to)"
    case .asStored: "已按签名评分表重新计算，与汇总时存档一致。"
    case .notAsStored(let studio): "\(studio)：现按评分表计算的结果与汇总时存档不一致"
    case .nothingDue: "没有待办事项。"
    case .nothingPending: "没有待审批的事项。"
    case .overdue: "已逾期"
    case .verified(let entries, let digest): "日志完整：共 \(entries) 条记录，末条摘要 \(digest)。"
    case .verifiedMore(let persons, let erased, let closings):
      "\(persons) 人的信息与日志中的承诺值相符，\(erased) 人已删除；\(closings) 次汇总已重新计算，结果一致。"
    case .valuesAbsent(let count): "\(count) 人的信息不在此处（由导出文件恢复的名册即如此）。"
    case .keptBroken(let file): "无法读取的原文件保存为 \(file)。"
    case .withoutCheckpoint: "末尾是否被截去，只有另处保存的检查点能够证明\(hint("studio journal checkpoint 文件"))。"
    case .wroteCheckpoint(let file, let sequence): "已写入 \(file)：第 \(sequence) 条记录。请存放在系统管理员无法改动之处。"
    case .badCheckpoint(let file): "\(file) 不是检查点文件；应为一行：序号和 64 位十六进制摘要"
    case .restored(let file, let entries): "已恢复 \(file)：共 \(entries) 条记录。"
    case .backedUp(let file, let entries): "已备份到 \(file)：共 \(entries) 条记录，含人员信息和文件。"
    case .wouldLose(let file, let entries):
      "\(file) 中有 \(entries) 条记录是备份中没有的，恢复将丢失这些记录；确需恢复的，加 --replace，原文件将另行保存"
    case .keptFormer(let file): "原名册保存为 \(file)。"
    case .exportedWithoutVault: "导出文件不含人员姓名；姓名只在数据库及其备份中。"
    case .erasedElsewhere: "此前的备份中仍有这些信息：请销毁，或重新备份。"
    case .evidenceWaiting(let count): "这些工作室尚有 \(count) 条佐证材料未核实，不计入参考分"
    case .tracesLeft: "另有程序正在使用该文件，其中可能仍有残留：请关闭其他程序，再重写文件\(hint("studio journal scrub"))"
    case .scrubbed: "文件已重写，已删除的信息不再存在于其中。"
    case .unreadableFile(let file): "无法读取 \(file)"
    case .story(let part): story(part)
    case .storyKept(let file): "名册保存在 \(file)，可试运行 studio due --database \(file)。"
    case .storyLost: "本次名册为临时文件；加 --database 文件 可保存以便试用。"
    case .money(let fen): "\(fen / 100)元"
    // Applications (Art. 5–9)
    case .noSecrets: "本系统不得录入国家秘密（第十七条）。涉密成果只登记代号，由涉密人员另行办理。"
    case .expertApplied(let name, let application):
      "\(name) 已在申报 \(application) 中，同一专家只能命名一个工作室（第九条）；确为同名的另一人，请先登记人员\(hint("studio person add"))，再填其编号"
    case .knownExpert(let name, let persons):
      "\(name) 曾任命名专家或在申报中登记为 \(persons.joined(separator: "、"))，同一专家只能命名一个工作室（第九条）；"
        + "请填该编号，确为同名的另一人，请先登记人员\(hint("studio person add"))，再填其编号"
    case .unknownChoice(let text, let known): "填写的是“\(text)”，应为下列之一：\(known.joined(separator: "、"))"
    case .ageIs(let age, _, let most): "该专家 \(age) 周岁；一般在 \(most) 周岁及以下（第六条（二））。"
    case .ageUnknown: "没有出生年月，无法核对年龄；可以补录\(hint("studio person change"))。"
    case .ageContradicts(let age, _, let most):
      "按出生年月，申报之日为 \(age) 周岁，规定一般在 \(most) 周岁及以下（第六条（二）），与审查结论不符；确需放宽的，登记为不符合并写明理由"
        + "\(hint("studio application find … --waive"))，出生年月有误的请更正\(hint("studio person change"))"
    case .digestAlone(let file): "\(file) 涉及个人信息：只保存校验值，文件由经办人另行保管。"
    case .notText(let file): "\(file) 不是 UTF-8 纯文本，无法计算字数"
    case .applicationLacks(let items): "尚缺：\(items.joined(separator: "；"))。"
    case .applicationComplete: "材料齐全，各项条件均已认定。"
    case .reviewScored(let score, let mark, let judges): "评审：\(judges) 名评委，\(score) 分（\(mark) 分及以上通过）。"
    case .unitWaived(let reason): "同一单位同一工种例外（第九条）：\(reason)"
    // Care (Art. 11, 12, 18, 23, 24)
    case .care(let notice): careNotice(notice)
    // Plans (Art. 16)
    case .planDraft: "草稿"
    case .planLate(let day): "\(day)，逾期（第十六条）"
    case .planAfterYear(let day): "\(day)，已过计划年度，不计（第十六条）"
    case .planReview(let isAccepted): review(isAccepted)
    case .planChange(let wanted): change(wanted)
    case .planChangeWaits: "待处理"
    case .planItemDropped: "已删去"
    case .yearFlag(let found): flag(found)
    case .rowCompletion(let id): "已有（\(id)），填入完成率"
    case .rowOtherWeight(let id): "已有（\(id)），权重不同，保持不变；需要调整的，请申请调整权重\(hint("studio plan change"))"
    case .badItem(let text): "“\(text)”有误，应为事项及其权重，如 完成两项攻关=40"
    case .badPercent(let text): "“\(text)”有误，应为事项的完成率，如 Y13=85"
    // Apprentices (Art. 21)
    case .exemption(let found): exemption(found)
    case .conditionMet(let isMet): isMet ? "符合" : "不符合"
    case .exempt: "符合第二十一条条件，提请评价机构认定。通过理论考试后颁发证书。"
    case .notExempt: "不符合第二十一条条件，不免技能考核。"
    case .trainingUnverified(let id): "培训记录 \(id) 尚未核实，请由另一人核实\(hint("studio evidence verify \(id)"))"
    case .rowTraining(let id): "并入培训记录 \(id)"
    // Funds (Art. 12(5), 19, 20)
    case .fund(let fund): self.fund(fund)
    case .ledgerEntry(let kind): entryKind(kind)
    case .flag(let flag): self.flag(flag)
    case .ledgerOf(let studio, let origin):
      "\(studio) 经费专门台账（第十二条（五））" + (origin.map { "；补助资金来源：\($0.zh)（第十九条）" } ?? "")
    case .left(let fund, let fen): "\(self.fund(fund))结余：\(yuan(fen))"
    case .flagged(let entry, let flags): "\(entry) 已登记并作标记：\(list(flags.map(flag)))"
    case .nothingUnpaid: "没有应付未付的款项。"
    // Recommendation (Art. 7, 13, 22)
    case .condition(let label, let state): "\(label.zh)：\(conditionState(state))"
    case .target(let label): label.zh
    case .excellent: "优秀"
    case .recommended(let recommendation):
      recommendation.outcome.map { "\($0.on) \($0.isGranted ? "获批" : "未获批")" } ?? "\(recommendation.on) 已推荐"
    case .meetsAll(let meets): meets ? "全部符合" : ""
    case .recordPlaque(let code):
      "\(code) 如已获市级及以上铭牌，请登记，以免重复享受补助（第十九条）\(hint("studio funds higher-plaque \(code)"))。"
    // The case file
    case .otherStudio: "另一工作室"
    case .ofThisStudio: "（仅列本工作室部分）"
    case .folderTaken(let folder): "“\(folder)”已存在且不为空，未写入任何内容；请另取文件夹名。"
    case .wroteCaseFile(let folder, let files, let entries):
      "已写入 \(folder)：文件 \(files) 个，日志记录 \(entries) 条。请先看 README.md；用 sha256sum -c SHA256SUMS 核对。"
    // The site
    case .portTaken(let port): "端口 \(port) 已被占用或无权使用。请用 --port 换一个，或先停止占用它的程序。"
    case .badHost(let host): "不能在地址 \(host) 上提供服务。请用 --host 填本机的地址；0.0.0.0 为全部地址。"
    case .badCertificate(let file): "证书或私钥读不出来，或者两者不配对：\(file)。两个文件都应是 PEM 格式，私钥不加口令。"
    case .proxyNotNamed:
      "--address 为 https，但未给证书，说明前面有代理；请用 --trusted-proxy 填代理的 IP 地址，否则全体访问者都算作来自同一处，少数人登录失败，所有人都须等待。"
    case .codeOnce(let until): "登录码仅此一次显示，有效期至 \(until)。"
    case .loginsEnded:
      "备份中的登录、登录码和密码均已作废，以免已更换的旧密码重新生效；所有账号都需要新的登录条\(hint("studio access issue"))。"
    }
  }
}
