import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// How many days ahead is near.
  private static let nearDays = 30

  /// Everything that has a date and waits to be done, the overdue first.
  func duePage() async throws -> Answer {
    let today = try await today()
    let due = try await read { register in register.due(until: .latest, on: today) }
    let names = try await names(of: due.flatMap(\.task.persons))
    let paths = try await read { register in due.map { register.path(of: $0.task) } }
    var groups: [Section] = []
    let near = today.adding(days: Self.nearDays)
    let parts: [(id: String, label: RegisterLabel, holds: (Day) -> Bool)] = [
      ("overdue", .dueOverdue, { $0 < today }), ("near", .dueNear, { $0 >= today && $0 <= near }),
      ("later", .dueLater, { $0 > near }),
    ]
    for part in parts {
      var section = Section(part.id, phrases.page(part.label))
      section.header = ([.day, .party, .task] as [Heading]).map { phrases.heading($0) }
      section.empty = phrases.page(RegisterLabel.dueNone)
      section.isStacked = true
      section.isOpen = part.id != "later"
      for (item, path) in zip(due, paths) where part.holds(item.day) {
        section.add(
          Cell(item.day.description, warning: part.id == "overdue" ? phrases.notice(DeskNotice.overdue) : nil),
          Cell(phrases.party(item.party)), Cell(phrases.task(item.task, names), path: path))
      }
      groups.append(section)
    }
    return try page(
      RegisterPage.due, phrases.page(SiteLabel.due),
      ["sections": groups.map(\.model), "today": today.description])
  }
}

extension Register {
  /// Where a task is done; nil where the command line alone does it.
  func path(of task: Due.Task) -> String? {
    switch task {
    case .noticeEnds(let round), .confirm(let round): "/rounds/\(round)"
    case .answer(let objection, _): rounds.values.first { $0.objections[objection] != nil }.map { "/rounds/\($0.id)" }
    case .approve(let proposal, _): "/pending/\(proposal)"
    case .nextRound, .secondAssessment: "/rounds"
    case .application(let application, _), .answerApplication(_, let application): "/applications/\(application)"
    case .serve(let studio, _), .rectificationEnds(let studio, _): "/studios/\(studio)#rectifications"
    case .cancelTitle(let studio, _), .decideUnavailable(let studio), .restore(let studio),
      .inviteStatement(_, let studio), .statementEnds(_, let studio), .decideCancellation(_, let studio),
      .serveCancellation(_, let studio):
      "/studios/\(studio)#proceedings"
    case .pay(let studio, _, _), .paySubsidy(let studio, _), .match(let studio, _), .yearlyFunds(let studio, _):
      "/studios/\(studio)#funds"
    case .fileAgreement(let studio), .grantPlaque(let studio), .returnPlaque(let studio, _),
      .returnCard(let studio, _):
      "/studios/\(studio)#documents"
    case .nameOfficer(let studio, _), .reviewOfficer(let studio, _, _): "/studios/\(studio)#team"
    case .report(let studio, _, _): "/studios/\(studio)#reports"
    case .plan(let studio, _), .completePlan(_, let studio, _), .checkYear(let studio, _),
      .settlePlanChange(_, let studio):
      "/studios/\(studio)#plans"
    case .approvePoints(_, let studio): "/studios/\(studio)#outcomes"
    case .eraseValues: nil
    }
  }
}
