import ArgumentParser
import Foundation
import Journal
import Scoring
import StudioRegistry
import Wording

extension ApplicationCommands {
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the applications.")
    @Flag(help: "Only those that are not decided yet.") var waiting = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        let found = try await desk.read { [waiting] in $0.applicationsInOrder.filter { !waiting || $0.isOpen } }
        var listing = Listing([.application, .day, .unit, .expert, .occupation, .purpose, .stage, .until])
        for application in found {
          listing.add([
            application.id.description, application.received.description, application.unit,
            names.person(application.expert), application.occupation,
            desk.phrases.purpose(application.purpose, names), desk.phrases.stage(application.stage),
            application.notice?.until.description ?? "",
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows an application: its checklist, what it lacks, findings, review, notice, objections.")
    @Argument(help: "Such as F31.") var application: String
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await ApplicationReport(desk.application(application), desk).show(as: list.format)
      }
    }
  }
}

/// An application as it is read.
private struct ApplicationReport {
  private let application: Application
  private let desk: Desk
  private let names: Names
  private let vault: Vault

  init(_ application: Application, _ desk: Desk) async throws {
    (self.application, self.desk) = (application, desk)
    names = try await desk.names()
    vault = try await desk.vault()
  }

  private var phrases: any Phrases { desk.phrases }
  private var terminal: Terminal { desk.terminal }

  func show(as format: Format) async throws {
    if format == .table { showHead() }
    try checklist.show(as: format, on: terminal)
    guard format == .table else { return }
    terminal.show(phrases.notice(lacks.isEmpty ? .applicationComplete : .applicationLacks(lacks)))
    try await showSteps()
  }

  /// What is missing, by id as the checklist has it; of the special conditions any is enough.
  private var lacks: [String] {
    let unsettled = application.unsettled
    let special = unsettled.filter(\.isSpecial).map(\.id).joined(separator: " / ")
    return application.lacking.map(\.id) + unsettled.filter { !$0.isSpecial }.map(\.id)
      + (special.isEmpty ? [] : [special])
  }

  /// Who applies for what, and how the studio would be called (Art. 9).
  private func showHead() {
    let name = vault[application.expert]?.name ?? phrases.notice(.erasedPerson(application.expert.description))
    let title = phrases.notice(DeskNotice.studioTitle(name: name, occupation: application.occupation))
    terminal.show(
      terminal.coloured("\(application.id)  \(title)  \(phrases.stage(application.stage))", .bold))
    let (kind, field) = (application.terms?.kind(application.applicant), application.terms?.field(application.field))
    let words = [kind?.title, field?.title].compactMap { $0.map { terminal.language($0) } }
    terminal.show(
      ([application.unit] + words + [phrases.purpose(application.purpose, names), application.received.description])
        .joined(separator: "; "))
    if let reason = application.unitWaiver { terminal.show(phrases.notice(.unitWaived(reason))) }
  }

  private var checklist: Listing {
    var listing = Listing([.kind, .condition, .state, .reason, .article])
    for item in application.terms?.materials ?? [] {
      let deposit = application.materials[item.id]
      let length = deposit?.characters.map(String.init)
      listing.add([
        item.id, terminal.language(item.title), deposit?.day.description ?? (item.isRequired ? "—" : ""),
        [length, deposit?.scan.map { String($0.prefix(12)) }].compactMap(\.self).joined(separator: " "),
        phrases.source(item.source),
      ])
    }
    for condition in application.terms?.conditions ?? [] {
      let found = application.findings[condition.id]
      let reasons = [found?.number.map(String.init), found?.note, found?.waiver]
      listing.add([
        condition.id, terminal.language(condition.title),
        found.map { phrases.finding($0.state) } ?? (condition.isSpecial ? "" : "—"),
        reasons.compactMap(\.self).joined(separator: "; "), phrases.source(condition.source),
      ])
    }
    return listing
  }

  /// What was done, as the journal tells it; materials and findings stand in the checklist.
  private func showSteps() async throws {
    for entry in try await desk.store.entries(after: application.id.sequence) {
      let (event, day) = try EventCodec.decode(entry)
      guard isStep(event) else { continue }
      terminal.show("\(day)  \(desk.words(of: event, at: entry.sequence, names))")
    }
    guard let scored = application.review?.scored, let rules = application.rules.reviewing else { return }
    let mark = rules.passMark.value
    terminal.show(
      phrases.notice(.reviewScored(score: scored.score, mark: mark, judges: scored.sheets.count)))
  }

  private func isStep(_ event: any Event) -> Bool {
    switch event {
    case let e as UnitRuleWaived: e.application == application.id
    case let e as ApplicationReviewed: e.application == application.id
    case let e as ApplicationsPublished: e.applications.contains(application.id)
    case let e as ApplicationObjectionRaised: e.application == application.id
    case let e as ApplicationObjectionAnswered: e.application == application.id
    case let e as ApplicationConfirmed: e.application == application.id
    case let e as ApplicationRejected: e.application == application.id
    case let e as ApplicationWithdrawn: e.application == application.id
    default: false
    }
  }
}

// MARK: - Finding what was typed

extension Desk {
  func application(_ text: String) async throws -> Application {
    let id: ID<Application> = try id(text, like: "F31")
    return try await read { try $0.application(id) }
  }

  /// The id of one of a closed list, by id or title in either language.
  func choice(_ text: String, among choices: [RuleSet.Applications.Choice]) throws -> String {
    let found = choices.first { [$0.id, $0.title.zh, $0.title.en].contains(text) }
    guard let found else {
      let known = choices.map { "\($0.id) (\(terminal.language($0.title)))" }
      throw Failure(phrases.notice(.unknownChoice(text, known: known)))
    }
    return found.id
  }

  /// An expert by id, or a new person by name; a name that leads or led a studio or stands or stood in an application is refused
  /// (Art. 9), so that one expert stays one person.
  func holder(
    _ text: String, birthMonth: String?, sealing sealed: inout [SealedPerson]
  ) async throws -> OpenAccount.Holder {
    if let known = ID<Person>(text) { return .known(known) }
    let values = PersonValues(name: text, birthMonth: birthMonth)
    try check(values)
    let namesakes = Set(try await vault().persons(named: text))
    let (known, studio, application) = try await read { register in
      (
        register.experts.intersection(namesakes).sorted(),
        register.studiosInOrder.first { !$0.isOver && namesakes.contains($0.expert) }?.code,
        register.applicationsInOrder.first { $0.isOpen && namesakes.contains($0.expert) }?.id
      )
    }
    if let studio { throw Failure(phrases.notice(.namesake(name: text, studio: studio))) }
    if let application {
      throw Failure(phrases.notice(.expertApplied(name: text, application: application.description)))
    }
    guard known.isEmpty else {
      throw Failure(phrases.notice(.knownExpert(name: text, persons: known.map(\.description))))
    }
    sealed.append(seal(values))
    return .new(sealed[sealed.count - 1].commitment, nil)
  }

  /// Says how old the expert was when the application came in, and refuses a finding that says otherwise (Art. 6(2)): the rule
  /// is departed from by a waiver with its reason, and by nothing else.
  func compareAge(
    of application: Application, with finding: ConditionFinding, _ bounds: RuleSet.Applications.Bounds
  ) async throws {
    let received = application.received
    guard let month = try await vault()[application.expert]?.birthMonth, let born = Day("\(month)-01") else {
      return terminal.say(phrases.notice(DeskNotice.ageUnknown))
    }
    let age = received.year - born.year - (received.month < born.month ? 1 : 0)
    terminal.say(phrases.notice(.ageIs(age, least: bounds.least, most: bounds.most)))
    let isMet = bounds.contains(age)
    if (finding.state == .met && !isMet) || (finding.state == .notMet && isMet) {
      throw Failure(phrases.notice(.ageContradicts(age, least: bounds.least, most: bounds.most)))
    }
  }
}
