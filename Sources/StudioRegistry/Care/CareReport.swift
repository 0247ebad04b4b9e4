package import Scoring

/// A dated report: of a studio to the bureau, or of the bureau's own visits and circulars (Art. 11, 12(7–8), 23, 24).
package struct CareReport: Identified, Hashable {
  package static var letter: Character { "N" }

  package let id: ID<CareReport>
  /// The kind's id.
  package let kind: String
  package let by: RuleSet.Care.Author
  package let content: String
  package let happened: Day
  package let reported: Day
  /// Whether it came after the rule's days: recorded all the same, and flagged.
  package let isLate: Bool
  /// Why it no longer counts; nil where it does.
  package internal(set) var struck: String?
}

package struct ReportMade: Event {
  package static let kind = "report-made"
  package static var letter: Character? { CareReport.letter }
  package let studio: ID<Studio>
  package let type: String
  /// The kind's name as the rules had it.
  package let title: Text
  package let by: RuleSet.Care.Author
  package let content: String
  package let happened: Day
  package let isLate: Bool

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.care[studio, default: CareFile()].reports.append(
      CareReport(
        id: ID(record.sequence), kind: type, by: by, content: content, happened: happened, reported: record.on,
        isLate: isLate))
  }
}

/// Enters a report about one studio or several: of the studio's side, or of the bureau's.
package struct MakeReport: Command {
  package var name: CommandName { by == .bureau ? .recordVisit : .makeReport }
  package let by: RuleSet.Care.Author
  package let studios: [ID<Studio>]
  package let kind: String
  package let content: String
  package let happened: Day

  package init(
    by: RuleSet.Care.Author, studios: [ID<Studio>], kind: String, content: String, happened: Day
  ) {
    (self.by, self.studios, self.kind) = (by, studios, kind)
    (self.content, self.happened) = (content, happened)
  }

  package var freeTexts: [String] { [content] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let kinds = try register.careRules().reports
    guard let found = kinds.first(where: { $0.id == kind && $0.by == by }) else {
      let known = kinds.filter { $0.by == by }.map { Refusal.Choice($0.id, $0.title) }
      throw .care(.unknownReportKind(kind, known: known))
    }
    guard Set(studios).count == studios.count else { throw .nothingToDo }
    try require(content)
    try checkCareDay(asker.on, notBefore: happened)
    var isLate = false
    if let days = found.days, let rules = register.rules {
      isLate = asker.on > (try rules.end(of: days, after: happened))
    }
    var events: [any Event] = []
    for studio in studios {
      _ = try register.careStudio(studio, asker)
      events.append(
        ReportMade(
          studio: studio, type: kind, title: found.title, by: by, content: content, happened: happened,
          isLate: isLate))
    }
    return events
  }
}
