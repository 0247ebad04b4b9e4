import Scoring
import StudioRegistry
import Wording

extension OwnStudio {
  /// How many days ahead a contact sees what is due: a whole year of duties.
  private static let dueDays = 366

  /// `GET /contact`: what is due, where the studio stands, and how what was handed in stands.
  func overview() async throws -> Answer {
    let (studio, today) = (try await studio(), try await visit.today())
    let names = try await visit.names()
    let phrases = phrases
    let found = try await visit.read { [id] register in
      (
        due: register.due(until: today.adding(days: Self.dueDays), on: today).filter { $0.concerns(id, in: register) },
        claims: register.claims.filter { $0.studio == id }, field: register.field(of: studio),
        plans: register.plansInOrder.filter { $0.studio == id },
        care: register.careFile(of: id), outcomes: register.published(for: id)
      )
    }
    let due = found.due.map { item -> Model in
      [
        "day": item.day.description, "task": phrases.task(item.task, names), "party": phrases.party(item.party),
        "isOverdue": item.day < today, "path": item.task.contactPath,
      ]
    }
    func count(_ isWanted: (EvidenceItem.State) -> Bool) -> Int { found.claims.count { isWanted($0.state) } }
    let reports = found.care.reports.filter { $0.struck == nil }
    return try page(
      .overview, visit.phrases.page(SiteLabel.myStudio),
      [
        "code": studio.code, "unit": studio.unit, "occupation": studio.occupation,
        "field": found.field.map { visit.language($0) }, "confirmed": studio.confirmed.description,
        "standing": phrases.standing(studio.standing), "isOver": studio.isOver, "hasDue": !due.isEmpty, "due": due,
        "waiting": count { $0 == .entered }, "verified": count(\.isVerified),
        "rejected": count { $0 != .entered && !$0.isVerified },
        "plans": found.plans.suffix(3).reversed().map { model(of: $0) },
        "reports": reports.count, "lastReport": reports.last?.reported.description,
        "team": found.care.team.count, "outcomes": found.outcomes.map { model(of: $0) },
        "hasOutcomes": !found.outcomes.isEmpty,
      ])
  }
}

extension Due {
  /// Whether it is a studio's own matter, or its unit's: what others still have to do about it is not shown to it.
  fileprivate func concerns(_ own: ID<Studio>, in register: Register) -> Bool {
    if case .noticeEnds(let round) = task { return register.rounds[round]?.studios.contains(own) == true }
    guard party == .studio || party == .unit else { return false }
    return task.studio == own
  }
}

extension Due.Task {
  /// Where a contact does it; nil for what is done on paper, at the bureau's desk.
  fileprivate var contactPath: String? {
    switch self {
    case .plan: "/contact/plan"
    case .completePlan(let plan, _, _): "/contact/plan/\(plan)"
    case .report: "/contact/reports"
    case .noticeEnds(let round): "/contact/outcomes/\(round)"
    default: nil
    }
  }
}
