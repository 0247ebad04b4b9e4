import Journal
import Scoring
import StudioRegistry
import Wording

extension OwnStudio {
  private func ownPlan() async throws -> Plan {
    let wanted: ID<Plan> = try visit.id("plan")
    guard let plan = try await visit.read({ $0.plans[wanted] }), plan.studio == id else { throw Turned.notFound }
    return plan
  }

  /// `GET /contact/plan/{plan}`: its items, what the experts said, changes and completions.
  func plan() async throws -> Answer { try await show(ownPlan()) }

  func submitPlan() async throws -> Answer {
    let plan = try await ownPlan()
    return try await visit.trying {
      .redirect("/contact/plan/\(plan.id)", try await visit.ask(SubmitPlan(plan.id), on: day()))
    } else: {
      try await show(plan, refused: $0)
    }
  }

  func changePlan() async throws -> Answer {
    let plan = try await ownPlan()
    return try await visit.trying {
      let reason = visit.form.text("reason") ?? ""
      let receipt = try await visit.ask(ChangePlan(plan.id, wantedChange(of: plan), reason: reason))
      return .redirect("/contact/plan/\(plan.id)", receipt)
    } else: {
      try await show(plan, refused: $0)
    }
  }

  /// What a plan's change may be; each is a button of the form.
  private enum WantedChange: String {
    case add, reweigh, drop
  }

  private func wantedChange(of plan: Plan) throws -> PlanChange.Change {
    let form = visit.form
    guard let wanted = form["do"].flatMap(WantedChange.init(rawValue:)) else {
      throw Turned.said(word(.chooseChange))
    }
    let item = form["item"].flatMap { ID<PlanItem>($0) }
    if wanted == .drop {
      guard let item else { throw Turned.said(word(.chooseItem)) }
      return .drop(item)
    }
    if wanted == .add, ["title", "weight", "reason"].contains(where: { form.text($0) == nil }) {
      throw Turned.said(word(.addNeedsAll))
    }
    let weight = form.text("weight") ?? ""
    guard let number = Int(typed: weight) else {
      throw Turned.said(phrases.notice(ContactNotice.noWeight(title: form.text("title") ?? "", found: weight)))
    }
    guard wanted == .reweigh else { return .add(title: form.text("title") ?? "", weight: number) }
    guard let item else { throw Turned.said(word(.chooseItem)) }
    return .reweigh(item, weight: number)
  }

  func completePlan() async throws -> Answer {
    let plan = try await ownPlan()
    return try await visit.trying {
      let entries = try plan.current.compactMap { item -> CompletionsEntered.Entry? in
        guard let text = visit.form.text("percent-\(item.id)") else { return nil }
        guard let percent = Points(typed: text) else {
          throw Turned.said(phrases.notice(ContactNotice.noPercent(title: item.title, found: text)))
        }
        // What was entered before and is not changed needs nobody to verify it again.
        guard item.completion?.percent != percent || item.completion?.state.isRejected == true else { return nil }
        return CompletionsEntered.Entry(item: item.id, percent: percent)
      }
      return .redirect("/contact/plan/\(plan.id)", try await visit.ask(EnterCompletions(plan.id, entries)))
    } else: {
      try await show(plan, refused: $0)
    }
  }

  private func show(_ plan: Plan, refused: String? = nil) async throws -> Answer {
    let today = try await visit.today()
    let (isLate, due) = try await visit.read { register in
      (register.isLate(plan) ?? false, register.rules?.life?.plans.due(for: plan.year))
    }
    let isSubmitted = plan.submission.map { !$0.state.isRejected } ?? false
    var content = model(of: plan)
    content["due"] = due.map { phrases.notice(ContactNotice.planDue(year: "\(plan.year)", $0)) }
    content["late"] = isLate ? plan.submission.map { phrases.notice(DeskNotice.planLate($0.day)) } : nil
    content["rows"] = plan.items.map { model(of: $0) }
    content["isSubmitted"] = isSubmitted
    content["today"] = today.description
    content["rejection"] = plan.submission?.state.rejection
    content["isOpenForItems"] = plan.submission == nil
    content["completes"] = isSubmitted && today.year >= plan.year
    content["submitPath"] = "/contact/plan/\(plan.id)/submit"
    content["changePath"] = "/contact/plan/\(plan.id)/change"
    content["completionPath"] = "/contact/plan/\(plan.id)/completion"
    content["titleText"] = visit.form["title"]
    content["weight"] = visit.form["weight"]
    content["reason"] = visit.form["reason"]
    content["choices"] = plan.current.map {
      ["id": $0.id.description, "text": $0.title, "isSelected": visit.form["item"] == $0.id.description] as Model
    }
    content["reviews"] = plan.reviews.map { review -> Model in
      [
        "day": review.on.description, "verdict": phrases.notice(DeskNotice.planReview(isAccepted: review.isAccepted)),
        "text": review.text, "isAccepted": review.isAccepted,
      ]
    }
    content["changes"] = plan.changes.map { model(of: $0) }
    return try page(.plan, phrases.notice(ContactNotice.planOf(plan.year)), content, refused: refused)
  }

  private func model(of item: PlanItem) -> Model {
    [
      "titleText": item.title, "weight": item.weights.map(String.init).joined(separator: " → "),
      "isDropped": item.isDropped, "field": "percent-\(item.id)",
      "percent": visit.form["percent-\(item.id)"] ?? item.completion?.percent.description,
      "completion": item.completion.map { "\($0.percent) %" },
      "state": item.completion.map { phrases.state($0.state) }, "rejection": item.completion?.state.rejection,
    ]
  }

  private func model(of change: PlanChange) -> Model {
    let outcome =
      switch change.outcome {
      case nil: phrases.notice(DeskNotice.planChangeWaits)
      case .approved(let day): phrases.notice(ContactNotice.changeApproved(day))
      case .refused(let day, let reason): phrases.notice(ContactNotice.changeRefused(day, reason: reason))
      }
    return [
      "day": change.on.description, "change": phrases.notice(DeskNotice.planChange(change.change)),
      "reason": change.reason, "outcome": outcome,
    ]
  }
}

extension EvidenceItem.State {
  /// Why it was rejected; nil where it was not.
  var rejection: String? { if case .rejected(let reason) = self { reason } else { nil } }
  var isRejected: Bool { rejection != nil }
}
