import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// How long persons' values are kept, whose are past their time, and what holds an erasure: by ids alone, so that no name
  /// is read here.
  func retentionPage() async throws -> Answer {
    let today = try await today()
    let (holds, expired, rules) = try await read { register in
      let expired = register.expired(on: today).map { found in
        PastTime(
          expired: found,
          heldBy: register.holds(on: found.person).map(\.id.description)
            + register.disputes(touching: found.person).map(\.id))
      }
      return (register.holdsInOrder, expired, register.rules?.life?.retention)
    }
    let names = try await names()
    let sections = [section(of: holds, names), section(of: expired, rules, names), section(of: rules)]
    return try page(
      WatchPage.retention, phrases.page(WatchLabel.retention),
      ["sections": sections.map(\.model), "today": today.description])
  }

  /// Somebody whose values are past their time, and what holds their erasure all the same.
  private struct PastTime: Sendable {
    let expired: Expired
    let heldBy: [String]
  }

  private func section(_ id: String, _ label: WatchLabel, _ headings: Heading...) -> Section {
    var section = Section(id, phrases.page(label))
    section.header = headings.map { phrases.heading($0) }
    section.empty = phrases.page(RegisterLabel.nothingRecorded)
    section.isOpen = true
    return section
  }

  private func section(of holds: [Hold], _ names: Names) -> Section {
    var section = section("holds", .sectionHolds, .hold, .content, .day, .reason, .state)
    for hold in holds {
      let subject =
        switch hold.subject {
        case .person(let person): Cell(names.person(person))
        case .studio(let studio): Cell(names.studio(studio), path: "/studios/\(studio)")
        }
      section.add(
        Cell(hold.id.description), subject, Cell(hold.placed.description), Cell(hold.reason),
        Cell(phrases.notice(.care(hold.released.map { .released($0) } ?? .open))))
    }
    return section
  }

  private func section(of expired: [PastTime], _ rules: RuleSet.Retention?, _ names: Names) -> Section {
    var section = section("expired", .sectionExpired, .person, .kind, .until, .hold)
    section.empty = phrases.notice(.care(.nothingExpired))
    for found in expired {
      let title = rules?.period(for: found.expired.record).map { language($0.title) }
      section.add(
        Cell(names.person(found.expired.person)), Cell(title ?? found.expired.record.rawValue),
        Cell(found.expired.until.description), Cell(phrases.listed(found.heldBy)))
    }
    return section
  }

  private func section(of rules: RuleSet.Retention?) -> Section {
    var section = section("periods", .sectionPeriods, .content, .kept, .state, .source)
    for period in rules?.periods ?? [] {
      section.add(
        Cell(language(period.title)), Cell(phrases.notice(.care(.keep(period.keep)))),
        Cell(phrases.notice(.care(period.isBinding ? .binding : .giving))), Cell(phrases.source(period.source)))
    }
    return section
  }
}
