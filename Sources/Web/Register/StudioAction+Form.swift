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

  private func fields(_ view: StudioView) -> [DeskField]? {
    let matter = view.matter
    func label(_ label: RegisterLabel) -> String { view.phrases.page(label) }
    let day = DeskField("day", label(.fieldDay), .day, value: matter.today.description)
    let document = DeskField("document", label(.fieldDocument))
    let amount = DeskField("amount", label(.fieldAmount), .number)
    switch self {
    case .visit: return report(view, by: .bureau)
    case .report: return report(view, by: .studio)
    case .match: return [amount, document, day]
    case .yearly:
      return [DeskField("year", label(.fieldYear), .number, value: "\(matter.today.year)"), amount, document, day]
    case .spending:
      let funds = Fund.allCases.map { DeskField.Choice($0.rawValue, view.phrases.notice(.fund($0))) }
      let purposes = (matter.rules?.funds.purposes ?? []).map {
        DeskField.Choice($0.id, view.visit.language($0.label))
      }
      return [
        DeskField("fund", label(.fieldFund), choices: funds),
        DeskField(
          "purpose", label(.fieldPurpose), choices: purposes + [DeskField.Choice("other", label(.otherPurpose))]),
        amount,
        DeskField("note", label(.fieldNote), isRequired: false), document, day,
      ]
    case .payment:
      let grants = payable(view)
      guard !grants.isEmpty else { return nil }
      return [
        DeskField("grant", label(.fieldGrant), choices: grants), document,
        DeskField("reason", label(.fieldReason), isRequired: false),
      ]
    case .suspend:
      guard matter.studio.standing(after: .suspend) != nil else { return nil }
      return [DeskField("reason", label(.fieldReason), .area)]
    case .resume:
      guard matter.studio.standing == .suspended else { return nil }
      return [DeskField("reason", label(.fieldReason), .area)]
    default: return documentFields(view, day)
    }
  }

  private func documentFields(_ view: StudioView, _ day: DeskField) -> [DeskField]? {
    let matter = view.matter
    func label(_ label: RegisterLabel) -> String { view.phrases.page(label) }
    let number = DeskField("number", label(.fieldNumber))
    switch self {
    case .rectification:
      guard matter.unserved != nil else { return nil }
      return [DeskField("day", label(.fieldServed), .day), DeskField("receipt", label(.fieldReceipt))]
    case .serveCancellation:
      guard matter.undelivered != nil else { return nil }
      return [number, DeskField("day", label(.fieldServed), .day), DeskField("receipt", label(.fieldReceipt))]
    case .plaque:
      let hasPlaque = matter.care.plaques.contains { $0.isOut && $0.expert == matter.studio.expert }
      return hasPlaque || matter.studio.isOver ? nil : [number, day]
    case .agreement:
      return [
        number, DeskField("signed", label(.fieldSigned), .day),
        DeskField("scan", label(.fieldScan), .file, isRequired: false),
      ]
    default: return judgementFields(view)
    }
  }

  private func judgementFields(_ view: StudioView) -> [DeskField]? {
    let matter = view.matter
    func label(_ label: RegisterLabel) -> String { view.phrases.page(label) }
    let decision = DeskField(
      "decision", label(.fieldDecision),
      choices: [DeskField.Choice("accept", label(.accept)), DeskField.Choice("refuse", label(.refuse))])
    let reason = DeskField("reason", label(.fieldRefusal), isRequired: false)
    switch self {
    case .officer:
      let posts = Officer.Post.allCases.compactMap { post in
        matter.care.nominee(post).map { nominee in
          DeskField.Choice(
            post.rawValue, view.phrases.labelled(view.care(.post(post)), view.names.person(nominee.person)))
        }
      }
      return posts.isEmpty ? nil : [DeskField("post", label(.fieldPost), choices: posts), decision, reason]
    case .planReview:
      let plans = matter.plans.filter { $0.plan.submission != nil }.map {
        DeskField.Choice($0.plan.id.description, "\($0.plan.id) \($0.plan.year)")
      }
      guard !plans.isEmpty else { return nil }
      return [
        DeskField("plan", label(.fieldPlan), choices: plans), decision, DeskField("text", label(.fieldReview), .area),
      ]
    case .planChange:
      let changes = matter.plans.flatMap { $0.plan.changes.filter { $0.outcome == nil } }.map { change in
        DeskField.Choice(change.id.description, "\(change.id) \(view.phrases.notice(.planChange(change.change)))")
      }
      return changes.isEmpty ? nil : [DeskField("change", label(.fieldChange), choices: changes), decision, reason]
    case .yearCheck:
      return [
        DeskField("year", label(.fieldYear), .number, value: "\(matter.today.year - 1)"),
        DeskField("months", label(.fieldMonths), .number), DeskField("amount", label(.fieldUnitFunds), .number),
        DeskField("remarks", label(.fieldRemarks), .area, isRequired: false),
      ]
    default: return nil
    }
  }

  private func report(_ view: StudioView, by author: RuleSet.Care.Author) -> [DeskField]? {
    let kinds = (view.matter.rules?.care.reports ?? []).filter { $0.by == author }
    guard !kinds.isEmpty else { return nil }
    let choices = kinds.map { DeskField.Choice($0.id, view.visit.language($0.title)) }
    return [
      DeskField("kind", view.phrases.page(RegisterLabel.fieldKind), choices: choices),
      DeskField("happened", view.phrases.page(RegisterLabel.fieldHappened), .day),
      DeskField("content", view.phrases.page(RegisterLabel.fieldContent), .area),
    ]
  }

  /// The subsidy while it was not received, and every award that was not paid.
  private func payable(_ view: StudioView) -> [DeskField.Choice] {
    let matter = view.matter
    guard let ledger = matter.ledger, !matter.studio.isOver else { return [] }
    var grants: [DeskField.Choice] = []
    for award in matter.awards where ledger.award(of: award.round) == nil && award.amount > 0 {
      let words = view.words(.award(round: award.round.description, fen: award.amount, paid: nil))
      grants.append(DeskField.Choice(award.round.description, words))
    }
    if ledger.subsidy == nil { grants.append(DeskField.Choice("subsidy", view.phrases.notice(.fund(.subsidy)))) }
    return grants
  }
}
