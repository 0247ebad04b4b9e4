import ArgumentParser
import Journal
import Scoring
import StudioRegistry
import Wording

extension Persons {
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows all that the register has of one person: roles, studios, units, holds, how long it is kept.",
      discussion: "EXAMPLE\n  studio person show P9")
    @Argument(help: "Such as P9, or a name that only one has.") var person: String
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id = try await desk.person(person)
        let values = try await desk.vault()[id]
        let known = try await desk.read { try KnownOfPerson(id, in: $0) }
        var page = PersonPage(desk)
        page.add(known.person, values)
        page.add(known)
        try page.listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}

/// What the register has of a person.
private struct KnownOfPerson: Sendable {
  let person: Person
  let accounts: [Account]
  let expertOf: [Studio]
  let formerlyOf: [Studio]
  let memberships: [(studio: Studio, member: Member)]
  let offices: [(studio: Studio, officer: Officer)]
  let holds: [Hold]
  let disputes: [Dispute]
  let retained: [Retained]
  let rules: RuleSet.Retention?

  init(_ id: ID<Person>, in register: Register) throws {
    guard let found = register.persons[id] else { throw Refusal.unknownPerson(id) }
    person = found
    accounts = register.accounts.values.filter { $0.person == id }.sorted { $0.id < $1.id }
    let studios = register.studiosInOrder
    expertOf = studios.filter { $0.expert == id }
    formerlyOf = studios.filter { $0.formerExperts.contains(id) }
    memberships = studios.flatMap { studio in
      register.careFile(of: studio.id).members.filter { $0.person == id }.map { (studio, $0) }
    }
    offices = studios.flatMap { studio in
      register.careFile(of: studio.id).officers.filter { $0.person == id }.map { (studio, $0) }
    }
    holds = register.holds(on: id)
    disputes = register.disputes(touching: id)
    retained = register.retained(of: id)
    rules = register.rules?.life?.retention
  }
}

/// What the register has of a person, as one list.
private struct PersonPage {
  private let desk: Desk
  private(set) var listing = Listing([.kind, .content, .day, .state])

  init(_ desk: Desk) {
    self.desk = desk
  }

  private func words(_ notice: CareNotice) -> String { desk.phrases.notice(.care(notice)) }

  private mutating func add(_ section: CareSection, _ content: String, _ day: Day?, _ state: String) {
    listing.add([words(.section(section)), content, day?.description ?? "", state])
  }

  mutating func add(_ person: Person, _ values: PersonValues?) {
    let known = [person.id.description, values?.name, values?.birthMonth, values?.phone].compactMap(\.self)
    let erased = person.erased == nil ? "" : desk.phrases.notice(.erasedPerson(person.id.description))
    add(.values, known.joined(separator: ", "), person.erased ?? person.added, erased)
    for employment in person.employments {
      add(.employment, employment.unit, nil, employment.until.map { words(.keptUntil($0)) } ?? "")
    }
  }

  mutating func add(_ known: KnownOfPerson) {
    for account in known.accounts {
      add(
        .account, account.login, account.opened,
        [desk.phrases.role(account.role), account.closed.map { words(.keptUntil($0)) }].compactMap(\.self)
          .joined(separator: ", "))
    }
    for studio in known.expertOf { add(.role, studio.code, studio.confirmed, words(.expertOf)) }
    for studio in known.formerlyOf { add(.role, studio.code, studio.confirmed, words(.formerExpert)) }
    for (studio, member) in known.memberships {
      let left = member.left.map { ", " + words(.left($0)) } ?? ""
      add(.role, studio.code, member.joined, words(.memberOf) + left)
    }
    for (studio, officer) in known.offices {
      let left = officer.ended.map { ", " + words(.left($0)) } ?? ""
      add(.role, studio.code, officer.named, words(.post(officer.post)) + left)
    }
    for hold in known.holds { add(.hold, "\(hold.id): \(hold.reason)", hold.placed, words(.open)) }
    for dispute in known.disputes { add(.dispute, dispute.id, dispute.since, words(.open)) }
    guard let rules = known.rules, known.person.erased == nil else { return }
    for retained in known.retained {
      guard let period = rules.period(for: retained.record) else { continue }
      let end: CareNotice =
        switch retained.end(by: rules) {
        case .open: .keptOpen
        case .permanent: .keptPermanently
        case .day(let day): .keptUntil(day)
        }
      add(
        .retention, desk.terminal.language(period.title), retained.ended,
        "\(words(end)), \(words(period.isBinding ? .binding : .giving))")
    }
  }
}
