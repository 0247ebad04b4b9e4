import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: ApplicationRefusal) -> String {
    receiving(refusal) ?? finding(refusal) ?? deciding(refusal)
  }

  private func receiving(_ refusal: ApplicationRefusal) -> String? {
    switch refusal {
    case .unknown(let id): "没有编号为 \(id) 的申报；按登记规则，只能办理已受理的申报。请核对编号\(hint("studio application list"))。"
    case .ended(let id, let stage):
      "申报 \(id) \(self.stage(stage))；按登记规则，不再办理其他事项。单位重新申报的，请另行受理\(hint("studio application receive"))。"
    case .unknownApplicant(let text, let known, let source):
      "“\(text)”不是规定的申报单位类别（\(self.source(source))）。请从下列类别中选择：\(titles(known))。"
    case .unknownField(let text, let known, let source):
      "“\(text)”不是工作室服务的重点领域（\(self.source(source))）。请从下列领域中选择：\(titles(known))。"
    case .expertLeads(let code):
      "该专家已是工作室 \(code) 的命名专家；同一技能专家只能命名建立一个工作室，没有例外（第九条）。请另定专家。"
    case .expertApplied(let id):
      "该专家已在尚未办结的申报 \(id) 中；同一技能专家只能命名建立一个工作室（第九条）。请待其办结，或由单位撤回\(hint("studio application withdraw"))。"
    case .expertTwice(let unit): "\(unit)拟命名的专家在表中另一行重复出现；同一技能专家只能命名建立一个工作室（第九条）。请删去一行。"
    case .otherExpert(let code): "工作室 \(code) 合作共建的，命名专家不变；更换专家的属于变更命名专家（第十五条）。请填写该工作室的命名专家，或改为申请变更。"
    case .notItsUnit(let code, let unit): "工作室 \(code) 须由原单位\(unit)申请（第十五条）。请填写该单位。"
    case .samePartner(let unit): "\(unit)不能与本单位合作共建；共建方是专家调入的新单位（第十五条）。请填写新单位。"
    case .studioApplied(let code, let id):
      "工作室 \(code) 的申报 \(id) 尚未办结；按工作规则，同一工作室一次只办理一件。请先办结，或由单位撤回\(hint("studio application withdraw"))。"
    case .unitHasStudio(let unit, let occupation, let studio, let waivable, let source):
      "\(unit)已有\(occupation)工作室 \(studio)；原则上同一单位在同一层级只能建立一个相同工种工作室（\(self.source(source))）。"
        + (waivable
          ? "确需例外的，请在受理时或事后写明理由\(hint("studio application waive"))，或报批将分支机构视为一家单位\(hint("studio application branch"))。"
          : "请另定工种。")
    case .notWaivable(let source): "本规则不允许同一单位、同一工种建立第二个工作室（\(self.source(source))）。请删去例外理由。"
    case .waivedAlready(let id): "申报 \(id) 已登记例外理由；按登记规则，例外只登记一次。请查看该申报\(hint("studio application show"))。"
    default: nil
    }
  }

  private func finding(_ refusal: ApplicationRefusal) -> String? {
    switch refusal {
    case .unknownMaterial(let id): "“\(id)”不是规定的申报材料（第八条（一））。请从规定的材料清单中选择\(hint("studio application show"))。"
    case .length(let title, let count, let least, let most, let source):
      "“\(title.zh)”不计空白共 \(count) 字，应为 \(least)—\(most) 字（\(self.source(source))）。请由单位补正后重报。"
    case .lengthNeeded(let title, let source):
      "“\(title.zh)”：只有事迹材料计算字数，且须为文本文件（\(self.source(source))）。事迹材料请给出文本文件，其他材料不填字数。"
    case .unknownCondition(let id): "“\(id)”不是单位或专家的申报条件（第六条）。请从规定的条件清单中选择\(hint("studio application show"))。"
    case .notUndertakable(let title, let source):
      "“\(title.zh)”须以材料证明，不能以承诺代替（\(self.source(source))）。请登记为符合、不符合或未证明。"
    case .onlyUndertaken(let title, let source):
      "“\(title.zh)”在专家领衔该工作室之前无从证明（\(self.source(source))）。请登记为承诺，由年度检查核对。"
    case .conditionNotWaivable(let title, let source):
      "“\(title.zh)”没有例外（\(self.source(source))）：只有条文写明“一般”的条件可以放宽。请只登记审查结论。"
    case .nothingToWaive(let title): "“\(title.zh)”已符合或已承诺；按登记规则，无须放宽。请删去放宽理由。"
    case .numberNeeded(let title, let least, let most, let source):
      "“\(title.zh)”以 \(least) 至 \(most) 的数字认定（\(self.source(source))）。请填写数字。"
    case .numberOutside(let title, let number, let least, let most, let source):
      "“\(title.zh)”：\(number) 不在 \(least) 至 \(most) 之内（\(self.source(source))）。请更正数字，或登记为不符合。"
    case .numberRefused(let title): "“\(title.zh)”不填数字；年龄等个人信息不记入日志（登记规则：个人信息保护）。请删去数字。"
    default: nil
    }
  }

  private func deciding(_ refusal: ApplicationRefusal) -> String {
    switch refusal {
    case .incomplete(let id, let lacking):
      "申报 \(id) 材料不齐（第八条（一）），缺：\(titles(lacking))。请补登材料\(hint("studio application material"))。"
    case .reviewedAlready(let id):
      "申报 \(id) 已经专家评审（第八条（二））；按工作规则，只有异议成立才重新评审。请查看该申报\(hint("studio application show"))。"
    case .noReviewRubric: "规则没有规定评审所用的考核项目（工作规则）。请按评审纪要登记结果。"
    case .scoresNeeded(let source): "规则要求评审一律评分（\(self.source(source))）。请给出评委打分。"
    case .judgeOfUnit(let login, let unit):
      "“\(login)”是拟命名专家本人，或在\(unit)任职（含近年离职）；按工作规则，不得评审本单位的申报。请去掉该评委。"
    case .notReviewed(let id):
      "申报 \(id) 未经专家评审，或异议成立后尚未重新评审（第八条（二））。请先登记评审\(hint("studio application review"))。"
    case .notRecommended(let id): "申报 \(id) 的专家评审意见为不通过（第八条（二））。请报批：不予确认\(hint("studio application reject"))。"
    case .conditionsOpen(let id, let conditions):
      "申报 \(id) 尚有条件不符合或未审查（第六条）：\(titles(conditions))。特别条件仅在符合的项数不足时列出。请登记审查结论\(hint("studio application find"))。"
    case .noNotice(let id):
      "申报 \(id) 是变更已有工作室，经评审后由两部门认定，不另公示（第十五条、工作规则）。请报批：确认\(hint("studio application confirm"))。"
    case .publishedAlready(let id): "申报 \(id) 已在公示（第八条（二））。请查看该申报\(hint("studio application show"))。"
    case .notPublished(let id): "申报 \(id) 的评审结果未公示（第八条（二））。请先公示\(hint("studio application publish"))。"
    case .noticeRunning(let id, let until): "申报 \(id) 的公示至 \(until) 届满（工作规则）。请于次日起报批。"
    case .unknownObjection(let id): "没有编号为 \(id) 的申报异议；按登记规则，只能答复已登记的异议。请核对编号\(hint("studio application show"))。"
    case .objectionAnswered(let id): "申报异议 \(id) 已经答复；按工作规则，每件异议只答复一次。请查看该申报\(hint("studio application show"))。"
    case .objectionOpen(let objection, let id):
      "申报 \(id) 的异议 \(objection) 尚未答复；公示无异议后才予确认（第八条（二））。请先答复\(hint("studio application answer"))。"
    case .codeNeeded(let id): "申报 \(id) 将新建工作室；按登记规则，须给出编号，例如 YY031。请填写编号。"
    case .codeRefused(let id): "申报 \(id) 变更的是已有工作室；按登记规则，其编号永不改变。请删去编号。"
    case .branchCounted(let name): "分支机构\(name)已视为一家单位（第九条）。无须再办。"
    case .branchesNever(let source): "本规则不将分支机构视为一家单位（\(self.source(source))）。请以企业名义申报。"
    case .sameAsEnterprise(let name): "分支机构与企业同为\(name)；分支机构须隶属于另一企业（第九条）。请分别填写。"
    default: ""
    }
  }

  private func titles(_ titles: [Text]) -> String { list(titles.map(\.zh), by: "；") }

  /// What happened to applications (Art. 5–9); nil for an event of another part.
  func applicationsEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as ApplicationReceived:
      "受理\(e.unit)的申报（\(label(.applicant, e.applicant, names))，领域：\(label(.field, e.field, names))）"
        + (e.enterprise.map { "，\($0)的分支机构" } ?? "")
        + "：\(purpose(e.purpose, names))，\(e.occupation)，拟命名专家\(names.person(e.expert))"
        + (e.unitWaiver.map { "；同一单位同一工种例外，理由：\($0)" } ?? "")
    case let e as UnitRuleWaived: "申报 \(e.application)：同一单位同一工种例外（第九条），理由：\(e.reason)"
    case let e as MaterialReceived:
      "申报 \(e.application)：收到材料“\(label(.material, e.material, names))”" + (e.characters.map { "，\($0) 字" } ?? "")
        + (e.scan == nil ? "（纸质）" : "")
    case let e as ConditionFound: found(e, names)
    case let e as ApplicationReviewed:
      "申报 \(e.application) 专家评审意见：\(e.isRecommended ? "通过" : "不通过")"
        + (e.scored.map { "，\($0.sheets.count) 名评委，\($0.score) 分" } ?? "") + "；纪要 \(e.minutes)"
    case let e as ApplicationsPublished:
      "公示 \(list(e.applications.map(\.description)))，网址 \(e.address)，异议截至 \(e.until)"
    case let e as ApplicationObjectionRaised:
      "对申报 \(e.application) 的异议，" + (e.by.map { "\(names.person($0))实名提出" } ?? "匿名线索")
        + "（\(e.channel)）" + (e.isLate ? "，逾期收到" : "") + "，答复期限 \(e.answerBy)：\(e.text)"
    case let e as ApplicationObjectionAnswered:
      "对申报 \(e.application) 的异议 \(e.objection) \(e.isUpheld ? "成立，申报重新评审" : "不成立")：\(e.text)"
    case let e as ApplicationConfirmed:
      "申报 \(e.application) 由两部门确认（第八条（二））" + (e.code.map { "：工作室 \($0)" } ?? "")
    case let e as ApplicationRejected: "申报 \(e.application) 由两部门决定不予确认，理由：\(e.reason)"
    case let e as ApplicationWithdrawn: "申报 \(e.application) 由单位撤回，理由：\(e.reason)"
    case let e as BranchCounted: "\(e.enterprise)的分支机构\(e.branch)视为一家单位（第九条）"
    default: nil
    }
  }

  private func found(_ event: ConditionFound, _ names: Names) -> String {
    let found = event.finding
    let parts = [found.number.map { "数字 \($0)" }, found.note, found.waiver.map { "放宽理由：\($0)" }].compactMap(\.self)
    return "申报 \(event.application)：条件“\(label(.condition, found.condition, names))”\(finding(found.state))"
      + (parts.isEmpty ? "" : "；" + parts.joined(separator: "；"))
  }
}

extension Chinese {
  func stage(_ stage: Application.Stage) -> String {
    switch stage {
    case .received: "材料未齐"
    case .complete: "材料齐全"
    case .reviewed: "已评审"
    case .published: "公示中"
    case .confirmed: "已确认"
    case .rejected: "不予确认"
    case .withdrawn: "已撤回"
    }
  }

  func step(_ step: Application.Step) -> String {
    switch step {
    case .complete: "补齐材料或审查结论"
    case .review: "组织专家评审"
    case .publish: "公示评审结果"
    case .noticeEnds: "公示最后一日"
    case .confirm: "报批确认"
    case .reject: "专家评审意见为不通过，报批不予确认"
    }
  }

  func finding(_ state: ConditionFinding.State) -> String {
    switch state {
    case .met: "符合"
    case .notMet: "不符合"
    case .notShown: "未证明"
    case .undertaken: "承诺"
    }
  }

  func purpose(_ purpose: Application.Purpose, _ names: Names) -> String {
    switch purpose {
    case .newStudio: "新建工作室"
    case .changeExpert(let studio): "变更 \(names.studio(studio)) 的命名专家（第十五条）"
    case .jointBuilding(let studio, let partner): "\(names.studio(studio)) 与\(partner)合作共建（第十五条）"
    }
  }
}
