import Scoring
import StudioRegistry
import Wording

extension StudioAction {
  /// The form as it is drawn for a studio; nil where there is nothing that it could do.
  func form(_ view: StudioView) -> DeskForm? {
    let (page, matter) = (view.phrases.page as (RegisterLabel) -> String, view.matter)
    guard let fields = fields(view) else { return nil }
    let isProposal = [.suspend, .resume, .payment].contains(self)
    return DeskForm(
      view.phrases.command(command), to: "/studios/\(matter.studio.id)/\(rawValue)", fields,
      button: page(isProposal ? .propose : .enter), hint: hint(view))
  }

  private func hint(_ view: StudioView) -> String? {
    switch self {
    case .visit, .report: view.phrases.page(RegisterLabel.hintNoNames)
    case .suspend, .resume: view.phrases.page(RegisterLabel.hintProposal)
    case .payment: view.phrases.page(RegisterLabel.hintPayment)
    case .rectification: view.phrases.page(RegisterLabel.hintRectification)
    case .officer, .planChange: view.phrases.page(RegisterLabel.hintSecondPerson)
    default: nil
    }
  }

  private func fields(_ view: StudioView) -> [Field]? {
    let matter = view.matter
    func label(_ label: RegisterLabel) -> String { view.phrases.page(label) }
    let day = Field("day", label(.fieldDay), .day, value: matter.today.description)
    let document = Field("document", label(.fieldDocument))
    let amount = Field("amount", label(.fieldAmount), .number)
    switch self {
    case .visit: return report(view, by: .bureau)
    case .report: return report(view, by: .studio)
    case .match: return [amount, document, day]
    case .yearly:
      return [Field("year", label(.fieldYear), .number, value: "\(matter.today.year)"), amount, document, day]
    case .spending:
      let funds = Fund.allCases.map { ($0.rawValue, view.phrases.notice(.fund($0))) }
      let purposes = (matter.rules?.funds.purposes ?? []).map { ($0.id, view.visit.language($0.label)) }
      return [
        Field("fund", label(.fieldFund), choices: funds),
        Field("purpose", label(.fieldPurpose), choices: purposes + [("other", label(.otherPurpose))]), amount,
        Field("note", label(.fieldNote), isRequired: false), document, day,
      ]
    case .payment:
      let grants = payable(view)
      guard !grants.isEmpty else { return nil }
      return [
        Field("grant", label(.fieldGrant), choices: grants), document,
        Field("reason", label(.fieldReason), isRequired: false),
      ]
    case .suspend:
      guard matter.studio.standing(after: .suspend) != nil else { return nil }
      return [Field("reason", label(.fieldReason), .area)]
    case .resume:
      guard matter.studio.standing == .suspended else { return nil }
      return [Field("reason", label(.fieldReason), .area)]
    default: return documentFields(view, day)
    }
  }

  private func documentFields(_ view: StudioView, _ day: Field) -> [Field]? {
    let matter = view.matter
    func label(_ label: RegisterLabel) -> String { view.phrases.page(label) }
    let number = Field("number", label(.fieldNumber))
    switch self {
    case .rectification:
      guard matter.unserved != nil else { return nil }
      return [Field("day", label(.fieldServed), .day), Field("receipt", label(.fieldReceipt))]
    case .serveCancellation:
      guard matter.undelivered != nil else { return nil }
      return [number, Field("day", label(.fieldServed), .day), Field("receipt", label(.fieldReceipt))]
    case .plaque:
      let hasPlaque = matter.care.plaques.contains { $0.isOut && $0.expert == matter.studio.expert }
      return hasPlaque || matter.studio.isOver ? nil : [number, day]
    case .agreement:
      return [
        number, Field("signed", label(.fieldSigned), .day),
        Field("scan", label(.fieldScan), .file, isRequired: false),
      ]
    default: return judgementFields(view)
    }
  }

  private func judgementFields(_ view: StudioView) -> [Field]? {
    let matter = view.matter
    func label(_ label: RegisterLabel) -> String { view.phrases.page(label) }
    let decision = Field(
      "decision", label(.fieldDecision), choices: [("accept", label(.accept)), ("refuse", label(.refuse))])
    let reason = Field("reason", label(.fieldRefusal), isRequired: false)
    switch self {
    case .officer:
      let posts = Officer.Post.allCases.compactMap { post in
        matter.care.nominee(post).map { nominee in
          (post.rawValue, "\(view.care(.post(post))): \(view.names.person(nominee.person))")
        }
      }
      return posts.isEmpty ? nil : [Field("post", label(.fieldPost), choices: posts), decision, reason]
    case .planReview:
      let plans = matter.plans.filter { $0.plan.submission != nil }.map {
        ($0.plan.id.description, "\($0.plan.id) \($0.plan.year)")
      }
      guard !plans.isEmpty else { return nil }
      return [Field("plan", label(.fieldPlan), choices: plans), decision, Field("text", label(.fieldReview), .area)]
    case .planChange:
      let changes = matter.plans.flatMap { $0.plan.changes.filter { $0.outcome == nil } }.map { change in
        (change.id.description, "\(change.id) \(view.phrases.notice(.planChange(change.change)))")
      }
      return changes.isEmpty ? nil : [Field("change", label(.fieldChange), choices: changes), decision, reason]
    case .yearCheck:
      return [
        Field("year", label(.fieldYear), .number, value: "\(matter.today.year - 1)"),
        Field("months", label(.fieldMonths), .number), Field("amount", label(.fieldUnitFunds), .number),
        Field("remarks", label(.fieldRemarks), .area, isRequired: false),
      ]
    default: return nil
    }
  }

  private func report(_ view: StudioView, by author: RuleSet.Care.Author) -> [Field]? {
    let kinds = (view.matter.rules?.care.reports ?? []).filter { $0.by == author }
    guard !kinds.isEmpty else { return nil }
    let choices = kinds.map { ($0.id, view.visit.language($0.title)) }
    return [
      Field("kind", view.phrases.page(RegisterLabel.fieldKind), choices: choices),
      Field("happened", view.phrases.page(RegisterLabel.fieldHappened), .day),
      Field("content", view.phrases.page(RegisterLabel.fieldContent), .area),
    ]
  }

  /// The subsidy while it was not received, and every award that was not paid.
  private func payable(_ view: StudioView) -> [(value: String, label: String)] {
    let matter = view.matter
    guard let ledger = matter.ledger, !matter.studio.isOver else { return [] }
    var grants: [(value: String, label: String)] = []
    for award in matter.awards where ledger.award(of: award.round) == nil && award.amount > 0 {
      let words = view.words(.award(round: award.round.description, fen: award.amount, paid: nil))
      grants.append((award.round.description, words))
    }
    if ledger.subsidy == nil { grants.append(("subsidy", view.phrases.notice(.fund(.subsidy)))) }
    return grants
  }
}
