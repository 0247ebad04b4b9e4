import Scoring
import StudioRegistry

// Applications, experts and proceedings (Art. 5–9, 14, 15).
extension RandomCounty {
  /// What an open application waits for; or another one.
  mutating func applying() -> Asked {
    let open = desk.register.applicationsInOrder.filter(\.isOpen)
    guard let found = open.isEmpty || chance(12) ? nil : pick(open) else { return receiving() }
    if chance(3) { return (WithdrawApplication(found.id, reason: "另有安排"), "clerk") }
    if chance(2) { return (Propose(.rejectApplication(found.id), reason: "条件不足"), "clerk") }
    if chance(2) { return (WaiveUnitRule(found.id, reason: "两条生产线"), "clerk") }
    if let objection = found.openObjections.first {
      return (AnswerApplicationObjection(objection.id, isUpheld: chance(40), text: "答复"), "approver")
    }
    if let material = found.lacking.first {
      let length = material.characters.map { _ in int(950...1500) }
      return (RecordMaterial(found.id, material: material.id, scan: Desk.scan, characters: length), "clerk")
    }
    if !found.unsettled.isEmpty, chance(80) { return finding(found) }
    guard found.review != nil else { return reviewing(found) }
    guard let notice = found.notice, found.needsNotice else {
      return found.needsNotice
        ? (PublishApplications([found.id], address: "网站", screenshot: Desk.scan), "clerk") : confirming(found)
    }
    if chance(15) { return (ObjectToApplication(found.id, by: nil, channel: "来信", text: "异议"), "clerk") }
    if chance(80) { wait(until: notice.until.adding(days: 1)) }
    return confirming(found)
  }

  private mutating func receiving() -> Asked {
    let studio = desk.register.studios[studio()]
    var purpose = Application.Purpose.newStudio
    var unit = "单位\(int(1...12))"
    var expert = chance(15) ? .known(person()) : newPerson()
    let unavailable = desk.register.studiosInOrder.filter { $0.unavailable != nil && !$0.isOver }
    if let found = chance(60) ? unavailable.first ?? studio : nil {
      unit = found.unit
      if chance(50) {
        purpose = .changeExpert(found.id)
      } else {
        purpose = .jointBuilding(found.id, partner: "单位\(int(1...12))")
        if chance(85) { expert = .known(found.expert) }
      }
    }
    let row = desk.row(
      purpose, unit: unit, enterprise: chance(10) ? "集团" : nil, expert: expert, occupation: pick(["焊工", "电工", "钳工"]),
      waiver: chance(20) ? "两条生产线" : nil)
    return (ReceiveApplications(rows: [row]), "clerk")
  }

  private mutating func finding(_ found: Application) -> Asked {
    let findings = found.unsettled.map { condition in
      let number: Int? =
        switch condition.measure?.kind {
        case .months: int(5...8)
        case .team: int(2...9)
        case .age, nil: nil
        }
      let isUndertaken = condition.proof == .undertaken
      return ConditionFinding(condition: condition.id, state: isUndertaken ? .undertaken : .met, number: number)
    }
    return (FindCondition(found.id, findings), "clerk")
  }

  private mutating func reviewing(_ found: Application) -> Asked {
    if chance(70) { return (ReviewApplication(found.id, minutes: "纪要", .recommended), "org-clerk") }
    if chance(20) { return (ReviewApplication(found.id, minutes: "纪要", .notRecommended), "clerk") }
    let sheets = (1...5).map { judge in
      ScoredReview.Sheet(
        judge: desk.account("J\(judge)"),
        marks: [
          "F1": Points(hundredths: 100 * int(25...40)), "F2": 18, "F3": 17,
          "F4": Points(hundredths: 100 * int(10...20)),
        ])
    }
    return (ReviewApplication(found.id, minutes: "纪要", .scored(sheets)), "clerk")
  }

  private mutating func confirming(_ found: Application) -> Asked {
    let code = Desk.code(100 + desk.register.studios.count)
    let isNew = found.needsNotice != chance(3)
    return (Propose(.confirmApplication(found.id, code: isNew ? code : nil), reason: "公示无异议"), "clerk")
  }

  /// Experts fall ill, retire, move and come back; and what the bureau makes of it.
  mutating func expertise() -> Asked {
    let unavailable = desk.register.studiosInOrder.filter { $0.unavailable != nil && !$0.isOver }
    guard let found = unavailable.isEmpty || chance(25) ? nil : pick(unavailable) else {
      let cause = pick(Unavailability.Cause.allCases)
      return (
        RecordUnavailable(studio: studio(), Unavailability(cause: cause, since: desk.today, canGoOn: chance(25))),
        "clerk"
      )
    }
    if chance(40) { return (Propose(.suspend(found.id), reason: "专家不能履职"), "clerk") }
    if chance(40) { return (RecordAvailable(studio: found.id, reason: "康复"), "department") }
    return (Propose(.resume(found.id), reason: "专家康复"), "clerk")
  }

  /// The next step of proceedings, of what follows a cancellation, or something new.
  mutating func proceeding() -> Asked {
    let suspended = desk.register.studiosInOrder.filter { $0.standing == .suspended && $0.unavailable == nil }
    if let found = suspended.first, chance(60) { return (Propose(.resume(found.id), reason: "专家康复"), "clerk") }
    let served = desk.register.cancellationsInOrder.filter { $0.service != nil && $0.restored == nil }
    if let found = served.isEmpty || chance(55) ? nil : pick(served) { return appealing(found) }
    let open = desk.register.cancellationsInOrder.filter(\.isOpen)
    if let found = open.isEmpty || chance(15) ? nil : pick(open) { return cancelling(found) }
    let failed = desk.register.rectifications.filter { $0.outcome == .failed }.map(\.studio)
    let studio = failed.isEmpty || chance(40) ? studio() : pick(failed)
    if chance(20) { return (Propose(.end(studio), reason: "单位申请"), "clerk") }
    let ground = pick(["fraud", "ethics", "expert-unavailable", "failed-again", "failed-again", "unheard-of"])
    return (OpenCancellation(studio: studio, ground: ground, facts: "查实"), "clerk")
  }

  private mutating func cancelling(_ found: CancellationCase) -> Asked {
    if chance(6) { return (DropCancellation(found.id, reason: "查无实据"), "clerk") }
    if found.decided != nil { return (ServeCancellation(found.id, number: "9号", receipt: "回证"), "clerk") }
    if found.exhibits.isEmpty { return (AddExhibit(found.id, title: "调查报告", digest: Desk.scan), "clerk") }
    guard let invitation = found.invitation else { return (InviteStatement(found.id, receipt: "回证"), "clerk") }
    guard found.statement == nil else { return (Propose(.cancelTitle(found.studio), reason: "查实"), "clerk") }
    if chance(50) { return (RecordStatement(found.id, text: "请求宽限"), "clerk") }
    if chance(80) { wait(until: invitation.until.adding(days: 1)) }
    return (RecordStatement(found.id, text: nil), "clerk")
  }

  private mutating func appealing(_ found: CancellationCase) -> Asked {
    if found.appeals.contains(where: { $0.outcome == .annulled }) {
      return (Propose(.restore(found.studio), reason: "判决撤销"), "clerk")
    }
    let remedy = pick(["litigation", "reconsideration"])
    guard let pending = found.appeals.last(where: { $0.outcome == nil }) else {
      return (FileAppeal(found.id, remedy: remedy, document: "受理通知书"), "clerk")
    }
    let outcome = pick([CancellationCase.Appeal.Outcome.annulled, .annulled, .upheld, .withdrawn])
    return (DecideAppeal(found.id, remedy: pending.remedy, outcome: outcome, document: "判决书"), "clerk")
  }
}
