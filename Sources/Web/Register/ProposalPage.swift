import Journal
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// Everything that somebody needs to decide on a proposal.
  ///
  /// - Parameter refusal: why the last try was refused.
  func proposalPage(refusal: String? = nil) async throws -> Answer {
    let id: ID<Proposal> = try id("proposal")
    let today = try await today()
    let found = try await read { register in
      register.proposals[id].map { ProposalMatter($0, in: register, on: today) }
    }
    guard let matter = found else { throw Turned.notFound }
    let view = ProposalView(visit: self, matter: matter, names: try await names(of: matter.persons))
    let desk = try await desk(matter.proposal)
    var sections = [view.foreseen] + view.matters
    sections.removeAll { $0.rows.isEmpty && $0.notes.isEmpty && $0.warnings.isEmpty }
    return try page(
      RegisterPage.proposal, "\(id) \(phrases.decision(matter.proposal.decision, view.names))",
      [
        "refused": refusal, "facts": view.facts, "sections": sections.map(\.model),
        "mayApprove": desk.mayApprove, "whyNot": desk.whyNot, "approvePath": "/pending/\(id)/approve",
        "forms": desk.forms.map(\.model), "approveHint": view.approveHint,
      ])
  }

  /// What the visitor may do about a proposal, and why not more.
  private struct DeskPart {
    var mayApprove = false
    var whyNot: String?
    var forms: [DeskForm] = []
  }

  private func desk(_ proposal: Proposal) async throws -> DeskPart {
    var part = DeskPart()
    let role = try me.role
    guard proposal.isOpen else { return part }
    if Access.asking(.approve).admits(role) {
      do {
        _ = try await preview(Approve(proposal.id))
        part.mayApprove = true
      } catch let refusal as Refusal {
        part.whyNot = phrases.refusal(refusal)
      }
    }
    func label(_ label: RegisterLabel) -> String { phrases.page(label) }
    if Access.asking(.sendBack).admits(role), proposal.waitsFor.contains(role) {
      var back = DeskForm(
        phrases.command(.sendBack), to: "/pending/\(proposal.id)/send-back",
        [DeskField("reason", label(.fieldReason), .area, value: typed("reason"))], button: label(.sendBack))
      back.isOpen = form["reason"] != nil
      part.forms.append(back)
    }
    guard Access.asking(.enterPaper).admits(role) else { return part }
    if proposal.paper != nil {
      let check = DeskForm(
        phrases.command(.checkPaper), to: "/pending/\(proposal.id)/check", [], button: label(.paperAgrees),
        hint: label(.hintCheckPaper))
      part.forms.append(check)
    }
    var paper = DeskForm(
      phrases.command(.enterPaper), to: "/pending/\(proposal.id)/paper",
      [
        DeskField("number", label(.fieldNumber), value: typed("number")),
        DeskField("date", label(.fieldPaperDate), .day, value: typed("date")),
        DeskField("scan", label(.fieldScan), .file),
      ], button: label(.enter), hint: label(.hintPaper))
    paper.isOpen = form["number"] != nil
    part.forms.append(paper)
    return part
  }
}

/// A proposal's page in words.
struct ProposalView {
  let visit: Visit
  let matter: ProposalMatter
  let names: Names

  var phrases: any Phrases { visit.phrases }
  var proposal: Proposal { matter.proposal }

  /// What, who, when, why, by which rules.
  var facts: [Model] {
    var facts: [(String, String)] = [
      (phrases.heading(.state), proposal.state(phrases)),
      (
        phrases.heading(.proposer),
        phrases.detailed(names.account(proposal.proposer), matter.proposerRole.map { [phrases.role($0)] } ?? [])
      ),
      (phrases.heading(.day), proposal.on.description), (phrases.heading(.reason), proposal.reason),
      (phrases.heading(.article), phrases.source(matter.source)),
    ]
    if let rules = proposal.rules {
      facts.append((phrases.heading(.document), phrases.detailed(rules.document, [rules.on.description])))
    }
    for approval in proposal.approvals {
      let who = phrases.detailed(names.account(approval.account), [phrases.role(approval.role)])
      facts.append((phrases.page(RegisterLabel.approvedBy), "\(who) \(approval.on)"))
    }
    facts += about + money
    var models: [Model] = facts.map { ["term": $0.0, "fact": $0.1, "factPath": nil] }
    if let paper = proposal.paper {
      models.append([
        "term": phrases.page(RegisterLabel.paper), "fact": phrases.detailed(paper.number, [paper.date.description]),
        "factPath": "/pending/\(proposal.id)/scan",
      ])
    }
    return models
  }

  /// Whose title it is about: unit, expert, occupation.
  private var about: [(String, String)] {
    let (unit, expert, occupation): (String, ID<Person>, String)
    if let application = matter.application {
      (unit, expert, occupation) = (application.unit, application.expert, application.occupation)
    } else if let studio = matter.studio?.studio {
      (unit, expert, occupation) = (studio.unit, studio.expert, studio.occupation)
    } else {
      return []
    }
    return [
      (phrases.heading(.unit), unit), (phrases.heading(.expert), names.person(expert)),
      (phrases.heading(.occupation), occupation),
    ]
  }

  /// Amount, fund, and what is left before and after.
  private var money: [(String, String)] {
    guard let ledger = matter.studio?.ledger else { return [] }
    let (fund, fen): (Fund, Int)
    switch proposal.decision {
    case .pay(let payment): (fund, fen) = (payment.grant.fund, payment.fen)
    case .reversePayment:
      guard let entry = matter.entry, let own = entry.fund else { return [] }
      (fund, fen) = (own, -entry.fen)
    default: return []
    }
    let before = ledger.balance(of: fund)
    let amounts = [
      (phrases.heading(.amount), phrases.amount(fen)), (phrases.heading(.fund), phrases.notice(.fund(fund))),
    ]
    guard proposal.isOpen else { return amounts }
    return amounts + [
      (phrases.page(RegisterLabel.balanceAfter), "\(phrases.amount(before)) → \(phrases.amount(before + fen))")
    ]
  }

  /// Whether one approval is enough.
  var approveHint: String {
    phrases.page(proposal.waitsFor.count > 1 ? RegisterLabel.hintOneOfTwo : .hintCarries)
  }

  /// What follows once it is approved, in words, with the effects on panels, and on scores once all sheets are signed.
  var foreseen: Section {
    var section = Section("follows", phrases.page(RegisterLabel.sectionFollows))
    section.isOpen = true
    switch matter.foreseen {
    case nil: break
    case .failure(let refusal)?:
      section.warnings = [phrases.notice(RegisterNotice.cannotFollow(phrases.refusal(refusal)))]
    case .success(let events)?:
      section.notes = events.prefix(12).map { phrases.event($0, names) } + (events.count > 12 ? ["…"] : [])
      let effects = events.flatMap { event in
        (event as? SheetReturned)?.effects ?? (event as? JudgeReplaced)?.effects ?? []
      }
      show(effects, in: &section)
    }
    return section
  }

  private func show(_ effects: [Effect], in section: inout Section) {
    let hidesScores = matter.round?.hidesScores ?? false
    var labels: [RegisterLabel] = [.sheetsBefore, .sheetsAfter]
    if !hidesScores { labels += [.scoreBefore, .scoreAfter] }
    section.header = [phrases.heading(.studio), phrases.heading(.rubric)] + labels.map { phrases.page($0) }
    section.rows = effects.map { effect in
      var cells: [Cell] = [
        Cell(names.studio(effect.studio), path: "/studios/\(effect.studio)"), Cell(title(of: effect.rubric)),
        .number("\(effect.sheetsBefore)"), .number("\(effect.sheetsAfter)"),
      ]
      guard !hidesScores else { return cells }
      cells.append(.number(effect.scoreBefore?.description ?? "—"))
      cells.append(.number(effect.scoreAfter?.description ?? "—"))
      return cells
    }
    if hidesScores, !effects.isEmpty { section.notes.append(phrases.page(RoundLabel.scoresHidden)) }
  }

  func title(of rubric: String) -> String {
    matter.round?.rules.rubrics.first { $0.id == rubric }.map { visit.language($0.title) } ?? rubric
  }
}
