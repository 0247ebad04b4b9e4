import Journal
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// A studio's whole file, with the forms that the visitor's role may send.
  ///
  /// - Parameter tried: a form that was refused, which is shown again with what was typed.
  func studioPage(_ tried: (action: StudioAction, refusal: String)? = nil) async throws -> Answer {
    let id: ID<Studio> = try id("studio")
    let (today, isOfficial) = (try await today(), try me.role != .department)
    let (found, kinds) = try await read { register in
      (StudioMatter(id, in: register, on: today, isOfficial: isOfficial), register.modules.kinds)
    }
    guard let matter = found else { throw Turned.notFound }
    let before = query["before"].flatMap { Int($0) }
    let history = try await site.chronicle.page(
      Chronicle.Choice(studio: id, readable: isOfficial ? nil : DepartmentHistory.kinds, before: before ?? .max))
    let named = history.lines.flatMap(\.persons)
    let names = try await names(of: matter.persons(kinds) + named)
    let records = try await read { register in
      matter.claims.map { claim in register.record(of: claim, people: { names.person($0) })?.caption }
    }
    let view = StudioView(
      visit: self, matter: matter, names: names, role: try me.role, tried: tried, kinds: kinds,
      scans: try await site.chronicle.files(with: EvidenceEntered.kind))
    var sections = [view.standing, view.history(history, isPaged: before != nil), view.outcomes]
    sections += isOfficial ? [view.certified] : []
    sections += [view.rectifications, view.proceedings, view.evidence(records), view.plans, view.apprentices]
    sections += [view.funds, view.documents, view.team, view.archive, view.reports]
    let name = names.person(matter.studio.expert)
    let title = phrases.notice(DeskNotice.studioTitle(name: name, occupation: matter.studio.occupation))
    return try page(
      RegisterPage.studio, "\(matter.studio.code) \(title)",
      [
        "facts": view.facts, "sections": sections.map(\.model),
        "refused": tried?.refusal,
        "contents": sections.map { section -> Model in ["anchor": section.id, "label": section.title] },
        "mayDo": StudioAction.allCases.contains { $0.isAllowed(for: view.role) },
      ])
  }
}

/// A studio's page for one visitor.
struct StudioView {
  let visit: Visit
  let matter: StudioMatter
  let names: Names
  let role: Role
  let tried: (action: StudioAction, refusal: String)?
  let kinds: [EvidenceKind]
  /// The scans of rows of evidence, by the entry that made the row.
  let scans: [Int: String]

  var phrases: any Phrases { visit.phrases }
  var isOfficial: Bool { role != .department }
  var studio: Studio { matter.studio }

  func section(_ id: String, _ label: RegisterLabel) -> Section {
    var section = Section(id, phrases.page(label))
    section.empty = phrases.page(RegisterLabel.nothingRecorded)
    return section
  }

  func heads(_ headings: Heading...) -> [String] { headings.map { phrases.heading($0) } }
  func care(_ notice: CareNotice) -> String { phrases.notice(.care(notice)) }
  func words(_ notice: RegisterNotice) -> String { phrases.notice(notice) }

  /// What stands at the head of the page.
  var facts: [Model] {
    var facts: [(String, String)] = [
      (phrases.heading(.unit), [studio.unit, studio.partner].compactMap(\.self).joined(separator: " + ")),
      (phrases.heading(.expert), names.person(studio.expert)),
      (phrases.heading(.occupation), studio.occupation),
      (phrases.heading(.standing), phrases.standing(studio.standing)),
      (phrases.heading(.confirmed), studio.confirmed.description),
    ]
    if let field = matter.field { facts.append((phrases.heading(.field), visit.language(field))) }
    for former in studio.formerExperts { facts.append((care(.formerExpert), names.person(former))) }
    if let contact = matter.contacts.first {
      facts.append((care(.post(.contact)), phrases.detailed(names.person(contact.person), [contact.login])))
    }
    return facts.map { ["term": $0.0, "fact": $0.1] }
  }

  /// Where it stands, what can become of it, and what waits.
  var standing: Section {
    var section = section("standing", .sectionStanding)
    section.isOpen = true
    section.isStacked = true
    let moves = Studio.Move.allCases.compactMap { move in
      studio.standing(after: move).map { "\(phrases.move(move)) → \(phrases.standing($0))" }
    }
    section.notes = [words(.stands(phrases.standing(studio.standing))), words(.moves(moves))]
    if let unavailable = studio.unavailable { section.warnings.append(phrases.cause(unavailable)) }
    section.header = heads(.day, .party, .task)
    section.empty = phrases.notice(DeskNotice.nothingDue)
    for (due, path) in matter.due {
      section.add(
        Cell(due.day.description, warning: due.day < matter.today ? phrases.notice(DeskNotice.overdue) : nil),
        Cell(phrases.party(due.party)), Cell(phrases.task(due.task, names), path: isOfficial ? path : nil))
    }
    for proposal in matter.proposals {
      section.add(
        Cell(proposal.on.description), Cell(phrases.listed(proposal.waitsFor.map(phrases.role))),
        Cell(phrases.decision(proposal.decision, names), path: "/pending/\(proposal.id)"))
    }
    for application in matter.applications {
      section.add(
        Cell(application.received.description), Cell(phrases.stage(application.stage)),
        Cell(
          "\(application.id) \(phrases.purpose(application.purpose, names))",
          path: isOfficial ? "/applications/\(application.id)" : nil))
    }
    for recommendation in matter.recommendations {
      section.add(
        Cell(recommendation.on.description), Cell(visit.language(recommendation.target.label)),
        Cell(phrases.notice(DeskNotice.recommended(recommendation))))
    }
    section.forms = forms(.suspend, .resume)
    return section
  }

  /// All entries that concern it, the newest first.
  func history(_ page: Chronicle.Page, isPaged: Bool) -> Section {
    var section = section("history", .sectionHistory)
    section.header = heads(.entry, .day, .actor, .event)
    section.isOpen = isPaged
    // What stands here is a page of it.
    section.count = 0
    for line in page.lines {
      section.add(
        Cell(
          "\(line.entry.sequence)",
          path: Access.journalReaders.admits(role) ? "/journal/\(line.entry.sequence)" : nil, isNumber: true),
        Cell(line.day), Cell(line.entry.actorWords(names)),
        Cell(line.words(phrases, names)))
    }
    if let older = page.older {
      section.more = ("/studios/\(studio.id)?before=\(older)#history", phrases.page(RegisterLabel.older))
    }
    return section
  }

  /// The forms that the role may send and that have something to do.
  func forms(_ actions: StudioAction...) -> [DeskForm] {
    actions.compactMap { action in
      guard action.isAllowed(for: role), var form = action.form(self) else { return nil }
      guard let tried, tried.action == action else { return form }
      form.refused = tried.refusal
      form.isOpen = true
      for place in form.fields.indices {
        if let typed = visit.form[form.fields[place].name] { form.fields[place].value = typed }
      }
      return form
    }
  }
}

extension Entry {
  /// Who asked, and for whom.
  func actorWords(_ names: Names) -> String {
    guard let actor = ID<Account>(actor) else { return "—" }
    return ID<Account>(behalf).map { "\(names.account(actor)) → \(names.account($0))" } ?? names.account(actor)
  }
}
