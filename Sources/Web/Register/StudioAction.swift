import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import Wording

/// What the desks do with a studio week by week; each is a form on its page and a command of the register.
enum StudioAction: String, CaseIterable, Sendable {
  case visit, report, match, yearly, spending, payment, officer, rectification, suspend, resume
  case planReview = "plan-review"
  case planChange = "plan-change"
  case yearCheck = "year-check"
  case serveCancellation = "serve-cancellation"
  case agreement, plaque

  var command: CommandName {
    switch self {
    case .visit: .recordVisit
    case .report: .makeReport
    case .match: .recordMatch
    case .yearly: .recordYearlyFunds
    case .spending: .recordSpending
    case .payment: .proposePayment
    case .officer: .reviewOfficer
    case .rectification: .serveRectification
    case .suspend: .proposeSuspension
    case .resume: .proposeResumption
    case .planReview: .reviewPlan
    case .planChange: .settlePlanChange
    case .yearCheck: .checkYear
    case .serveCancellation: .serveCancellation
    case .agreement: .fileAgreement
    case .plaque: .grantPlaque
    }
  }

  var access: Access { .asking(command) }

  func isAllowed(for role: Role) -> Bool { access.admits(role) }

  var route: Route {
    // The agreement comes with its scan.
    .post("/studios/{studio}/\(rawValue)", access, takesFiles: self == .agreement) { visit in
      try await visit.perform(self)
    }
  }
}

extension Visit {
  /// Asks for what a form of a studio's page says; what is refused comes back with what was typed.
  func perform(_ action: StudioAction) async throws -> Answer {
    let id: ID<Studio> = try id("studio")
    guard try await read({ $0.studios[id] != nil }) else { throw Turned.notFound }
    return try await trying {
      let asked = try await action.asked(of: self, id)
      return .redirect("/studios/\(id)", try await ask(asked.command, files: asked.files, on: asked.day))
    } else: {
      try await studioPage((action, $0))
    }
  }

  /// One of a closed list that a form offers; nothing else stands for any of it.
  func chosen<Value>(_ name: String, _ read: (String) -> Value?) throws(Turned) -> Value {
    guard let value = form.text(name).flatMap(read) else {
      throw .said(phrases.page(RegisterLabel.choiceNeeded))
    }
    return value
  }

  func typed(_ name: String) -> String { form.text(name) ?? "" }
}

/// What somebody finds of what others handed in.
private enum Verdict: String {
  case accept, refuse
}

extension StudioAction {
  /// A command with what belongs to it.
  struct Asked {
    let command: any Command
    var day: Day?
    var files: [StoredFile] = []
  }

  /// What the form asks for.
  fileprivate func asked(of visit: Visit, _ studio: ID<Studio>) async throws -> Asked {
    switch self {
    case .visit, .report:
      let report = MakeReport(
        by: self == .visit ? .bureau : .studio, studios: [studio], kind: visit.typed("kind"),
        content: visit.typed("content"), happened: try visit.neededDay("happened"))
      return Asked(command: report)
    case .match, .yearly:
      let funds = RecordUnitFunds(
        studio: studio, year: self == .yearly ? try visit.neededWhole("year") : nil, fen: try visit.neededFen("amount"),
        document: visit.typed("document"))
      return Asked(command: funds, day: try visit.day("day"))
    case .spending: return try spending(visit, studio)
    case .payment: return try await payment(visit, studio)
    case .suspend: return Asked(command: Propose(.suspend(studio), reason: visit.typed("reason")))
    case .resume: return Asked(command: Propose(.resume(studio), reason: visit.typed("reason")))
    default: return try await document(of: visit, studio)
    }
  }

  private func document(of visit: Visit, _ studio: ID<Studio>) async throws -> Asked {
    switch self {
    case .rectification:
      let served = ServeRectification(studio: studio, receipt: visit.typed("receipt"))
      return Asked(command: served, day: try visit.neededDay("day"))
    case .serveCancellation:
      guard let found = try await visit.read({ $0.openCase(against: studio)?.id }) else { throw Turned.notFound }
      let served = ServeCancellation(found, number: visit.typed("number"), receipt: visit.typed("receipt"))
      return Asked(command: served, day: try visit.neededDay("day"))
    case .plaque:
      return Asked(command: GrantPlaque(studio: studio, number: visit.typed("number")), day: try visit.day("day"))
    case .agreement:
      let scan = try visit.upload()
      let filed = FileAgreement(
        studio: studio, number: visit.typed("number"), signed: try visit.neededDay("signed"), scan: scan?.digest)
      return Asked(command: filed, files: scan.map { [$0] } ?? [])
    default: return try await judgement(of: visit, studio)
    }
  }

  private func judgement(of visit: Visit, _ studio: ID<Studio>) async throws -> Asked {
    func isAccepted() throws(Turned) -> Bool {
      let verdict: Verdict = try visit.chosen("decision") { Verdict(rawValue: $0) }
      return verdict == .accept
    }
    switch self {
    case .officer:
      let review = ReviewOfficer(
        studio: studio, post: try visit.chosen("post") { Officer.Post(rawValue: $0) }, isAccepted: try isAccepted(),
        reason: visit.form.text("reason"))
      return Asked(command: review)
    case .planReview:
      let plan = try visit.chosen("plan") { ID<Plan>($0) }
      guard try await visit.read({ $0.plans[plan]?.studio == studio }) else { throw Turned.notFound }
      return Asked(command: ReviewPlan(plan, isAccepted: try isAccepted(), text: visit.typed("text")))
    case .planChange:
      let change = try visit.chosen("change") { ID<PlanChange>($0) }
      let isOwn = try await visit.read { register in
        register.plans.values.contains { $0.studio == studio && $0.changes.contains { $0.id == change } }
      }
      guard isOwn else { throw Turned.notFound }
      return Asked(command: SettlePlanChange(change, refused: try isAccepted() ? nil : visit.typed("reason")))
    default:
      let check = CheckYear(
        studio: studio, year: try visit.neededWhole("year"), expertMonths: try visit.neededWhole("months"),
        unitFunds: try visit.neededFen("amount"), remarks: visit.typed("remarks"))
      return Asked(command: check)
    }
  }

  private func spending(_ visit: Visit, _ studio: ID<Studio>) throws -> Asked {
    let purpose = visit.typed("purpose")
    let row = RecordSpending.Row(
      studio: studio, fund: try visit.chosen("fund") { Fund(rawValue: $0) }, fen: try visit.neededFen("amount"),
      purpose: purpose == "other" ? nil : purpose, note: visit.typed("note"), document: visit.typed("document"))
    return Asked(command: RecordSpending(rows: [row]), day: try visit.day("day"))
  }

  /// The sum is what the rules give; nobody types it.
  private func payment(_ visit: Visit, _ studio: ID<Studio>) async throws -> Asked {
    let grant: Grant = try visit.chosen("grant") { text in
      text == "subsidy" ? Grant.subsidy : ID<Round>(text).map { Grant.award($0) }
    }
    let document = visit.typed("document")
    let payment = try await visit.read { register in
      Payment(studio: studio, grant: grant, fen: try register.amount(of: grant, to: studio).fen, document: document)
    }
    return Asked(command: Propose(.pay(payment), reason: visit.form.text("reason") ?? document))
  }
}
