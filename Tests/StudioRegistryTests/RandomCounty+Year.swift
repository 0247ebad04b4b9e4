import Scoring
import StudioRegistry

// What happens year in, year out: money, plans, apprentices, daily care, recommendations, retention.
extension RandomCounty {
  /// Money comes, goes, is taken back, and is closed (Art. 12(5), 19, 20).
  mutating func paying() -> Asked {
    let isAgain = chance(10)
    let register = desk.register
    let owed = register.awards.filter { isAgain || register.ledgers[$0.studio]?.award(of: $0.round) == nil }
      .map { ($0.studio, Grant.award($0.round), $0.amount) }
    let studio = studio()
    if chance(30) {
      let (to, grant, fen) = owed.isEmpty || chance(50) ? (studio, Grant.subsidy, 5_000_000) : pick(owed)
      let payment = Payment(studio: to, grant: grant, fen: chance(5) ? 1 : fen, document: "文\(int(1...9))")
      return (Propose(.pay(payment), reason: "发放"), "clerk")
    }
    let entries = desk.register.ledgers.values.flatMap(\.entries).map(\.id).sorted()
    let (entry, fen, document) = (pick(entries, or: ID(3)), pick([1, 99, 200_000, 5_000_000]), "据\(int(1...9))")
    let over = desk.register.studiosInOrder.filter(\.isOver).map(\.id)
    let commands: [any Command] = [
      Propose(.reversePayment(entry), reason: "退票"), ReverseEntry(entry: entry, reason: "录错"),
      RecordUnitFunds(studio: studio, fen: fen, document: document),
      RecordUnitFunds(studio: studio, year: desk.today.year, fen: fen, document: document),
      RecordSpending(rows: [
        .init(
          studio: studio, fund: pick(Fund.allCases), fen: fen, purpose: pick(["training", nil, "fun"]),
          document: document)
      ]),
      RecordReturn(studio: pick(over, or: studio), fund: .subsidy, fen: fen, document: document),
      RecordHigherPlaque(studio: studio, level: "municipal", isSubsidised: chance(50), document: document),
      RecordEarlierSubsidy(studio: studio, fen: pick([0, 5_000_000]), document: document),
      CloseFunds(studio: pick(over, or: studio), document: document),
    ]
    return (pick(commands), "clerk")
  }

  /// Plans and their changes, completions and yearly checks (Art. 16).
  mutating func planning() -> Asked {
    let changes = desk.register.plansInOrder.flatMap(\.changes).filter { $0.outcome == nil }
    if let change = changes.first, chance(50) {
      return (SettlePlanChange(change.id, refused: chance(30) ? "不同意" : nil), chance(80) ? "approver" : "clerk")
    }
    let entered = desk.register.plansInOrder.flatMap(\.items).filter { $0.completion?.state == .entered }
    if let item = entered.first, chance(20) {
      let claim = Claim.planItem(item.id)
      return chance(60)
        ? (VerifyEvidence(claims: [claim]), "approver") : (RejectEvidence(claim, reason: "无佐证"), "department")
    }
    let studio = studio()
    if chance(8) {
      let (months, funds) = (int(3...12), 100 * int(0...3))
      let check = CheckYear(
        studio: studio, year: desk.today.year - 1, expertMonths: months, unitFunds: funds, remarks: "")
      return (check, "clerk")
    }
    let year = desk.today.year + int(-1...1)
    guard let plan = desk.register.plan(of: studio, for: year) else {
      let items = (1...int(1...3)).map { PlannedItem(title: "任务\($0)", weight: int(1...100)) }
      return (DraftPlan(studio: studio, year: year, items: items), "clerk")
    }
    guard plan.submission != nil else { return (SubmitPlan(plan.id), "clerk") }
    let items = plan.items.map(\.id)
    let item = pick(items, or: ID(1))
    let commands: [any Command] = [
      ReviewPlan(plan.id, isAccepted: chance(80), text: "可考核"),
      ChangePlan(plan.id, .add(title: "新增\(int(1...4))", weight: int(1...50)), reason: "新增任务"),
      ChangePlan(plan.id, .drop(item), reason: "设备未到"),
      ChangePlan(plan.id, .reweigh(item, weight: int(1...60)), reason: "调整"),
      EnterCompletions(plan.id, [.init(item: item, percent: Points(hundredths: 100 * int(0...110)))]),
      VerifyEvidence(claims: [.planItem(item), .plan(plan.id)]), RejectEvidence(.planItem(item), reason: "无佐证"),
      CheckYear(studio: studio, year: year, expertMonths: int(3...12), unitFunds: 100 * int(0...3), remarks: ""),
    ]
    return (pick(commands), chance(70) ? "clerk" : "clerk-2")
  }

  /// Apprentices from the agreement to the certificate (Art. 21).
  mutating func training() -> Asked {
    let document = ApprenticeDocument("材料\(int(1...9))")
    guard
      let found = desk.register.apprenticesInOrder.isEmpty || chance(20) ? nil : pick(desk.register.apprenticesInOrder)
    else {
      let holder = chance(15) ? .known(person()) : newPerson()
      return (EnrolApprentice(studio: studio(), person: holder, agreement: document), "clerk")
    }
    let grade = pick(["technician", "senior-technician", "technician", "master"])
    if chance(15), found.ended == nil { return (EndTraining(found.id), "clerk") }
    let commands: [Asked] = [
      (ReportApprentice(found.id, isPassing: chance(85), document: document), "clerk"),
      (FindGradeConditions(found.id, grade: grade, isMet: chance(85), document: document), "department"),
      (RecordTheoryExam(found.id, grade: grade, isPassed: chance(70), document: document), "clerk"),
      (PromoteApprentice(found.id, grade: grade, certificate: document), "clerk"),
      (VerifyEvidence(claims: [.apprentice(found.id)]), "approver"),
      (VerifyEvidence(claims: [.promotion(pick(found.promotions.map(\.id), or: ID(1)))]), "approver"),
      (RejectEvidence(.apprentice(found.id), reason: "协议未签"), chance(20) ? "department" : "clerk"),
    ]
    return pick(commands)
  }

  /// Agreements, plaques, cards, officers, members, archive and reports (Art. 11, 12, 18).
  mutating func caring() -> Asked {
    let studio = studio()
    let (file, today, post) = (desk.register.careFile(of: studio), desk.today, pick(Officer.Post.allCases))
    if file.nominee(post) != nil, chance(40) {
      return (ReviewOfficer(studio: studio, post: post, isAccepted: true), "approver")
    }
    if file.officer(post) != nil, chance(40) { return (EndOffice(studio: studio, post: post), "clerk") }
    let (number, some) = ("\(int(1...400))", chance(50) ? .known(person()) : newPerson())
    let plaque = pick(file.plaques.map(\.number), or: number)
    let member = pick(file.members.map(\.person), or: person())
    let line = StrikeCare(.report(pick(file.reports.map(\.id), or: ID(1))), reason: "误录")
    let commands: [any Command] = [
      FileAgreement(studio: studio, number: number, signed: today), GrantPlaque(studio: studio, number: number),
      LosePlaque(number: plaque, reason: "遗失"), ReturnPlaque(number: plaque),
      IssueCard(studio: studio, number: number, person: member),
      ReturnCard(number: pick(file.cards.map(\.number), or: "-")),
      NameOfficer(studio: studio, post: post, person: some, reason: "专家委托"), EndOffice(studio: studio, post: post),
      ReviewOfficer(studio: studio, post: post, isAccepted: chance(80), reason: "材料不足"),
      RecordMembers(rows: [.init(studio: studio, person: some, qualification: "technician", years: 6, joined: today)]),
      EndMembership(studio: studio, person: member), line,
      ArchiveRecords(rows: [
        .init(studio: studio, kind: "results", title: "成果", dated: today, place: "柜3", digest: nil)
      ]),
      MakeReport(by: .studio, studios: [studio], kind: "major-event", content: "活动", happened: today),
      MakeReport(by: .bureau, studios: [studio], kind: "inspection", content: "检查", happened: today),
    ]
    return (pick(commands), chance(70) ? "clerk" : "clerk-2")
  }

  /// Who is recommended for what (Art. 7, 22).
  mutating func recommending() -> Asked {
    let (studio, target) = (studio(), "yunyang-talent")
    let commands: [Asked] = [
      (
        FindCandidacy(studio: studio, condition: "yunyang-talent-conditions", isMet: chance(80), note: "材料"),
        "department"
      ),
      (MakeRecommendation(studio: studio, target: target, document: "函"), "approver"),
      (AnswerRecommendation(studio: studio, target: target, isGranted: chance(50), document: "复函"), "clerk"),
    ]
    return pick(commands)
  }

  /// Holds, and erasures that they forbid (working rule).
  mutating func holding() -> Asked {
    let person = person()
    if let hold = desk.register.holdsInOrder.first(where: { $0.released == nil }), chance(40) {
      return (ReleaseHold(hold.id, reason: "判决生效"), "approver")
    }
    if chance(30) { return (ErasePerson(person: person, reason: "本人申请"), "approver") }
    return (PlaceHold(chance(50) ? .person(person) : .studio(studio()), reason: "诉讼"), "approver")
  }
}
