import Journal
import Scoring
import StudioRegistry
import Wording

extension OwnStudio {
  private static let mostRows = 40
  /// How many days before its day the next year's plan is asked for.
  private static let planLead = 60

  /// `GET /contact/plan`: the plans by year, and the form for the next.
  func plans() async throws -> Answer {
    let today = try await visit.today()
    let (due, isPlanned) = try await visit.read { [id] register in
      (register.rules?.life?.plans.due(for: today.year + 1), register.plan(of: id, for: today.year) != nil)
    }
    // What is still missing of this year comes first; next year's is asked for some weeks before its day.
    let isNext = isPlanned || due.map { today >= $0.adding(days: -Self.planLead) } ?? true
    return try await planList(year: "\(isNext ? today.year + 1 : today.year)", rows: [("", ""), ("", ""), ("", "")])
  }

  /// `POST /contact/plan`: adds or removes a row of the form, or drafts the plan with its items.
  func draftPlan() async throws -> Answer {
    let form = visit.form
    var rows = (0..<Self.mostRows).prefix { form["title-\($0)"] != nil }
      .map { (form["title-\($0)"] ?? "", form["weight-\($0)"] ?? "") }
    let year = form["year"] ?? ""
    switch form["do"] {
    case "add":
      if rows.count < Self.mostRows { rows.append(("", "")) }
      return try await planList(year: year, rows: rows)
    case let action? where action.hasPrefix("remove-"):
      if let place = Int(action.dropFirst("remove-".count)), rows.indices.contains(place) { rows.remove(at: place) }
      return try await planList(year: year, rows: rows)
    default: break
    }
    return try await visit.trying {
      guard let number = Self.year(year) else {
        throw Turned.said(phrases.notice(ContactNotice.noYear(year)))
      }
      let items = try rows.filter { !($0.0.trimmed.isEmpty && $0.1.trimmed.isEmpty) }.map { title, weight in
        guard let number = Int(typed: weight) else {
          throw Turned.said(phrases.notice(ContactNotice.noWeight(title: title.trimmed, found: weight)))
        }
        return PlannedItem(title: title.trimmed, weight: number)
      }
      let receipt = try await visit.ask(DraftPlan(studio: id, year: number, items: items))
      let plan = try await visit.read { [id] in $0.plan(of: id, for: number)?.id }
      return .redirect(plan.map { "/contact/plan/\($0)" } ?? "/contact/plan", receipt)
    } else: { text in
      try await planList(year: year, rows: rows, refused: text)
    }
  }

  /// A year as somebody typed it; what is no year of our time never comes near a calendar.
  private static func year(_ text: String) -> Int? {
    Int(typed: text).flatMap { (1900...2999).contains($0) ? $0 : nil }
  }

  private func planList(year: String, rows: [(String, String)], refused: String? = nil) async throws -> Answer {
    let (plans, most, due) = try await visit.read { [id] register in
      (
        register.plansInOrder.filter { $0.studio == id }, register.rules?.life?.plans.mostWeight.value,
        Self.year(year).flatMap { register.rules?.life?.plans.due(for: $0) }
      )
    }
    let items = rows.enumerated().map { place, row -> Model in
      [
        "number": place + 1, "place": place, "titleText": row.0, "weight": row.1,
        "remove": phrases.notice(ContactNotice.removeRow(place + 1)),
      ]
    }
    return try page(
      .plans, phrases.page(SiteLabel.plans),
      [
        "plans": plans.reversed().map { model(of: $0) }, "hasPlans": !plans.isEmpty, "year": year, "rows": items,
        "due": due.map { phrases.notice(ContactNotice.planDue(year: year, $0)) },
        "weights": most.map { phrases.notice(ContactNotice.weights(most: $0)) },
      ], refused: refused)
  }

  func model(of plan: Plan) -> Model {
    let submitted = plan.submission.map { submission in
      phrases.detailed(submission.day.description, [phrases.state(submission.state)])
    }
    return [
      "path": "/contact/plan/\(plan.id)", "year": plan.year, "items": plan.current.count,
      "submitted": submitted ?? phrases.notice(DeskNotice.planDraft), "isDraft": plan.submission == nil,
      "review": plan.reviews.last.map { phrases.notice(DeskNotice.planReview(isAccepted: $0.isAccepted)) },
      "fulfilment": plan.submission == nil ? nil : phrases.percentage(plan.fulfilment),
    ]
  }
}
