import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// All applications, those on their way first (Art. 8).
  func applicationsPage() async throws -> Answer {
    let today = try await today()
    let (found, due) = try await read { register in
      (register.applicationsInOrder, register.due(until: .latest, on: today).filter { $0.task.application != nil })
    }
    let names = try await names(of: found.map(\.expert))
    var open = Section("open", phrases.page(RegisterLabel.applicationsOpen))
    var ended = Section("ended", phrases.page(RegisterLabel.applicationsEnded))
    open.header = ([.application, .unit, .expert, .occupation, .purpose, .stage, .task] as [Heading]).map {
      phrases.heading($0)
    }
    ended.header = ([.application, .unit, .expert, .occupation, .purpose, .stage] as [Heading]).map {
      phrases.heading($0)
    }
    open.isOpen = true
    open.empty = phrases.page(RegisterLabel.nothingRecorded)
    for application in found {
      let cells = [
        Cell("\(application.id) \(application.received)", path: "/applications/\(application.id)"),
        Cell(application.unit), Cell(names.person(application.expert)), Cell(application.occupation),
        Cell(phrases.purpose(application.purpose, names)), Cell(phrases.stage(application.stage)),
      ]
      guard application.isOpen else {
        ended.rows.append(cells)
        continue
      }
      let tasks = due.filter { $0.task.application == application.id }
      let words = phrases.clauses(tasks.map { "\($0.day) \(phrases.task($0.task, names))" })
      let isLate = tasks.contains { $0.day < today }
      open.rows.append(cells + [Cell(words, warning: isLate ? phrases.notice(DeskNotice.overdue) : nil)])
    }
    return try page(
      RegisterPage.applications, phrases.page(SiteLabel.applications),
      ["sections": [open.model, ended.model]])
  }

  /// An application as far as it has come: what it lacks, what was found, what was said against it.
  func applicationPage() async throws -> Answer {
    let id: ID<Application> = try id("application")
    let today = try await today()
    let (found, due, proposals, studio) = try await read { register in
      (
        register.applications[id],
        register.due(until: .latest, on: today).filter { $0.task.application == id },
        register.proposals.values.filter { $0.decision.application == id }.sorted { $0.id < $1.id },
        register.studio(from: id)
      )
    }
    guard let application = found else { throw Turned.notFound }
    let objectors = application.objections.values.compactMap(\.by)
    let names = try await names(of: [application.expert] + objectors)
    let view = ApplicationView(visit: self, application: application, names: names)
    var way = view.way(due, proposals, on: today)
    if let studio { way.notes.append("\(phrases.heading(.studio)) \(studio.code)") }
    way.more = studio.map { ("/studios/\($0.id)", phrases.page(RegisterLabel.toStudio)) }
    let title = phrases.notice(
      DeskNotice.studioTitle(name: names.person(application.expert), occupation: application.occupation))
    let sections = [way, view.materials, view.conditions, view.reviews, view.objections]
    return try page(
      RegisterPage.application, "\(application.id) \(title)",
      [
        "facts": view.facts, "sections": sections.map(\.model),
        "lacks": view.lacks.isEmpty
          ? nil : phrases.notice(DeskNotice.applicationLacks(view.lacks)),
        "isComplete": view.lacks.isEmpty && application.isOpen,
        "complete": phrases.notice(DeskNotice.applicationComplete),
      ])
  }
}

/// An application's parts as sections of a page; an approver's desk shows them, too.
struct ApplicationView {
  let visit: Visit
  let application: Application
  let names: Names

  var phrases: any Phrases { visit.phrases }

  var facts: [Model] {
    let terms = application.terms
    let facts: [(Heading, String?)] = [
      (.stage, phrases.stage(application.stage)),
      (.unit, [application.unit, application.enterprise].compactMap(\.self).joined(separator: " / ")),
      (.kind, terms?.kind(application.applicant).map { visit.language($0.title) }),
      (.field, terms?.field(application.field).map { visit.language($0.title) }),
      (.expert, names.person(application.expert)), (.occupation, application.occupation),
      (.purpose, phrases.purpose(application.purpose, names)), (.day, application.received.description),
    ]
    return facts.compactMap { heading, fact in
      fact.map { text -> Model in ["term": phrases.heading(heading), "fact": text] }
    }
  }

  /// What stands against it, in the articles' words; of the special conditions any is enough.
  var lacks: [String] {
    let unsettled = application.unsettled
    let special = unsettled.filter(\.isSpecial).map { visit.language($0.title) }.joined(separator: " / ")
    return application.lacking.map { visit.language($0.title) }
      + unsettled.filter { !$0.isSpecial }.map { visit.language($0.title) } + (special.isEmpty ? [] : [special])
  }

  private func section(_ id: String, _ label: RegisterLabel, _ headings: Heading...) -> Section {
    var section = Section(id, phrases.page(label))
    section.header = headings.map { phrases.heading($0) }
    section.empty = phrases.page(RegisterLabel.nothingRecorded)
    return section
  }

  /// What it waits for, and who decided what.
  func way(_ due: [Due], _ proposals: [Proposal], on today: Day) -> Section {
    var section = section("way", .sectionWay, .day, .party, .task)
    section.isOpen = true
    if let reason = application.unitWaiver { section.notes.append(phrases.notice(DeskNotice.unitWaived(reason))) }
    for item in due {
      section.add(
        Cell(item.day.description, warning: item.day < today ? phrases.notice(DeskNotice.overdue) : nil),
        Cell(phrases.party(item.party)), Cell(phrases.task(item.task, names)))
    }
    for proposal in proposals {
      let state = proposal.state(phrases)
      section.add(
        Cell(proposal.on.description), Cell(state),
        Cell(phrases.decision(proposal.decision, names), path: "/pending/\(proposal.id)"))
    }
    switch application.ending {
    case .confirmed(let day, _):
      section.add(Cell(day.description), "", Cell(phrases.stage(.confirmed as Application.Stage)))
    case .rejected(let day, let reason), .withdrawn(let day, let reason):
      section.add(Cell(day.description), Cell(phrases.stage(application.stage)), Cell(reason))
    case nil: break
    }
    return section
  }

  /// The materials of Art. 8(1): what came, and what is lacking.
  var materials: Section {
    var section = section("materials", .sectionMaterials, .condition, .state, .content, .article)
    section.count = application.materials.count
    section.isOpen = !application.lacking.isEmpty && application.isOpen
    for item in application.terms?.materials ?? [] {
      let deposit = application.materials[item.id]
      let lacking = deposit == nil && item.isRequired ? phrases.heading(.missing) : nil
      let length = deposit?.characters.map { phrases.notice(RegisterNotice.characters($0)) }
      let digest = deposit?.scan.map { "SHA-256 \($0.prefix(12))…" }
      let isKept = deposit?.scan != nil && !item.isPersonal
      section.add(
        Cell(
          visit.language(item.title),
          path: isKept ? deposit?.scan.map { "/applications/\(application.id)/files/\($0)" } : nil),
        Cell(deposit?.day.description, warning: lacking),
        Cell(phrases.clauses([length, digest].compactMap(\.self))), Cell(phrases.source(item.source)))
    }
    return section
  }

  /// The conditions of Art. 6 with what was found of each.
  var conditions: Section {
    var section = section("conditions", .sectionConditions, .condition, .finding, .reason, .article)
    section.isOpen = application.isOpen
    let unsettled = Set(application.unsettled.map(\.id))
    for condition in application.terms?.conditions ?? [] {
      let found = application.findings[condition.id]
      let reasons = [found?.number.map(String.init), found?.note, found?.waiver].compactMap(\.self)
      section.add(
        Cell(visit.language(condition.title)),
        Cell(
          found.map { phrases.finding($0.state) } ?? "—",
          warning: unsettled.contains(condition.id) ? phrases.page(RegisterLabel.standsAgainst) : nil),
        Cell(phrases.clauses(reasons)), Cell(phrases.source(condition.source)))
    }
    return section
  }

  /// The experts' reviews, and the public notices of their results (Art. 8(2)).
  var reviews: Section {
    var section = section("reviews", .sectionReviews, .day, .event, .content)
    for (place, review) in application.reviews.enumerated() {
      let label: RegisterLabel = review.isRecommended ? .recommended : .notRecommended
      let score = review.scored.map { scored in
        phrases.notice(
          DeskNotice.reviewScored(
            score: scored.score, mark: application.rules.reviewing?.passMark.value ?? .zero,
            judges: scored.sheets.count))
      }
      section.add(
        Cell(review.day.description),
        Cell(phrases.labelled("\(phrases.heading(.review)) \(place + 1)", phrases.page(label))),
        Cell(phrases.clauses([review.minutes, score].compactMap(\.self))))
    }
    for notice in application.notices {
      section.add(
        Cell(notice.day.description),
        Cell(
          phrases.detailed(phrases.page(RegisterLabel.publicNotice), ["\(phrases.heading(.until)) \(notice.until)"])),
        Cell(phrases.clauses([notice.address, "SHA-256 \(notice.screenshot.prefix(12))…"])))
    }
    return section
  }

  /// What was said against it, and what was answered within its time.
  var objections: Section {
    var section = section("objections", .sectionObjections, .day, .person, .content, .until, .outcome)
    section.isOpen = !application.openObjections.isEmpty
    for objection in application.objections.values.sorted(by: { $0.id < $1.id }) {
      let answer = objection.answer.map { answer in
        phrases.labelled(
          "\(answer.day) \(phrases.page(answer.isUpheld ? RegisterLabel.upheld : .notUpheld))", answer.text)
      }
      section.add(
        Cell("\(objection.received)", warning: objection.isLate ? phrases.notice(.care(.late)) : nil),
        Cell(objection.by.map(names.person) ?? phrases.page(RegisterLabel.anonymous)),
        Cell(phrases.labelled("\(objection.id) \(objection.channel)", objection.text)),
        Cell(objection.answerBy.description),
        Cell(answer ?? "—"))
    }
    return section
  }
}
