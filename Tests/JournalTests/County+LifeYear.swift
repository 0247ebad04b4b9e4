import Journal
import Scoring
import StudioRegistry
import Testing

// What SC005 plans, whom it trains, what it is paid and spends; and how it is assessed.
extension County {
  /// The year 2024 of SC005.
  func tellYear() async throws {
    let studio = try await studio("SC005")
    let plan = try await plan(studio)
    try await train(studio)
    try await pay(studio)
    try await complete(plan, studio)
    try await recommend(studio)
  }

  /// Items of 60 and 40 are planned late; a third of 20 is added, and a drop refused.
  private func plan(_ studio: ID<Studio>) async throws -> ID<Plan> {
    try clock.set("2024-02-01")
    let drafted = try await ask(
      DraftPlan(
        studio: studio, year: 2024, items: [.init(title: "攻关一项", weight: 60), .init(title: "培养技师", weight: 40)]),
      as: "clerk")
    let plan = ID<Plan>(drafted.entries.lowerBound)
    try await ask(SubmitPlan(plan), as: "clerk")
    try await ask(ReviewPlan(plan, isAccepted: true, text: "目标可考核"), as: "org-clerk")
    let added = try await ask(ChangePlan(plan, .add(title: "技艺展示", weight: 20), reason: "新增任务"), as: "clerk")
    try await ask(SettlePlanChange(ID(added.entries.lowerBound)), as: "approver")
    let dropped = try await ask(
      ChangePlan(plan, .drop(ID(plan.sequence + 2)), reason: "设备未到"), as: "clerk")
    try await ask(SettlePlanChange(ID(dropped.entries.lowerBound), refused: "设备已到"), as: "approver")
    return plan
  }

  /// After the year: all of the first item, half of the second, and of the third what nobody can prove.
  private func complete(_ plan: ID<Plan>, _ studio: ID<Studio>) async throws {
    try clock.set("2025-01-06")
    let items = try #require(try await registrar.read { $0.plans[plan]?.items.map(\.id) })
    let percent: [Points] = [Points(hundredths: 100_00), Points(hundredths: 50_00), Points(hundredths: 25_00)]
    try await ask(EnterCompletions(plan, zip(items, percent).map { .init(item: $0, percent: $1) }), as: "clerk")
    try await ask(VerifyEvidence(claims: [.planItem(items[0]), .planItem(items[1])]), as: "approver")
    try await ask(RejectEvidence(.planItem(items[2]), reason: "无佐证"), as: "department")
    try await ask(
      CheckYear(studio: studio, year: 2024, expertMonths: 5, unitFunds: 5_000_000, remarks: "专家外出培训"), as: "clerk")
  }

  /// Half a year of training to the day, and what else Art. 21 asks for; another enrolment was a mistake.
  private func train(_ studio: ID<Studio>) async throws {
    try clock.set("2024-02-05")
    let (scan, names) = (StoredFile(Array("师徒协议".utf8)), [sealed("徒弟一"), sealed("徒弟二")])
    var enrolled: [ID<Apprentice>] = []
    for name in names {
      let receipt = try await ask(
        EnrolApprentice(
          studio: studio, person: .new(name.commitment, nil),
          agreement: ApprenticeDocument("师徒协议", scan: scan.digest)), as: "clerk", [name], files: [scan])
      enrolled.append(ID(receipt.entries.upperBound))
    }
    try await ask(RejectEvidence(.apprentice(enrolled[1]), reason: "协议未签"), as: "department")
    try clock.set("2024-08-05")
    let document = ApprenticeDocument("鉴定材料")
    try await ask(EndTraining(enrolled[0]), as: "clerk")
    try await ask(ReportApprentice(enrolled[0], isPassing: true, document: document), as: "clerk")
    try await ask(
      FindGradeConditions(enrolled[0], grade: "technician", isMet: true, document: document), as: "department")
    try clock.set("2024-08-20")
    try await ask(
      RecordTheoryExam(enrolled[0], grade: "technician", isPassed: true, document: document), as: "clerk")
    let promoted = try await ask(
      PromoteApprentice(enrolled[0], grade: "technician", certificate: document), as: "clerk")
    try await ask(
      VerifyEvidence(claims: [.apprentice(enrolled[0]), .promotion(ID(promoted.entries.lowerBound))]), as: "approver")
  }

  /// The subsidy, which is paid back and again; the match; an expense, a wrong entry, and what went back.
  private func pay(_ studio: ID<Studio>) async throws {
    try clock.set("2024-09-02")
    let payment = Payment(studio: studio, grant: .subsidy, fen: 5_000_000, document: "小财社〔2024〕12号")
    try await decide(.pay(payment), "当年拨付", approvers: ["approver"])
    let paid = try #require(try await registrar.read { $0.ledgers[studio]?.entries.last?.id })
    try await decide(.reversePayment(paid), "账号有误", approvers: ["approver"])
    try await decide(.pay(payment), "重新拨付", approvers: ["approver"])
    try await ask(RecordUnitFunds(studio: studio, fen: 5_000_000, document: "进账单1"), as: "clerk")
    let spent = try await ask(
      RecordSpending(rows: [
        .init(studio: studio, fund: .subsidy, fen: 1_234_500, purpose: "equipment", document: "发票1"),
        .init(
          studio: studio, fund: .subsidy, fen: 99, purpose: nil, note: "茶水", document: "发票2",
          day: day("2024-09-01")),
      ]), as: "clerk")
    try await ask(ReverseEntry(entry: ID(spent.entries.upperBound), reason: "误录"), as: "clerk")
    try await ask(RecordReturn(studio: studio, fund: .subsidy, fen: 10_500, document: "退款单1"), as: "clerk")
    try await ask(
      RecordEarlierSubsidy(studio: self.studio("SC001"), fen: 5_000_000, document: "小财社〔2022〕3号"), as: "clerk")
    try await ask(
      RecordHigherPlaque(
        studio: self.studio("SC003"), level: "municipal", isSubsidised: true, document: "市人社发〔2024〕8号"),
      as: "clerk")
  }

  private func recommend(_ studio: ID<Studio>) async throws {
    try await ask(
      FindCandidacy(studio: studio, condition: "yunyang-talent-conditions", isMet: true, note: "材料齐全"),
      as: "department")
    try await ask(
      MakeRecommendation(studio: studio, target: "yunyang-talent", document: "小人社函〔2025〕1号"), as: "approver")
    try await ask(
      AnswerRecommendation(studio: studio, target: "yunyang-talent", isGranted: true, document: "市人才办〔2025〕2号"),
      as: "clerk")
  }
}

// MARK: - An assessment with certified points (Art. 13, 17, 20)

extension County {
  /// SC001 has half a point certified; that of SC002 is withdrawn again. Both excellent studios earn an award, one is paid.
  func assessWithCertifiedPoints() async throws {
    try clock.set("2025-01-08")
    for login in ["clerk", "org-clerk"] { try await ask(GrantClearance(account: account(login)), as: "approver") }
    try await ask(
      OpenRound(period: #require(Period("2024-01-01..2024-12-31")), rules: rules, adoption: adoption), as: "clerk")
    try await ask(
      AppointPanel(
        round: round(), judges: [account("J1"), account("J2"), account("J3")], alternates: [], reason: nil), as: "clerk"
    )
    _ = try await certify("SC001")
    let wrong = try await certify("SC002")
    try await ask(WithdrawPoints(wrong), as: "clerk")
    try await ask(ApprovePoints(wrong), as: "org-clerk")
    try await ask(WithdrawClearance(account: account("org-clerk")), as: "approver")
    for judge in ["J1", "J2", "J3"] {
      try await enter(
        ["SC001": Self.high, "SC002": Self.middle, "SC003": Self.middle, "SC005": Self.high], as: judge)
    }
    try await ask(CloseRound(round: round()), as: "clerk")
    try await ask(PublishRound(round: round(), address: "县政府网站公示栏"), as: "clerk")
    try clock.set("2025-01-14")
    try await decide(.confirmRound(round()), "公示期满", approvers: ["approver"])
    try clock.set("2025-02-05")
    let award = Payment(
      studio: try await studio("SC005"), grant: .award(try await round()), fen: 500_000, document: "小财社〔2025〕2号")
    try await decide(.pay(award), "考核优秀", approvers: ["approver"])
    try await ask(
      RecordUnitFunds(studio: studio("SC005"), year: 2025, fen: 1_000_000, document: "进账单2"), as: "clerk")
  }

  private func certify(_ code: String) async throws -> ID<CertifiedPoints> {
    let entered = try await ask(
      CertifyPoints(
        round: round(), studio: studio(code), rubric: "workshop-order", points: Points(hundredths: 50),
        reason: "certified-off-system"), as: "clerk")
    let id = ID<CertifiedPoints>(entered.entries.lowerBound)
    try await ask(ApprovePoints(id), as: "org-clerk")
    return id
  }
}
