import Scoring
import StudioRegistry

extension Chinese {
  func event(_ event: any Event, _ names: Names) -> String {
    switch event {
    case let e as Founded:
      "\(e.rules.authority.bureau.zh)建立名册，依据\(document(e.adoption))，规则 \(e.rules.id)"
    case let e as PersonAdded: "登记人员" + (e.studio.map { "（\(names.studio($0))）" } ?? "")
    case let e as PersonChanged: "更正\(names.person(e.person))的个人信息"
    case let e as PersonErased: "删除\(names.person(e.person))的个人信息" + because(e.reason)
    case let e as EmploymentRecorded:
      "\(names.person(e.person))的工作单位：\(e.employment.unit)" + (e.employment.until.map { "（至 \($0)）" } ?? "")
    case let e as AccountOpened:
      "为\(names.person(e.person))开立账号 \(e.login)，\(role(e.role))" + (e.studio.map { "（\(names.studio($0))）" } ?? "")
    case let e as AccountClosed: "停用账号 \(names.account(e.account))" + because(e.reason)
    case let e as DeputyAppointed:
      "\(e.deputy.from) 至 \(e.deputy.until) 由 \(names.account(e.deputy.deputy)) 代理 \(names.account(e.deputy.principal))"
    case let e as StudioEntered:
      "登记工作室 \(e.code)：\(e.unit)，\(e.occupation)，命名专家\(names.person(e.expert))，\(e.confirmed) 确认"
    case let e as EvidenceEntered:
      "录入 \(names.studio(e.studio)) 的佐证材料“\(label(.evidence, e.type, names))”" + cells(e.cells)
        + (e.scan.map { "；扫描件 \($0)" } ?? "")
    case let e as EvidenceVerified: "核实佐证材料 \(e.items.count) 条：\(list(e.items.map(\.description)))"
    case let e as EvidenceRejected: "佐证材料 \(e.item) 不予认定" + because(e.reason)
    case let e as RoundOpened: opened(e)
    case let e as PanelAppointed: appointed(e, names)
    case let e as JudgeRecused: recused(e, names)
    case let e as SheetsEntered: "考核评估 \(e.round)：录入评委 \(names.account(e.judge)) 的评分表 \(e.sheets.count) 份"
    case let e as SheetsSigned: "考核评估 \(e.round)：评委 \(names.account(e.judge)) 签名评分表 \(e.sheets.count) 份"
    case let e as SheetsSignedOnPaper:
      "考核评估 \(e.round)：评委 \(names.account(e.judge)) 的纸质评分表 \(e.sheets.count) 份经两人分别录入、核对一致，"
        + "以其手写签名为准；扫描件 \(e.scan)"
    case let e as SheetReturned:
      "考核评估 \(e.round)：退回评委 \(names.account(e.judge)) 对 \(names.studio(e.sheet.studio)) 的评分表“\(label(.rubric, e.sheet.rubric, names))”"
        + because(e.reason) + effects(e.effects, in: e.round, names)
    case let e as JudgeReplaced:
      "考核评估 \(e.round)：评委 \(names.account(e.judge)) 更换为 \(names.account(e.by))" + because(e.reason)
        + effects(e.effects, in: e.round, names)
    case let e as StudioSettled: settled(e, names)
    case let e as RoundClosed: closed(e, names)
    case let e as VoteCast:
      "考核评估 \(e.round)：评委 \(names.account(e.judge)) 投票给 \(list(e.choice.map(names.studio)))"
    case let e as VoteCounted: counted(e, names) + (e.reason.map { "；部分评委未投票：\($0)" } ?? "")
    case let e as RoundPublished:
      "考核评估 \(e.round) 第 \(e.version) 版结果公示，网址 \(e.address)，异议截至 \(e.until)"
    case let e as ObjectionRaised: raised(e, names)
    case let e as ObjectionAnswered:
      "考核评估 \(e.round)：异议 \(e.objection) \(e.isUpheld ? "成立" : "不成立")：\(e.text)"
    case let e as RoundConfirmed: confirmed(e, names)
    case let e as RectificationServed:
      "向 \(names.studio(e.studio)) 送达考核评估 \(e.round) 的整改通知，整改期至 \(e.until)（第二十条）；送达回证：\(e.receipt)"
    case let e as RoundAbandoned: "考核评估 \(e.round) 作废"
    case let e as TitleCancelled:
      "取消 \(names.studio(e.studio)) 的称号：在考核评估 \(e.round) 中整改仍不合格（第二十条）"
    case let e as DecisionProposed: "报批：\(decision(e.decision, names))" + because(e.reason)
    case let e as DecisionApproved:
      "\(e.role.map(role) ?? "签批件")批准报批事项 \(e.proposal)" + (e.isCarried ? "，已执行" : "")
    case let e as DecisionSentBack: "退回报批事项 \(e.proposal)" + because(e.reason)
    case let e as RulesAdopted: "采用规则 \(e.rules.id)，依据\(document(e.adoption))（第二十五条）"
    case let e as RuleInterpreted:
      "对第\(numeral(e.interpretation.article))条的解释（\(e.interpretation.document)，第二十五条）：\(e.interpretation.text)"
    case let e as PaperEntered: "录入报批事项 \(e.proposal) 的签批件 \(e.paper.number)（\(e.paper.date)）"
    default: partEvent(event, names) ?? type(of: event).kind
    }
  }

  /// What happened in one of the parts of the law that have files of their own.
  private func partEvent(_ event: any Event, _ names: Names) -> String? {
    applicationsEvent(event, names)
      ?? careEvent(event, names)
      ?? plansEvent(event, names)
      ?? apprenticesEvent(event, names)
      ?? fundsEvent(event, names)
      ?? cancellationEvent(event, names)
      ?? recommendationEvent(event, names)
      ?? secretsEvent(event, names)
      ?? retentionEvent(event, names)
      ?? accessEvent(event, names)
  }

  private func opened(_ event: RoundOpened) -> String {
    let studios = [
      "工作室 \(event.assessed.count) 个", event.deferred.isEmpty ? nil : "缓评 \(event.deferred.count) 个",
      event.rectifying.isEmpty ? nil : "整改中 \(event.rectifying.count) 个",
    ]
    let what = event.second.map { "复评（原考核评估 \($0)）" } ?? "考核评估"
    return "开启 \(years(event.period))\(what)，依据\(document(event.adoption))："
      + studios.compactMap(\.self).joined(separator: "，")
  }

  private func appointed(_ event: PanelAppointed, _ names: Names) -> String {
    let alternates = event.alternates.isEmpty ? "" : "；候补评委：\(list(event.alternates.map(names.account)))"
    return "考核评估 \(event.round) 组成评委组 \(event.judges.count) 人：\(list(event.judges.map(names.account)))"
      + alternates + because(event.reason)
  }

  private func recused(_ event: JudgeRecused, _ names: Names) -> String {
    "考核评估 \(event.round)：评委 \(names.account(event.judge)) 回避 \(names.studio(event.studio))，"
      + "\(relation(event.relation))（\(origin(event.origin))）" + because(event.reason)
      + effects(event.effects, in: event.round, names)
  }

  private func settled(_ event: StudioSettled, _ names: Names) -> String {
    let parts = [
      event.score.map { "\($0) 分" } ?? "无得分", grade(event.grade), event.rank.map { "第 \($0) 名" },
      event.excellence.map(standing),
    ]
    return "考核评估 \(event.round) 第 \(event.version) 版结果，\(names.studio(event.studio))："
      + parts.compactMap(\.self).joined(separator: "，")
  }

  private func closed(_ event: RoundClosed, _ names: Names) -> String {
    let quota = event.quota.map { "；优秀名额 \($0.places) 个（基数 \($0.base) 个）" } ?? ""
    let missing = event.missing.map {
      "\(names.account($0.judge)) \(names.studio($0.studio)) \(label(.rubric, $0.rubric, names))"
    }
    let lacking = missing.isEmpty ? "" : "；缺评分表 \(missing.count) 份：\(list(missing))"
    return "考核评估 \(event.round) 汇总，第 \(event.version) 版结果" + quota + lacking + because(event.reason)
  }

  private func counted(_ event: VoteCounted, _ names: Names) -> String {
    let tally = event.tally.map { (votes: $0.value, name: ID<Studio>($0.key).map(names.studio) ?? $0.key) }
      .sorted { $0.votes != $1.votes ? $0.votes > $1.votes : $0.name < $1.name }
    let chosen = event.chosen.isEmpty ? "票数仍并列，重新投票" : "选出 \(list(event.chosen.map(names.studio)))"
    return "考核评估 \(event.round) 计票：\(list(tally.map { "\($0.name) \($0.votes) 票" }))；\(chosen)"
  }

  private func raised(_ event: ObjectionRaised, _ names: Names) -> String {
    "考核评估 \(event.round) 第 \(event.version) 版结果的异议，"
      + (event.studio.map { "涉及 \(names.studio($0))，" } ?? "")
      + (event.by.map { "\(names.person($0))实名提出" } ?? "匿名") + (event.isLate ? "，逾期收到" : "")
      + "，答复期限 \(event.answerBy)：\(event.text)"
  }

  private func confirmed(_ event: RoundConfirmed, _ names: Names) -> String {
    let unqualified = event.unqualified.isEmpty ? "" : "（\(list(event.unqualified.map(names.studio)))）"
    let excellent = event.excellent.isEmpty ? "" : "；优秀：\(list(event.excellent.map(names.studio)))"
    return "考核评估 \(event.round) 第 \(event.version) 版结果已确认：合格 \(event.qualified.count) 个，"
      + "不合格 \(event.unqualified.count) 个" + unqualified + excellent
  }

  private func document(_ adoption: Adoption) -> String { "\(adoption.document)（\(adoption.on)）" }

  private func because(_ reason: String?) -> String { reason.map { $0.isEmpty ? "" : "；理由：\($0)" } ?? "" }

  private func effects(_ effects: [Effect], in round: ID<Round>, _ names: Names) -> String {
    let withScores = !names.hidesScores(round)
    let words = effects.map { effect($0, names, withScores: withScores) }
    return words.isEmpty ? "" : "；\(list(words, by: "；"))"
  }

  /// What the cells of a row hold, in the order of the columns' ids.
  private func cells(_ cells: [String: String]) -> String {
    let filled = cells.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map(\.value)
    return filled.isEmpty ? "" : "：\(list(filled))"
  }
}
