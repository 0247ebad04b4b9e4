import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: CareRefusal) -> String {
    switch refusal {
    case .agreementFiled(let code, let number):
      "工作室 \(code) 的责任书 \(number) 已经备案（第十二条（一））。请核对文号\(hint("studio care show"))。"
    case .plaqueTaken(let number): "铭牌编号 \(number) 已经用过；按工作规则，铭牌编号只用一次（第十八条）。请另取编号。"
    case .plaqueOut(let code, let number):
      "工作室 \(code) 的命名专家已有铭牌 \(number)，只授予一块（第十二条（二）、第十八条）。请先登记该铭牌收回或遗失\(hint("studio care plaque"))。"
    case .unknownPlaque(let number): "没有授予过编号为 \(number) 的铭牌（第十八条）。请核对\(hint("studio care show"))。"
    case .plaqueGone(let number, let day):
      "铭牌 \(number) 已于 \(day) 收回或遗失，并已登记（第十八条）。请核对编号\(hint("studio care show"))。"
    case .cardTaken(let number): "工作证编号 \(number) 已经用过；按工作规则，工作证编号只用一次（第十二条（二））。请另取编号。"
    case .unknownCard(let number): "没有配发过编号为 \(number) 的工作证（第十二条（二））。请核对\(hint("studio care show"))。"
    case .cardReturned(let number, let day):
      "工作证 \(number) 已于 \(day) 收回，并已登记（第十二条（二））。请核对编号\(hint("studio care show"))。"
    case .notOfStudio(let person, let code):
      "人员 \(person) 不是工作室 \(code) 的命名专家、成员、负责人或联系人，工作证只配发给这些人员（第十二条（二））。请先登记成员\(hint("studio care member"))。"
    case .headNotExpert(let code): "工作室 \(code) 的负责人一般为命名专家本人，现为他人（第十二条（三））。请写明理由\(hint("--reason"))。"
    case .namedAlready(let person, let post, let code):
      "人员 \(person) 已是工作室 \(code) 的\(self.post(post))，或正待审核；\(self.post(post))只设 1 名（第十二条（三））。请核对\(hint("studio care show"))。"
    case .nobodyNamed(let code, let post):
      "工作室 \(code) 没有待审核的\(self.post(post))（第十二条（三））。请先报送人选\(hint("studio care officer"))。"
    case .ownNominee(let code): "工作室 \(code) 的人选由您（或您所代理的人）录入，按经办、复核分离的规定，须由他人审核（第十二条（三））。请交由人力社保局其他人员办理。"
    case .vacant(let code, let post): "工作室 \(code) 没有经审核的\(self.post(post))（第十二条（三））。请核对\(hint("studio care show"))。"
    case .unknownQualification(let word, let known):
      "“\(word)”不是规则所列的技能等级或职称（第十二条（四））。请从下列各项中选取：\(choices(known))。"
    case .badYears(let years): "从业年限不能是 \(years) 年（第十二条（四））。请填 0 至 80，或者不填。"
    case .memberAlready(let person, let code):
      "人员 \(person) 已是工作室 \(code) 的成员，或在表中出现两次（第十二条（四））。请核对\(hint("studio care show"))。"
    case .notAMember(let person, let code):
      "人员 \(person) 现在不是工作室 \(code) 的成员（第十二条（四））。请核对人员\(hint("studio care show"))。"
    case .unknownRecordKind(let word, let known):
      "“\(word)”不是档案的类别（第十二条（六））。请从下列各项中选取：\(choices(known))。"
    case .nowhere(let title): "“\(title)”既没有存放地点，也没有文件；按工作规则，档案目录须写明材料在何处（第十二条（六））。请补充其一。"
    case .unknownReportKind(let word, let known):
      "“\(word)”不是本方报送的报告类别（第十一条、第十二条（七）、第十二条（八））。请从下列各项中选取：\(choices(known))。"
        + "工作室报送工作室的报告\(hint("studio care report"))，人力社保局登记检查指导\(hint("studio care visit"))。"
    case .unknownLine(let id):
      "没有编号为 \(id) 的档案条目或报告；按登记规则，只能作废已登记的条目（第十二条（六）、第十二条（七））。请核对\(hint("studio care archive", "studio care reports"))。"
    case .struckAlready(let id): "\(id) 已经作废；按登记规则，作废后不再恢复（第十二条（六）、第十二条（七））。内容确属无误的，请重新登记。"
    }
  }

  /// What happened to care (Art. 11, 12, 18, 23, 24); nil for an event of another part.
  func careEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as AgreementFiled:
      "\(names.studio(e.studio)) 的申报单位与命名专家\(names.person(e.expert))签订的责任书 \(e.number)（\(e.signed)）备案（第十二条（一））"
        + (e.scan == nil ? "" : "，附扫描件")
    case let e as PlaqueGranted:
      "以两部门名义授予 \(names.studio(e.studio)) 铭牌 \(e.number)，授予\(names.person(e.expert))命名专家称号（第十八条）"
    case let e as PlaqueReturned: "收回 \(names.studio(e.studio)) 的铭牌 \(e.number)"
    case let e as PlaqueLost: "\(names.studio(e.studio)) 的铭牌 \(e.number) 遗失：\(e.reason)"
    case let e as CardIssued: "向 \(names.studio(e.studio)) 的\(names.person(e.person))配发工作证 \(e.number)（第十二条（二））"
    case let e as CardReturned: "收回 \(names.studio(e.studio)) 的工作证 \(e.number)"
    case let e as OfficerNamed:
      "\(names.studio(e.studio)) 报送\(post(e.post))人选\(names.person(e.person))（第十二条（三））"
        + (e.reason.map { "；理由：\($0)" } ?? "")
    case let e as OfficerReviewed:
      "\(names.studio(e.studio)) 的\(post(e.post))人选\(names.person(e.person))审核\(e.isAccepted ? "通过" : "不予通过")（第十二条（三））"
        + (e.reason.map { "；理由：\($0)" } ?? "")
    case let e as OfficeEnded: "\(names.person(e.person))不再担任 \(names.studio(e.studio)) 的\(post(e.post))"
    case let e as MemberJoined: joined(e, names)
    case let e as MemberLeft:
      "\(names.person(e.person))离开 \(names.studio(e.studio)) 的团队" + (e.reason.map { "；理由：\($0)" } ?? "")
    case let e as RecordArchived:
      "\(names.studio(e.studio)) 归档“\(label(.archive, e.type, names))”（\(e.dated)）：\(e.title)"
        + (e.place.map { "；存放于 \($0)" } ?? "")
        + (e.file.map { "；SHA-256 \($0)" } ?? "")
    case let e as ReportMade:
      "\(e.by == .bureau ? "人力社保局记录" : "报告") \(names.studio(e.studio)) 的\(e.title.zh)（\(e.happened)）：\(e.content)"
        + (e.isLate ? "（逾期）" : "")
    case let e as CareStruck:
      "\(names.studio(e.studio)) 的 \(e.archived?.description ?? e.report?.description ?? "—") 作废：\(e.reason)"
    default: nil
    }
  }

  private func joined(_ event: MemberJoined, _ names: Names) -> String {
    let details = [
      event.qualification.map { "等级或职称：\(label(.qualification, $0, names))" }, event.years.map { "从业 \($0) 年" },
    ].compactMap(\.self)
    return "\(names.person(event.person))于 \(event.joined) 加入 \(names.studio(event.studio)) 的团队（第十二条（四））"
      + (details.isEmpty ? "" : "：\(details.joined(separator: "，"))")
  }

  func post(_ post: Officer.Post) -> String {
    switch post {
    case .head: "负责人"
    case .contact: "联系人"
    }
  }

  func careNotice(_ notice: CareNotice) -> String {
    switch notice {
    case .section(let section): self.section(section)
    case .flag(.qualification(let title)): "\(title.zh)：一般应为技师及以上或中级以上职称（第十二条（四））"
    case .flag(.qualificationNotShown): "未提供技能等级或职称（第十二条（四））"
    case .flag(.years(let years, let least)): "从业 \(years) 年，一般应满 \(least) 年（第十二条（四））"
    case .flag(.yearsNotShown): "未提供从业年限（第十二条（四））"
    case .post(let post): self.post(post)
    case .author(let author): author == .bureau ? "人力社保局" : "工作室"
    case .teamSize(let count, let least, let most): "成员 \(count) 人；第六条要求 \(least)—\(most) 人"
    case .members(let count): "成员 \(count) 人"
    case .years(let years): "从业 \(years) 年"
    case .struck(let reason): "已作废：\(reason)"
    case .late: "逾期"
    case .missing: "缺"
    case .otherHead(let reason): "非命名专家本人：\(reason)"
    case .waitsForReview: "待审核"
    case .accepted(let day): "\(day) 审核通过"
    case .refused(let reason): "不予通过：\(reason)"
    case .signed(let day): "\(day) 签订"
    case .returned(let day): "\(day) 收回"
    case .lost(let day): "\(day) 遗失"
    case .left(let day): "\(day) 离开"
    case .titleOf(let name): "命名专家\(name)"
    case .records(let count): "共 \(count) 件"
    case .nothingOverdue: "没有逾期事项。"
    case .formerExpert: "原命名专家"
    case .expertOf: "命名专家"
    case .memberOf: "成员"
    case .keep(.permanent): "永久"
    case .keep(.untilTheyLeave): "至离任"
    case .keep(.years(let years)): "\(years) 年"
    case .keptUntil(let day): "至 \(day)"
    case .keptPermanently: "永久保存"
    case .keptOpen: "仍在存续"
    case .binding: "期内本人申请亦不删除"
    case .giving: "本人申请即删除"
    case .nothingExpired: "没有超过保存期限的个人信息。"
    case .released(let day): "\(day) 解除"
    case .open: "未解除"
    case .dispute(let id): "争议 \(id)"
    }
  }

  private func section(_ section: CareSection) -> String {
    switch section {
    case .agreement: "责任书"
    case .plaque: "铭牌"
    case .card: "工作证"
    case .officer: "负责人和联系人"
    case .team: "团队"
    case .archive: "档案"
    case .report: "报告"
    case .due: "待办"
    case .values: "个人信息"
    case .employment: "工作单位"
    case .account: "账号"
    case .role: "工作室"
    case .hold: "暂缓删除"
    case .dispute: "争议"
    case .retention: "保存期限"
    }
  }
}
